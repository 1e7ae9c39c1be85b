"""The scope of a figure: a total, a share of one occasion, or a state."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import case_of
from reportedly.model import Aggregation, TimeExpression

from .choosing import Choice
from .tied import Figure

_TOTAL_KINDS = frozenset({"casualty", "damage", "transfer", "capacity", "attack"})
_STATES = frozenset({"missing", "trapped"})


def aggregation_of(scene: Scene, figure: Figure, choice: Choice, time: TimeExpression | None) -> Aggregation:
    """Return how far a figure reaches, by its words first and its kind after."""
    words = scene.classes
    near = _neighbours(scene, figure, choice)
    if figure.quantity.per is not None:
        return Aggregation.RATE
    if figure.quantity.increment or near & words.increment or by_how_much(scene, figure):
        return Aggregation.INCREMENT
    if time is not None and time.cue in {"since", "from"}:
        return Aggregation.CUMULATIVE
    if near & words.so_far:
        return Aggregation.CUMULATIVE
    if near & {"new"}:
        return Aggregation.INCREMENT
    return _by_kind(scene, choice)


def by_how_much(scene: Scene, figure: Figure) -> bool:
    """Tell by how much a number moved from where it came to: "grew by 300 crates to reach 7,000"."""
    tree = scene.tree
    return any(
        case_of(tree, at) == "by"
        and tree.dep(at) == "obl"
        and tree.lemmas[tree.tokens[at].head] in scene.classes.level
        for at in (figure.top, figure.number)
    )


def _by_kind(scene: Scene, choice: Choice) -> Aggregation:
    outcome = choice.opening.trigger.outcome if choice.opening is not None else None
    if choice.kind in _TOTAL_KINDS:
        return Aggregation.SNAPSHOT if outcome in _STATES else Aggregation.CUMULATIVE
    if choice.kind == "money":
        return Aggregation.INCREMENT if choice.opening is not None else Aggregation.SNAPSHOT
    if outcome in {"detained", "displaced", "affected"}:
        return Aggregation.CUMULATIVE
    tense = scene.tree.tokens[choice.verb].tag
    if any(scene.tree.words[kid] == "will" for kid in scene.tree.by(choice.verb, "aux")):
        return Aggregation.INCREMENT
    return (
        Aggregation.CUMULATIVE
        if tense in {"VBD", "VBN"} and scene.tree.lemmas[choice.verb] not in {"be", "have"}
        else Aggregation.SNAPSHOT
    )


def _neighbours(scene: Scene, figure: Figure, choice: Choice) -> set[str]:
    tree = scene.tree
    held = set(tree.kids[figure.top]) | set(tree.kids[figure.number]) | set(tree.kids[choice.verb])
    held |= {i for i in (figure.number - 1, figure.number + 1) if 0 <= i < len(tree)}
    bounds = {
        i for i in held if i < figure.number and tree.words[i + 1] == "than"
    }  # "more than 10,000" is no more
    return {tree.words[i] for i in held - bounds}
