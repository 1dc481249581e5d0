"""The little of `requests` that the documents' scripts use, for a machine without it."""

import base64
import json as _json
import urllib.error
import urllib.parse
import urllib.request


class auth:
    class HTTPBasicAuth:
        def __init__(self, username, password):
            words = f'{username}:{password}'.encode()
            self.header = 'Basic ' + base64.b64encode(words).decode()


class Response:
    def __init__(self, status_code, content):
        self.status_code = status_code
        self.content = content

    def json(self):
        return _json.loads(self.content)


def post(url, headers=None, data=None, json=None, auth=None):
    headers = dict(headers or {})
    body = urllib.parse.urlencode(data or {}).encode()
    if json is not None:
        body = _json.dumps(json).encode()
        headers['Content-Type'] = 'application/json'
    if auth is not None:
        headers['Authorization'] = auth.header
    request = urllib.request.Request(url, data=body, headers=headers, method='POST')
    try:
        with urllib.request.urlopen(request) as answer:
            return Response(answer.status, answer.read())
    except urllib.error.HTTPError as refusal:
        return Response(refusal.code, refusal.read())
