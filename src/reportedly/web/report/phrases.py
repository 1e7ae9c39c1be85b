"""Our sentences, read from their table and filled with the ledger's words."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from reportedly.model import Granularity, Period

_BLANKS = re.compile(r"\s+")


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """Return each sentence with its example, by name."""
    table = tomllib.loads((files(__package__) / "sentences.toml").read_text("utf-8"))
    return {name: (row["text"], row["example"]) for name, row in table["sentence"].items()}


def say(name: str, **fields: str) -> str:
    """Return a sentence with its fields filled; white space in them is made plain."""
    return sentences()[name][0].format(**{key: _BLANKS.sub(" ", value) for key, value in fields.items()})


def number(count: int, one: str) -> str:
    """Return so many things in words: "1 page", "1,204 pages".

    >>> number(2, "independent origin")
    '2 independent origins'
    """
    return f"{count:,} {one}{'' if count == 1 else 's'}"


def day(period: Period) -> str:
    """Return days as a sentence says them, no finer than they are known; else as EDTF.

    >>> from datetime import date
    >>> day(Period(date(2024, 6, 14), date(2024, 6, 15), Granularity.DAY))
    '14 June 2024'
    """
    start = period.start
    if start is None or period.approximate:
        return period.edtf
    match period.granularity:
        case Granularity.DAY:
            return f"{start.day} {start:%B %Y}"
        case Granularity.MONTH:
            return f"{start:%B %Y}"
        case Granularity.YEAR:
            return f"{start.year}"
    return period.edtf
