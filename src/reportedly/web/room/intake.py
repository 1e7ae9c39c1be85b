"""Pages being read beside the room: what is done, what is left; it goes on when nobody looks."""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportedly.errors import ReportedlyError, UsageError
from reportedly.ledger import Ledger
from reportedly.model import Document, Parse
from reportedly.pipeline import Engine, Outcome, Source, add_pages, wake
from reportedly.plugins import Parser
from reportedly.settings import Settings, office_files

MOST_WAITING, KEPT = 500, 100


@dataclass(slots=True)
class InTurn:
    """A parser that takes one page at a time, whoever asks."""

    parser: Parser
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def name(self) -> str:
        """The name of the parser that does the work."""
        return self.parser.name

    def parse(self, document: Document) -> Parse:
        """Parse a document when its turn has come."""
        with self.lock:
            return self.parser.parse(document)


@dataclass(slots=True)
class Waking:
    """The engine, woken when it is first needed, and shared by all that read."""

    ledger: Path
    _engine: Engine | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def engine(self) -> Engine:
        """Return the engine; the first to ask waits for it."""
        with self._lock:
            if self._engine is None:
                engine = wake(Settings(self.ledger, offices=office_files()))
                self._engine = replace(engine, parser=InTurn(engine.parser))
            return self._engine


@dataclass(slots=True)
class Intake:
    """Pages that wait to be read, and what became of those before; ``fault`` is what stopped it."""

    ledger: Path
    waking: Waking
    total: int = 0
    count: int = 0
    done: deque[Outcome] = field(default_factory=lambda: deque(maxlen=KEPT))
    fault: str | None = None
    _left: deque[Source] = field(default_factory=deque)
    _worker: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def busy(self) -> bool:
        """Are pages being read now?"""
        return self._worker is not None and self._worker.is_alive()

    def begin(self, some: Sequence[Source]) -> None:
        """Put pages at the end of those that wait, and read on beside.

        Raises UsageError where too many wait already.
        """
        with self._lock:
            if len(self._left) + len(some) > MOST_WAITING:
                raise UsageError(
                    f"add: {len(self._left)} pages wait already (let some be read, then send these)"
                )
            if not self.busy:
                self.total, self.count, self.fault = 0, 0, None
                self.done.clear()
            self.total += len(some)
            self._left.extend(some)
            if not self.busy:
                self._worker = threading.Thread(target=self._read, daemon=True)
                self._worker.start()

    def _read(self) -> None:
        try:
            engine = self.waking.engine()
            with Ledger.open(self.ledger) as ledger:
                while source := self._next():
                    for outcome in add_pages([source], ledger, engine):
                        self.done.append(outcome)
                    self.count += 1
        except ReportedlyError as error:
            self.fault = str(error)
            self._left.clear()

    def _next(self) -> Source | None:
        """Return the next page; with none left the worker ends, and the next page starts another."""
        with self._lock:
            if self._left:
                return self._left.popleft()
            self._worker = None
            return None
