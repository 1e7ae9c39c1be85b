"""What a correction takes back: "an earlier version said that 90 boats had sunk", "70, not 90"."""

from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.model import Polarity, Section

_WE = frozenset({"we", "our"})
_RIGHT = frozenset({"should", "correct", "correctly", "fact", "actually", "now"})
_NOT = (("not",), ("instead", "of"), ("rather", "than"))


def taken_back(draft: Draft) -> Draft:
    """Return what a note takes back as denied; what it puts in its place stands as it is."""
    scene = draft.scene
    if scene.section is not Section.CORRECTION or draft.quantity is None:
        return draft
    at = scene.tokens_in(draft.quantity.span)[0]
    if not (_put_away(scene, at) or _printed(scene, at)):
        return draft
    return replace(draft, voice=replace(draft.voice, polarity=Polarity.NEGATIVE))


def _put_away(scene: Scene, at: int) -> bool:
    """Do the words right before a figure put it away: "70, not 90", "70 instead of 90"?"""
    return any(at >= len(words) and scene.tree.words[at - len(words) : at] == words for words in _NOT)


def _printed(scene: Scene, at: int) -> bool:
    """Is it what the page itself had printed: "we wrote that 90 had sunk", "the article gave 90"?"""
    tree, words = scene.tree, scene.classes
    verb = next((i for i in range(at - 1, 0, -1) if tree.lemmas[i] in words.printed), None)
    if verb is None or _RIGHT & set(tree.words[:at]):
        return False
    return any(tree.words[i] in _WE or tree.lemmas[i] in words.printing for i in range(verb))
