"""Pages added from the window: files dropped, addresses pasted, feeds followed, samples loaded."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from itertools import islice

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.errors import UsageError
from reportedly.export import Value
from reportedly.ingest import unpack
from reportedly.ledger import listings
from reportedly.pipeline import Found, Outcome, Source, sample_sources, sources
from reportedly.web.answering.answers import Answer, twins
from reportedly.web.answering.forms import back, check, fields
from reportedly.web.answering.guard import FILES_CAP
from reportedly.web.room import Room

MOST = 50


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of adding."""

    async def take(request: Request) -> Response:
        form = await _form(request)
        check(request, room, _word(form, "token"))
        some = [source async for source in _files(form)] + _addresses(_word(form, "addresses"))
        if _word(form, "samples"):
            some += list(sample_sources())
        if not 0 < len(some) <= MOST:
            raise HTTPException(
                400, f"add: {len(some)} pages (paste an address or choose files, up to {MOST})"
            )
        try:
            await run_in_threadpool(room.intake.begin, some)
        except UsageError as error:
            raise HTTPException(409, str(error)) from error
        return RedirectResponse("/add", 303)

    async def follow(request: Request) -> Response:
        given = await fields(request, room)
        feed = given.get("feed", "")
        if not _is_address(feed):
            raise HTTPException(
                400, f"{feed[:80] or 'feed'}: not the address of a feed (begin it with https://)"
            )
        begin_or_end = room.following.end if given.get("stop") else room.following.begin
        await run_in_threadpool(begin_or_end, feed)
        return back(given, "/add")

    return [
        Route("/add", take, methods=["POST"]),
        Route("/watch", follow, methods=["POST"]),
        *twins("/add", "/add", show, room, templates),
    ]


def show(room: Room, request: Request) -> Answer:  # noqa: ARG001 - every view is asked the same way
    """Show how pages may be added, what is being read, and what is followed."""
    intake, following = room.intake, room.following
    with room.open() as ledger:
        known = tuple(row.url for row in listings(ledger))
        waiting = {feed: ledger.watched.waiting([feed]) for feed in following.feeds}
    idle = tuple(feed for feed in known if feed not in following.feeds)
    seen = tuple(following.seen)
    twin: Value = {
        "busy": intake.busy,
        "total": intake.total,
        "read": intake.count,
        "done": [_row(outcome) for outcome in tuple(intake.done)],
        "fault": intake.fault or following.fault,
        "followed": list(following.feeds),
        "brought": [_row(outcome) for _, outcome in seen],
    }
    shown = {"done": tuple(intake.done)[::-1], "seen": seen, "idle": idle, "waiting": waiting, **ways(room)}
    return Answer("add.html", shown, twin)


def ways(room: Room) -> dict[str, object]:
    """Return what the ways of adding pages tell wherever they are offered."""
    return {
        "intake": room.intake,
        "following": room.following,
        "most": MOST,
        "cap": FILES_CAP // 2**20,
        "minutes": int(room.following.interval.total_seconds() // 60),
    }


def _row(outcome: Outcome) -> Value:
    return {
        "source": outcome.source,
        "fate": outcome.fate.value,
        "claims": outcome.claims,
        "reason": outcome.reason,
    }


async def _form(request: Request) -> FormData:
    try:
        return await request.form(max_files=MOST, max_fields=10, max_part_size=64 * 1024)
    except (MultiPartException, HTTPException) as error:
        raise HTTPException(400, "form: not readable (send it from this room's own page)") from error


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://")) and words.isprintable() and " " not in words


def _addresses(words: str) -> list[Source]:
    """Return a source for each address; a line that is none is told, not guessed at."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    wrong = next((line for line in lines if not _is_address(line)), None)
    if wrong:
        raise HTTPException(400, f"{wrong[:80]}: not an address (begin it with https://)")
    return list(islice(sources(lines, stdin=bytes, now=lambda: datetime.now(UTC)), MOST + 1))


async def _files(form: FormData) -> AsyncIterator[Source]:
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            body = await upload.read()
            name = upload.filename.replace("\\", "/").rpartition("/")[2][:120]
            if body:
                yield Source(name, _opening(body, f"upload:{name}"))


def _opening(body: bytes, url: str) -> Callable[[], Iterator[Found]]:
    return lambda: unpack(body, url=url)
