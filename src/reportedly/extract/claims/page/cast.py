"""The cast of a page: names that no table knows, their short forms, and what points back to them.

The reader of mentions answers first; only words that it left alone are read here.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.claims.scene.naming import a_body, an_office, nobody
from reportedly.extract.tree import SUBJECTS, Tree, grow
from reportedly.frames import Words
from reportedly.model import Actor, ActorKind, Document, Mention, MentionKind, Parse, Span

from .branches import branches, short_forms
from .echoes import back_references

_AT = frozenset({"in", "near"})
_SMALL = re.compile(r"\b[a-z]+\b")
_SORTS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "PLACE": ActorKind.PLACE}


@dataclass(frozen=True, slots=True)
class Name:
    """A run of proper nouns that stands for somebody; ``short`` is its form in brackets."""

    span: Span
    words: str
    subject: bool
    short: str = ""
    place: bool = False
    doer: bool = False
    sort: ActorKind | None = None


def find_cast(
    document: Document, parse: Parse, mentions: Sequence[Mention], words: Words
) -> tuple[Mention, ...]:
    """Return mentions of the parties that a page names but no table knows."""
    trees = [grow(s) for s in parse.sentences if not document.blocks[s.block].kind.furniture]
    common = (set(_SMALL.findall(document.text)), words.people, words.agents, words.bodies)
    runs = [n for tree in trees for n in _names(tree, document.text, _inside(mentions, tree), words)]
    surnames = {m.actor.name.split()[-1] for m in mentions if m.actor.kind is ActorKind.PERSON}
    surnames |= {n.words.split()[-1] for n in runs if len(n.words.split()) > 1}
    names = [n for n in runs if n.words in surnames or not _ordinary(n.words, common)]
    shorts = short_forms(mentions, document.text)
    longest = _longest([m.actor for m in mentions if m.kind is MentionKind.NAME], names, words, shorts)
    found = [_mention(n, longest) for n in names]
    found += [
        replace(m, actor=full)
        for m in mentions
        if (full := _fuller(m, longest, document.text, words)) is not None
    ]
    shorts |= {name.short: longest[name.words] for name in names if name.short}
    found += branches(trees, [*mentions, *found], shorts)
    found += back_references(trees, sorted([*mentions, *found], key=lambda m: m.span.start), words)
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))


def _ordinary(words: str, common: Iterable[Collection[str]]) -> bool:
    """Is it a plain word with a capital letter, as headlines and sentence starts have?"""
    low = words.lower()
    one = low.removesuffix("s")
    return any(low in known or one in known for known in common)


def _inside(mentions: Iterable[Mention], tree: Tree) -> list[Span]:
    """Return where the mentions of a sentence stand."""
    return [m.span for m in mentions if m.span.meets(tree.sentence.span)]


def _names(tree: Tree, text: str, taken: Sequence[Span], words: Words) -> Iterator[Name]:
    """Yield the proper-noun runs of a sentence that no mention covers."""
    for at, end in _runs(tree, words.bodies):
        span = tree.tokens[at].span.cover(tree.tokens[end - 1].span)
        if (
            not any(span.meets(other) for other in taken)
            and not nobody(span.of(text), words)
            and not an_office(span.of(text), words)
            and not _a_currency(tree, at, end)
        ):
            subject = any(tree.deps[i] in SUBJECTS for i in range(at, end))
            yield Name(
                span,
                " ".join(span.of(text).split()),
                subject,
                _bracketed(tree, end),
                _located(tree, at, end),
                any(tree.deps[i] == "obl:agent" for i in range(at, end)),
                _SORTS.get(tree.tokens[end - 1].entity),
            )


def _a_currency(tree: Tree, at: int, end: int) -> bool:
    """Tell whether a name says in which coin a sum is told: "US$", "U.S. dollars"."""
    coin = end < len(tree) and tree.lemmas[end] == "dollar"
    return coin or any("$" in tree.tokens[i].text for i in range(at, end))


def _located(tree: Tree, at: int, end: int) -> bool:
    """Tell whether a name says where: "in Wuhan", "near Pulawy"."""
    return any(not _AT.isdisjoint(tree.cases.get(i, ())) for i in range(at, end))


def _runs(tree: Tree, bodies: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where each name of a sentence starts and ends."""
    behind = 0
    for at, token in enumerate(tree.tokens):
        if at >= behind and token.pos == "PROPN" and token.text[:1].isupper():
            behind = _run_end(tree, at, bodies)
            yield at, behind


def _run_end(tree: Tree, at: int, bodies: frozenset[str]) -> int:
    """Return where a name ends that starts here: proper nouns, with "of" and "for" inside.

    A capital makes a body's common noun part of its name ("Hampshire Police").
    """
    end = at + 1
    while end < len(tree):
        named = tree.tokens[end].pos == "PROPN" or tree.lemmas[end] in bodies
        proper = named and tree.tokens[end].text[:1].isupper()
        joint = (
            tree.words[end] in {"of", "for", "&"}
            and end + 1 < len(tree)
            and tree.tokens[end + 1].pos == "PROPN"
        )
        if not proper and not joint:
            break
        end += 1
    return end


def _bracketed(tree: Tree, at: int) -> str:
    """Return the short form that follows a name: "Gun Violence Archive (GVA)"."""
    if (
        at + 2 < len(tree)
        and tree.words[at] == "("
        and tree.words[at + 2] == ")"
        and tree.tokens[at + 1].text.isupper()
    ):
        return tree.tokens[at + 1].text
    return ""


def _longest(
    actors: Sequence[Actor], names: Sequence[Name], words: Words, shorts: dict[str, Actor]
) -> dict[str, Actor]:
    """Map each name, and each short form of one, to the party under its longest name."""
    told = dict(shorts)
    places = {name.words for name in names if name.place} - {name.words for name in names if name.doer}
    sorts = _sorts(names)
    for actor in actors:
        told.setdefault(actor.name, actor)
    for name in sorted(names, key=lambda n: -len(n.words.split())):
        actor = (
            told.get(name.words)
            or _longer(name.words, told, words)
            or _actor(name.words, sorts.get(name.words), words, place=name.words in places)
        )
        told.setdefault(name.words, actor)
        if name.short:
            told[name.short] = actor
    return told


def _sorts(names: Sequence[Name]) -> dict[str, ActorKind]:
    """Return what an engine takes each name for most often on a page: for no place, if it does something."""
    doers = {name.words for name in names if name.doer}
    seen = Counter((n.words, n.sort) for n in names if n.sort is not None)
    seen -= Counter({(words, ActorKind.PLACE): seen[words, ActorKind.PLACE] for words in doers})
    return {words: sort for (words, sort), _ in reversed(seen.most_common())}


def _longer(name: str, told: dict[str, Actor], words: Words) -> Actor | None:
    """Return the one party whose longer name starts or ends in these words."""
    if name.islower():
        return None
    fits = {
        actor.id: actor
        for full, actor in told.items()
        if len(full) > len(name)
        and (full.startswith(name + " ") or full.endswith(" " + name))
        and actor.kind is not ActorKind.COUNTRY
    }
    bodies = [actor for actor in fits.values() if a_body(actor.name, words)]
    return bodies[0] if len(bodies) == 1 else next(iter(fits.values())) if len(fits) == 1 else None


def _fuller(mention: Mention, told: dict[str, Actor], text: str, words: Words) -> Actor | None:
    """Return the full name behind a lone surname, if the page gives it anywhere.

    A page's own "Usman Khan" comes before an office holder of that surname whom it never names, but
    not before "Mayor Khan".
    """
    name = mention.actor.name
    if mention.actor.kind is not ActorKind.PERSON:
        return None
    if " " not in name:
        return _longer(name, told, words)
    body = _founded(mention, told, words)
    if body is not None:
        return body
    bare = mention.kind is MentionKind.SURNAME and mention.office is None
    if not bare or name in text or " " in mention.words:
        return None
    named = {full: actor for full, actor in told.items() if full in text}
    return _longer(mention.words, named, words)


def _founded(mention: Mention, told: dict[str, Actor], words: Words) -> Actor | None:
    """Return the one body whose name begins with a bare surname: "Ford" is the Ford Motor Company."""
    if mention.kind is not MentionKind.SURNAME or " " in mention.words:
        return None
    bodies = {
        actor.id: actor
        for full, actor in told.items()
        if full.startswith(mention.words + " ") and a_body(full, words)
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _actor(name: str, sort: ActorKind | None, words: Words, *, place: bool = False) -> Actor:
    parts, body = name.split(), a_body(name, words)
    person = 2 <= len(parts) <= 4 and not body and all(p[0].isupper() for p in parts) and not name.isupper()
    kind = ActorKind.PERSON if person else ActorKind.ORGANISATION
    if sort is ActorKind.ORGANISATION or (sort is not None and not body):
        kind = sort
    if place and not body:
        kind = ActorKind.PLACE
    key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    prefix = {ActorKind.PERSON: "person", ActorKind.PLACE: "place"}.get(kind, "org")
    return Actor(f"{prefix}:{key}", name, kind)


def _mention(name: Name, longest: dict[str, Actor]) -> Mention:
    return Mention(name.span, name.words, longest[name.words], MentionKind.NAME)
