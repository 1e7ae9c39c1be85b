"""Claims to a file or to standard output, in one of the forms that ship."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from reportedly.errors import UsageError
from reportedly.export import Value, annotations, entities, linked, write_csv, write_parquet
from reportedly.ledger import Entry
from reportedly.model import Claim

Rows = Iterator[tuple[Claim, Mapping[str, Value]]]
_TOLD: Mapping[str, Callable[[Rows], Iterable[str]]] = {
    "jsonld": linked,
    "annotations": annotations,
    "ftm": entities,
}
FORMS = ("csv", "parquet", *_TOLD)


def write(form: str, entries: Iterator[Entry], output: Path | None) -> None:
    """Write claims in a form (raises UsageError for one that a terminal cannot take)."""
    rows = ((entry.claim, entry.page.facts) for entry in entries)
    if form == "parquet":
        _parquet(rows, output)
    elif output is None:
        sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]  # a terminal or a pipe, always a TextIOWrapper
        _text(form, rows, sys.stdout)
    else:
        with output.open("w", encoding="utf-8", newline="") as out:
            _text(form, rows, out)


def _text(form: str, rows: Rows, out: TextIO) -> None:
    if form == "csv":
        write_csv(rows, out)
    else:
        out.writelines(_TOLD[form](rows))


def _parquet(rows: Rows, output: Path | None) -> None:
    if output is None:
        raise UsageError("parquet: it is written to a file (name one with --output)")
    draft = output.with_name(f".{output.name}.part")
    try:
        with draft.open("wb") as out:
            write_parquet(rows, out)
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)
