"""Reads what comes every year: seasons and holidays."""

import re
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.sense.counts import year_of
from reportedly.extract.times.sense.days import a_day, a_season, holiday
from reportedly.extract.times.sense.setting import SKIP, Sense, Setting, date_ref, near_year, whole, with_part

from .absolute import part


def season(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``the summer of 2022``, ``last winter``, ``in the spring``."""
    code = phrase.said("season", "SEASON")
    if not isinstance(code, str):
        return None
    year = year_of(phrase)
    anchor = setting.anchor
    if year is None and anchor:
        lean = setting.lean(phrase)
        if phrase.has("shift"):
            lean = phrase.number("shift", "LAST", "NEXT", "THIS") or (
                -1 if phrase.words("shift")[-1] == "past" else 0
            )
        year = _season_year(anchor, code, lean, near=phrase.words("shift") == ("this",))
    if year is None:
        return date_ref(f"XXXX-{code}")
    return with_part(whole(a_season(year, code)), part(phrase))


def _season_year(anchor: date, code: str, lean: int, *, near: bool) -> int:
    """Return the year whose season lies where the text looks."""
    if near and code != "WI":
        return anchor.year
    years = range(anchor.year - 2, anchor.year + 2)
    spans = [(year, a_season(year, code)) for year in years]
    if lean < 0:
        return max(year for year, span in spans if span.end and span.end <= anchor)
    if lean > 0:
        return min(year for year, span in spans if span.start and span.start > anchor)
    return max(year for year, span in spans if span.start and span.start <= anchor)


def feast(phrase: Phrase, setting: Setting) -> Sense | None:
    """Read ``Christmas Day 2022``, ``last Thanksgiving``."""
    says = phrase.said("day", "HOLIDAY")
    if not isinstance(says, str):
        return None
    year = year_of(phrase)
    if year is None and setting.anchor:
        lean = phrase.number("shift", "LAST", "NEXT", "THIS") if phrase.has("shift") else setting.lean(phrase)
        year = near_year(setting.anchor, lambda y: holiday(y, says), lean or 0)
    found = holiday(year, says) if year else None
    if found:
        return whole(a_day(found))
    return date_ref(f"XXXX-{says}") if re.fullmatch(r"\d\d-\d\d", says) else SKIP
