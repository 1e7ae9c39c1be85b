"""Who may ask, how much they may send, and what a browser may do with the answer."""

import hmac
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .room import Room

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
COOKIE = "reportedly"
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
        refused = self._refused(scope, headers)
        if refused:
            await refused(scope, receive, _guarded(send, None))
            return
        session, fresh = _session(headers)
        scope.setdefault("state", {})["token"] = token(self.room, session)
        await self.app(scope, _capped(receive, _cap(scope)), _guarded(send, session if fresh else None))

    def _refused(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if host.rsplit(":", 1)[0] not in self.hosts:
            return PlainTextResponse("this reading room answers only on its own machine", 421)
        if scope["method"] in _READS:
            return None
        if headers.get("origin") != f"http://{host}":
            return PlainTextResponse("a change must come from this room's own pages", 403)
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > _cap(scope):
            return PlainTextResponse("more than this form may hold", 413)
        return None


def token(room: Room, session: str) -> str:
    """Return the token that the forms of one browser session carry."""
    return hmac.new(room.secret, session.encode(), "sha256").hexdigest()


def sound(room: Room, session: str, given: str) -> bool:
    """Is this the token of this session?"""
    return bool(session) and hmac.compare_digest(token(room, session).encode(), given.encode())


def _session(headers: Headers) -> tuple[str, bool]:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        held = None
    return (held.value, False) if held and held.value else (token_urlsafe(24), True)


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
