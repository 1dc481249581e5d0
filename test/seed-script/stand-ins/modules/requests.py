"""The little of `requests` that register.py uses, for a machine without it."""

import json
import urllib.error
import urllib.parse
import urllib.request


class Response:
    def __init__(self, status_code, content):
        self.status_code = status_code
        self.content = content

    def json(self):
        return json.loads(self.content)


def post(url, headers=None, data=None):
    body = urllib.parse.urlencode(data or {}).encode()
    request = urllib.request.Request(url, data=body, headers=headers or {}, method='POST')
    try:
        with urllib.request.urlopen(request) as answer:
            return Response(answer.status, answer.read())
    except urllib.error.HTTPError as refusal:
        return Response(refusal.code, refusal.read())
