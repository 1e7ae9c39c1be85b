"""Sayings that stand before or round their cue: "..., the army said", "X, he said, Y"."""

from dataclasses import dataclass

from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.after_verb import name_right, noun_right, strip_marks
from reportedly.extract.attributions.sources.before_verb import named_left
from reportedly.extract.attributions.sources.subjects import loose_relative, speaker_of
from reportedly.lexicon import load_speech

from .edges import (
    adverbs_before,
    clause_start,
    closed_before,
    edge_opens,
    follows_quotation,
    in_relative,
    opens_with_question,
    own_end,
    told_between,
)

_STOPS = frozenset({",", "—", "–", "--", "-", "”", '"', "''", "»", "’’", "?", "!", "“", "…", ")", "’"})


@dataclass(frozen=True, slots=True)
class Aside:
    """A cue clause that stands beside what it reports."""

    source: tuple[int, ...]
    content: tuple[int, ...]
    own: tuple[int, int]


def read_aside(p: Passage, at: int, cue: list[int]) -> Aside | None:
    """Read a finite reporting verb that closes or interrupts its content."""
    tree = p.tree
    if not p.finite(at):
        return None
    found = _source(p, at, cue)
    if found is None:
        return None
    source, start = found
    if start > 0 and tree.words[start - 1] not in _STOPS:
        return None
    end = own_end(p, at, max([*cue, *source]))
    if edge_opens(p, end) and not follows_quotation(p, cue):
        return Aside(tuple(source), tuple(_opening(p, start, end)), (start, end))
    if tree.dep(at) == "acl:relcl" and tree.words[source[0]] in {"who", "which"}:
        return None
    if start == 0:
        return Aside(tuple(source), (), (start, end)) if not _clause_right(p, end) else None
    left = _left(p, start)
    if _only_tells_when(p, at, left):
        return None
    if not any(i in p.quoted or p.finite(i) for i in left) and not _goes_on_behind(p, end):
        return None
    content = [*left, *_right(p, start, end)]
    return Aside(tuple(source), tuple(content), (start, end))


def _only_tells_when(p: Passage, at: int, left: list[int]) -> bool:
    """Tell "While most liked it, nine said no" from "If it fails, it fails, nine said"."""
    tree = p.tree
    if any(i in p.quoted for i in left):
        return False
    beside = [
        k for k in tree.kids[at] if k < at and tree.dep(k) in {"advcl", "obl", "advmod", "obl:unmarked"}
    ]
    held = {t for k in beside for t in tree.under(k)}
    marked = any(tree.dep(k) == "advcl" and tree.first(k, "mark") is not None for k in beside)
    return marked and all(i in held or not tree.words[i][0].isalnum() for i in left)


def _goes_on_behind(p: Passage, end: int) -> bool:
    """Tell "Most of it, he said, was ash" from "In a speech, he told a story"."""
    return p.tree.words[end + 1 : end + 2] in {(",",), ("—",), ("–",), ("--",)}


def _opening(p: Passage, start: int, end: int) -> list[int]:
    """Take the words before "he said, " that begin what a quotation goes on with ("Now, he said, ...")."""
    tree = p.tree
    if start < 2 or tree.words[start - 1] != "," or tree.words[end + 1] != ",":
        return []
    held = list(range(start - 1))
    setting = tree.tokens[0].pos == "ADP" and tree.words[:2] != ("of", "course")
    return [] if setting and not any(p.finite(i) for i in held) else held


def _source(p: Passage, at: int, cue: list[int]) -> tuple[list[int], int] | None:
    """Return the source's tokens and where the cue clause begins."""
    tree = p.tree
    lead = adverbs_before(p, min(cue))
    if _nobody_right(p, at):
        return [at + 1], min(cue)
    if told_between(p, at, cue) and (told := named_left(p, cue)):
        return told, told[0]
    edge = closed_before(p, lead) if follows_quotation(p, cue) else None
    if edge is not None:
        between = list(range(edge + 1, lead))
        while between and not tree.words[between[0]][0].isalnum():
            between.pop(0)
        if any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"} for i in between):
            return strip_marks(p, between), between[0]
    behind = edge is not None or _named_behind(p, cue)
    quoted = tree.lemmas[at] in load_speech().quoted  # "was quoted as saying": the one who is quoted speaks
    subjects = ("nsubj", "nsubj:outer", "nsubj:pass") if quoted else ("nsubj", "nsubj:outer")
    lefts = [i for i in tree.by(at, *subjects) if i < at and not behind]
    if lefts:
        loose = [c for c in tree.by(lefts[-1], "acl:relcl") if loose_relative(tree, lefts[-1], c)]
        held = _own_phrase(p, lefts[-1], [t for t in tree.under(lefts[-1], without=loose) if t < at])
        clean = not any(p.finite(i) and not in_relative(p, i) for i in held)
        if held and (clean or tree.words[min(cue) - 1] != ","):
            return strip_marks(p, held), min(held)
    if tree.lemmas[at] in load_speech().straight:
        return None
    if behind and (held := noun_right(p, max(cue))):
        return held, min(cue)
    name = name_right(p, max(cue))
    if name and min(cue) > 0:
        return name, min(cue)
    after = next((i for i in tree.by(at, "nsubj", "iobj", "obj") if i > at), None)
    if after is not None and _is_a_thing(p, after):
        return None
    if after is not None and min(tree.under(after)) == max(cue) + 1 and min(cue) > 0:
        return strip_marks(p, tree.under(after)), min(cue)
    return (noun_right(p, max(cue)), min(cue)) if behind and noun_right(p, max(cue)) else None


def _named_behind(p: Passage, cue: list[int]) -> bool:
    """Tell "..., said Ann Lee" by the subject right behind the verb, whatever else the parser hung on it."""
    tree, after = p.tree, max(cue) + 1
    comma = min(cue) > 0 and tree.words[min(cue) - 1] == ","
    return comma and after < len(tree) and tree.dep(after) == "nsubj" and tree.tokens[after].head == max(cue)


def _is_a_thing(p: Passage, at: int) -> bool:
    """Tell the object of ", writes songs, ..." from the source of ", says a singer"."""
    tree = p.tree
    bare = tree.tokens[at].pos == "NOUN" and tree.dep(at) == "obj" and min(tree.under(at)) == at
    return bare and not any(tree.lemmas[at] in words for words in (p.cues.anonymous, p.cues.body))


def _nobody_right(p: Passage, at: int) -> bool:
    """Tell ", reported officials" by its bare plural, whatever the parse makes of it."""
    tree = p.tree
    after = tree.lemmas[at + 1] if at + 1 < len(tree) else ""
    bare = after in p.cues.anonymous and tree.tokens[at + 1].tag == "NNS"
    return bare and at > 0 and tree.words[at - 1] == "," and tree.lemmas[at] in p.cues.say


def _own_phrase(p: Passage, head: int, held: list[int]) -> list[int]:
    """Cut a subject free of a clause that the parser drew into it."""
    if not any(p.finite(i) for i in held if i < head):
        return held
    comma = max((i for i in held if i < head and p.tree.words[i] == ","), default=None)
    return held if comma is None else [i for i in held if i > comma]


def _left(p: Passage, start: int) -> list[int]:
    """Take all that stands left, up to another source's closing "he said"."""
    if opens_with_question(p):
        return []
    first = clause_start(p, start)
    first = 0 if any(p.finite(i) for i in range(first, start)) else first
    for i in range(start - 1, 0, -1):
        if i not in p.quoted and _speaks(p, i) and follows_quotation(p, [i]):
            first = own_end(p, i, i) + 1
            break
    return [i for i in range(first, start) if p.tree.words[i][0].isalnum() or first < i < start - 1]


def _speaks(p: Passage, at: int) -> bool:
    tree = p.tree
    if at in p.quoted or tree.lemmas[at] not in p.cues.say or tree.tokens[at].pos != "VERB":
        return False
    return speaker_of(tree, at) is not None and tree.dep(at) not in {"acl:relcl", "acl", "advcl"}


def _right(p: Passage, start: int, end: int) -> list[int]:
    """Take what goes on after an interruption, but not a reporter's trailing words."""
    tree = p.tree
    first = end + 1
    while first < len(tree) and not tree.words[first][0].isalnum():
        first += 1
    if first >= len(tree) or first == end + 1 or tree.words[end + 1] not in {",", "—", "–", "--"}:
        return []
    if (first in p.quoted) or tree.words[first] in load_speech().aside or tree.tokens[first].tag == "VBG":
        return []
    if not any(i in p.quoted or p.finite(i) for i in range(clause_start(p, start), start)):
        return list(range(first, len(tree)))
    quotes_left = start - 1 in p.quoted or start - 2 in p.quoted
    if quotes_left or any(_speaks(p, i) for i in range(first, len(tree))):
        return []
    whole = any(p.finite(i) and tree.dep(i) not in {"acl:relcl", "advcl"} for i in range(start))
    if whole and tree.words[first] not in {"and", "but", "or", "that"}:
        return []
    return list(range(first, len(tree)))


def _clause_right(p: Passage, end: int) -> bool:
    return any(p.finite(i) for i in range(end + 1, len(p.tree)))
