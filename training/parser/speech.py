"""Lets somebody say a sentence, in the shapes in which news says it."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from edit import children, remove
from names import NAMES
from tree import Tree, Word

_RAW = tomllib.loads(Path(__file__).with_name("speech.toml").read_text("utf-8"))
_QUOTES = [("“", "”"), ("“", "”"), ('"', '"'), ('"', '"'), ("«", "»"), ("‘", "’")]
_CLAUSES = {"VBD", "VBZ", "VBP", "VBN", "VB", "VBG", "JJ", "NN", "NNS"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with a head of their own; ``under`` is the piece that this head hangs on."""

    words: Sequence[Word]
    root: int
    dep: str
    under: int


def may_be_said(tree: Tree) -> bool:
    """Is the sentence a plain statement, which anyone could report?"""
    words = tree.words
    root = next((i for i, w in enumerate(words) if w.head == i), None)
    if root is None or not 5 <= len(words) <= 30 or words[-1].form != "." or words[-1].head != root:
        return False
    below = {words[i].dep for i in children(words, root)}
    plain = not any(w.form in {'"', "“", "?", "!", ":", "``", "''"} or w.dep == "parataxis" for w in words)
    starts = words[0].upos not in {"CCONJ", "PUNCT", "SYM"} and words[0].form[:1].isupper()
    subject = below & {"nsubj", "nsubj:pass"} and "ccomp" not in below
    return bool(plain and starts and subject and words[root].xpos in _CLAUSES)


def report(tree: Tree, chance: random.Random) -> Tree:
    """Return the sentence as the words of a speaker."""
    said = [replace(w, space=True) if i == len(tree.words) - 2 else w for i, w in enumerate(tree.words[:-1])]
    root = next(i for i, w in enumerate(said) if w.head == i)
    shape = chance.choice(_SHAPES)
    return replace(tree, words=tuple(_spaced(shape(said, root, chance))))


def _before(said: list[Word], root: int, chance: random.Random) -> list[Word]:
    verb = _phrase(chance.choice(_RAW["leading"] if chance.random() < 0.3 else _RAW["verbs"][:16]), chance)
    mark = [_word("that", "SCONJ", "IN")] if chance.random() < 0.6 else []
    pieces = [
        Piece(*verb, "root", 0),
        Piece(*_speaker(chance), "nsubj", 0),
        Piece(_low(said), root, "ccomp", 0),
    ]
    if mark:
        pieces.append(Piece(mark, 0, "mark", 2))
    return _join(pieces, [1, 0, *([3] if mark else []), 2], ".")


def _after(said: list[Word], root: int, chance: random.Random) -> list[Word]:
    verb = _phrase(chance.choice(_RAW["verbs"]), chance)
    pieces = [
        Piece(*verb, "root", 0),
        Piece(*_speaker(chance), "nsubj", 0),
        Piece(said, root, "ccomp", 0),
        Piece([_word(",", "PUNCT", ",")], 0, "punct", 2),
    ]
    order = [2, 3, 1, 0]
    if chance.random() < 0.55:
        opening, closing = chance.choice(_QUOTES)
        pieces += [
            Piece([_word(opening, "PUNCT", "``")], 0, "punct", 2),
            Piece([_word(closing, "PUNCT", "''")], 0, "punct", 2),
        ]
        order = [4, 2, 3, 5, 1, 0]
    if len(verb[0]) == 1 and pieces[1].words[0].upos != "PRON" and chance.random() < 0.35:
        order[-2:] = [0, 1]
    return _join(pieces, order, ".")


def _according(said: list[Word], root: int, chance: random.Random) -> list[Word]:
    words, head = _speaker(chance)
    if words[0].upos == "PRON":
        words, head = _phrase(_RAW["speakers"][0], chance)
    first = chance.random() < 0.5
    pieces = [
        Piece(_low(said) if first else said, root, "root", 0),
        Piece(words, head, "obl", 0),
        Piece(
            [_word("according", "VERB", "VBG"), replace(_word("to", "ADP", "IN"), dep="fixed")], 0, "case", 1
        ),
        Piece([_word(",", "PUNCT", ",")], 0, "punct", 1),
    ]
    return _join(pieces, [2, 1, 3, 0] if first else [0, 3, 2, 1], ".")


_SHAPES = [_before, _after, _after, _after, _according]


def _speaker(chance: random.Random) -> tuple[list[Word], int]:
    return _phrase(chance.choice(_RAW["speakers"]), chance)


def _phrase(pattern: str, chance: random.Random) -> tuple[list[Word], int]:
    words, slots, root = [], [], 0
    for i, part in enumerate(pattern.split()):
        form, upos, xpos, arc = part.split("/", 3)
        dep, _, head = arc.partition(">")
        slots.append(form.strip("{}") if form.startswith("{") else "")
        if form.startswith("{"):
            form = chance.choice(NAMES[form[1:-1]])
        if dep == "*":
            root = i
        words.append(replace(_word(form, upos, xpos), dep=dep, head=int(head or i)))
    return _marked(words, slots), root


def _marked(words: list[Word], slots: list[str]) -> list[Word]:
    """Mark the names of a phrase: runs of proper nouns, titles apart."""
    out, kind = [], ""
    for i, word in enumerate(words):
        named = word.xpos in {"NNP", "NNPS"} or (word.xpos == "HYPH" and kind)
        if not named or word.form in _NOT_NAMES or word.dep == "nmod:desc":
            kind, mark = "", "O"
        elif kind:
            mark = f"I-{kind}"
        else:
            kind = _kind(words, slots, i)
            mark = f"B-{kind}"
        out.append(replace(word, name=mark))
    return out


_DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
_NOT_NAMES = _DAYS | {"Telegram", "Defence", "Defense", "Foreign", "Secretary", "Mr.", "Mrs"}


def _kind(words: list[Word], slots: list[str], at: int) -> str:
    if slots[at] in {"given", "family", "first"}:
        return "PERSON"
    after = words[at + 1].xpos if at + 1 < len(words) else ""
    if words[at].form in {"North", "South"}:
        return "PLACE"
    return "PLACE" if slots[at] == "places" and after not in {"NNP", "NNPS"} else "ORG"


def _word(form: str, upos: str, xpos: str) -> Word:
    return Word(form, space=True, lemma="_", upos=upos, xpos=xpos, head=0, dep="_")


def _low(said: list[Word]) -> list[Word]:
    first = said[0]
    if (
        first.upos == "PROPN"
        or first.form == "I"
        or first.xpos.startswith("NNP")
        or first.form[1:2].isupper()
    ):
        return said
    return [replace(first, form=first.form[:1].lower() + first.form[1:]), *said[1:]]


def _join(pieces: list[Piece], order: list[int], stop: str) -> list[Word]:
    starts, at = {}, 0
    for index in order:
        starts[index] = at
        at += len(pieces[index].words)
    out = []
    for index in order:
        piece = pieces[index]
        above = starts[piece.under] + pieces[piece.under].root
        for i, word in enumerate(piece.words):
            head, dep = (above, piece.dep) if i == piece.root else (starts[index] + word.head, word.dep)
            out.append(replace(word, head=head, dep=dep))
    end = starts[0] + pieces[0].root
    out.append(replace(_word(stop, "PUNCT", "."), head=end, dep="punct"))
    for i in reversed(range(len(out) - 1)):
        if out[i].form == "," and out[i + 1].form in {",", "."} and not children(out, i):
            out = remove(out, i)
    out[0] = replace(out[0], form=out[0].form[:1].upper() + out[0].form[1:])
    if out[0].form in {"“", '"', "«", "‘"}:
        out[1] = replace(out[1], form=out[1].form[:1].upper() + out[1].form[1:])
    return out


def _spaced(words: list[Word]) -> list[Word]:
    out = list(words)
    for i, word in enumerate(words):
        if i and (word.form in {",", ".", "”", "»", "’", "'s"} or word.xpos in {"''", "HYPH"}):
            out[i - 1] = replace(out[i - 1], space=False)
        if word.xpos in {"``", "HYPH"}:
            out[i] = replace(out[i], space=False)
    return out
