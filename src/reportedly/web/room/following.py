"""Feeds and sitemaps followed while the room is open: started and stopped from the window."""

import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.ingest import FetchPolicy, Guest
from reportedly.ledger import Ledger
from reportedly.pipeline import Outcome, Watch, watch

from .intake import Waking

KEPT = 40


class _Turned(Exception):  # noqa: N818 - no error: the list of feeds was changed
    """The list of followed feeds was changed: begin again with the new one."""


@dataclass(slots=True)
class Following:
    """The feeds that are followed now; where each stands is kept in the ledger.

    What was asked for once is not asked for again when the room is opened anew,
    but the room begins no watch by itself.
    """

    ledger: Path
    waking: Waking
    policy: FetchPolicy = field(default_factory=FetchPolicy)
    interval: timedelta = timedelta(minutes=15)
    feeds: tuple[str, ...] = ()
    seen: deque[tuple[datetime, Outcome]] = field(default_factory=lambda: deque(maxlen=KEPT))
    fault: str | None = None
    _changed: threading.Event = field(default_factory=threading.Event)
    _worker: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def busy(self) -> bool:
        """Is any feed being followed?"""
        return bool(self.feeds) and self._worker is not None and self._worker.is_alive()

    def begin(self, feed: str) -> None:
        """Follow a feed or sitemap from now on."""
        with self._lock:
            self.feeds = (*(one for one in self.feeds if one != feed), feed)
            self._turn()

    def end(self, feed: str) -> None:
        """Follow a feed no longer; the pages that it brought are kept."""
        with self._lock:
            self.feeds = tuple(one for one in self.feeds if one != feed)
            self._turn()

    def _turn(self) -> None:
        self.fault = None
        self._changed.set()
        if self._worker is None or not self._worker.is_alive():
            self._worker = threading.Thread(target=self._follow, daemon=True)
            self._worker.start()

    def _follow(self) -> None:
        guest = Guest(self.policy, clock=lambda: datetime.now(UTC), sleep=self._sleep)
        while feeds := self._next():
            try:
                with Ledger.open(self.ledger) as ledger:
                    plan = Watch(feeds, self.interval)
                    for outcome in watch(plan, ledger, self.waking.engine(), guest):
                        self.seen.appendleft((datetime.now(UTC), outcome))
                        self._sleep(0)
            except _Turned:
                continue
            except ReportedlyError as error:
                self.fault = str(error)
                return

    def _next(self) -> tuple[str, ...]:
        """Return what to follow now; with nothing left the worker ends, and the next feed starts another."""
        with self._lock:
            self._changed.clear()
            if not self.feeds:
                self._worker = None
            return self.feeds

    def _sleep(self, seconds: float) -> None:
        if self._changed.wait(max(0.0, min(seconds, 3600.0))):
            raise _Turned
