"""Parties by their names, exactly as the table writes them, longest first."""

from collections.abc import Iterator

from reportedly.lexicon.actors import ActorTable, Beware, Naming, Sighting, find_parties
from reportedly.model import ActorKind, Mention, MentionKind, Span

from .places import is_place
from .scene import Scene

_PEOPLE = frozenset({MentionKind.ADJECTIVE, MentionKind.DEMONYM})


def find_names(scene: Scene, actors: ActorTable) -> Iterator[Mention]:
    """Yield the states, organisations and outlets that a document names."""
    text = scene.text
    for sighting in find_parties(text, actors):
        span = Span(sighting.start, sighting.end)
        found = scene.head_of(span)
        mention = _read(scene, sighting, span, found) if found is not None else None
        if mention is not None:
            yield mention


def _read(scene: Scene, sighting: Sighting, span: Span, found: tuple[int, int]) -> Mention | None:
    sentence, head = found
    tree = scene.trees[sentence]
    naming = _choose(sighting, tree.tokens[head].pos, tree.dep(head))
    if naming is None or _part_of_a_name(scene, sighting, naming, sentence):
        return None
    held = scene.tokens_in(span)
    first = held[1][0] if held else head
    place = naming.actor.kind is ActorKind.PLACE or is_place(tree, first, head, naming.kind)
    if naming.kind is MentionKind.CAPITAL and _dateline(scene, span):
        place = True
    return Mention(span, span.of(scene.text), naming.actor, naming.kind, place=place)


def _choose(sighting: Sighting, pos: str, dep: str) -> Naming | None:
    """Return the reading that the sentence calls for."""
    actor = sighting.actor
    if actor is None:
        return None
    meant = [n for n in sighting.namings if n.actor.id == actor.id]
    if pos == "ADJ" or dep in {"amod", "compound", "nmod:desc"}:
        return next((n for n in meant if n.kind is MentionKind.ADJECTIVE), meant[0])
    if pos in {"NOUN", "PROPN"}:
        return next((n for n in meant if n.kind is not MentionKind.ADJECTIVE), meant[0])
    return meant[0]


def _part_of_a_name(scene: Scene, sighting: Sighting, naming: Naming, sentence: int) -> bool:
    """Guard forms that are also names of persons or plain words ("Jordan Peterson")."""
    if naming.beware is None or naming.kind in _PEOPLE:
        return False
    tree = scene.trees[sentence]
    held = scene.tokens_in(Span(sighting.start, sighting.end))
    if held is None:
        return True
    first, last = held[1][0], held[1][-1]
    if naming.beware.sort is Beware.WORD:
        return tree.tokens[last].pos not in {"PROPN", "X"}
    if naming.beware.sort is Beware.PERSON:
        after = last + 1 < len(tree) and tree.dep(last + 1) == "flat" and tree.tokens[last + 1].pos == "PROPN"
        before = first > 0 and tree.tokens[first - 1].pos == "PROPN" and tree.dep(first) == "flat"
        return after or before
    return False


def _dateline(scene: Scene, span: Span) -> bool:
    """Tell the place that opens a report: "SEOUL, June 16 (Reuters) -"."""
    block = scene.document.block_at(span)
    if block is None or span.start - block.span.start > 2:
        return False
    return any(
        mark in scene.text[span.end : span.end + 45] for mark in (" — ", " – ", " - ", "(Reuters)", "(AP)")
    )
