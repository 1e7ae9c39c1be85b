"""Forms as they come in: the token checked, fields as words, the way back kept inside the room."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse

from reportedly.web.room import Room

from .guard import COOKIE, sound

REVIEWER = "reviewer"
LONGEST = 2000


async def fields(request: Request, room: Room) -> dict[str, str]:
    """Return a form's fields, trimmed; a form without this session's token is refused."""
    try:
        body = (await request.body()).decode()
        given = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=40))
    except ValueError as error:
        raise HTTPException(400, "form: not readable (send it from this room's own page)") from error
    check(request, room, given.get("token", ""))
    return {name: value.strip()[:LONGEST] for name, value in given.items()}


def check(request: Request, room: Room, token: str) -> None:
    """Refuse a form that does not carry this session's token."""
    if not sound(room, request.cookies.get(COOKIE, ""), token):
        raise HTTPException(403, "form: its token is missing or old (open the page again, then send it)")


def back(given: Mapping[str, str], otherwise: str) -> RedirectResponse:
    """Return the way back to where a form was sent from, never out of the room."""
    asked = given.get("back", "")
    inside = asked.startswith("/") and not asked.startswith(("//", "/\\")) and asked.isprintable()
    return RedirectResponse(quote(asked if inside else otherwise, safe="/?&=#%+,:-_.~"), 303)


def reviewer(request: Request, room: Room) -> str:
    """Return who is reviewing: the name last given here, else the one from the settings."""
    return unquote(request.cookies.get(REVIEWER, "")) or room.reviewer


def remember(answer: RedirectResponse, name: str) -> RedirectResponse:
    """Return an answer that keeps a reviewer's name for a year."""
    answer.set_cookie(REVIEWER, quote(name), max_age=31_536_000, samesite="strict", httponly=True)
    return answer
