"""When it happened: the time words of the claim's own clause."""

from collections.abc import Iterable

from reportedly.model import Link, Span, TimeExpression, TimexType

from .marks import Scene

_WALLS = frozenset({"advcl", "ccomp", "acl:relcl", "parataxis", "csubj"})
_DATED = frozenset({TimexType.DATE, TimexType.TIME, TimexType.DURATION})


def time_of(
    scene: Scene, at: int, near: int, links: Iterable[Link], *, reach: int = 16
) -> TimeExpression | None:
    """Return the time that belongs to the clause of a token, not to its report."""
    said = [span for link in links for span in link.cue_spans]
    candidates = [t for t in scene.times if t.period is not None and t.type in _DATED]
    ranked = sorted(
        (
            (
                _strangeness(scene, t, at, near, said),
                abs(t.span.start - scene.tree.tokens[near].span.start),
                t,
            )
            for t in candidates
        ),
        key=lambda ranked: ranked[:2],
    )
    if ranked and ranked[0][0] < reach:
        return ranked[0][2]
    return None


def _strangeness(scene: Scene, time: TimeExpression, at: int, near: int, said: list[Span]) -> int:
    """Return how far a time stands from a claim in the tree; 20 and more is too far."""
    tree = scene.tree
    top = scene.top(time.span)
    if top is None:
        return 99
    governor = tree.tokens[top].head
    if _reports(scene, governor, said) and governor != at and not _as_of(scene, time):
        return 30
    up = {node: n for n, node in enumerate((at, *tree.rise(at)))}
    up_near = {node: n for n, node in enumerate((near, *tree.rise(near)))}
    walls = 0
    for steps, node in enumerate((top, *tree.rise(top))):
        if node in up_near or node in up:
            return steps + min(up_near.get(node, 20), up.get(node, 20)) + 10 * walls
        walls += tree.dep(node) in _WALLS or (tree.dep(node) == "conj" and tree.tokens[node].pos == "VERB")
    return 15


def _as_of(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether "as of" ties a time to the figure rather than to its report."""
    before = scene.text[max(0, time.span.start - 6) : time.span.start].lower()
    return "as of" in f"{before}{time.words.lower()}"


def _reports(scene: Scene, verb: int, said: list[Span]) -> bool:
    span = scene.tree.tokens[verb].span
    return any(cue.holds(span) for cue in said)
