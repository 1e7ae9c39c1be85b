"""Pages added from the window: addresses pasted, files uploaded, read in the background."""

import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.errors import ReportedlyError
from reportedly.export import Value
from reportedly.ingest import unpack
from reportedly.ledger import Ledger
from reportedly.pipeline import Engine, Found, Outcome, Source, add_pages, sample_sources, sources, wake
from reportedly.settings import Settings

from .answering import Answer, twins
from .forms import check
from .guard import FILES_CAP
from .room import Room

MOST = 50


@dataclass(slots=True)
class Adding:
    """Pages being read: what is done, what is left; ``fault`` is what stopped it."""

    total: int = 0
    done: list[Outcome] = field(default_factory=list)
    fault: str | None = None
    worker: threading.Thread | None = None
    engine: Engine | None = None

    @property
    def busy(self) -> bool:
        """Are pages being read now?"""
        return self.worker is not None and self.worker.is_alive()

    def begin(self, room: Room, some: Sequence[Source]) -> None:
        """Read some pages beside (raises HTTPException while others are being read)."""
        if self.busy:
            raise HTTPException(409, "add: other pages are still being read (wait, then send these again)")
        self.total, self.done, self.fault = len(some), [], None
        self.worker = threading.Thread(target=self._read, args=(room, some), daemon=True)
        self.worker.start()

    def _read(self, room: Room, some: Sequence[Source]) -> None:
        try:
            self.engine = self.engine or wake(Settings(room.ledger))
            with Ledger.open(room.ledger) as ledger:
                for outcome in add_pages(some, ledger, self.engine):
                    self.done.append(outcome)
        except ReportedlyError as error:
            self.fault = str(error)


def routes(room: Room, templates: Environment) -> list[BaseRoute]:
    """Return the routes of adding."""
    adding = Adding()

    def show(room: Room, request: Request) -> Answer:  # noqa: ARG001 - every view is asked the same way
        twin: Value = {
            "busy": adding.busy,
            "total": adding.total,
            "done": [
                {"source": o.source, "fate": o.fate.value, "claims": o.claims, "reason": o.reason}
                for o in adding.done
            ],
            "fault": adding.fault,
        }
        return Answer("add.html", {"adding": adding, "most": MOST, "cap": FILES_CAP // 2**20}, twin)

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
        await run_in_threadpool(adding.begin, room, some)
        return RedirectResponse("/add", 303)

    return [Route("/add", take, methods=["POST"]), *twins("/add", "/add", show, room, templates)]


async def _form(request: Request) -> FormData:
    try:
        return await request.form(max_files=MOST, max_fields=10, max_part_size=64 * 1024)
    except (MultiPartException, HTTPException) as error:
        raise HTTPException(400, "form: not readable (send it from this room's own page)") from error


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _addresses(words: str) -> list[Source]:
    """Return a source for each address; a line that is none is told, not guessed at."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    wrong = next((line for line in lines if not line.startswith(("http://", "https://"))), None)
    if wrong:
        raise HTTPException(400, f"{wrong[:80]}: not an address (begin it with https://)")
    return list(islice(sources(lines, stdin=bytes), MOST + 1))


async def _files(form: FormData) -> AsyncIterator[Source]:
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            body = await upload.read()
            name = upload.filename.replace("\\", "/").rpartition("/")[2][:120]
            if body:
                yield Source(name, _opening(body, f"upload:{name}"))


def _opening(body: bytes, url: str) -> Callable[[], Iterator[Found]]:
    return lambda: unpack(body, url=url)
