"""Sentences by hand: ``word|POS|relation|head`` with heads counted from one, and a tag where it matters."""

from reportedly.extract.tree import Tree, grow
from reportedly.model import Sentence, Span, Token

LEMMAS = {
    "sent": "send",
    "shells": "shell",
    "killed": "kill",
    "given": "give",
    "tents": "tent",
    "was": "be",
    "plans": "plan",
    "said": "say",
}


def sentence(notation: str) -> Sentence:
    """Build a sentence from its notation."""
    tokens, at = [], 0
    for index, part in enumerate(notation.split()):
        word, pos, dep, head, *tag = part.split("|")
        lemma = LEMMAS.get(word.lower(), word if pos == "PROPN" else word.lower())
        governor = int(head) - 1 if head != "0" else index
        tokens.append(Token(Span(at, at + len(word)), word, lemma, pos, tag[0] if tag else "", dep, governor))
        at += len(word) + 1
    return Sentence(Span(0, at - 1), tuple(tokens), 0)


def tree(notation: str) -> Tree:
    """Build a sentence's tree."""
    return grow(sentence(notation))


def word(grown: Tree, at: int | None) -> str | None:
    """Return the word at an index, or nothing."""
    return None if at is None else grown.tokens[at].text
