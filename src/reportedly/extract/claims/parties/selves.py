"""Who "they" and "it" are in what an unnamed body says of itself: "police said they arrested 40"."""

from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import described, named
from reportedly.extract.roles import surface_subject
from reportedly.extract.tree import SUBJECTS
from reportedly.frames import Slot
from reportedly.lexicon import load_cues
from reportedly.model import ActorKind, Link, Mention, MentionKind

_SELVES = frozenset({"they", "it"})


def spoken_of_itself(draft: Draft) -> Draft:
    """Return a draft whose doer is its own speaker, where a pronoun says so and no name is known."""
    scene, links = draft.scene, draft.links
    subject = surface_subject(scene.tree, draft.at)
    if subject is None or scene.tree.words[subject] not in _SELVES or not links or not _does(draft):
        return draft
    pronoun = scene.tree.tokens[subject].span
    if draft.actor is not None and draft.actor.span != pronoun:
        return draft
    who = _speaker(scene, subject, links[-1])
    return replace(draft, actor=replace(who, kind=MentionKind.ANAPHOR)) if who is not None else draft


def _does(draft: Draft) -> bool:
    """Is its subject who does it, rather than whom it befalls?"""
    if draft.opening is None:
        return True
    return "subject" in draft.opening.trigger.ways.get(Slot.ACTOR, ())


def _speaker(scene: Scene, pronoun: int, link: Link) -> Mention | None:
    """Return the unnamed body that speaks right before a pronoun, if it agrees with it in number."""
    tree = scene.tree
    top = scene.top(link.source_spans[0]) if link.source_spans else None
    if link.actor is not None or top is None or top >= pronoun or tree.dep(top) not in SUBJECTS:
        return None
    if named(scene, top) is not None:
        return None
    lemma = tree.lemmas[top]
    if lemma in load_cues().anonymous or lemma not in scene.classes.bodies | scene.classes.agents:
        return None
    many = tree.tokens[top].tag in {"NNS", "NNPS"} or lemma == "police"
    found = described(scene, top) if many == (tree.words[pronoun] == "they") else None
    return found if found is not None and found.actor.kind is ActorKind.GROUP else None
