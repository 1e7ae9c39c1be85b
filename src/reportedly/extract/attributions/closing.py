"""Sayings that stand before or round their cue: "..., the army said", "X, he said, Y"."""

from dataclasses import dataclass

from .following import ADVERBIAL, name_right, noun_right, strip_marks
from .passage import FINITE, Passage
from .sources import loose_relative, speaker_of

_STOPS = frozenset({",", "—", "–", "--", "-", "”", '"', "''", "»", "’’", "?", "!", "“", "…", ")", "’"})
_NEVER_INVERTED = frozenset(
    {"accuse", "blame", "suspect", "charge", "order", "urge", "describe", "call", "mean"}
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A cue clause that stands beside what it reports."""

    source: tuple[int, ...]
    content: tuple[int, ...]
    own: tuple[int, int]


def read_aside(p: Passage, at: int, cue: list[int]) -> Aside | None:
    """Read a finite reporting verb that closes or interrupts its content."""
    if not p.finite(at):
        return None
    found = _source(p, at, cue)
    if found is None:
        return None
    source, start = found
    if start > 0 and p.tree.words[start - 1] not in _STOPS:
        return None
    end = _own_end(p, at, max([*cue, *source]))
    if edge_opens(p, end) and not follows_quotation(p, cue):
        return Aside(tuple(source), tuple(_opening(p, start, end)), (start, end))
    if start == 0:
        return Aside(tuple(source), (), (start, end)) if not _clause_right(p, end) else None
    left = _left(p, start)
    if not any(i in p.quoted or p.finite(i) for i in left) and not _goes_on_behind(p, end):
        return None
    content = [*left, *_right(p, start, end)]
    return Aside(tuple(source), tuple(content), (start, end))


def _goes_on_behind(p: Passage, end: int) -> bool:
    """Tell "Most of it, he said, was ash" from "In a speech, he told a story"."""
    return p.tree.words[end + 1 : end + 2] in {(",",), ("—",), ("–",), ("--",)}


def interrupts(p: Passage, at: int, cue: list[int]) -> bool:
    """Tell a cue clause between two commas from a main clause ("France, Reuters reported, has ...")."""
    tree = p.tree
    subjects = [i for i in tree.by(at, "nsubj", "nsubj:outer") if i < at]
    if not subjects or tree.words[max(cue) + 1 : max(cue) + 2] != (",",):
        return False
    first = min(tree.under(subjects[-1]))
    apart = first > 0 and tree.words[first - 1] == ","
    return apart and (len(subjects) > 1 or _verb_alone(p, at))


def _verb_alone(p: Passage, at: int) -> bool:
    """Tell whether what follows starts with a verb whose subject stands left of the cue."""
    tree = p.tree
    verb = next((i for i in range(at + 1, len(tree)) if p.finite(i)), None)
    if verb is None or any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"} for i in range(at + 1, verb)):
        return False
    return tree.tokens[verb].tag in FINITE and not any(p.finite(i) for i in range(at))


def edge_opens(p: Passage, end: int) -> bool:
    """Tell whether a colon or a quotation opens right behind the cue clause."""
    after = p.tree.words[end + 1 : end + 3]
    return bool(after) and (
        after[0] == ":" or any(i in p.quoted for i in range(end + 1, min(end + 3, len(p.tree))))
    )


def follows_quotation(p: Passage, cue: list[int]) -> bool:
    """Tell whether the cue clause stands right behind a closed quotation ("..., " said X)."""
    if _opens_with_question(p) and min(cue) > 1:
        return False
    edge = _closed(p, min(cue))
    return edge is not None and _spoken_between(p, edge, _adverbs_before(p, min(cue)))


def _opens_with_question(p: Passage) -> bool:
    """Tell "Asked whether it was "fair," he said ...": the quoted words are the question's."""
    first = p.tree.words[:2]
    return first[:1] == ("asked",) or first == ("when", "asked")


def _closed(p: Passage, at: int) -> int | None:
    """Return the closing mark of a finished quotation before a verb outside it."""
    if at in p.quoted:
        return None
    edge = next((i for i in range(at - 1, -1, -1) if i in p.quoted), None)
    if edge is None or edge == 0:
        return None
    after = p.tree.words[edge + 1 : edge + 2]
    return edge if p.tree.words[edge - 1][-1] in ",?!.—…-" or after == (",",) else None


def _spoken_between(p: Passage, edge: int, lead: int) -> bool:
    """Tell whether nothing but a name stands between a quotation and the verb."""
    between = [i for i in range(edge + 1, lead) if p.tree.words[i][0].isalnum()]
    if not between:
        return True
    if len(between) > 40 or p.tree.tokens[between[0]].pos in {"CCONJ", "SCONJ", "ADP", "VERB", "AUX"}:
        return False
    return not any(p.finite(i) and not _relative(p, i) for i in between)


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
    lead = _adverbs_before(p, min(cue))
    if _nobody_right(p, at):
        return [at + 1], min(cue)
    edge = _closed(p, lead) if follows_quotation(p, cue) else None
    if edge is not None:
        between = list(range(edge + 1, lead))
        while between and not tree.words[between[0]][0].isalnum():
            between.pop(0)
        if any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"} for i in between):
            return strip_marks(p, between), between[0]
    behind = edge is not None
    lefts = [i for i in tree.by(at, "nsubj", "nsubj:outer") if i < at and not behind]
    if lefts:
        loose = [c for c in tree.by(lefts[-1], "acl:relcl") if loose_relative(tree, lefts[-1], c)]
        held = _own_phrase(p, lefts[-1], [t for t in tree.under(lefts[-1], without=loose) if t < at])
        clean = not any(p.finite(i) and not _relative(p, i) for i in held)
        if held and (clean or tree.words[min(cue) - 1] != ","):
            return strip_marks(p, held), min(held)
    if tree.lemmas[at] in _NEVER_INVERTED:
        return None
    if behind and (held := noun_right(p, max(cue))):
        return held, min(cue)
    name = name_right(p, max(cue))
    if name and min(cue) > 0:
        return name, min(cue)
    after = next((i for i in tree.by(at, "nsubj", "iobj", "obj") if i > at), None)
    if after is not None and min(tree.under(after)) == max(cue) + 1 and min(cue) > 0:
        return strip_marks(p, tree.under(after)), min(cue)
    return (noun_right(p, max(cue)), min(cue)) if behind and noun_right(p, max(cue)) else None


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


def _relative(p: Passage, at: int) -> bool:
    return p.tree.dep(at) in {"acl:relcl", "acl"} or any(
        p.tree.dep(u) == "acl:relcl" for u in p.tree.rise(at)
    )


def _adverbs_before(p: Passage, at: int) -> int:
    while at > 0 and p.tree.tokens[at - 1].pos == "ADV":
        at -= 1
    return at


def _own_end(p: Passage, at: int, last: int) -> int:
    """Return the last token of the cue clause: up to the next stop that a branch does not bridge."""
    tree = p.tree
    quoted = at in p.quoted
    end = last
    for i in range(last + 1, len(tree)):
        if (i in p.quoted) != quoted:
            break
        word = tree.words[i]
        if word in {",", ";", ":", "—", "–", "--"} or (not word[0].isalnum() and i == len(tree) - 1):
            break
        end = i
    return end


def _left(p: Passage, start: int) -> list[int]:
    """Take all that stands left, up to another source's closing "he said"."""
    if _opens_with_question(p):
        return []
    first = 0
    for i in range(start - 1, 0, -1):
        if i not in p.quoted and _speaks(p, i) and follows_quotation(p, [i]):
            first = _own_end(p, i, i) + 1
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
    if (first in p.quoted) or tree.words[first] in ADVERBIAL or tree.tokens[first].tag == "VBG":
        return []
    quotes_left = start - 1 in p.quoted or start - 2 in p.quoted
    if quotes_left or any(_speaks(p, i) for i in range(first, len(tree))):
        return []
    whole = any(p.finite(i) and tree.dep(i) not in {"acl:relcl", "advcl"} for i in range(start))
    if whole and tree.words[first] not in {"and", "but", "or", "that"}:
        return []
    return list(range(first, len(tree)))


def _clause_right(p: Passage, end: int) -> bool:
    return any(p.finite(i) for i in range(end + 1, len(p.tree)))
