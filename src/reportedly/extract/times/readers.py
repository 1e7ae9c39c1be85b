"""Which function reads which rule of the lexicon."""

from collections.abc import Callable, Mapping

from .row.grammar import Phrase
from .rules import absolute, clock, comparisons, durations, fiscal, nearby, relative, weekdays, yearly
from .sense.setting import Sense, Setting

Reader = Callable[[Phrase, Setting], Sense | None]
READERS: Mapping[str, Reader] = {
    "nothing": relative.nothing,
    "clock": clock.clock,
    "every": durations.every,
    "rate": durations.rate,
    "often": durations.often,
    "weekly": durations.weekly,
    "length": durations.length,
    "plural": durations.plural,
    "iso": absolute.iso,
    "slashed": absolute.slashed,
    "day": absolute.day,
    "days": absolute.days,
    "listed_day": absolute.listed_day,
    "month": absolute.month,
    "season": yearly.season,
    "holiday": yearly.feast,
    "year": absolute.year,
    "two_years": absolute.two_years,
    "spelled_year": absolute.spelled_year,
    "decade": absolute.decade,
    "century": absolute.century,
    "quarter": fiscal.quarter,
    "quarter_code": fiscal.quarter_code,
    "quarters": fiscal.quarters,
    "half": fiscal.half,
    "first_units": fiscal.first_units,
    "window": fiscal.window,
    "earlier": comparisons.earlier,
    "focus": comparisons.focus,
    "year_period": comparisons.year_period,
    "year_end": fiscal.year_end,
    "end_of": fiscal.end_of,
    "day_off": weekdays.day_off,
    "tonight": weekdays.tonight,
    "this_part": weekdays.this_part,
    "weekday": weekdays.weekday,
    "weekday_nth": relative.nothing,
    "weekday_of": weekdays.weekday_of,
    "weekend": weekdays.weekend,
    "near": nearby.near,
    "running": nearby.running,
    "ago": relative.ago,
    "recent": relative.recent,
    "same": relative.same,
    "neighbour": relative.neighbour,
    "ref": relative.ref,
}
