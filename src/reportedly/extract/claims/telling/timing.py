"""When it happened: the time words of the claim's own clause."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import case_of
from reportedly.extract.tree import Tree
from reportedly.model import Link, Span, TimeExpression, TimexType

from .spanning import spanned

_WALLS = frozenset({"advcl", "ccomp", "acl:relcl", "parataxis", "csubj"})
_SETTING = frozenset({"in", "during", "by", "from", "at", "with", "of", ""})
Fits = Callable[[TimeExpression], bool]
_ON = re.compile(r"\s+(?:on|late|early)?\s*")
_LONGEST_EVENT = 14  # words of "since the summit of its leader with the president in"
_HEDGES = frozenset({"ADV", "ADJ", "ADP", "SYM"})  # "from more than", "from about"
_DATED = frozenset({TimexType.DATE, TimexType.TIME, TimexType.DURATION})


def time_of(  # noqa: PLR0913 - two options say how far and which
    scene: Scene, at: int, near: int, links: Iterable[Link], *, reach: int = 16, fits: Fits | None = None
) -> TimeExpression | None:
    """Return the time that belongs to the clause of a token, not to its report."""
    told = list(links)
    said = [span for link in told for span in link.cue_spans]
    dated = (t for t in scene.times if t.period is not None and t.type in _DATED)
    candidates = [
        t
        for t in dated
        if (fits is None or fits(t))
        and not _when_said(scene, t, told)
        and not _of_before(scene.tree, t, near)
    ]
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
        return spanned(scene, _counted_from(scene, ranked[0][2]))
    return None


def _counted_from(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Leave a time open where it dates the event counted from: "since the summit in September"."""
    tree, top = scene.tree, scene.top(time.span)
    if top is None or time.cue is not None or time.period is None or time.period.start is None:
        return time
    for at in range(top - 1, max(-1, top - _LONGEST_EVENT), -1):
        if tree.tokens[at].pos in {"VERB", "AUX", "PUNCT"}:
            return time
        if tree.words[at] == "since":
            return replace(time, cue="since", period=replace(time.period, end=None))
    return time


def _strangeness(scene: Scene, time: TimeExpression, at: int, near: int, said: list[Span]) -> int:
    """Return how far a time stands from a claim in the tree; 20 and more is too far."""
    tree = scene.tree
    top = scene.top(time.span)
    if top is None:
        return 99
    if _leads_in(tree, top, at):
        return 2
    governor = tree.tokens[top].head
    leads = top < min(at, near) and max(at, near) < governor  # "On Monday nine died, police said"
    if _reports(scene, governor, said) and governor != at and not _as_of(scene, time) and not leads:
        return 30
    up = {node: n for n, node in enumerate((at, *tree.rise(at)))}
    up_near = {node: n for n, node in enumerate((near, *tree.rise(near)))}
    walls = 0
    for steps, node in enumerate((top, *tree.rise(top))):
        if node in up_near or node in up:
            walls += 2 * _told_of_another(tree, top, at, node)
            return steps + min(up_near.get(node, 20), up.get(node, 20)) + 10 * walls
        walls += tree.dep(node) in _WALLS or _other_clause(tree, node) or 2 * _purpose(tree, node)
        walls += _of_a_party(tree, node)
    return 15


def _when_said(scene: Scene, time: TimeExpression, links: Iterable[Link]) -> bool:
    """Tell whether a time stands right behind a source: "killing 20, according to officials on Thursday"."""
    ends = (span.end for link in links for span in link.source_spans if span.end <= time.span.start)
    return any(_ON.fullmatch(scene.text[end : time.span.start]) for end in ends)


def _of_before(tree: Tree, time: TimeExpression, near: int) -> bool:
    """Tell whether a time dates another figure, that which was before: "51, up from 38 on Wednesday"."""
    at = next(iter(tree.inside(time.span)), 0) - 1
    while at > 0 and tree.tokens[at].pos in {"ADP", "DET"}:
        at -= 1
    figure = at if at < 1 or tree.tokens[at].pos == "NUM" else at - 1
    start = figure - 1
    while start > 0 and tree.words[start] != "from" and tree.tokens[start].pos in _HEDGES:
        start -= 1
    if min(figure, start) < 0 or tree.tokens[figure].pos != "NUM" or tree.words[start] != "from":
        return False
    compared = figure == at or (start > 0 and tree.words[start - 1] in {"up", "down"})
    return compared and not start < near <= at


def _leads_in(tree: Tree, top: int, at: int) -> bool:
    """Tell whether a time opens the clause of a verb, behind its "that" or "and", wherever it hangs."""
    opens = [kid for kid in tree.by(at, "mark", "cc") if tree.words[kid] in {"that", "and", "but"}]
    return any(kid < top < at and not _verb_between(tree, kid, top) for kid in opens)


def _verb_between(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(first, last))


def _purpose(tree: Tree, at: int) -> bool:
    """Is it what a noun is for ("a plan to recover from last year's loss")?"""
    return tree.dep(at) == "acl" and any(tree.words[kid] == "to" for kid in tree.by(at, "mark"))


def _of_a_party(tree: Tree, at: int) -> bool:
    """Tell what a party did besides: "Chile, which drew a line on Monday, has 900 guards"."""
    return tree.dep(at) == "acl:relcl" and tree.tokens[tree.tokens[at].head].pos == "PROPN"


def _other_clause(tree: Tree, at: int) -> bool:
    """Is it a second verb with a subject of its own, rather than one that shares the first's time?"""
    second = tree.dep(at) == "conj" and tree.tokens[at].pos == "VERB"
    return second and tree.first(at, "nsubj", "nsubj:pass") is not None


def _told_of_another(tree: Tree, top: int, at: int, shared: int) -> bool:
    """Tell whether a time closes the first clause, in which a second with its own subject has no part."""
    for node in (at, *tree.rise(at)):
        if node == shared:
            return False
        if _other_clause(tree, node) and tree.tokens[node].head < top < node:
            return True
    return False


def _as_of(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether "as of" ties a time to the figure rather than to its report."""
    before = scene.text[max(0, time.span.start - 6) : time.span.start].lower()
    return "as of" in f"{before}{time.words.lower()}"


def _reports(scene: Scene, verb: int, said: list[Span]) -> bool:
    span = scene.tree.tokens[verb].span
    return scene.tree.lemmas[verb] == "say" or any(cue.holds(span) for cue in said)


def time_of_noun(scene: Scene, at: int, links: Iterable[Link]) -> TimeExpression | None:
    """Return the time that a noun of event bears: its own, or that of the verb it is part of."""
    return time_of(scene, at, at, links, reach=5, fits=lambda time: _tied(scene, at, time))


def _tied(scene: Scene, at: int, time: TimeExpression) -> bool:
    """Tell a time that dates a noun from one that dates what is said or done about it."""
    tree, top = scene.tree, scene.top(time.span)
    if top is None:
        return False
    if at in tree.rise(top):
        return True
    if at < top and not any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(at, top)):
        return True
    return _carried_by(scene, at) and not any(tree.dep(i) in _WALLS for i in (top, *_below(tree, top, at)))


def _carried_by(scene: Scene, at: int) -> bool:
    """Is the noun subject, object or circumstance of a verb that tells the event itself?"""
    tree = scene.tree
    for node in (at, *tree.rise(at)):
        dep, verb = tree.dep(node), tree.tokens[node].head
        if dep in {"nsubj", "nsubj:pass"}:
            return True
        if dep in {"obj", "obl:agent"}:
            return not _judges(scene, verb)
        if dep in {"obl", "nmod"} and case_of(tree, node) not in _SETTING:
            return False
        if dep not in {"nmod", "compound", "conj", "appos"}:
            return dep in {"obl", "root"}
    return False


def _judges(scene: Scene, verb: int) -> bool:
    """Is it a verb of telling or judging, whose time is not that of what it speaks of?"""
    statement = any(opening.frame.name == "statement" for opening in scene.opened_at(verb))
    return statement or scene.tree.lemmas[verb] in scene.classes.tells


def _below(tree: Tree, top: int, at: int) -> list[int]:
    """Return what stands above a time and not above the noun."""
    shared = set(tree.rise(at))
    return [node for node in tree.rise(top) if node not in shared]
