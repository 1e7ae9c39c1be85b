"""What a figure counts where its noun is left unsaid: the gauge's noun, an earlier figure's, people."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.claims.scene.drafts import Draft
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import case_of
from reportedly.model import Measure, Quantity, Span

from .choosing import Choice
from .tied import Figure


def unit_for(scene: Scene, figure: Figure, choice: Choice, before: Sequence[Draft]) -> Figure:
    """Return a figure with the unit that its sentence or page implies."""
    if figure.money:
        return figure
    noun = scene.tree.lemmas[figure.noun] if figure.noun is not None else ""
    if choice.kind == "casualty" and noun in scene.classes.harmed:
        return _with_unit(figure, "person")
    if choice.kind == "casualty" and not noun and figure.quantity.unit in {None, "person"}:
        return _with_unit(figure, _kin(scene, before) or "person")
    if noun == "other":
        return _with_unit(figure, _kin(scene, before) or "person")
    if figure.noun is not None or figure.quantity.unit is not None:
        return figure
    counted = _counted_before(scene, figure)
    if counted is not None:
        return replace(_with_unit(figure, scene.tree.lemmas[counted]), noun=counted)
    further = _of_the_sum(scene, figure)
    if further is not None:
        return replace(_with_unit(figure, scene.tree.lemmas[further]), noun=further)
    gauge = _gauge_noun(scene, choice)
    if gauge is not None:
        return replace(_with_unit(figure, scene.tree.lemmas[gauge]), noun=gauge)
    outcome = choice.opening.trigger.outcome if choice.opening is not None else None
    if outcome is not None and choice.opening is not None and choice.opening.trigger.part != "noun":
        return _with_unit(figure, "person")
    return _inherited(scene, figure, before)


def _kin(scene: Scene, before: Sequence[Draft]) -> str | None:
    """Return what the harm before it in the sentence was done to ("23 miners died, five are missing")."""
    here = [d for d in before if d.scene is scene and d.kind == "casualty" and d.quantity is not None]
    return here[-1].quantity.unit if here and here[-1].quantity is not None else None


def _with_unit(figure: Figure, unit: str) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, unit=unit))


def _gauge_noun(scene: Scene, choice: Choice) -> int | None:
    """Return what a gauge gauges: the cases in "the number of cases exceeded 1,000"."""
    tree, words = scene.tree, scene.classes
    for at in sorted(choice.standing):
        if tree.tokens[at].pos not in {"NOUN", "PROPN"} or scene.dated(at):
            continue
        if tree.lemmas[at] not in words.gauge:
            return at
        for kid in tree.by(at, "nmod"):
            if case_of(tree, kid) == "of":
                return kid
    return None


def _counted_before(scene: Scene, figure: Figure) -> int | None:
    """Return the plural that a number counts from behind ("job cuts of 10,000")."""
    tree = scene.tree
    head = tree.tokens[figure.number].head
    plural = tree.tokens[head].tag == "NNS" and tree.lemmas[head] not in scene.classes.gauge
    behind = tree.dep(figure.number) == "nmod" and case_of(tree, figure.number) == "of"
    return head if plural and behind and head < figure.number else None


def _of_the_sum(scene: Scene, figure: Figure) -> int | None:
    """Return what a rise adds to, told with the sum behind it: "by 300 to reach 7,000 trucks"."""
    tree, at = scene.tree, figure.number
    verb = tree.tokens[at].head
    if case_of(tree, at) != "by" or tree.lemmas[verb] not in scene.classes.level:
        return None
    sums = (q for q in scene.quantities if q.span.start > figure.quantity.span.end and q.currency is None)
    behind = next(sums, None)
    led = (
        behind is not None and "to" in scene.words(Span(figure.quantity.span.end, behind.span.start)).split()
    )
    noun = scene.top(behind.noun) if led and behind is not None and behind.noun is not None else None
    if noun is not None:
        return noun
    raised = tree.first(verb, "obj")
    counted = tree.by(raised, "nmod") if raised is not None else ()
    return next(
        (kid for kid in counted if tree.tokens[kid].tag == "NNS" and case_of(tree, kid) == "of"), None
    )


def _inherited(scene: Scene, figure: Figure, before: Sequence[Draft]) -> Figure:
    """Take over the noun of an earlier figure: "47,000 in May, another two in June", "25,000 of them"."""
    here = [d for d in before if d.scene is scene and d.quantity is not None]
    number = scene.words(figure.quantity.number).lower()
    if (
        here
        and here[-1].quantity is not None
        and here[-1].quantity.currency
        and any(s in number for s in scene.classes.scales)
    ):
        return replace(
            figure,
            quantity=replace(figure.quantity, currency=here[-1].quantity.currency, measure=Measure.MONEY),
        )
    partitive = any(
        scene.tree.words[kid] in {"them", "these", "those", "whom", "which"}
        for kid in scene.tree.by(figure.number, "nmod", "obl")
    )
    many = _many_before(scene, figure) if partitive and not here else None
    if many is not None:
        return replace(_with_unit(figure, scene.tree.lemmas[many]), noun=many)
    counted = [d for d in before if d.quantity is not None][-1:]
    leans = partitive or _elliptic(scene, figure) or _further(scene, figure, counted)
    pool = here or (counted if leans else [])
    for draft in reversed(pool):
        quantity: Quantity | None = draft.quantity
        if quantity is not None and quantity.unit is not None:
            return _with_unit(figure, quantity.unit)
    return figure


def _many_before(scene: Scene, figure: Figure) -> int | None:
    """Return the last plural before a figure's comma: "the sending of troops, some 11,000 of them"."""
    tree = scene.tree
    plural = (i for i in reversed(range(figure.number)) if tree.tokens[i].tag == "NNS" and not scene.dated(i))
    return next(plural, None)


def _further(scene: Scene, figure: Figure, counted: Sequence[Draft]) -> bool:
    """Is it more of what the same paragraph has counted: "we saw 12 more today"?"""
    near = any(d.scene.sentence.block == scene.sentence.block for d in counted)
    return figure.quantity.increment and near


def _elliptic(scene: Scene, figure: Figure) -> bool:
    """Tell a lone number that acts, as only what was counted before can ("only 27 voted")."""
    return scene.tree.dep(figure.number) in {"nsubj", "nsubj:pass"}


def bare(figure: Figure, choice: Choice) -> bool:
    """Is it a number of nothing?"""
    unit = figure.quantity.unit
    return not figure.money and choice.kind == "count" and figure.noun is None and unit is None
