"""The ways from a trigger to a role, as frame files write them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from reportedly.extract.tree import Tree
from reportedly.frames import Part, Slot, Trigger
from reportedly.lexicon import load_roles

from .arguments import agent, given_to, nominal, passive, patient, retained, surface_subject, verbal
from .prepositions import case_of, prepositional


def fill(tree: Tree, at: int, trigger: Trigger, slot: Slot) -> int | None:
    """Return the head token that fills a role of a trigger, by its best way."""
    return next(fillers(tree, at, trigger, slot), None)


def fillers(tree: Tree, at: int, trigger: Trigger, slot: Slot) -> Iterator[int]:
    """Yield the tokens that may fill a role, best way first."""
    seen = {at}
    for way in trigger.ways.get(slot, ()):
        for found in _found(tree, at, trigger, _doing(trigger) if way == "subject" else way):
            if found not in seen and (
                nominal(tree, found) or (way == "mod" and tree.tokens[found].pos == "ADJ")
            ):
                seen.add(found)
                yield found


def _doing(trigger: Trigger) -> str:
    """Return the way to a subject: an adjective has no agent, and a verb without an object moves itself."""
    if trigger.part is Part.ADJECTIVE:
        return "bearer of it"
    return "subject" if any("object" in ways for ways in trigger.ways.values()) else "mover"


def _found(tree: Tree, at: int, trigger: Trigger, way: str) -> Iterable[int]:
    """Return where a way leads, from the verb or from the noun that makes its sense ("pay a visit to")."""
    found = follow(tree, at, way)
    if not trigger.beside or trigger.part is not Part.VERB or way in _NAMED or way == "mod":
        return found
    nouns = (noun for noun in tree.by(at, "obj") if tree.lemmas[noun] in trigger.beside)
    return chain(found, (i for noun in nouns for i in prepositional(tree, noun, way)))


def follow(tree: Tree, at: int, way: str) -> Iterable[int]:
    """Return the tokens that one way leads to."""
    named = _NAMED.get(way)
    if named is not None:
        found = named(tree, at)
        return () if found is None else (found,)
    if way == "mod":
        return _modifiers(tree, at)
    if way == "by" and verbal(tree, at):
        return chain(tree.by(at, "obl:agent"), prepositional(tree, at, "by"))
    if way == "between":
        return (i for side in prepositional(tree, at, way) for i in (side, *_beyond(tree, side)))
    return prepositional(tree, at, way) if way in tree.led else ()


def _beyond(tree: Tree, side: int) -> Iterator[int]:
    """Yield the second of "between A and B", where a parser hung it on a noun before."""
    after = max(tree.under(side)) + 1
    if after < len(tree) and tree.words[after] == "and" and tree.tokens[after].head > after:
        second = tree.tokens[after].head
        if tree.dep(second) == "conj" and tree.tokens[second].head < side:
            yield second


def _modifiers(tree: Tree, at: int) -> Iterator[int]:
    """Yield what stands before a noun, and the names before that ("an Al-Qaeda suicide attack")."""
    for kid in tree.by(at, "compound", "amod", "nmod", "nmod:poss"):
        if kid < at and not case_of(tree, kid):
            yield kid
            yield from (i for i in tree.by(kid, "compound") if tree.tokens[i].pos == "PROPN")


def _subject(tree: Tree, at: int) -> int | None:
    if verbal(tree, at):
        return agent(tree, at)
    return surface_subject(tree, at)


def _mover(tree: Tree, at: int) -> int | None:
    """Return the subject of a verb without an object, which no participle can turn passive."""
    found = _subject(tree, at)
    return found if found is not None else surface_subject(tree, at)


def _object(tree: Tree, at: int) -> int | None:
    if verbal(tree, at):
        return patient(tree, at)
    return _complement(tree, at)


def _complement(tree: Tree, at: int) -> int | None:
    """Return the object of the verb that an adjective governs ("capable of carrying shells")."""
    verb = tree.first(at, "xcomp", "advcl", "ccomp", "acl")
    return patient(tree, verb) if verb is not None else None


def _indirect(tree: Tree, at: int) -> int | None:
    """Return who gets it: an indirect object, also as subject of a passive ("was given $1 million")."""
    given = tree.first(at, "iobj")
    if given is None:
        given = given_to(tree, at)[0]
    if given is None and passive(tree, at) and retained(tree, at) is not None:
        return surface_subject(tree, at)
    return given


def _possessor(tree: Tree, at: int) -> int | None:
    return tree.first(at, "nmod:poss")


def _copular(tree: Tree, at: int) -> int | None:
    return tree.first(at, "nsubj") if tree.first(at, "cop") is not None else None


def _bearer(tree: Tree, at: int) -> int | None:
    """Return who lies under it: "is subject to sanctions", "faces sanctions", "is under sanctions"."""
    if tree.dep(at) in {"obl", "nmod", "obj"}:
        head = tree.tokens[at].head
        if tree.dep(at) == "obj" and verbal(tree, head) and passive(tree, head):
            return surface_subject(tree, head)  # "was given a fine"
        if tree.tokens[head].pos in {"ADJ", "NOUN"} or tree.lemmas[head] in load_roles().bears:
            return surface_subject(tree, head)
    if case_of(tree, at) == "under":
        return surface_subject(tree, at)
    return None


def _holder(tree: Tree, at: int) -> int | None:
    """Return who has, keeps or imposes it: the subject of the verb whose object it is."""
    head = tree.tokens[at].head
    return agent(tree, head) if tree.dep(at) == "obj" and verbal(tree, head) else None


def _author(tree: Tree, at: int) -> int | None:
    """Return who was behind it: "the movement was behind a bombing"."""
    return surface_subject(tree, at) if case_of(tree, at) == "behind" else None


_NAMED = {
    "author": _author,
    "holder": _holder,
    "subject": _subject,
    "mover": _mover,
    "object": _object,
    "indirect": _indirect,
    "poss": _possessor,
    "cop": _copular,
    "bearer": _bearer,
    "bearer of it": surface_subject,
}
