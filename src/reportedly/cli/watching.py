"""``reportedly watch``: follow feeds and sitemaps, a line for each page."""

import argparse
import signal
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from types import FrameType
from typing import TypeVar

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.settings import Settings, ledger_path, office_files

T = TypeVar("T")
_SHORTEST = 10


def watch(given: argparse.Namespace) -> int:
    """Follow feeds and sitemaps until stopped, or once."""
    from reportedly.ingest import FetchPolicy, Guest  # noqa: PLC0415 - queries do not pay for it
    from reportedly.pipeline import Watch, wake  # noqa: PLC0415 - the same
    from reportedly.pipeline import watch as follow  # noqa: PLC0415 - the same

    from . import progress  # noqa: PLC0415 - the same

    listings = tuple(_listing(words) for words in given.listing)
    plan = Watch(listings, _interval(given.interval), once=given.once, since=_day(given.since))
    settings = Settings(ledger_path(given.ledger), frames=tuple(given.frames), offices=office_files())
    guest = Guest(FetchPolicy(), clock=lambda: datetime.now(UTC), sleep=time.sleep)
    with Ledger.open(settings.ledger) as ledger:
        outcomes = until_stopped(follow(plan, ledger, wake(settings), guest))
        return progress.print_outcomes(outcomes, json=given.json)


def until_stopped(found: Iterable[T]) -> Iterator[T]:
    """Yield what is found until Ctrl-C or SIGTERM, which end a watch well; what was added is kept and told.

    A signal that comes while the caller prints waits until it is done. To be called in the main thread.
    """
    waiting, stopped = True, False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        if waiting:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        for one in found:
            waiting = False
            yield one
            waiting = True
            if stopped:
                return
    except KeyboardInterrupt:
        return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listing(words: str) -> str:
    if not words.startswith(("http://", "https://")):
        raise UsageError(f"{words}: not a web address (a feed's begins with http:// or https://)")
    return words


def _interval(seconds: int) -> timedelta:
    if seconds < _SHORTEST:
        raise UsageError(f"{seconds}: too often (ask every {_SHORTEST} seconds at most)")
    return timedelta(seconds=seconds)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise UsageError(f"{words}: not a date (write 2024-06-01)") from error
