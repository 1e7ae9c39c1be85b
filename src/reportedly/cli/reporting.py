"""``reportedly report``: a story told in cited sentences, as HTML, Markdown or an object."""

import argparse
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.settings import ledger_path

from . import asked
from .output import as_json


def report(given: argparse.Namespace) -> int:
    """Tell what the filters ask for; to standard output where no file is named."""
    from reportedly.pipeline import refresh  # noqa: PLC0415 - only a report derives and draws
    from reportedly.web import Question, html, markdown, tell  # noqa: PLC0415 - the same
    from reportedly.web.report import as_object  # noqa: PLC0415 - the same

    told = ", ".join(filter(None, (given.item, given.actor, given.recipient, given.kind, given.words)))
    question = Question(given.title or "", (), asked.claim_filter(given), told)
    with Ledger.open(ledger_path(given.ledger)) as ledger:
        refresh(ledger)
        found = tell(ledger, question)
    if found is None:
        raise UsageError("report: no claim to report on (drop a filter, or add more pages)")
    for file, written in ((given.html, html), (given.markdown, markdown)):
        if file:
            _write(file, written(found))
    if given.json:
        print(as_json(as_object(found)))
    elif not (given.html or given.markdown):
        print(markdown(found), end="")
    return 0


def _write(file: Path, words: str) -> None:
    try:
        file.write_text(words, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror} (name a file that can be written)") from error
