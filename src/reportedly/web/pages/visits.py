"""When this browser last looked: kept in its own cookie, told to nobody.

A visit ends when Home has not been looked at for half an hour; what came in
since the visit before is new.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

COOKIE = "visits"
PAUSE = 30 * 60


@dataclass(frozen=True, slots=True)
class Visit:
    """Where the ledger stood at a moment: its last reading."""

    reading: int
    at: int

    @property
    def moment(self) -> str:
        """The moment as a person reads it, in this machine's own time."""
        return f"{datetime.fromtimestamp(self.at, UTC).astimezone():%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Visits:
    """The last look of the visit before, and the latest look; ``before`` is nothing on a first visit."""

    before: Visit | None
    latest: Visit


def visits(cookie: str, now: Visit) -> Visits:
    """Return the visits that a cookie tells of, this look added; a cookie that makes no sense tells of none.

    >>> visits("7.1000.9.2000", Visit(12, 2060)).before.reading
    7
    >>> visits("7.1000.9.2000", Visit(12, 99000)).before.reading
    9
    """
    fields = cookie.split(".")
    if len(fields) != 4 or not all(f.isascii() and f.isdecimal() and len(f) < 16 for f in fields):
        return Visits(None, now)
    reading, at, latest_reading, latest_at = (int(field) for field in fields)
    latest = Visit(latest_reading, latest_at)
    if latest.at > now.at or latest.reading > now.reading:
        return Visits(None, now)
    before = Visit(reading, at) if at else None
    return Visits(latest if now.at - latest.at > PAUSE else before, now)


def told(found: Visits) -> str:
    """Return the cookie that keeps some visits."""
    before = found.before or Visit(0, 0)
    return f"{before.reading}.{before.at}.{found.latest.reading}.{found.latest.at}"
