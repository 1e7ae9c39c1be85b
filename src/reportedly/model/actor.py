"""Who: a resolved party, and the words it was read from."""

from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class ActorKind(StrEnum):
    """What sort of party it is."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    OUTLET = "outlet"
    GROUP = "group"
    PLACE = "place"


class MentionKind(StrEnum):
    """How the text names a party."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    SURNAME = "surname"
    TITLE = "title"
    ANAPHOR = "anaphor"
    DESCRIPTION = "description"


class Carried(StrEnum):
    """From where on the page a party came to a claim whose own sentence leaves it out."""

    HEADLINE = "the headline"
    EARLIER = "earlier words"
    LATER = "later words"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party under one name: ``country:KR``, ``org:nato``, ``person:shin-won-sik``."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a party, and how they were read.

    ``place`` is true where the words tell where, not who ("in Seoul").
    ``office`` keeps a person's title as written ("the South Korean minister").
    ``carried`` says from where a claim took the party, if not from its own sentence.
    """

    span: Span
    words: str
    actor: Actor
    kind: MentionKind
    place: bool = False
    office: str | None = None
    carried: Carried | None = None
