"""Where, whence, whither, and by which way."""

from reportedly.extract.roles import Opening, case_of, fillers, prepositional
from reportedly.extract.tree import Tree
from reportedly.frames import Slot
from reportedly.model import ActorKind, MentionKind, RouteMode

from .marks import Scene

_WHERE = ("in", "at", "near", "outside", "on")


def place_of(scene: Scene, opening: Opening | None, at: int) -> str | None:
    """Return where a claim is set, in the words of the text."""
    token = place_token(scene, opening, at)
    return words_of(scene, token) if token is not None else None


def place_token(scene: Scene, opening: Opening | None, at: int) -> int | None:
    """Return the head of the words that say where."""
    candidates = list(fillers(scene.tree, at, opening.trigger, Slot.PLACE)) if opening is not None else []
    for preposition in _WHERE:
        candidates += prepositional(scene.tree, at, preposition)
    return next((token for token in candidates if _is_place(scene, token)), None)


def slot_words(scene: Scene, opening: Opening, slot: Slot) -> str | None:
    """Return the words of a place role of a trigger, if it has one."""
    for token in fillers(scene.tree, opening.at, opening.trigger, slot):
        if _is_place(scene, token):
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


def _is_place(scene: Scene, at: int) -> bool:
    span = scene.tree.tokens[at].span
    if any(t.span.meets(span) for t in scene.times):
        return False
    for mention in scene.mentions:
        if mention.span.holds(span):
            unknown = (
                mention.actor.kind is ActorKind.ORGANISATION
                and scene.marks.actors.actor(mention.actor.id) is None
            )
            return unknown or mention.place or mention.actor.kind in {ActorKind.COUNTRY, ActorKind.PLACE}
    token = scene.tree.tokens[at]
    return token.pos == "PROPN" and token.entity not in {"PERSON", "ORG"}


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
