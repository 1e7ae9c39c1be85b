"""A frame as a record: its triggers, and the ways that lead from them to the roles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .words import Words


class Part(StrEnum):
    """The part of speech in which a trigger speaks."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


WAYS_BY_SYNTAX = frozenset(
    {"subject", "object", "indirect", "poss", "mod", "cop", "author", "holder", "bearer"}
)


class Slot(StrEnum):
    """A role that a frame offers."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    ITEM = "item"
    PLACE = "place"
    ORIGIN = "origin"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own, and what a reader must find in it."""

    text: str
    finds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words that a rule asks for, with sentences that read otherwise without it."""

    name: str
    about: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that opens a frame.

    ``word`` is a lemma; ``beside`` are further lemmas that must hang on it
    ("take place", "pay visit", "fire at"). ``ways`` lead to the roles, best
    first: ``subject``, ``object``, ``indirect``, ``poss``, ``mod``, or a
    preposition. ``needs`` names roles without which the word means something
    else; ``items`` what its figures must count. ``event`` says that the word
    makes a claim even without a figure.
    """

    word: str
    part: Part
    ways: Mapping[Slot, tuple[str, ...]]
    beside: tuple[str, ...] = ()
    needs: tuple[Slot, ...] = ()
    items: frozenset[str] = frozenset()
    event: bool = False
    outcome: str | None = None
    stage: str | None = None
    route: str | None = None
    aggregation: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of claim.

    ``plover`` is the PLOVER event code where one fits. ``currency`` says
    whether its figures may, must or cannot be money,
    ``counts`` whether it takes a figure at all; ``items`` and ``not_items``
    are vocabulary ids or head nouns that make a figure plausible or rule it out.
    ``sides`` says how many names or pronouns a sentence must hold before an event of
    it is looked for, ``dated`` that the text must say when it was.
    """

    name: str
    about: str
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]
    plover: str | None = None
    currency: str = "may"
    counts: bool = True
    items: frozenset[str] = frozenset()
    not_items: frozenset[str] = frozenset()
    sides: int = 0
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames that a reading uses; ``name`` changes whenever one of them does."""

    name: str
    frames: tuple[Frame, ...]
    words: Words
    classes: tuple[WordClass, ...]
    index: Mapping[str, Mapping[Part, tuple[tuple[Frame, Trigger], ...]]]

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.frames)

    def __getitem__(self, name: str) -> Frame:
        return next(frame for frame in self.frames if frame.name == name)

    def knows(self, word: str) -> bool:
        """Return whether a word opens anything; most words do not."""
        return word in self.index

    def opened_by(self, word: str, part: Part) -> tuple[tuple[Frame, Trigger], ...]:
        """Return what a lemma may open, longest phrase first."""
        return self.index[word].get(part, ()) if self.knows(word) else ()
