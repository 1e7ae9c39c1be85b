"""What points back: "he", "it", "the company", each to the last party that fits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.extract.claims.scene.marks import held_in
from reportedly.extract.tree import SUBJECTS, Tree
from reportedly.frames import Words
from reportedly.model import Actor, ActorKind, Mention, MentionKind, Span

_HE = frozenset({"he", "she", "his", "her", "him", "hers"})
_IT = frozenset({"it", "its"})
_WHERE = frozenset({"from", "in", "on", "into", "at"})
_THEY = frozenset({"they", "their", "them"})
_POINTING = _HE | _IT | _THEY


@dataclass(slots=True)
class _Stage:
    """Whom a page speaks of at the moment: the last person and the last body."""

    person: Actor | None = None
    body: Actor | None = None
    country: Actor | None = None
    addressed: Actor | None = None
    home: Actor | None = None
    named: dict[str, Actor | None] = field(default_factory=dict)

    def turn_to(self, country: Actor, *, subject: bool) -> None:
        """Remember the country that a sentence turns to, rather than the one that acts in it."""
        if not subject or self.addressed is None:
            self.addressed = country
        self.country = self.addressed
        self.home = country

    def called(self, actor: Actor, kinds: frozenset[str]) -> None:
        """Remember a body by the words of its name that tell its kind: "the hotel" is Hotel Oldmoor."""
        for word in set(actor.name.lower().split()) & kinds:
            other = self.named.get(word, actor)
            self.named[word] = actor if other is not None and other.id == actor.id else None

    def see(self, mentions: Sequence[tuple[Mention, bool]]) -> None:
        """Let a sentence's parties step forward; its subjects stay in front."""
        for wanted in (False, True):
            for mention, subject in mentions:
                if subject is wanted and not mention.place and mention.actor.kind is not ActorKind.PLACE:
                    if mention.actor.kind is ActorKind.PERSON:
                        self.person = mention.actor
                    elif wanted or self.body is None:
                        self.body = mention.actor


def back_references(trees: Sequence[Tree], known: Sequence[Mention], words: Words) -> Iterator[Mention]:
    """Yield what points back: "he", "it", "the company", each to the last party that fits.

    ``known`` are the parties of the page in text order.
    """
    stage = _Stage()
    for tree in trees:
        here = held_in(known, tree.sentence.span)
        seen: list[tuple[Mention, bool]] = []
        covering = _covering(tree, here)
        for at, token in enumerate(tree.tokens):
            covered = covering.get(at)
            if covered is not None:
                seen.append((covered, _salient(tree, at)))
                if covered.kind is not MentionKind.ANAPHOR:
                    stage.called(covered.actor, words.kinds_in_names)
                if covered.actor.kind is ActorKind.COUNTRY and not covered.place:
                    stage.turn_to(covered.actor, subject=seen[-1][1])
                if seen[-1][1]:
                    stage.see(seen[-1:])
                continue
            if tree.lemmas[at] in words.hazards and tree.dep(at) in SUBJECTS:
                stage.body = None
            points = tree.kids[at] or tree.words[at] in _POINTING
            actor = _antecedent(tree, at, stage, words) if points else None
            if tree.words[at] == "it" and _of_a_place(tree, at):
                actor = _whose_place(tree, at, covering)
            if actor is not None:
                yield Mention(token.span, token.text, actor, MentionKind.ANAPHOR)
        stage.see(seen)


def _covering(tree: Tree, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the first mention that holds each token."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        for at in tree.inside(mention.span):
            if mention.span.holds(tree.tokens[at].span):
                found.setdefault(at, mention)
    return found


def topics(trees: Sequence[Tree], known: Sequence[Mention]) -> dict[int, Mention]:
    """Return, for each sentence by its start, the body that the page speaks of there."""
    found: dict[int, Mention] = {}
    topic: Mention | None = None
    bodies = [m for m in known if m.actor.kind is ActorKind.ORGANISATION]
    for tree in trees:
        for body in bodies:
            if tree.sentence.span.holds(body.span) and _spoken_of(tree, body.span):
                topic = body
        if topic is not None:
            found[tree.sentence.span.start] = topic
    return found


def _spoken_of(tree: Tree, span: Span) -> bool:
    """Tell whether a sentence is about the party that a stretch of it names."""
    return any(span.holds(tree.tokens[i].span) and _salient(tree, i) for i in tree.inside(span))


def _salient(tree: Tree, at: int) -> bool:
    """Is this party what the sentence is about: a subject, an agent, an owner?"""
    dep = tree.dep(at)
    first = dep == "conj" and tree.dep(tree.tokens[at].head) in SUBJECTS
    beside = dep in {"appos", "flat"} and tree.dep(tree.tokens[at].head) in SUBJECTS
    return dep in SUBJECTS or dep in {"obl:agent", "root"} or first or beside


def _antecedent(tree: Tree, at: int, stage: _Stage, words: Words) -> Actor | None:
    word, body = tree.words[at], stage.body
    if word in _HE:
        return stage.person
    if word in _IT:
        return body if not _expletive(tree, at) and not _of_a_place(tree, at) else None
    if word in _THEY:
        return body if body is not None and body.kind is not ActorKind.COUNTRY else None
    if not _definite(tree, at):
        return None
    if tree.tokens[at].tag == "NN" and len(tree.kids[at]) <= 2:  # "the country" and no more
        if tree.lemmas[at] == "country":
            return stage.country
        kinds = {tree.words[kid] for kid in tree.by(at, "amod", "compound")}
        if tree.lemmas[at] == "government" and kinds <= words.of_state:
            return stage.home or stage.country
        told = stage.named.get(word)
        if told is not None:
            return told
    if tree.lemmas[at] in words.firms and not any(_described(tree, kid, words) for kid in tree.kids[at]):
        return body if body is not None and body.kind is ActorKind.ORGANISATION else None
    return None


def _described(tree: Tree, at: int, words: Words) -> bool:
    """Tell whether a word beside a noun makes it another one ("the Ohio firm"), or says its trade."""
    firm = tree.lemmas[tree.tokens[at].head] in words.companies
    trade = firm and tree.dep(at) == "compound" and tree.tokens[at].text.islower()
    return tree.dep(at) in {"nmod", "appos", "amod", "compound"} and not trade


def _definite(tree: Tree, at: int) -> bool:
    """Tell whether "the" or "this" stands before a noun."""
    return any(tree.deps[kid] == "det" and tree.words[kid] in {"the", "this"} for kid in tree.kids[at])


def _of_a_place(tree: Tree, at: int) -> bool:
    """Is "it" where something is or comes from, rather than a party: "a jetty ..., boxes left from it"?"""
    return any(tree.words[kid] in _WHERE for kid in tree.by(at, "case"))


def _whose_place(tree: Tree, at: int, covering: Mapping[int, Mention]) -> Actor | None:
    """Return whose thing is named before it: "a Chilean port was busy, and 40 lorries left from it"."""
    for thing in range(at - 1, -1, -1):
        if tree.tokens[thing].tag == "NN" and tree.dep(thing) in SUBJECTS | {"obj", "obl", "nmod"}:
            owners = (covering.get(kid) for kid in tree.by(thing, "amod", "compound", "nmod:poss"))
            states = (m.actor for m in owners if m is not None and m.actor.kind is ActorKind.COUNTRY)
            if (state := next(states, None)) is not None:
                return state
    return None


def _expletive(tree: Tree, at: int) -> bool:
    """Is "it" empty: "it is expected that", "it rained"?"""
    if tree.dep(at) == "expl":
        return True
    head = tree.tokens[at].head
    return tree.dep(at) in SUBJECTS and any(tree.dep(kid) == "cop" for kid in tree.kids[head])
