"""A party and its names, and what a form of words may mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.model import Actor, MentionKind


class OrganisationKind(StrEnum):
    """What sort of organisation it is; finer than an actor's kind."""

    INTERNATIONAL = "international"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    OUTLET = "outlet"
    THINK_TANK = "think_tank"
    COMPANY = "company"
    NGO = "ngo"
    PARTY = "party"


class Beware(StrEnum):
    """Why a form may mean something else.

    ``PERSON``, ``PLACE``, ``WORD``: the party is the usual meaning, but a name
    of a person, another place or a plain word is written the same. ``MOSTLY``:
    others bear the form too, and this is the usual one; ``TWIN``: so they do,
    and it is not; both are read where the text names the party or its state
    elsewhere. ``SELDOM``: something else is the usual meaning. ``CAPS``: safe,
    except in a line of capitals.
    """

    PERSON = "person"
    PLACE = "place"
    WORD = "word"
    MOSTLY = "mostly"
    TWIN = "twin"
    SELDOM = "seldom"
    CAPS = "caps"


@dataclass(frozen=True, slots=True)
class Caution:
    """That a form may mean something else, and what."""

    sort: Beware
    why: str


@dataclass(frozen=True, slots=True)
class Naming:
    """One reading of a form: a party, the way it is named, and a caution if there is one."""

    actor: Actor
    kind: MentionKind
    beware: Caution | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A form that stands in a text at [start, end), with its readings.

    No readings: the form hides a name and stands for no party
    ("South China Sea").
    """

    start: int
    end: int
    form: str
    namings: tuple[Naming, ...]

    @property
    def actor(self) -> Actor | None:
        """The one party that is meant, or nothing where parties share the form."""
        return sure(self.namings)

    @property
    def likely(self) -> Actor | None:
        """The party that is usually meant, even where parties share the form."""
        return likely(self.namings)


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A party with all its names, as the files list them and users may add them.

    ``body`` is the office it is in its country ("intelligence-service"), and
    ``stands_for_state`` is true where news names it and means the state.
    """

    actor: Actor
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    sort: OrganisationKind | None = None
    body: str | None = None
    stands_for_state: bool = False
    cautions: Mapping[str, Caution] = field(default_factory=dict)


def sure(namings: tuple[Naming, ...]) -> Actor | None:
    """Return the one party that a form means, or nothing if others bear it or it seldom means one."""
    if len(namings) == 1 and namings[0].beware is None:
        return namings[0].actor
    named = tuple(naming for naming in namings if not _marked(naming, Beware.SELDOM))
    return None if any(_marked(naming, Beware.MOSTLY, Beware.TWIN) for naming in named) else _only(named)


def likely(namings: tuple[Naming, ...]) -> Actor | None:
    """Return the party that a form usually means, or nothing if that is open.

    "Congolese": of the Democratic Republic, where nothing in the text speaks
    of the other one.
    """
    return _only(naming for naming in namings if not _marked(naming, Beware.SELDOM, Beware.TWIN))


def _marked(naming: Naming, *sorts: Beware) -> bool:
    return naming.beware is not None and naming.beware.sort in sorts


def _only(namings: Iterable[Naming]) -> Actor | None:
    meant = {naming.actor.id: naming.actor for naming in namings}
    return next(iter(meant.values())) if len(meant) == 1 else None


@dataclass(frozen=True, slots=True)
class Body:
    """An office that every state has, such as a defence ministry.

    ``name`` follows the country's adjective. ``stands_for_state`` is true where
    the words mean the state itself ("the military", "the authorities").
    """

    id: str
    name: str
    stands_for_state: bool = False
    outlet: bool = False
