"""Lines on a terminal: JSON, widths, weight."""

import json
import shutil
import sys
import unicodedata

from reportedly.export import Value


def as_json(value: Value) -> str:
    """Return a value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False)


def width() -> int:
    """Return how many columns the terminal has (120 for a pipe)."""
    return shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else 120


def fit(words: str, columns: int) -> str:
    """Return words on one line, cut with an ellipsis and padded to so many columns."""
    line = " ".join(words.split())
    if _columns(line) > columns:
        while _columns(line) > columns - 1:
            line = line[:-1]
        line += "…"
    return line + " " * (columns - _columns(line))


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def bold(words: str) -> str:
    """Return words in bold on a terminal, plain in a pipe."""
    return f"\x1b[1m{words}\x1b[0m" if sys.stdout.isatty() else words


def many(count: int, noun: str) -> str:
    """Return a count with its noun: "1 page", "3 pages"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
