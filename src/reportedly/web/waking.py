"""What only first answers need, done before them: templates, words, the views themselves, each asked once."""

import asyncio
import gc
from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive

from reportedly.ledger import ClaimFilter, Order
from reportedly.pipeline import names

from .answering.answers import environment
from .answering.guard import KEY
from .room import Room

COLLECT = (50_000, 20, 50)
_EVERYWHERE = (
    "/", "/ledger", "/series", "/queue", "/report", "/views", "/add", "/nothing", "/static/room.css",
    "/api/claims", "/ledger?words=said&sort=highest", "/ledger.atom",
)  # fmt: skip


def make_ready(room: Room, app: ASGIApp | None = None) -> None:
    """Wake what the first answers need, beside them; where an app is given, ask it for each kind of view.

    What is awake stays: the collector need not walk through it again and again while answers are made,
    and what an answer makes is gone with it.
    """
    templates = environment()
    for name in templates.list_templates():
        templates.get_template(name)
    names.name("country:NO")
    room.warm()
    if app is not None:
        asyncio.run(_ask(app, (*_EVERYWHERE, *_here(room)), room.key))
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT)


def _here(room: Room) -> Iterator[str]:
    """Yield addresses of one page, claim, origin and series of this ledger."""
    with room.open() as ledger:
        entry = next(ledger.entries(ClaimFilter(), limit=1, order=Order.NEWEST), None)
    if entry:
        page = f"/pages/{entry.page.id}"
        yield from (page, f"{page}?as=archived", f"/claims/{entry.claim.id}")
        yield f"/compare?a={entry.claim.id}&b={entry.claim.id}"
    for story in room.overview().stories[:1]:
        yield from (f"/series/{story.lines[0].id}", f"/report?{story.query}")


async def _ask(app: ASGIApp, addresses: tuple[str, ...], key: str) -> None:
    """Ask an app for some addresses, and let the answers go."""

    async def let_go(message: Message) -> None:
        del message

    for address in addresses:
        parts = urlsplit(address)
        headers = [(b"host", b"127.0.0.1"), (b"cookie", f"{KEY}={key}".encode())]
        scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": parts.path,
            "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
            "headers": headers, "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 0),
        }  # fmt: skip
        await app(scope, _nothing_more(), let_go)


def _nothing_more() -> Receive:
    """Return a request without a body, after which its asker waits and says nothing."""
    left = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not left:
            await asyncio.Event().wait()
        return left.pop()

    return receive
