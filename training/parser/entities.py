"""Reads GUM's nested entity brackets and keeps the outermost names."""

import re
from collections.abc import Iterator, Sequence

from names import NAMES

_KINDS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
_NAME = {"NNP", "NNPS"}
_JOINS = {"of", "for", "&", "the", "and"}
_COUNTRIES = {words.replace("_", " ") for words in NAMES["places"] + NAMES["known"] + NAMES["countries"]}
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<lone>\))?|(?P<close>[^()]+)\)")
Mention = tuple[int, int, str]


def marks(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return B-, I- or O for each word: names of persons, organisations and places."""
    out = ["O"] * len(rows)
    names = sorted(
        (name for m in mentions(rows) if (name := _name(rows, m))), key=lambda n: (n[0] - n[1], n[0])
    )
    for first, last, kind in names:
        if all(out[i] == "O" for i in range(first, last)):
            out[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
    return tuple(out)


def mentions(rows: Sequence[Sequence[str]]) -> Iterator[Mention]:
    """Yield (first, last, kind) for the brackets that open and close in the sentence."""
    opened: list[tuple[str, int, str]] = []
    for i, row in enumerate(rows):
        field = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for found in _BRACKET.finditer(field[1] if field else ""):
            if found["open"]:
                group, kind, *_ = found["open"].split("-")
                if found["lone"]:
                    yield i, i + 1, kind
                else:
                    opened.append((group, i, kind))
            else:
                at = next((k for k in reversed(range(len(opened))) if opened[k][0] == found["close"]), None)
                if at is not None:
                    _, first, kind = opened.pop(at)
                    yield first, i + 1, kind


def _name(rows: Sequence[Sequence[str]], mention: Mention) -> Mention | None:
    first, last, kind = mention
    inside = range(first, last)
    head = next((i for i in inside if int(rows[i][6]) - 1 not in inside), first)
    if kind not in _KINDS or rows[head][4] not in _NAME:
        return None
    start, end = head, head + 1
    while start > first and _part(rows[start - 1]):
        start -= 1
    joins = set() if kind == "person" else _JOINS
    while end < last and (
        _part(rows[end]) or (rows[end][1] in joins and any(map(_part, rows[end + 1 : last])))
    ):
        end += 1
    while rows[end - 1][4] not in _NAME:
        end -= 1
    while rows[start][4] not in _NAME:
        start += 1
    text = " ".join(rows[i][1] for i in range(start, end))
    return start, end, "PLACE" if text in _COUNTRIES else _KINDS[kind]


def _part(row: Sequence[str]) -> bool:
    return row[4] in _NAME | {"HYPH"} and not row[7].startswith(("nmod:desc", "appos", "conj", "nmod:poss"))
