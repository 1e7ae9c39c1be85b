"""Who may ask, how much they may send, and what a browser may do with the answer."""

import hmac
import ipaddress
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.room import Room

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
COOKIE, KEY = "reportedly", "reportedly-key"
FORM_CAP, FILES_CAP = 64 * 1024, 64 * 1024 * 1024
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_READS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuses other hosts' names (DNS rebinding), other origins' forms and oversized bodies."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], room: Room) -> None:
        self.app = app
        self.hosts = hosts
        self.room = room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers) or self._locked(scope, headers)
        if refused:
            await refused(scope, receive, _guarded(send, None))
            return
        session, fresh = _session(headers)
        scope.setdefault("state", {})["token"] = token(self.room, session)
        await self.app(scope, _capped(receive, _cap(scope)), _guarded(send, session if fresh else None))

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if not self._ours(host.rsplit(":", 1)[0]):
            return _refusal(scope, 421, "this reading room answers only on its own machine")
        if scope["method"] in _READS:
            return None
        if scope["path"].startswith("/api"):
            return _refusal(scope, 405, "the API is for reading (GET)", {"allow": "GET, HEAD"})
        if headers.get("origin") != f"http://{host}":
            return _refusal(scope, 403, "a change must come from this room's own pages")
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > _cap(scope):
            return _refusal(scope, 413, "more than this form may hold")
        return None

    def _ours(self, name: str) -> bool:
        """Is this a name of this room? Behind a key any bare address is: a strange name never is."""
        return name in self.hosts or bool(self.room.key and _is_address(name.strip("[]")))

    def _locked(self, scope: Scope, headers: Headers) -> Response | None:
        """Refuse a request without the key; one that brings it in its address is given it as a cookie."""
        key = self.room.key
        if not key:
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        brought = next((value for name, value in query if name == "key"), "")
        if scope["method"] == "GET" and hmac.compare_digest(brought.encode(), key.encode()):
            rest = urlencode([pair for pair in query if pair[0] != "key"])
            answer = Response(
                status_code=303, headers={"location": quote(scope["path"]) + (rest and f"?{rest}")}
            )
            answer.set_cookie(KEY, key, samesite="strict", httponly=True)
            return answer
        held = _cookie(headers, KEY) or headers.get("authorization", "").removeprefix("Bearer ")
        if hmac.compare_digest(held.encode(), key.encode()):
            return None
        why = "this reading room asks for its key (open the address that its owner gave you)"
        return _refusal(scope, 401, why, {"www-authenticate": "Bearer"})


def _refusal(scope: Scope, status: int, why: str, headers: dict[str, str] | None = None) -> Response:
    """Return a refusal: problem+json (RFC 9457) to a program, words to a person."""
    path = scope["path"]
    if not (path.startswith("/api") or path.endswith(".json")):
        return PlainTextResponse(why, status, headers)
    body = {"type": "about:blank", "title": why, "status": status, "instance": path}
    return JSONResponse(body, status, headers, "application/problem+json")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def token(room: Room, session: str) -> str:
    """Return the token that the forms of one browser session carry."""
    return hmac.new(room.secret, session.encode(), "sha256").hexdigest()


def sound(room: Room, session: str, given: str) -> bool:
    """Is this the token of this session?"""
    return bool(session) and hmac.compare_digest(token(room, session).encode(), given.encode())


def _session(headers: Headers) -> tuple[str, bool]:
    held = _cookie(headers, COOKIE)
    return (held, False) if held else (token_urlsafe(24), True)


def _cookie(headers: Headers, name: str) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        held = None
    return held.value if held else ""


def _cap(scope: Scope) -> int:
    return FILES_CAP if scope["path"] == "/add" else FORM_CAP


def _capped(receive: Receive, cap: int) -> Receive:
    """Return a receiver that ends the body of a sender who says more than it said it would."""
    seen = 0

    async def capped() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > cap else message

    return capped


def _guarded(send: Send, session: str | None) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            if session is not None:
                headers.append("set-cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Strict")
        await send(message)

    return guarded
