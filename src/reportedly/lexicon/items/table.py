"""The vocabulary of things: a noun phrase's words to a known thing, or to nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .nouns import JOINTS, NounWords, plain, without_calibre


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the vocabulary; ``parent`` is the wider thing it is.

    ``contains`` is true for a vessel of other things: a figure about it is no
    figure about its load, and ``stands_for`` says what it must not be turned
    into. ``vague`` is true of a word for a whole sort of things.
    """

    id: str
    say: tuple[str, ...]
    unit: str
    parent: str | None = None
    contains: bool = False
    vague: bool = False
    stands_for: str | None = None
    beware: str | None = None
    calibre_mm: int | None = None
    dimension: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    group: str = ""


@dataclass(frozen=True, slots=True)
class ItemTable:
    """Things by id, their forms in the singular, and how nouns behave."""

    things: Mapping[str, Thing]
    forms: Mapping[str, tuple[str, ...]]
    children: Mapping[str, tuple[str, ...]]
    nouns: NounWords

    def get(self, identifier: str) -> Thing | None:
        """Return the thing with this id."""
        return self.things.get(identifier)

    def find(self, words: Sequence[str]) -> Thing | None:
        """Return the thing that a noun phrase names, or nothing.

        The longest known ending decides; a calibre picks the narrower thing;
        behind a measure ("tonnes of ...") the thing follows, behind a carrier
        ("containers of ...") it does not; of two things joined, what both are.
        """
        text, calibres = without_calibre(plain(" ".join(words)))
        found = self._phrase(tuple(self.nouns.singular(word.strip(",;:()\"'")) for word in text.split()))
        return self._of_calibre(found, calibres[0]) if found and len(calibres) == 1 else found

    def is_a(self, child: str, parent: str) -> bool:
        """Return whether a thing is the other or narrower than it."""
        return parent in self.wider(child)

    def wider(self, identifier: str) -> tuple[str, ...]:
        """Return a thing's id and those of all wider things, the narrowest first."""
        thing = self.things.get(identifier)
        if thing is None:
            return ()
        return (identifier, *(self.wider(thing.parent) if thing.parent else ()))

    def narrower(self, identifier: str) -> tuple[str, ...]:
        """Return a thing's id and those of all narrower things."""
        below = (name for child in self.children.get(identifier, ()) for name in self.narrower(child))
        return (identifier, *below) if identifier in self.things else ()

    def carrier(self, identifier: str) -> bool:
        """Return whether a thing is a vessel for other things, so that its figure is not theirs."""
        thing = self.things.get(identifier)
        return thing is not None and thing.contains

    def _phrase(self, words: tuple[str, ...]) -> Thing | None:
        while words and words[0] in JOINTS:
            words = words[1:]
        if any(" ".join(words[start:]) in self.nouns.not_things for start in range(len(words))):
            return None
        if not self.nouns.parting.isdisjoint(words):
            whole = self._ending(words, across=self.nouns.parting)
            if whole:
                return whole
            words = self._until_end(words)
        for joint in ("of", *JOINTS):
            if joint in words:
                at = words.index(joint)
                return self._joined(words[:at], joint, words[at + 1 :])
        found = self._ending(words)
        return self._ending(words[:-1]) if found is None and words and words[-1].endswith("ed") else found

    def _until_end(self, words: tuple[str, ...]) -> tuple[str, ...]:
        ends = (at for at, word in enumerate(words) if at and word in self.nouns.ends)
        return words[: next(ends, len(words))]

    def _joined(self, left: tuple[str, ...], joint: str, right: tuple[str, ...]) -> Thing | None:
        if joint == "of":
            measured = any(" ".join(left[start:]) in self.nouns.measures for start in range(len(left)))
            return (self._phrase(right) if measured else None) or self._phrase(left)
        return self._common((self._phrase(left), self._phrase(right)))

    def _ending(self, words: tuple[str, ...], *, across: frozenset[str] = frozenset()) -> Thing | None:
        """Return the thing of the longest known ending; with ``across``, of one that spans such a word."""
        for start in range(len(words)):
            ending = words[start:]
            names = self.forms.get(" ".join(ending))
            if names and (not across or not across.isdisjoint(ending)):
                return self._common([self.things[name] for name in names])
        return None

    def _common(self, found: Sequence[Thing | None]) -> Thing | None:
        """Return the narrowest thing that all of these are, or nothing."""
        if len(found) == 1:
            return found[0]
        first, *rest = (self.wider(thing.id) if thing else () for thing in found)
        shared = (name for name in first if all(name in line for line in rest))
        return self.things.get(next(shared, ""))

    def _of_calibre(self, found: Thing, calibre: int) -> Thing:
        below = (self.things[name] for name in self.narrower(found.id))
        return next((thing for thing in below if thing.calibre_mm == calibre), found)
