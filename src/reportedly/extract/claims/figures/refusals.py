"""Numbers that look like figures and claim nothing: names, members of a set, things pointed back at."""

from collections.abc import Callable
from decimal import Decimal

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import case_of
from reportedly.model import Bound, Quantity, Span

from .tied import Figure, person

_SMALL = Decimal(20)
_LAST_DAY = 31


def refused(scene: Scene, figure: Figure) -> bool:
    """Is a figure no claim's figure?"""
    return not figure.money and any(rule(scene, figure) for rule in _RULES)


def _fraction(scene: Scene, figure: Figure) -> bool:
    """Refuse a bare decimal: it measures a magnitude. People and things come whole."""
    low = figure.quantity.low
    goods = figure.quantity.measure.value == "physical"
    return (
        low is not None
        and low != low.to_integral_value()
        and not goods
        and "." in scene.words(figure.quantity.number)
    )


def _nothing(scene: Scene, figure: Figure) -> bool:
    """Refuse zero, and "not one": nothing was counted."""
    first = scene.tokens_in(figure.quantity.span)[0]
    before = scene.tree.words[first - 1] if first else ""
    not_one = figure.quantity.low == figure.quantity.high == 1 and before in {"not", "n't"}
    return not_one or (figure.quantity.low == 0 and figure.quantity.high == 0)


def _label(scene: Scene, figure: Figure) -> bool:
    """Refuse a number behind its noun, which names it: "posts 542 and 543"."""
    tree = scene.tree
    token = tree.tokens[figure.number]
    before = tree.tokens[figure.number - 1].text if figure.number else ""
    if len(before) > 1 and before.endswith("-"):
        return True  # "the Antonov- 74" of old wire copy
    if (
        token.dep == "conj"
        and token.head < figure.number
        and tree.tokens[token.head].pos == "NUM"
        and figure.noun is None
    ):
        first = tree.tokens[token.head]
        return first.dep in {"nummod", "nmod", "flat", "appos", "compound"} and first.head < token.head
    return (
        token.dep in {"nummod", "flat", "nmod", "appos", "dep", "compound"}
        and token.head == figure.number - 1
        and tree.tokens[token.head].pos in {"NOUN", "PROPN"}
        and figure.noun in {None, token.head}
    )


def _of_which(scene: Scene, figure: Figure) -> bool:
    """Refuse a vague share of what was just named: "several of which"."""
    tree = scene.tree
    pointed = any(tree.words[kid] == "which" for kid in tree.by(figure.number, "nmod", "obl"))
    return pointed and figure.quantity.bound is Bound.VAGUE


def _listed_age(scene: Scene, figure: Figure) -> bool:
    """Ages in a row: "aged nine, ten, two aged fourteen"."""
    tree = scene.tree
    chain = [figure.number, *tree.rise(figure.number)]
    return figure.noun is None and any(tree.lemmas[i] in {"aged", "age"} for i in chain[:4])


def _measure_noun(scene: Scene, figure: Figure) -> bool:
    if figure.noun is None:
        return False
    lemma = scene.tree.lemmas[figure.noun]
    return lemma in scene.classes.lengths


def _sources(scene: Scene, figure: Figure) -> bool:
    """Refuse how many speak: "two people familiar with the matter said", not "90 rallied, saying"."""
    holder = figure.noun if figure.noun is not None else figure.top
    known = scene.tree.lemmas[holder] in scene.classes.informants
    if figure.noun is not None and not known and not person(scene, holder):
        return False
    place = scene.tree.tokens[holder].span
    links = (link for a in scene.marks.attributions for link in a.chain)
    spoken = (
        (source, cue)
        for link in links
        for source in link.source_spans
        if source.meets(place) and scene.top(source) == holder
        for cue in link.cue_spans
    )
    return any(not _verb_between(scene, source, cue) for source, cue in spoken)


def _verb_between(scene: Scene, one: Span, other: Span) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return any(t.pos == "VERB" and start <= t.span.start and t.span.end <= end for t in scene.tree.tokens)


def _pointing(scene: Scene, figure: Figure) -> bool:
    """Refuse what only points back: "both", "these three", "the two men", "the 36"."""
    tree = scene.tree
    holder = figure.noun if figure.noun is not None else figure.top
    before = tree.words[figure.number - 1] if figure.number else ""
    kids = {tree.words[kid] for kid in tree.kids[holder] if kid < figure.number}
    if kids & {"both", "these", "those", "same"}:
        return True
    if before == "the" and figure.quantity.low == 2 and tree.lemmas[holder] in scene.classes.parties_of_two:
        return True
    if _described(scene, holder, figure.number):
        return False
    if before in {"our", "their", "your"} and figure.quantity.low == 2:
        return True
    if before not in {"the", "all"} and not (before in {"other", "remaining"} and "the" in kids):
        return False
    return figure.noun is None or _small(figure.quantity) or _told_before(scene, figure)


def _described(scene: Scene, holder: int, number: int) -> bool:
    tree = scene.tree
    return any(
        tree.dep(kid) in {"nmod", "acl", "acl:relcl", "obl", "advmod"} and kid > number
        for kid in tree.kids[holder]
    )


def _small(quantity: Quantity) -> bool:
    high = quantity.high if quantity.high is not None else quantity.low
    return high is not None and high <= _SMALL and quantity.bound is Bound.EXACT


def _told_before(scene: Scene, figure: Figure) -> bool:
    own = figure.quantity
    return any(
        q.number.start < own.number.start and (q.low, q.high) == (own.low, own.high)
        for q in scene.marks.quantities
    )


def _one_of_them(scene: Scene, figure: Figure) -> bool:
    """Tell a lone "one" that singles out: "one of the", "one resident said", "one day"."""
    quantity, tree = figure.quantity, scene.tree
    if (
        scene.words(quantity.number).lower() not in {"one", "1"}
        or quantity.bound is not Bound.EXACT
        or quantity.increment
    ):
        return False
    if figure.noun is None or (case_of(tree, figure.noun) == "of" and figure.noun != figure.top):
        return True
    return tree.dep(figure.top) in {
        "nsubj",
        "obl",
        "nsubj:pass",
        "advmod",
        "root",
        "nmod",
        "appos",
        "conj",
        "parataxis",
    }


def _second_day(scene: Scene, figure: Figure) -> bool:
    """Refuse the second of two days: "on June 18 and 19"."""
    tree, at = scene.tree, figure.number
    low = figure.quantity.low
    lone = figure.quantity.noun is None
    day = lone and low is not None and low <= _LAST_DAY and tree.words[at - 1] in {"and", "or"}
    return day and at > 1 and scene.dated(at - 2) and tree.tokens[at - 2].pos == "NUM"


_RULES: tuple[Callable[[Scene, Figure], bool], ...] = (
    _nothing,
    _fraction,
    _label,
    _second_day,
    _of_which,
    _listed_age,
    _measure_noun,
    _sources,
    _pointing,
)


def singled_out(scene: Scene, figure: Figure) -> bool:
    """Tell whether a lone "one" only singles out a member; harm done to one is still a claim."""
    return _one_of_them(scene, figure)
