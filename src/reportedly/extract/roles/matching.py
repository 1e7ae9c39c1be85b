"""Which words of a sentence open a frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.tree import CLAUSES, Tree
from reportedly.frames import Frame, Frames, Part, Trigger

from .arguments import verbal
from .prepositions import case_of, prepositional
from .ways import fill

_PARTS = {"VERB": Part.VERB, "NOUN": Part.NOUN, "PROPN": Part.NOUN, "ADJ": Part.ADJECTIVE}
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_SETTING = frozenset(
    {"before", "after", "during", "since", "amid", "despite", "following", "until", "without"}
)
_NAMED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
_LOOSE = {Part.VERB: (Part.ADJECTIVE,), Part.ADJECTIVE: (Part.VERB,), Part.NOUN: ()}


@dataclass(frozen=True, slots=True)
class Opening:
    """A token that opens a frame by one of its triggers."""

    at: int
    frame: Frame
    trigger: Trigger


def openings(tree: Tree, frames: Frames) -> Iterator[Opening]:
    """Yield every opening of a sentence, left to right, the longest phrase first."""
    for at in range(len(tree)):
        part = _part(tree, at)
        known = part is not Part.NOUN or frames.knows(tree.lemmas[at]) or frames.knows(tree.words[at])
        if part is not None and known:
            yield from _opened(tree, at, part, frames)


def _part(tree: Tree, at: int) -> Part | None:
    """Return the part of speech in which a token may open a frame; most tokens have none."""
    if tree.deps[at] in _HELPING:
        return None
    return Part.VERB if tree.kids[at] and verbal(tree, at) else _PARTS.get(tree.tokens[at].pos)


def _opened(tree: Tree, at: int, part: Part, frames: Frames) -> Iterator[Opening]:
    """Yield the frames that one token opens."""
    for lemma, tried in _readings(tree, at, part):
        for frame, trigger in frames.opened_by(lemma, tried):
            if _has_company(tree, at, trigger, frames.words.gauge) and _has_needs(tree, at, trigger):
                yield Opening(at, frame, trigger)


def _readings(tree: Tree, at: int, part: Part) -> Iterator[tuple[str, Part]]:
    lemma, word = tree.lemmas[at], tree.words[at]
    yield lemma, part
    if part is Part.VERB and tree.tokens[at].pos != "VERB":
        yield from ((stem, part) for stem in _stems(word) if stem != lemma)
    if word != lemma and part is not Part.VERB:
        yield word, part
    if part is not Part.NOUN and tree.deps[at] in _NAMED and tree.first(at, "det") is not None:
        yield word, Part.NOUN  # "the injured"
    for other in _LOOSE[part]:  # participles are tagged now one way, now the other
        yield word if other is Part.ADJECTIVE else lemma, other
        if other is Part.VERB and word.endswith(("ed", "ing")):
            yield from ((stem, other) for stem in _stems(word) if stem != lemma)


def _has_company(tree: Tree, at: int, trigger: Trigger, gauge: frozenset[str]) -> bool:
    """Tell whether the words beside a trigger hang on it, or on "a wave of" that does."""
    if not trigger.beside:
        return True
    first = trigger.beside[0]
    if first not in tree.words and first not in tree.lemmas:
        return False
    kids = [kid for kid in tree.kids[at] if not _apart(tree, kid)]
    kids += [below for kid in kids if tree.lemmas[kid] in gauge for below in prepositional(tree, kid, "of")]
    near = {tree.lemmas[kid] for kid in kids} | {tree.words[kid] for kid in kids}
    near |= {tree.words[case] for kid in kids for case in tree.by(kid, "case")}
    return all(word in near for word in trigger.beside)


def _apart(tree: Tree, kid: int) -> bool:
    """Tell whether a word says something beside the verb: a clause, or when it was ("before the raid")."""
    clause = tree.dep(kid) in CLAUSES and tree.tokens[kid].pos in {"VERB", "AUX"}
    return clause or case_of(tree, kid) in _SETTING


def _has_needs(tree: Tree, at: int, trigger: Trigger) -> bool:
    return all(fill(tree, at, trigger, slot) is not None for slot in trigger.needs)


def _stems(word: str) -> Iterator[str]:
    """Yield what a verb form tagged as something else may come from ("supplying", "issues")."""
    for ending, puts in (
        ("ing", ("", "e")),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from (word.removesuffix(ending) + put for put in puts)
