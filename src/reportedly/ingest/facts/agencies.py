"""Which news agency a page's story came from, by its dateline or its author."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from reportedly.model import Reading

_REACH = 80  # a dateline stands within the first words of its paragraph


def agency_readings(lines: Iterable[str], authors: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the agencies that sign a paragraph or stand as author."""
    marks = agency_marks()
    for reading in authors:
        if reading.value.casefold() in marks:
            yield Reading("agency", marks[reading.value.casefold()], reading.source)
    for words in lines:
        match = _dateline().search(words, 0, _REACH)
        if match:
            yield Reading("agency", marks[match.group(1).casefold()], "text dateline")
            return


@cache
def agency_marks() -> dict[str, str]:
    """Return every mark that agencies sign with, in lower case, and whose it is."""
    table = tomllib.loads((files(__package__) / "agencies.toml").read_text("utf-8"))["agency"]
    return {mark.casefold().strip("/"): entry["name"] for entry in table for mark in entry["marks"]}


@cache
def _dateline() -> re.Pattern[str]:
    table = tomllib.loads((files(__package__) / "agencies.toml").read_text("utf-8"))["agency"]
    marks = sorted(
        {re.escape(m.strip("/")) for entry in table for m in entry["marks"]}, key=len, reverse=True
    )
    return re.compile(rf"[(/]({'|'.join(marks)})[)/](?:\s*(?:[-–—:.]|\s)|$)")
