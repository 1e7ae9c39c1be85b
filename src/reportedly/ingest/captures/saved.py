"""Where a page that a browser saved came from, and when, as its first comment says."""

import re
from datetime import datetime

_HEAD = 4096
_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://\S{3,2000}?)\s*-->", re.IGNORECASE)
_SINGLE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S{3,2000})(.{0,400}?)-->", re.DOTALL
)
_DAY = re.compile(rb"saved date:\s*\w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})")


def saved_from(body: bytes) -> tuple[str | None, datetime | None]:
    """Return the address that a saved page names, and the moment; nothing where it names none.

    Browsers write ``<!-- saved from url=(0023)https://... -->``; SingleFile writes
    the address and the date into a comment of its own.
    """
    head = body[:_HEAD]
    single = _SINGLE.search(head)
    found = single or _FROM.search(head)
    if found is None:
        return None, None
    return found.group(1).decode("utf-8", "replace"), _moment(single.group(2)) if single else None


def _moment(words: bytes) -> datetime | None:
    told = _DAY.search(words)
    try:
        return datetime.strptime(told.group(1).decode("ascii"), "%b %d %Y %H:%M:%S GMT%z") if told else None
    except ValueError:
        return None
