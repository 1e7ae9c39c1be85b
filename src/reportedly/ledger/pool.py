"""Ledgers kept open between answers: opening one takes longer than most questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from weakref import finalize

from .store import Ledger

IDLE = 2
_File = tuple[int, int]


@dataclass(slots=True, weakref_slot=True)
class Pool:
    """One ledger's open connections; each serves one answer at a time, few stay open while none is asked.

    ``cache`` is how many megabytes each may hold in memory.
    """

    path: Path
    cache: int
    _idle: list[tuple[_File, Ledger]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let go of the files when nobody holds the pool any longer."""
        finalize(self, _close, self._idle)

    @contextmanager
    def lend(self) -> Iterator[Ledger]:
        """Lend an open ledger for one answer; one in which something failed is not lent again."""
        ledger = self._taken()
        try:
            yield ledger
        except BaseException:
            ledger.close()
            raise
        if len(self._idle) < IDLE and (file := self._file()):
            self._idle.append((file, ledger))
        else:
            ledger.close()

    def close(self) -> None:
        """Let go of what is open and idle."""
        _close(self._idle)

    def _taken(self) -> Ledger:
        """Return an idle ledger, or a new one; one whose file is no longer at the path is let go."""
        file = self._file()
        while self._idle:
            try:
                opened, ledger = self._idle.pop()
            except IndexError:  # another answer was quicker
                break
            if opened == file:
                return ledger
            ledger.close()
        return Ledger.open(self.path, cache=self.cache)

    def _file(self) -> _File | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _close(idle: list[tuple[_File, Ledger]]) -> None:
    while idle:
        idle.pop()[1].close()
