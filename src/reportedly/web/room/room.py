"""One reading room: its ledger, its secret, and what it last gathered across pages."""

import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from time import monotonic

from reportedly.ledger import Ledger
from reportedly.ledger.catalogue import Catalogue  # not in the package's list: it wakes numpy
from reportedly.ledger.pool import Pool
from reportedly.lexicon import load_places
from reportedly.pipeline import left_to_derive, names, refresh
from reportedly.settings import place_files

from .following import Following
from .intake import Intake, Waking
from .overview import Overview, gather

FEW = 60
SLOW = 0.25
CACHE = 8


@dataclass(slots=True)
class Room:
    """What a running window keeps besides the ledger: nothing that cannot be gathered again.

    Where ``key`` is not empty, every request must carry it.
    ``claims`` answers any choice among claims, ``intake`` reads pages that
    were added here, ``following`` follows feeds.
    """

    ledger: Path
    reviewer: str = ""
    key: str = ""
    secret: bytes = field(default_factory=lambda: token_bytes(32))
    claims: Catalogue = field(default_factory=Catalogue)
    pool: Pool = field(init=False)
    intake: Intake = field(init=False)
    following: Following = field(init=False)
    _overview: Overview | None = None
    _state: tuple[int, int, int] | None = None
    _took: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _busy: threading.Thread | None = None

    def __post_init__(self) -> None:
        """Make ready to read; the engine wakes with the first page."""
        self.pool = Pool(self.ledger, CACHE)
        waking = Waking(self.ledger)
        self.intake = Intake(self.ledger, waking)
        self.following = Following(self.ledger, waking)

    def open(self) -> AbstractContextManager[Ledger]:
        """Lend the open ledger for one answer."""
        return self.pool.lend()

    def spelt(self) -> AbstractContextManager[None]:
        """Call parties as this ledger's pages do, while an answer is made."""
        with self.open() as ledger:
            return names.spelt(self.claims.spelling(ledger))

    def overview(self) -> Overview:
        """Return what stands across pages, derived anew where pages or reviews were added.

        Where much is stale, or gathering is slow, the work goes on beside, and what
        was known last is returned, with ``waiting`` set to the pages still to come.
        """
        with self.open() as ledger:
            state = ledger.reviewed.state()
            if self._overview is not None and state == self._state:
                return self._overview
            stale = left_to_derive(ledger, load_places(place_files()))
            if stale > FEW or (self._overview is not None and self._took > SLOW):
                self._begin()
                return Overview(waiting=stale) if self._overview is None else self._overview.but(stale)
        with self._lock:
            if self._overview is None or state != self._state:
                self._gather()
        assert self._overview is not None
        return self._overview

    def warm(self) -> None:
        """Make ready what the first answers need, beside them."""
        with self.open() as ledger:
            self.claims.shelf(ledger)
        self.overview()
        with self.open() as ledger:
            self.claims.warm(ledger)

    def settle(self) -> None:
        """Derive and gather now, however long it takes (before a measurement or a picture)."""
        self._gather()

    def _begin(self) -> None:
        with self._lock:
            if self._busy is None or not self._busy.is_alive():
                self._busy = threading.Thread(target=self._gather, daemon=True)
                self._busy.start()

    def _gather(self) -> None:
        begun = monotonic()
        with self.open() as ledger:
            state = ledger.reviewed.state()
            refresh(ledger, places=load_places(place_files()))
            with names.spelt(self.claims.spelling(ledger)):
                found = gather(ledger)
        self._overview, self._state, self._took = found, state, monotonic() - begun
