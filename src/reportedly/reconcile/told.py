"""A claim as it is told: with its page's day, its speaker and what it measures.

Everything that the later steps compare stands in this one record, so that a
cell of claims can be worked through without the pages they came from.
"""

from dataclasses import dataclass, replace
from datetime import date

from reportedly.model import Claim, Period


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """What a claim measures, its parties and place known or left empty.

    ``wholes`` are the places that its place lies in, the narrowest first.
    """

    kind: str
    actor: str = ""
    recipient: str = ""
    place: str = ""
    item: str = ""
    outcome: str = ""
    scope: str = ""
    per: str = ""
    currency: str = ""
    wholes: tuple[str, ...] = ()

    @property
    def cell(self) -> str:
        """The claims that may ever be held against one another share a cell; a part is in its whole's."""
        widest = self.wholes[-1] if self.wholes else self.place
        return f"{self.kind}|{self.actor}|{self.recipient}|{widest}"

    def of(self, item: str) -> "Measure":
        """Return the same measure of another thing."""
        return replace(self, item=item)


@dataclass(frozen=True, slots=True)
class Told:
    """One claim with all that decides how it stands to others.

    ``rank`` orders pages, ``moment`` sayings (ISO 8601). ``speaker`` is an
    actor's id or bracketed words, ``circle`` the state, office or page whose
    sayings may be one, ``plain`` true of a speaker named no closer than by
    country; ``saying`` groups what it says on one page, ``component`` and
    ``origin`` what it says on all. ``said`` is the day the words give,
    ``since`` the first day counted. ``heard`` is the claim of its article that
    a headline speaks for, ``source`` the claim these words were copied from;
    ``next`` is the claim after it in the same sentence, ``joint`` the
    conjunction between. ``bent`` is true of a retelling in another voice, unit
    or with other parties than its origin's. ``at`` are the addresses of its
    page, ``translated`` is true where the source's words were not copied but
    translated, ``links`` those that the words near it lead to, ``through`` those that
    its page leads to, where it cites one outlet only.
    """

    claim: Claim
    rank: str
    url: str
    outlet: str
    moment: str
    day: date | None
    speaker: str
    circle: str
    measure: Measure
    line: str
    cell: str
    plain: bool = False
    said: Period | None = None
    occasion: str | None = None
    relays: tuple[str, ...] = ()
    as_of: Period | None = None
    since: Period | None = None
    heard: str | None = None
    source: str | None = None
    next: str | None = None
    joint: str | None = None
    saying: str = ""
    component: str = ""
    origin: str = ""
    bent: bool = False
    at: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    translated: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Earlier sayings first, then as they stand on their page."""
        return self.moment, self.rank, self.claim.evidence.span.start, self.claim.id
