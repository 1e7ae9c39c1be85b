"""Whether a page stands in translation, by the line that says so."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from reportedly.model import Reading

_LONGEST = 240  # a line above this is no credit
_LEAD = (
    r"(?:(?:this|the)\s+(?:article|story|report|text|piece|interview|page|column)\s+(?:was|is|has been)?\s*)?"
)


def translation_readings(lines: Iterable[str]) -> Iterator[Reading]:
    """Yield the first line by which a page says that it is a translation, as it stands."""
    for words in lines:
        credit = _closing(words) or (words if len(words) <= _LONGEST else "")
        if credit and _credit().match(credit.strip(" ([*_—–-")):
            yield Reading("translation", credit.strip(" ()[]*_—–-"), "text credit")
            return


def _closing(words: str) -> str | None:
    """Return what stands in brackets at a paragraph's end."""
    match = re.search(r"[(\[]([^()\[\]]{8,120})[)\]]\W*$", words[-160:])
    return match.group(1) if match else None


@cache
def _credit() -> re.Pattern[str]:
    table = tomllib.loads((files(__package__) / "translations.toml").read_text("utf-8"))
    language = "(?:" + "|".join(map(re.escape, table["languages"])) + ")"
    forms = (re.escape(entry["opens"]).replace(r"\{language\}", language) for entry in table["credit"])
    return re.compile(rf"{_LEAD}(?:{'|'.join(forms).replace(chr(92) + ' ', chr(92) + 's+')})", re.IGNORECASE)
