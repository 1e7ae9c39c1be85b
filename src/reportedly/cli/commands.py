"""What each command does: parse, call one public function, show."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from reportedly.errors import UsageError
from reportedly.export import claim_object
from reportedly.ledger import ClaimFilter, Ledger
from reportedly.settings import Settings, data_folder, ledger_path, office_files

from . import asked, exporting, tables
from .output import as_json

Command = Callable[[argparse.Namespace], int]
WELL = 0
TABLE_ROWS = 50


def add(given: argparse.Namespace) -> int:
    """Read pages into the ledger, a line for each."""
    from reportedly.pipeline import add_pages, sources, wake  # noqa: PLC0415 - queries do not pay for the engine

    from . import progress  # noqa: PLC0415 - the same

    settings = Settings(ledger_path(given.ledger), frames=tuple(given.frames), offices=office_files())
    with Ledger.open(settings.ledger) as ledger:
        found = sources(given.source, stdin=sys.stdin.buffer.read, now=lambda: datetime.now(UTC))
        outcomes = add_pages(found, ledger, wake(settings))
        return progress.print_outcomes(outcomes, json=given.json)


def claims(given: argparse.Namespace) -> int:
    """Print the claims that the filters ask for."""
    wanted = asked.claim_filter(given)
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        if given.json:
            for entry in ledger.entries(wanted, limit=given.limit or None):
                print(as_json(claim_object(entry.claim, entry.page.facts)))
            return WELL
        limit = TABLE_ROWS if given.limit is None else given.limit or None
        entries = list(ledger.entries(wanted, limit=limit))
        tables.print_claims(entries, total=ledger.count(wanted), empty=ledger.page_count() == 0)
    return WELL


def show(given: argparse.Namespace) -> int:
    """Show one claim whole."""
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        entry = ledger.claim(given.claim)
        if entry is None:
            raise UsageError(f"{given.claim}: not the start of one claim's id (see: reportedly claims)")
        if given.json:
            print(as_json(claim_object(entry.claim, entry.page.facts)))
        else:
            tables.print_claim(entry)
    return WELL


def pages(given: argparse.Namespace) -> int:
    """List the pages of the ledger."""
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        listed, refused = list(ledger.pages()), list(ledger.refusals())
    if given.json:
        for page in listed:
            print(as_json(page.facts))
        for refusal in refused:
            print(as_json({"source": refusal.source, "refused": refusal.reason}))
    else:
        tables.print_pages(listed, refused)
    return WELL


def verify(given: argparse.Namespace) -> int:
    """Read every claim's words again in the archived bytes."""
    from reportedly.pipeline import verify as findings  # noqa: PLC0415 - the same

    from . import progress  # noqa: PLC0415 - the same

    with Ledger.open(ledger_path(given.ledger)) as ledger:
        return progress.print_findings(findings(ledger), json=given.json)


def export(given: argparse.Namespace) -> int:
    """Write claims to a file or to standard output."""
    wanted = asked.claim_filter(given)
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        entries = ledger.entries(wanted)
        if given.form in exporting.FORMS:
            exporting.write(given.form, entries, given.output)
        elif given.output is None:
            raise UsageError(f"{given.form}: an exporter writes to a file (name one with --output)")
        else:
            from reportedly.plugins import load_exporter  # noqa: PLC0415 - only visitors need the door

            load_exporter(given.form).export((entry.claim for entry in entries), given.output)
    return WELL


def serve(given: argparse.Namespace) -> int:
    """Open the reading room."""
    from reportedly.web import serve as listen  # noqa: PLC0415 - only the window needs a web server

    listen(ledger_path(given.ledger), host=given.host, port=given.port)
    return WELL


def demo(given: argparse.Namespace) -> int:
    """Add the sample pages, print the ledger and open the reading room."""
    from reportedly.pipeline import add_pages, sample_sources, wake  # noqa: PLC0415 - the same

    from . import progress  # noqa: PLC0415 - the same

    settings = Settings(given.ledger or data_folder() / "demo.db")
    with Ledger.open(settings.ledger) as ledger:
        status = progress.print_outcomes(add_pages(sample_sources(), ledger, wake(settings)), json=False)
        tables.print_claims(
            list(ledger.entries(ClaimFilter())), total=ledger.count(ClaimFilter()), empty=False
        )
    print(f"\nledger: {settings.ledger}")
    if given.no_serve:
        return status
    return serve(argparse.Namespace(ledger=settings.ledger, host=given.host, port=given.port))


def completion(given: argparse.Namespace) -> int:
    """Print a completion script."""
    import shtab  # noqa: PLC0415 - nobody else needs it

    from .arguments import build  # noqa: PLC0415 - the command line describes itself

    print(shtab.complete(build(), given.shell))
    return WELL
