"""What follows across pages: series, origins, conflicts, drift, and why."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.model import Apart, Relation, Series, encode
from reportedly.settings import ledger_path, place_files

from . import asked

T = TypeVar("T")
WELL = 0


@contextmanager
def _derived(given: argparse.Namespace) -> Iterator[Ledger]:
    """Open the ledger with all that is derived brought up to date."""
    from reportedly.lexicon import load_places  # noqa: PLC0415 - only these commands derive
    from reportedly.pipeline import refresh  # noqa: PLC0415 - the same

    with Ledger.open(ledger_path(given.ledger)) as ledger:
        refresh(ledger, places=load_places(place_files()))
        yield ledger


def _print(
    given: argparse.Namespace, found: Iterable[T], lines: Callable[[Iterable[T]], Iterable[str]]
) -> int:
    """Print what was found: an object a line, or as a person reads it."""
    nothing = True
    for line in (encode(one).decode() for one in found) if given.json else lines(found):
        nothing = False
        print(line)
    if nothing and not given.json:
        print("nothing found: drop a filter, or add more pages with 'reportedly add'")
    return WELL


def series(given: argparse.Namespace) -> int:
    """Print measures through time, one line for each voice."""
    from reportedly.pipeline import all_series  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        found = all_series(ledger, asked.claim_filter(given))
        if given.plot:
            return _plot(ledger, found, given.plot)
        return _print(given, found, lambda some: standing.series_lines(ledger, some))


def _plot(ledger: Ledger, found: Iterable[Series], file: Path) -> int:
    """Draw the series with most origins, as the window draws it."""
    from reportedly.web import plot  # noqa: PLC0415 - only a chart needs it

    chosen = max(found, key=lambda one: len({o.origin for o in one.observations}), default=None)
    drawn = plot(ledger, chosen.id) if chosen else None
    if drawn is None:
        raise UsageError(f"{file}: no series to draw (drop a filter, or add more pages)")
    drawn.save(file)
    return WELL


def origins(given: argparse.Namespace) -> int:
    """Print utterances: on how many pages, in how many wordings, and why they count as one."""
    from reportedly.pipeline import all_origins  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        found = all_origins(ledger, asked.claim_filter(given))
        return _print(given, found, lambda some: standing.origin_lines(ledger, some))


def conflicts(given: argparse.Namespace) -> int:
    """Print what cannot both be true, what is denied or taken back, and what must not be compared."""
    from reportedly.pipeline import OPPOSED, all_apart, all_relations  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        wanted = asked.claim_filter(given)
        found: list[Relation | Apart] = [
            *all_relations(ledger, wanted, kinds=OPPOSED),
            *all_apart(ledger, wanted),
        ]
        return _print(given, found, lambda some: standing.relation_lines(ledger, some))


def withdrawn(given: argparse.Namespace) -> int:
    """Print figures that were taken back, and which later pages still carry them."""
    from reportedly.pipeline import all_withdrawn  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        found = all_withdrawn(ledger, asked.claim_filter(given))
        return _print(given, found, standing.withdrawn_lines)


def drift(given: argparse.Namespace) -> int:
    """Print what changed between two wordings of one saying."""
    from reportedly.pipeline import all_drifts  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        found = all_drifts(ledger, asked.claim_filter(given))
        return _print(given, found, standing.drift_lines)


def explain(given: argparse.Namespace) -> int:
    """Print how one claim stands across pages, with the reasons."""
    from reportedly.pipeline import standing as stand  # noqa: PLC0415 - the same

    from . import standing  # noqa: PLC0415 - the same

    with _derived(given) as ledger:
        entry = ledger.claim(given.claim)
        if entry is None:
            raise UsageError(f"{given.claim}: not the start of one claim's id (see: reportedly claims)")
        found = stand(ledger, entry.claim.id)
        print(
            encode(found).decode() if given.json else "\n".join(standing.explain_lines(ledger, entry, found))
        )
    return WELL
