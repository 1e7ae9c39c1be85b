"""A room that listens, and who comes: a plain request, a browser as far as forms go."""

import json
import re
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from reportedly.web.app import create_app


def listening(path: Path) -> Iterator[str]:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


def get(url: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(), dict(error.headers)


def document_id(room: str) -> str:
    newest = json.loads(get(f"{room}/home.json")[1])["newest"]
    return next(p["id"] for p in newest if "courier" in p["url"])


class Visitor:
    """A browser as far as forms go: it keeps cookies and reads the token from the page."""

    def __init__(self, room: str) -> None:
        self.room = room
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self.token = re.search(r'name="token" value="(\w+)"', self.see("/queue"))[1]

    def see(self, path: str) -> str:
        return self.opener.open(self.room + path).read().decode()

    def post(self, path: str, *, origin: str | None = None, **given: str) -> tuple[int, str]:
        body = urllib.parse.urlencode({"token": self.token, "by": "Ada", **given}).encode()
        headers = {"Origin": origin or self.room}
        try:
            with self.opener.open(urllib.request.Request(self.room + path, body, headers)) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
