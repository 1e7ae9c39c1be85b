"""Sayings that stand before or round their cue: "..., the army said", "X, he said, Y"."""

from dataclasses import dataclass

from .passage import Passage
from .sources import speaker_of

_STOPS = frozenset({",", "—", "–", "--", "-", "”", '"', "''", "»", "’’", "?", "!", "“", "…", ")", "’"})
_ADVERBIAL = frozenset(
    {
        "while",
        "after",
        "before",
        "as",
        "when",
        "because",
        "since",
        "although",
        "though",
        "until",
        "if",
        "in",
        "on",
    }
    | {
        "at",
        "during",
        "speaking",
        "citing",
        "adding",
        "referring",
        "noting",
        "calling",
        "with",
        "who",
        "which",
        "by",
    }
    | {
        "according",
        "saying",
        "whose",
        "where",
        "for",
        "from",
        "to",
        "of",
        "pointing",
        "recalling",
        "describing",
    }
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
    if start == 0:
        return Aside(tuple(source), (), (start, end)) if not _clause_right(p, end) else None
    content = [*_left(p, start), *_right(p, start, end)]
    return Aside(tuple(source), tuple(content), (start, end))


def _source(p: Passage, at: int, cue: list[int]) -> tuple[list[int], int] | None:
    """Return the source's tokens and where the cue clause begins."""
    tree = p.tree
    lead = _adverbs_before(p, min(cue))
    edge = next((i for i in range(lead - 1, -1, -1) if (i in p.quoted) != (at in p.quoted)), None)
    if (
        edge is not None
        and 0 < lead - 1 - edge < 40
        and not any(p.finite(i) and not _relative(p, i) for i in range(edge + 1, lead))
    ):
        between = list(range(edge + 1, lead))
        while between and not tree.words[between[0]][0].isalnum():
            between.pop(0)
        named = [i for i in between if tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}]
        if named and between and _near(p, edge, between[0]):
            return _strip(p, between), between[0]
    lefts = [i for i in tree.by(at, "nsubj", "nsubj:outer") if i < at]
    if lefts:
        held = [t for t in tree.under(lefts[-1]) if t < at]
        return (_strip(p, held), min(held)) if held else None
    name = _name_right(p, max(cue))
    if name and min(cue) > 0:
        return name, min(cue)
    after = next((i for i in tree.by(at, "nsubj", "iobj", "obj", "obl") if i > at), None)
    if after is not None and min(tree.under(after)) == max(cue) + 1 and min(cue) > 0:
        return _strip(p, tree.under(after)), min(cue)
    return None


def _name_right(p: Passage, at: int) -> list[int]:
    """Return a bare name that closes the sentence after the verb: "..., said Shin Won-sik."."""
    tree = p.tree
    held = [i for i in range(at + 1, len(tree)) if tree.words[i][0].isalnum() or tree.words[i] == "-"]
    if not 1 <= len(held) <= 6 or held != list(range(at + 1, at + 1 + len(held))):
        return []
    named = tree.tokens[held[0]].text[0].isupper() and tree.tokens[held[0]].tag in {"NNP", "NNPS"}
    tight = all(
        tree.tokens[i].text[0].isupper() or tree.words[i - 1] == "-" or tree.words[i] == "-" for i in held
    )
    return held if named and tight else []


def _near(p: Passage, edge: int, first: int) -> bool:
    return all(not p.tree.words[i][0].isalnum() for i in range(edge + 1, first))


def _relative(p: Passage, at: int) -> bool:
    return p.tree.dep(at) in {"acl:relcl", "acl"} or any(
        p.tree.dep(u) == "acl:relcl" for u in p.tree.rise(at)
    )


def _adverbs_before(p: Passage, at: int) -> int:
    while at > 0 and p.tree.tokens[at - 1].pos == "ADV":
        at -= 1
    return at


def _strip(p: Passage, held: list[int]) -> list[int]:
    while held and not p.tree.words[held[-1]][0].isalnum() and p.tree.words[held[-1]] != ")":
        held = held[:-1]
    return held


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
    """Take all that stands left, unless another source speaks there."""
    held = [i for i in range(start) if p.tree.words[i][0].isalnum() or 0 < i < start - 1]
    speaks = [i for i in held if _speaks(p, i)]
    return [] if speaks else held


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
    if (first in p.quoted) or tree.words[first] in _ADVERBIAL or tree.tokens[first].tag == "VBG":
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
