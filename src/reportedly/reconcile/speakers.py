"""Who speaks: the innermost source, the circle it belongs to, the relays on the way."""

from dataclasses import dataclass
from re import compile as pattern
from re import sub

from reportedly.model import (
    UNKNOWN,
    Actor,
    ActorKind,
    Claim,
    Document,
    Link,
    Period,
    Section,
    SourceRole,
)

_BODIES = frozenset({SourceRole.INSTITUTION, SourceRole.OFFICE, SourceRole.DOCUMENT})

_LEAD = pattern(r"^(?:(?:at|in|on|during|to|before|after)\s+)?(?:(?:an?|the|his|her|its|their)\s+)?")
_OURS = pattern(
    r"(?i)^our\b|\b(?:of|for|at|with) (?:this|our own) (?:news)?(?:paper|site|magazine|weekly|daily|desk)\b"
)
_OWNED = pattern(r"(?i)^(?!an?\b|his\b|her\b|its\b|their\b)(?P<owner>.+)['’]s (?:[\w-]+ )*[\w-]*[^s\W]$")
_DAY = pattern(r"\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier)\b.*$")
_ANYBODY = pattern(
    r"\b(?:reporters?|journalists?|media|press|correspondents?|newspapers?|papers?|readers?|viewers?|public)\b"
)


@dataclass(frozen=True, slots=True)
class Voicing:
    """Who says it: see ``Told`` for the names."""

    speaker: str
    circle: str
    plain: bool = False
    said: Period | None = None
    occasion: str | None = None
    relays: tuple[str, ...] = ()


def outlet(document: Document) -> str:
    """Return who publishes a page: its outlet's name, else the host of its address."""
    return document.outlet or document.url.split("//")[-1].split("/")[0]


def voicing(claim: Claim, document: Document) -> Voicing:
    """Return who says it; a page that names nobody speaks for itself, or for the agency it credits.

    An unnamed source stays unnamed: it is one saying on its own page, no more.
    """
    chain = claim.attribution
    if not chain:
        return _own(document)
    inner = chain[-1]
    if inner.actor is None and (_OURS.search(inner.words) or claim.section is Section.CORRECTION):
        return _own(document)
    relays = tuple(sorted({_name(link) for link in chain[:-1]}))
    if inner.actor is None:
        circle = _relay(chain) or _body(inner) or f"page:{document.id}"
        return _with(inner, f"[{inner.words}]" if inner.words else UNKNOWN, circle, relays)
    actor = inner.actor
    circle = _circle(actor)
    return _with(inner, actor.id, circle, relays, plain=actor.kind is ActorKind.COUNTRY)


def slug(words: str) -> str:
    """Return words in small letters, joined by hyphens."""
    return sub(r"[\W_]+", "-", words.lower()).strip("-")


def _with(link: Link, speaker: str, circle: str, relays: tuple[str, ...], *, plain: bool = False) -> Voicing:
    """Return a voicing with the day and the occasion that its link gives."""
    return Voicing(speaker, circle, plain, link.said_on, _occasion(link), relays)


def _relay(chain: tuple[Link, ...]) -> str | None:
    """Return the named source next to one that nobody names: what both pages quote is one saying."""
    return next((f"via:{link.actor.id}" for link in reversed(chain[:-1]) if link.actor), None)


def _body(link: Link) -> str | None:
    """Return the body that the words name though no table knows it ("the disaster authority").

    A paper is its maker's ("the harbour office's count"), and so is an office
    that belongs to somebody ("the harbour office's president"), but not an
    unnamed one of several.
    """
    owned = _OWNED.match(link.words)
    if link.role is SourceRole.DOCUMENT and owned:
        return _named(owned["owner"])
    return _named(link.words) if link.role in _BODIES or owned else None


def _named(words: str) -> str | None:
    name = slug(words).removeprefix("the-")
    return f"body:{name}" if name else None


def _own(document: Document) -> Voicing:
    agency = document.reading("agency")
    if agency:
        return Voicing(f"agency:{slug(agency)}", f"agency:{slug(agency)}")
    house = slug(outlet(document))
    return Voicing(f"outlet:{house}", f"house:{house}")


def _circle(actor: Actor) -> str:
    """Return the state a speaker belongs to, so that "Seoul" can be its minister.

    An outlet that is cited is the house whose own pages may be in the ledger.
    """
    if actor.kind is ActorKind.OUTLET:
        return f"house:{slug(actor.name)}"
    if not actor.country:
        return actor.id
    return f"country:{actor.country}"


def _name(link: Link) -> str:
    return link.actor.id if link.actor else slug(link.words)


def _occasion(link: Link) -> str | None:
    """Return the occasion without its preposition and day; whom one always tells is none."""
    if link.occasion:
        return slug(_DAY.sub("", _LEAD.sub("", link.occasion.lower()))) or None
    hearer = slug(_LEAD.sub("", link.addressee.lower())) if link.addressee else ""
    return hearer if hearer and not _ANYBODY.search(hearer) else None
