"""Tokens put in the place of others."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Sentence, Token


def holding(sentence: Sentence, tokens: list[Token]) -> Sentence:
    """Return a sentence with other tokens, or itself where none has changed."""
    return replace(sentence, tokens=tuple(tokens)) if tokens != list(sentence.tokens) else sentence


def under(tokens: Sequence[Token], at: int, top: int) -> bool:
    """Tell whether a token hangs on another, at any depth."""
    for _ in tokens:
        if at == top:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False
