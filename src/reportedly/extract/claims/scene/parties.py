"""Who a token names: a mention that was read, or a group described by its words."""

import re

from reportedly.extract.roles import case_of, passive, surface_subject
from reportedly.extract.tree import Tree
from reportedly.model import Actor, ActorKind, Mention, MentionKind, Span

from .marks import Scene

_SELF = frozenset({"i", "me", "my", "myself"})
_WE = frozenset({"we", "us", "our", "ours"})
_UNKEYED = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(
    r"^([\d,.]+(?!\s+(?:mm|cm|km|kg|millimet|centimet|kilo))|the|a|an|its|their|his|her|some|several|many|two|three)\s+",
    re.IGNORECASE,
)
_PREMODIFIERS = frozenset({"compound", "amod", "nmod:poss", "nmod", "flat", "nummod", "advmod"})


def party(scene: Scene, at: int | None) -> Mention | None:
    """Return who a token names, if it names somebody who can act."""
    if at is None or any(t.span.meets(scene.tree.tokens[at].span) for t in scene.times):
        return None
    mention = named(scene, at)
    if mention is not None:
        return mention
    return described(scene, at)


def named(scene: Scene, at: int) -> Mention | None:
    """Return the mention that a token heads, a state's organ standing for the state."""
    tree = scene.tree
    if tree.words[at] in _SELF and scene.marks.author is not None:
        return scene.marks.author
    if tree.words[at] in _WE and scene.marks.ours is not None:
        return scene.marks.ours
    own = _covering(scene, at)
    flag = _flag(scene, at) or _ranks(scene, at)
    if own is not None and (own.kind is not MentionKind.DESCRIPTION or flag is None):
        return own
    if flag is not None:
        return flag
    apposed = next((kid for kid in tree.by(at, "appos", "flat")), None)
    if apposed is not None and tree.tokens[apposed].pos == "PROPN":
        found = _covering(scene, apposed)
        return None if found is not None and _within(scene, at, found) else found
    return None


def _within(scene: Scene, at: int, short: Mention) -> bool:
    """Is it the short form of a name inside the phrase ("leaders of Green Front (GF) branches")?"""
    start = scene.tree.tokens[at].span.start
    return any(m.actor == short.actor and start < m.span.start < short.span.start for m in scene.mentions)


def _flag(scene: Scene, at: int) -> Mention | None:
    """Return whose organ a noun is: "US special forces", "Houthi militants", "Forest Service staff"."""
    tree, words = scene.tree, scene.classes
    for kid in tree.kids[at]:
        if kid > at or tree.dep(kid) not in _PREMODIFIERS:
            continue
        found = _covering(scene, kid)
        if found is None or scene.tree.tokens[at].span.end <= found.span.end:
            continue
        state = found.actor.kind is ActorKind.COUNTRY and tree.lemmas[at] in words.state_organ
        party_like = found.actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP}
        body = party_like and (tree.lemmas[at] in words.state_organ or tree.lemmas[at] in words.fighters)
        if state or body:
            return found
    return None


def _ranks(scene: Scene, at: int) -> Mention | None:
    """Return the armed group whose fighters are named behind their noun: "members of the outlawed FARC"."""
    tree = scene.tree
    if tree.lemmas[at] not in scene.classes.fighters:
        return None
    for kid in tree.by(at, "nmod"):
        found = _covering(scene, kid) if kid > at and case_of(tree, kid) == "of" else None
        if found is not None and found.actor.kind is ActorKind.GROUP:
            return found
    return None


def owner_of(scene: Scene, at: int) -> Mention | None:
    """Return the state whose towns, forces or industry a noun names: "Chile's ports", "Chilean posts"."""
    found = (_covering(scene, kid) for kid in scene.tree.by(at, "nmod:poss", "amod", "compound", "nmod"))
    return next((m for m in found if m is not None and m.actor.kind is ActorKind.COUNTRY), None)


def works_of(scene: Scene, at: int) -> Mention | None:
    """Return whose works a noun names: the country it stands in by name, or the body spoken of."""
    tree = scene.tree
    if tree.lemmas[at] not in scene.classes.works or _covering(scene, at) is not None:
        return None
    inside = (owner_of(scene, kid) or _covering(scene, kid) for kid in tree.by(at, "nmod"))
    state = next((m for m in inside if m is not None and m.actor.kind is ActorKind.COUNTRY), None)
    return owner_of(scene, at) or state or scene.topic


def _covering(scene: Scene, at: int) -> Mention | None:
    span = scene.tree.tokens[at].span
    held = [m for m in scene.mentions if m.span.holds(span)]
    if len(held) < 2:
        return held[0] if held else None
    return max(held, key=lambda m: (len(m.span), len(m.actor.name)))


def described(scene: Scene, at: int) -> Mention | None:
    """Return a group by its words, where its noun is one for those who act."""
    tree, words = scene.tree, scene.classes
    token = tree.tokens[at]
    if token.dep in {"compound", "amod"} and tree.lemmas[at] in words.deed_word:
        return None
    if token.pos == "PROPN":
        return _proper(scene, at)
    acts = any(tree.lemmas[at] in nouns for nouns in (words.agents, words.bodies, words.people))
    if not acts or token.pos not in {"NOUN", "ADJ"}:
        return None
    return group(scene, _with_complement(scene, at))


def _with_complement(scene: Scene, at: int) -> Span:
    """Return a noun with what stands before it and a short "of" behind it ("leaders of member states")."""
    span, tree = phrase(scene, at), scene.tree
    for kid in tree.by(at, "nmod"):
        last = max(tree.under(kid))
        if kid > at and case_of(tree, kid) == "of" and last - at <= 6:
            return span.cover(tree.tokens[last].span)
    return span


def faceless(mention: Mention, scene: Scene) -> bool:
    """Is a doer known by nothing but the deed: plain "attackers"?"""
    words = mention.words.lower().removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return mention.kind is MentionKind.DESCRIPTION and words in scene.classes.faceless


def _proper(scene: Scene, at: int) -> Mention | None:
    span = phrase(scene, at)
    name = bare(scene.words(span))
    known = scene.marks.items.find([scene.tree.lemmas[at]])
    flight = scene.tree.lemmas[at] in scene.classes.crewed
    if not name or known is not None or flight or _no_name(scene, span):
        return None
    hazards = scene.classes.hazards
    beside = (*scene.tokens_in(span), *scene.tree.by(at, "nmod:desc", "compound", "flat", "appos"))
    if any(scene.tree.lemmas[i] in hazards for i in beside):
        return None
    return _mention(span, scene.words(span), name, ActorKind.ORGANISATION)


def _no_name(scene: Scene, span: Span) -> bool:
    """Is it a currency's sign, or the second half of a word ("the 2019-nCoV")?"""
    return "$" in scene.words(span) or scene.text[max(0, span.start - 1) : span.start] == "-"


def group(scene: Scene, span: Span) -> Mention | None:
    """Return an unnamed group as a mention of kind description."""
    name = bare(scene.words(span))
    return _mention(span, scene.words(span), name, ActorKind.GROUP) if name else None


def _mention(span: Span, words: str, name: str, kind: ActorKind) -> Mention:
    key = _UNKEYED.sub("-", name.lower()).strip("-")
    prefix = "group" if kind is ActorKind.GROUP else "org"
    return Mention(span, words, Actor(f"{prefix}:{key}", name, kind), MentionKind.DESCRIPTION)


def bare(words: str) -> str:
    """Return a phrase without its article and its blanks; the calibre of "152 mm shells" stays."""
    return _ARTICLE.sub("", " ".join(words.split()))


def phrase(scene: Scene, at: int) -> Span:
    """Return the span of a noun with what stands before it."""
    tree = scene.tree
    first = at
    for kid in sorted((k for k in tree.kids[at] if k < at), reverse=True):
        counts = tree.dep(kid) == "nummod" or tree.tokens[kid].pos in {"NUM", "PRON"}
        if tree.dep(kid) not in _PREMODIFIERS or counts:
            break
        if first_of(tree, kid) > first or (
            tree.first(kid, "case") is not None and tree.dep(kid) != "nmod:poss"
        ):
            break
        first = first_of(tree, kid)
    last = max([at, *(k for k in tree.by(at, "flat", "fixed") if k > at)])
    return tree.tokens[first].span.cover(tree.tokens[last].span)


def first_of(tree: Tree, at: int) -> int:
    """Return the first token of a subtree."""
    return min(tree.under(at))


def agentive(scene: Scene, at: int, mention: Mention) -> bool:
    """Can this party do harm with a will, rather than a storm or a blast?"""
    words = scene.classes
    if scene.tree.lemmas[at] in words.hazards:
        return False
    if mention.kind is MentionKind.DESCRIPTION:
        return (
            scene.tree.lemmas[at] in words.agents
            or scene.tree.lemmas[at] in words.bodies
            or mention.actor.kind is ActorKind.ORGANISATION
        )
    return mention.actor.kind is not ActorKind.PLACE


def lost_subject(scene: Scene, verb: int) -> Mention | None:
    """Return the last name before a finite verb that a parser left without a subject."""
    tree = scene.tree
    token = tree.tokens[verb]
    if (
        token.tag not in {"VBD", "VBZ", "VBP"}
        or surface_subject(tree, verb) is not None
        or passive(tree, verb)
    ):
        return None
    for mention in reversed([m for m in scene.mentions if m.span.end <= token.span.start and not m.place]):
        at = scene.top(mention.span)
        person = mention.actor.kind is ActorKind.PERSON
        if (
            at is not None
            and person
            and not case_of(tree, at)
            and tree.dep(at) not in {"compound", "nmod:poss", "amod"}
        ):
            return mention
    return None
