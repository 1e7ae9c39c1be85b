"""Words that point back: titles, pronouns, "the North", "the ministry"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_naming
from reportedly.lexicon.actors import OfficeLevel, Title
from reportedly.model import Actor, ActorKind, Mention, MentionKind, Span

from .persons import Known, Lexicons, title_of
from .scene import Scene

_PRONOUNS = frozenset({"he", "she", "him", "his", "her"})
_PERSONAL = frozenset(OfficeLevel) - {OfficeLevel.WITNESS}


@dataclass(frozen=True, slots=True)
class Past:
    """What a document has named before a place in it."""

    mentions: tuple[Mention, ...]

    def before(self, offset: int) -> list[Mention]:
        """Return the mentions that begin before an offset."""
        return list(takewhile(lambda m: m.span.start < offset, self.mentions))


def find_titles(
    scene: Scene, lexicons: Lexicons, named: Sequence[Mention], known: dict[str, Known]
) -> Iterator[Mention]:
    """Yield the titles that stand for a person: "the South Korean minister"."""
    persons = sorted((m for m in named if m.actor.kind is ActorKind.PERSON), key=lambda m: m.span.start)
    people = {MentionKind.ADJECTIVE, MentionKind.DEMONYM}
    covered = {at for m in named if m.kind not in people for at in range(m.span.start, m.span.end)}
    for tree in scene.trees:
        for at, token in enumerate(tree.tokens):
            if token.pos not in {"NOUN", "PROPN"} or token.dep in {"nmod:desc", "compound", "flat"}:
                continue
            if not covered.isdisjoint(range(token.span.start, token.span.end)):
                continue
            title = title_of(tree, at, lexicons.actors)
            if title is None or title.several or title.level not in _PERSONAL:
                continue
            mention = _title(scene, tree, at, title, lexicons, named, persons, known)
            if mention is not None:
                _remember(known, mention, title)
                persons = sorted([*persons, mention], key=lambda m: m.span.start)
                yield mention


def _remember(known: dict[str, Known], mention: Mention, title: Title) -> None:
    """Keep in which office a person was spoken of, so that "the minister" can point to it."""
    actor = mention.actor
    before = known.get(actor.id) or Known(actor, frozenset())
    if title not in before.titles:
        known[actor.id] = replace(before, titles=(*before.titles, title))


def _title(  # noqa: PLR0913, PLR0917 - one place where names, titles and offices meet
    scene: Scene,
    tree: Tree,
    at: int,
    title: Title,
    lexicons: Lexicons,
    named: Sequence[Mention],
    persons: Sequence[Mention],
    known: Mapping[str, Known],
) -> Mention | None:
    """Resolve a definite title to the one person that fits it, else keep its description."""
    if _names_somebody(tree, at, persons):
        return None
    aside = tree.by(at, "acl:relcl", "acl", "appos", "punct", "case", "parataxis", "cc", "conj")
    held = tree.under(at, without=aside)
    span = tree.tokens[held[0]].span.cover(_last_of_title(tree, at, named))
    party = next((m.actor for m in named if span.holds(m.span) and _has_offices(m)), None)
    definite = tree.words[held[0]] in {"the", "its", "their"} or (
        party is not None and tree.first(at, "nmod:poss") is not None
    )
    if not definite:
        return None
    words = span.of(scene.text)
    code = party.country if party else None
    actor = _fitting(title, code, Past(tuple(persons)).before(span.start), known)
    if actor is None and party is not None and scene.document.published is not None:
        row = lexicons.holders.holder(title.id, party, scene.document.published)
        actor = row.person if row else None
    if actor is not None:
        return Mention(span, words, actor, MentionKind.TITLE, office=words)
    if title.anonymous or code is None:
        return None
    name = words.removeprefix("the ").removeprefix("The ")
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
    return Mention(
        span,
        words,
        Actor(f"person:{slug}", name, ActorKind.PERSON, code),
        MentionKind.DESCRIPTION,
        office=words,
    )


def _last_of_title(tree: Tree, at: int, named: Sequence[Mention]) -> Span:
    """Return where a title ends: at its noun, or at the state behind it ("the president of France")."""
    for i in tree.under(at):
        of = tree.dep(i) == "nmod" and i > at and any(tree.words[c] == "of" for c in tree.by(i, "case"))
        if of and any(m.span.meets(tree.tokens[i].span) and _has_offices(m) for m in named):
            return tree.tokens[i].span
    return tree.tokens[at].span


def _has_offices(mention: Mention) -> bool:
    """Tell a state, or a body of no one state ("NATO's secretary general"), from a place."""
    body = mention.actor.kind is ActorKind.ORGANISATION
    return not mention.place and (body or mention.actor.country is not None)


def _names_somebody(tree: Tree, at: int, persons: Sequence[Mention]) -> bool:
    """Tell whether the title stands beside the person's name."""
    beside = [*tree.by(at, "appos", "flat", "nmod:desc")]
    if tree.dep(at) in {"appos", "flat", "nmod:desc"}:
        beside.append(tree.tokens[at].head)
    near = tree.tokens[at + 1].span if at + 1 < len(tree) else None
    spans = [tree.tokens[b].span for b in beside] + ([near] if near else [])
    if tree.words[at + 1 : at + 2] == (",",) and at + 2 < len(tree) and tree.dep(at + 2) == "vocative":
        spans.append(tree.tokens[at + 2].span)
    return any(m.span.meets(s) for m in persons for s in spans)


def _fitting(
    title: Title, code: str | None, before: Sequence[Mention], known: Mapping[str, Known]
) -> Actor | None:
    """Return the one person named before whom title and state fit."""
    people = {m.actor.id: known[m.actor.id] for m in before if m.actor.id in known}
    sure = [k for k in people.values() if _same_office(k, title) and code in {None, k.actor.country}]
    if len(sure) == 1:
        return sure[0].actor
    if sure or code is None or title.anonymous:
        return None
    open_ = [
        k for k in people.values() if k.actor.country == code and (not k.titles or _same_office(k, title))
    ]
    if len(open_) == 1:
        return open_[0].actor
    if open_ or not before:
        return None
    last = known.get(before[-1].actor.id)
    lone = [k for k in people.values() if not k.titles and k.actor.country is None]
    return last.actor if last is not None and lone == [last] else None


def _same_office(person: Known, title: Title) -> bool:
    return any(t.id == title.id or (title.general and t.level is title.level) for t in person.titles)


def find_pronouns(scene: Scene, named: Sequence[Mention], cues: CueTable) -> Iterator[Mention]:
    """Yield "he" and "she" where one person alone can be meant."""
    persons = [m for m in named if m.actor.kind is ActorKind.PERSON]
    found: list[Mention] = []
    for index, tree in enumerate(scene.trees):
        for at, word in enumerate(tree.words):
            if word not in _PRONOUNS:
                continue
            mention = _pronoun(scene, index, at, persons, found, cues)
            if mention is not None:
                found.append(mention)
    yield from found


def _pronoun(  # noqa: PLR0913, PLR0917 - a place in the text, and what stands before it
    scene: Scene, index: int, at: int, persons: Sequence[Mention], found: Sequence[Mention], cues: CueTable
) -> Mention | None:
    tree = scene.trees[index]
    token = tree.tokens[at]
    past = [*persons, *found]
    start = tree.sentence.span.start
    same = {m.actor.id: m.actor for m in past if start <= m.span.start < token.span.start}
    if not same and index > 0 and not _apart(scene, index):
        earlier = scene.trees[index - 1].sentence.span
        inside = [m for m in past if earlier.holds(m.span)]
        speaking = [m for m in inside if _speaks(scene.trees[index - 1], m, cues)]
        chosen = speaking if speaking and tree.dep(at) == "nsubj" else inside
        same = {m.actor.id: m.actor for m in chosen}
    if len(same) != 1:
        return None
    (actor,) = same.values()
    return Mention(token.span, token.text, actor, MentionKind.ANAPHOR)


def _apart(scene: Scene, index: int) -> bool:
    """Tell whether more than one paragraph lies between two sentences."""
    here, there = scene.trees[index].sentence, scene.trees[index - 1].sentence
    return here.block - there.block > 1


def _speaks(tree: Tree, mention: Mention, cues: CueTable) -> bool:
    for i, token in enumerate(tree.tokens):
        if mention.span.meets(token.span) and tree.dep(i) == "nsubj" and tree.lemmas[token.head] in cues.say:
            return True
    return False


def find_halves(scene: Scene, lexicons: Lexicons, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield "the North" and "the South" in a document that names that Korea."""
    states = {m.actor.id: m.actor for m in named}
    if states.keys().isdisjoint({"country:KP", "country:KR"}):
        return
    for tree in scene.trees:
        for at, token in enumerate(tree.tokens[1:], 1):
            half = load_naming().half.get(tree.words[at])
            if half is None or token.text[0].islower() or tree.words[at - 1] != "the":
                continue
            if at + 1 < len(tree) and tree.tokens[at + 1].pos == "PROPN":
                continue
            actor = states.get(half.state) or lexicons.actors.actor(half.state)
            if actor is not None and not any(m.span.meets(token.span) for m in named):
                span = Span(tree.tokens[at - 1].span.start, token.span.end)
                place = any(tree.words[c] in {"in", "to", "into", "across"} for c in tree.by(at, "case"))
                yield Mention(span, span.of(scene.text), actor, MentionKind.ANAPHOR, place=place)


def find_bodies(scene: Scene, lexicons: Lexicons, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield "the ministry", "the company" where one body named before fits."""
    covered = [m.span for m in named]
    bodies = load_naming().body
    for tree in scene.trees:
        for at, token in enumerate(tree.tokens[1:], 1):
            noun = tree.words[at]
            if noun not in bodies or tree.words[at - 1] != "the" or any(s.meets(token.span) for s in covered):
                continue
            if any(tree.dep(k) in {"nmod", "compound", "amod"} for k in tree.kids[at]):
                continue
            fits = {
                m.actor.id: m.actor
                for m in named
                if m.span.start < token.span.start and _is_a(m, noun, lexicons)
            }
            if len(fits) == 1:
                (actor,) = fits.values()
                span = Span(tree.tokens[at - 1].span.start, token.span.end)
                yield Mention(span, span.of(scene.text), actor, MentionKind.ANAPHOR)


def _is_a(mention: Mention, noun: str, lexicons: Lexicons) -> bool:
    actor = mention.actor
    if actor.kind not in {ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP}:
        return False
    body = load_naming().body[noun]
    if body.sort is not None:
        return lexicons.actors.sort(actor) is body.sort
    return any(word in actor.name or word in mention.words for word in body.in_name)
