"""What a chart shows: marks, and the ties between them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TieKind(StrEnum):
    """How two marks are tied."""

    CONFLICT = "conflict"
    STEP = "step"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Mark:
    """One origin's figure: an interval of days and an interval of figures, either end open.

    ``word`` is a vague word; ``label`` the figure as it prints; ``pages`` how
    many pages stand on the origin; ``words`` what they say. A mark without
    any figure is a denial and stands in the strip above the plot.
    """

    id: str
    start: date | None
    last: date | None
    low: float | None
    high: float | None
    label: str
    speaker: str
    family: str
    words: str
    link: str
    pages: int = 1
    word: str | None = None
    headline: bool = False
    struck: bool = False

    @property
    def known(self) -> float | None:
        """The end that the words give; the higher where they give both."""
        if self.word is None and self.high is not None:
            return self.high
        return self.low if self.low is not None else self.high

    @property
    def day(self) -> date | None:
        """The day at which the mark stands: its last, as a count is taken at its end."""
        return self.last or self.start


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two marks, with the reason in words."""

    kind: TieKind
    later: str
    earlier: str
    because: str


@dataclass(frozen=True, slots=True)
class Faint:
    """One more origin's figure, drawn as a thin line without words where a chart cannot bear them all."""

    day: date
    low: float | None
    high: float | None
    family: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One measure through time; ``faint`` are the origins for whose words there is no room."""

    title: str
    unit: str
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...] = ()
    faint: tuple[Faint, ...] = ()
