#!/usr/bin/env python3
"""Keeps a copy of a tenant's people in a file, and registers people once, however often the connection breaks.

Python 3.9 or newer, nothing but its standard library; an administrator's API token opens it.

  MUSTER_URL=https://alpha.example.com MUSTER_TOKEN=... python3 sync-people.py people.json
  ... python3 sync-people.py people.json --register ada@example.com "Ada Lovelace"
"""

import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

URL = os.environ.get("MUSTER_URL", "http://localhost:8000")
TOKEN = os.environ.get("MUSTER_TOKEN", "")
BEGIN = "2000-01-01T00:00:00+00:00"


class Refused(Exception):
    pass


def main(file, option=None, email=None, name=None):
    copy = read_copy(file)
    register(copy, file)
    if option == "--register" and email:
        copy["unanswered"] = {"key": str(uuid.uuid4()), "body": {"email": email, "name": name or email}}
        # On the disk before it is sent: even if this program dies now, the next run sends it under the same key.
        save_copy(file, copy)
        register(copy, file)
    changed = fetch_changes(copy)
    erased = remove_erased(copy)
    save_copy(file, copy)
    print(f"changed: {changed}, erased: {erased}, people: {len(copy['people'])}")


def register(copy, file):
    """Registers whom the copy holds as unanswered. What was refused changed nothing and is not tried again."""
    if copy["unanswered"] is None:
        return
    key, body = copy["unanswered"]["key"], copy["unanswered"]["body"]
    try:
        made = ask("POST", "/people", body, {"idempotency-key": key})
        copy["unanswered"] = None
        print(f"registered: {made['email']}")
    except Refused:
        copy["unanswered"] = None
        raise
    finally:
        save_copy(file, copy)


def fetch_changes(copy):
    """Takes over who was changed since the last time, page by page. Each answer says what to go on from."""
    count = 0
    while True:
        page = ask("GET", "/people?" + query(updated_since=copy["since"], limit=100))
        for person in page["items"]:
            copy["people"][person["uuid"]] = person
        count += len(page["items"])
        copy["since"] = page["since"]
        if page["next"] is None:
            return count


def remove_erased(copy):
    """Forgets whom the server has erased: they are in no list any more, only their numbers are in the log."""
    by_number = {str(person["number"]): key for key, person in copy["people"].items()}
    # An hour too much: what was under way at the last look is found as well.
    since = datetime.fromisoformat(copy["erased_since"]) - timedelta(hours=1)
    now = datetime.now(timezone.utc).isoformat()
    filters = {"verb": "erased", "object_type": "person", "since": since.strftime("%Y-%m-%dT%H:%M:%SZ")}
    count, cursor = 0, {}
    while cursor is not None:
        page = ask("GET", "/activity?" + query(**filters, **cursor, limit=200))
        for happening in page["items"]:
            if copy["people"].pop(by_number.get(happening["object"]["number"]), None):
                count += 1
        cursor = {"cursor": page["next"]} if page["next"] else None
    copy["erased_since"] = now
    return count


def ask(method, path, body=None, headers=None):
    """Asks again when no answer came, or one that says "later"; a refusal is final."""
    sent = {**(headers or {}), "authorization": f"Bearer {TOKEN}"}
    if body is not None:
        sent["content-type"] = "application/json"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{URL}/api/v1{path}", data, sent, method=method)
    for attempt in range(1, 7):
        pause = 2 ** (attempt - 2)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as problem:
            if problem.code < 500 and problem.code != 429:
                raise Refused(reason_of(problem))
            reason = f"{URL} answers {problem.code}"
            pause = int(problem.headers.get("retry-after") or 0) or pause
        except (OSError, http.client.HTTPException) as error:
            reason = f"{URL} does not answer: {error}"
        if attempt < 6:
            time.sleep(pause)
    sys.exit(reason)


def reason_of(answer):
    """A problem (RFC 9457): a sentence for people, a word for programs, and what is wrong with which field."""
    problem = json.load(answer)
    faults = [f"  {fault['pointer']}: {fault['message']}" for fault in problem.get("errors", [])]
    return "\n".join([f"{answer.code} {problem.get('code')}: {problem.get('title')}", *faults])


def query(**parameters):
    return urllib.parse.urlencode(parameters)


def read_copy(file):
    try:
        with open(file, encoding="utf-8") as text:
            return json.load(text)
    except FileNotFoundError:
        return {"since": "2000-01-01T00:00:00Z", "erased_since": BEGIN, "people": {}, "unanswered": None}


def save_copy(file, copy):
    """In one step, so that a run that is interrupted leaves the copy as it was."""
    with open(f"{file}.new", "w", encoding="utf-8") as text:
        json.dump(copy, text, indent=2)
    os.replace(f"{file}.new", file)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:5])
    except Refused as refusal:
        sys.exit(str(refusal))
