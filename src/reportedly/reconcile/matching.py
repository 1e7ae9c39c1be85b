"""When two sayings are one utterance: what speaks for it, and what against."""

from dataclasses import dataclass

from reportedly.lexicon import ItemTable
from reportedly.model import Period, Section

from .bounds import core, retold
from .links import leads_to
from .measures import anchored
from .telling import related
from .told import Told
from .voices import Family

NEAR = 4
WEEK = 7
YEAR = 366  # how far back a link may lead
LARGE = 1000

_MOVED = {"capacity": "transfer", "count": "transfer"}


@dataclass(frozen=True, slots=True)
class Saying:
    """What one speaker says on one page, as of one day."""

    id: str
    tolds: tuple[Told, ...]

    @property
    def first(self) -> Told:
        """The claim it begins with."""
        return self.tolds[0]


def same_utterance(one: Saying, other: Saying, items: ItemTable) -> str | None:
    """Return why two sayings are one utterance, or nothing."""
    a, b = one.first, other.first
    if a.saying == b.saying or a.day is None or b.day is None:
        return None
    said = said_on(one), said_on(other)
    if said[0] and said[1] and not said[0].overlaps(said[1]):
        return None
    occasions = _occasions(one), _occasions(other)
    if occasions[0] and occasions[1] and not occasions[0] & occasions[1]:
        return None
    gap = abs((a.day - b.day).days)
    led = _led(one, other, items) or _led(other, one, items)
    if led and gap <= YEAR:
        return led
    if not one_voice(a, b):
        return None
    if occasions[0] & occasions[1] and gap <= WEEK:
        return f"the same occasion ({min(occasions[0] & occasions[1])})"
    if said[0] and said[1] and a.speaker == b.speaker:
        return "the same speaker on the same day"
    figure = _shared_figure(one, other, items)
    if figure and gap <= NEAR:
        return f"the same speaker and figure within {NEAR} days ({figure})"
    relays = {r for t in one.tolds for r in t.relays} & {r for t in other.tolds for r in t.relays}
    if relays and gap <= WEEK and (figure or _shared_matter(one, other, items)):
        return f"both cite {min(relays)}"
    return None


def _led(one: Saying, other: Saying, items: ItemTable) -> str | None:
    """Return how the first leads to the second by a link, for the very figure that stands there.

    Whom the page names must not be another than who is named there; and what
    was said after that page appeared cannot stand on it.
    """
    said, there = said_on(one), other.first
    if not (one_voice(one.first, there) or _unnamed(one.first) or _unnamed(there)):
        return None
    if one.first.rank < there.rank or (said and said.start and there.day and said.start > there.day):
        return None
    for a in one.tolds:
        for b in other.tolds:
            if leads_to(a, b) and _matter(a, b, items) and _figures(a, b):
                return f"links to the page that says so ({b.outlet})"
    return None


def _unnamed(told: Told) -> bool:
    """Is it a page's own word, or one of a source that nobody names?"""
    return told.circle.startswith(("page:", "house:", "agency:", "via:"))


def one_voice(a: Told, b: Told) -> bool:
    """Return whether two claims may come from one mouth: one name, or a state and who speaks for it.

    A house may be cited under its name, and an unnamed source by two pages
    that had it from one agency.
    """
    loose = a.plain or b.plain or a.circle.startswith(("via:", "house:", "body:"))
    return a.circle == b.circle and (a.speaker == b.speaker or loose)


def said_on(saying: Saying) -> Period | None:
    """Return the day that the words of a saying give, or nothing."""
    return next((t.said for t in saying.tolds if t.said), None)


def _occasions(saying: Saying) -> set[str]:
    return {t.occasion for t in saying.tolds if t.occasion}


def _shared_figure(one: Saying, other: Saying, items: ItemTable) -> str | None:
    for a in one.tolds:
        for b in other.tolds:
            if _matter(a, b, items) and _figures(a, b):
                return a.claim.quantity.words if a.claim.quantity else a.claim.kind
    return None


def _figures(a: Told, b: Told) -> bool:
    one, other = a.claim.quantity, b.claim.quantity
    denied = [t.line.startswith(Family.DENIED.value) for t in (a, b)]
    notes = [t.claim.section is Section.CORRECTION for t in (a, b)]
    if denied[0] is not denied[1] or notes[0] is not notes[1] or not _telling(a, b):
        return False
    if one is None or other is None:
        return one is other and a.measure == b.measure
    if one.currency != other.currency:
        return core(one) == core(other) and a.measure.cell == b.measure.cell
    return retold(one, other)


def _telling(a: Told, b: Told) -> bool:
    """Return whether a shared figure tells: of known parties or places, or too large for an accident."""
    number = core(a.claim.quantity) if a.claim.quantity else None
    large = number is not None and number >= LARGE
    return large or (anchored(a.measure) and anchored(b.measure))


def _shared_matter(one: Saying, other: Saying, items: ItemTable) -> bool:
    return any(_matter(a, b, items) for a in one.tolds for b in other.tolds)


def _matter(a: Told, b: Told, items: ItemTable) -> bool:
    """Do two claims speak of one sort of thing that happened?"""
    one, other = a.measure, b.measure
    return (
        basic_kind(a) == basic_kind(b)
        and one.outcome == other.outcome
        and related(one.item, other.item, items)
    )


def basic_kind(told: Told) -> str:
    """Return what sort of thing happened: what is held or counted may also have been sent."""
    return _MOVED.get(told.measure.kind, told.measure.kind)
