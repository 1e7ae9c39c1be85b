"""Where, whence, whither, and by which way."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import Opening, case_of, fillers, prepositional
from reportedly.extract.tree import Tree
from reportedly.frames import Slot
from reportedly.model import ActorKind, MentionKind, RouteMode

WHERE = ("in", "at", "near", "outside", "on")
_COUNTED = frozenset({"obj", "nsubj", "nsubj:pass"})


def place_of(scene: Scene, opening: Opening | None, at: int) -> str | None:
    """Return where a claim is set, in the words of the text."""
    token = place_token(scene, opening, at)
    return words_of(scene, token) if token is not None else None


def place_token(scene: Scene, opening: Opening | None, at: int) -> int | None:
    """Return the head of the words that say where."""
    candidates = list(fillers(scene.tree, at, opening.trigger, Slot.PLACE)) if opening is not None else []
    head = scene.tree.tokens[at].head
    for over in (at, head) if scene.tree.dep(at) in _COUNTED else (at,):
        for preposition in WHERE:
            candidates += prepositional(scene.tree, over, preposition)
    named = (_named(scene, token) or token for token in candidates)
    return next((token for token in named if says_where(scene, token)), None)


def _named(scene: Scene, at: int) -> int | None:
    """Return the name that a word for what bears it stands before: "the hamlet of Oldmoor"."""
    local = scene.tree.lemmas[at] in scene.classes.localities
    return next(iter(prepositional(scene.tree, at, "of")), None) if local else None


def slot_words(scene: Scene, opening: Opening, slot: Slot) -> str | None:
    """Return the words of a place role of a trigger, if it has one."""
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        if says_where(scene, token):
            return words_of(scene, token)
    return None


def words_of(scene: Scene, at: int) -> str:
    """Return a name with what belongs to it, without its preposition."""
    tree = scene.tree
    back = next((m for m in scene.mentions if m.span.holds(tree.tokens[at].span)), None)
    if back is not None and back.kind is MentionKind.ANAPHOR:
        return back.actor.name  # "in the country" says nothing out of its sentence
    kept = _name(tree, at)
    span = tree.tokens[kept[0]].span.cover(tree.tokens[kept[-1]].span)
    return " ".join(scene.words(span).split())


def _name(tree: Tree, at: int) -> list[int]:
    drop = {
        kid
        for kid in tree.kids[at]
        if tree.dep(kid)
        in {
            "case",
            "punct",
            "acl",
            "acl:relcl",
            "appos",
            "cc",
            "conj",
            "det",
            "advmod",
            "parataxis",
            "nmod",
            "advcl",
            "mark",
        }
    }
    return tree.under(at, without=drop)


def says_where(scene: Scene, at: int) -> bool:
    """Tell whether a word is the name of a place."""
    span = scene.tree.tokens[at].span
    if any(t.span.meets(span) for t in scene.times):
        return False
    for mention in () if _bearing(scene, at) else scene.mentions:
        if mention.span.holds(span):
            unknown = (
                mention.actor.kind is ActorKind.ORGANISATION
                and scene.marks.actors.actor(mention.actor.id) is None
            )
            return unknown or mention.place or mention.actor.kind in {ActorKind.COUNTRY, ActorKind.PLACE}
    token = scene.tree.tokens[at]
    return token.pos == "PROPN" and (token.entity not in {"PERSON", "ORG"} or _bearing(scene, at))


def _bearing(scene: Scene, at: int) -> bool:
    """Tell whether a word says what bears a name, so that it names a place whatever else it looks like."""
    tree = scene.tree
    return tree.lemmas[tree.tokens[at].head] in scene.classes.localities and case_of(tree, at) == "of"


def route_of(scene: Scene, opening: Opening | None) -> RouteMode | None:
    """Return the way a thing moved, where the trigger or a vehicle tells it."""
    if opening is None:
        return None
    routes, tree, at = scene.classes.routes, scene.tree, opening.at
    if tree.lemmas[at] in routes and tree.lemmas[at] in scene.classes.under_way:
        return RouteMode(routes[tree.lemmas[at]])
    for token in tree.under(at):
        if tree.lemmas[token] in routes and case_of(tree, token) in {"by", "onto", "on", "aboard", "via"}:
            return RouteMode(routes[tree.lemmas[token]])
    return None
