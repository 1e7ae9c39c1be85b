"""What the repairs ask of a sentence's tokens, and tokens put in the place of others."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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


def finite(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb bears a clause, though a lone root's past may have been taken for a participle."""
    aids = [t for t in tokens if t.head == verb and t.dep in {"aux", "aux:pass"}]
    bare = tokens[verb].tag == "VBN" and tokens[verb].dep == "root" and not aids
    return bare or tokens[verb].tag in _FINITE or any(t.tag in _FINITE for t in aids)
