"""
Python imports this before a script. It leads *.localhost to this machine, which not every resolver does, and to the
port in SEED_SCRIPT_PORT where another program holds the one that the script names.
"""

import os
import socket

_getaddrinfo = socket.getaddrinfo


def _at_home(host, port, *args, **kwargs):
    if isinstance(host, str) and host.endswith('.localhost'):
        return _getaddrinfo('127.0.0.1', os.environ.get('SEED_SCRIPT_PORT', port), *args, **kwargs)
    return _getaddrinfo(host, port, *args, **kwargs)


socket.getaddrinfo = _at_home
