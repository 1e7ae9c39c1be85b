"""Events that a sentence only speaks of: a habit, a purpose, a fear, the same deed told again."""

from collections.abc import Sequence

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.roles import fillers, verbal
from reportedly.frames import Slot
from reportedly.model import Modality, Section, TimeExpression

_LONG = 31  # days within which "attacks" are still one campaign
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NEWS = frozenset({"agreement", "visit", "meeting"})
_OUTER = frozenset({"of", "from", "for", "without", "against"})


def in_passing(draft: Draft, before: Sequence[Draft]) -> bool:
    """Tell whether an attack is no single deed, or one that the page has told before."""
    if draft.kind in _NEWS and not _verbal(draft) and draft.time is None:
        return any(
            other.kind == draft.kind and other.scene.section is not Section.HEADLINE and _alike(draft, other)
            for other in before
        )
    if draft.kind != "attack" or draft.quantity is not None:
        return False
    if _often(draft):
        return True
    if not _verbal(draft):
        return _habit(draft) or _told_again(draft, before)
    if draft.voice.modality is Modality.CAPABILITY or _of_words(draft):
        return True
    if draft.voice.modality is Modality.HYPOTHETICAL and (draft.time is None or draft.actor is None):
        return True
    return draft.time is None and (_no_statement(draft) or _by_a_pronoun(draft))


def _alike(draft: Draft, other: Draft) -> bool:
    """Could it be the same event, by the parties that both of them name?"""
    pairs = ((draft.actor, other.actor), (draft.recipient, other.recipient))
    return all(one is None or two is None or one.actor == two.actor for one, two in pairs)


def _often(draft: Draft) -> bool:
    """Tell whether a word says that it happened more than once: "has repeatedly attacked"."""
    tree, often = draft.scene.tree, draft.scene.classes.often
    return any(
        tree.words[kid] in often for kid in (*tree.kids[draft.at], *tree.kids[tree.tokens[draft.at].head])
    )


def _verbal(draft: Draft) -> bool:
    return verbal(draft.scene.tree, draft.at)


def _habit(draft: Draft) -> bool:
    """Tell whether a plural speaks of many deeds: "attacks on convoys", "attacks in recent months"."""
    tree = draft.scene.tree
    mass = tree.tokens[draft.at].tag == "NN" and not any(
        tree.dep(kid) in {"det", "nmod:poss", "amod", "compound"} for kid in tree.kids[draft.at]
    )
    if tree.tokens[draft.at].tag not in {"NNS", "NNPS"} and not mass:
        return False
    if draft.time is not None:
        return _days(draft.time) > _LONG
    counted = any(tree.dep(kid) in {"nummod", "det"} for kid in tree.kids[draft.at])
    return not counted and not mass


def _days(time: TimeExpression) -> int:
    """Count the days that a time spans; an open side is long."""
    period = time.period
    if period is None or period.start is None or period.end is None:
        return _LONG + 1
    return (period.end - period.start).days


def _told_again(draft: Draft, before: Sequence[Draft]) -> bool:
    """Tell whether a definite noun without a doer of its own points back at an attack told before."""
    tree = draft.scene.tree
    owners = list(tree.by(draft.at, "nmod:poss"))
    owned, dated = bool(owners), any(draft.scene.dated(kid) for kid in owners)
    definite = owned or any(tree.words[kid] in _DEFINITE for kid in tree.by(draft.at, "det"))
    if not definite or draft.actor is not None or draft.item is not None:
        return False
    return any(
        _deed(other) and (other.kind == "attack" or not dated) for other in before
    )  # "today's shooting"


def _deed(other: Draft) -> bool:
    """Is it an attack told below the headline, or harm that an attack did?"""
    if other.scene.section is Section.HEADLINE:
        return False
    if other.kind == "attack":
        return True
    return other.kind == "casualty" and any(o.frame.name == "attack" for o in other.scene.openings)


def _no_statement(draft: Draft) -> bool:
    """Is it a purpose, a charge or a means of one: "to kill civilians", "accused of shooting officials"?"""
    tree, at = draft.scene.tree, draft.at
    token = tree.tokens[at]
    if token.tag == "VB":
        return token.dep in {"advcl", "acl", "xcomp"}
    if token.tag != "VBG" or any(tree.dep(kid) == "aux" for kid in tree.kids[at]):
        return False
    marks = {tree.words[kid] for kid in tree.by(at, "mark", "case")}
    charged = token.dep == "conj" and tree.tokens[token.head].tag == "VBG"
    means = "by" in marks and tree.tokens[token.head].tag in {"VB", "VBG"}
    return token.dep == "csubj" or charged or means or bool(marks & _OUTER)


def _by_a_pronoun(draft: Draft) -> bool:
    """Tell whether a mere "they" does it, so that nobody is told here."""
    assert draft.opening is not None
    token = next(fillers(draft.scene.tree, draft.at, draft.opening.trigger, Slot.ACTOR), None)
    return token is not None and draft.scene.tree.words[token] in {"they", "it"}


def _of_words(draft: Draft) -> bool:
    """Is it an attack in words only: "attacked the proclamation"?"""
    assert draft.opening is not None
    tree = draft.scene.tree
    token = next(fillers(tree, draft.at, draft.opening.trigger, Slot.ITEM), None)
    return token is not None and tree.lemmas[token] in draft.scene.classes.sayings
