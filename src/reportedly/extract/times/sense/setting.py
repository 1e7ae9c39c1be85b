"""What words of time mean, and the setting they are read in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.extract.times.row.grammar import Phrase
from reportedly.model import Granularity, Period, TimexType

from .days import around, part_of, step, value_of


@dataclass(frozen=True, slots=True)
class Sense:
    """The TIMEX3 type and value of a phrase, and its days if it has any.

    ``skip`` marks words that only look like a time; ``cue`` is a last word
    that belongs to no time ("three days" later).
    """

    type: TimexType
    value: str
    period: Period | None = None
    skip: bool = False
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A time that was told: its phrase, its meaning, its words, the cue before it."""

    phrase: Phrase
    sense: Sense
    first: int
    end: int
    cue: str | None = None


REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_COMPARED = frozenset({"earlier", "ago", "year_period"})
SKIP = Sense(TimexType.DATE, "", skip=True)


@dataclass(frozen=True, slots=True)
class Setting:
    """The day a text is read from, what it told before, and where it looks.

    ``lean`` says whether the words around a phrase look ahead (1), back (-1)
    or neither (0).
    """

    anchor: date | None
    told: Sequence[Told]
    lean: Callable[[Phrase], int]

    def leans(self, phrase: Phrase) -> int:
        """Return where a phrase looks, or the hour that stands right before it."""
        last = self.told[-1] if self.told else None
        if last and last.phrase.reader == "clock" and last.end == phrase.first:
            return self.lean(last.phrase)
        return self.lean(phrase)

    def focus(self, *sizes: Granularity) -> Period | None:
        """Return the last period told of one of these sizes, or of any."""
        for told in reversed(self.told):
            period = told.sense.period
            if told.phrase.reader in _COMPARED:
                continue
            if period and period.start and period.end and (not sizes or period.granularity in sizes):
                return period
        return None


def whole(period: Period, kind: TimexType = TimexType.DATE) -> Sense:
    """Return the sense of a whole calendar period."""
    return Sense(kind, value_of(period), period)


def date_ref(value: str, period: Period | None = None) -> Sense:
    """Return a date known by its TIMEX3 value, with its days if it has any."""
    return Sense(TimexType.DATE, value, period)


def beside(anchor: date, unit: str, count: int) -> Sense | None:
    """Return the whole unit that lies so many units from a day's own."""
    day = step(around(anchor, unit).start or anchor, unit, count)
    return whole(around(day, unit)) if day else None


def with_part(sense: Sense, part: str | None) -> Sense:
    """Return the early, middle or late part of what is meant; its value stays."""
    if part is None or sense.period is None or sense.period.granularity is Granularity.DAY:
        return sense
    return Sense(sense.type, sense.value, part_of(sense.period, part))


def near_year(anchor: date, days: Callable[[int], date | None], lean: int) -> int | None:
    """Return the year that puts a yearly day where the text looks.

    Without a lean the nearest is meant; with one, the other side counts as
    farther: eight times by a verb (1), twelve by a word right before (2).
    """
    found = [(day - anchor, year) for year in range(anchor.year - 1, anchor.year + 2) if (day := days(year))]
    if not found:
        return None
    against = {0: 1, 1: 8, 2: 12}[abs(lean)]
    return min(found, key=lambda pair: abs(pair[0].days) * (against if pair[0].days * lean < 0 else 1))[1]
