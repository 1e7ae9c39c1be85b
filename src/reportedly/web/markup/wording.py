"""Two wordings side by side, the words in which they differ marked."""

from collections.abc import Iterator
from difflib import SequenceMatcher


def differing(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return both wordings as runs of words, each with whether it differs from the other.

    >>> differing("up to 4.8 million", "nearly 4.8 million")[1]
    [('nearly', True), ('4.8 million', False)]
    """
    a, b = before.split(), after.split()
    matcher = SequenceMatcher(None, [w.lower() for w in a], [w.lower() for w in b], autojunk=False)
    codes = matcher.get_opcodes()
    left = [(" ".join(a[i:j]), tag != "equal") for tag, i, j, _, _ in codes if i < j]
    right = [(" ".join(b[k:m]), tag != "equal") for tag, _, _, k, m in codes if k < m]
    return left, right


def changed(before: str, after: str) -> Iterator[str]:
    """Yield the words of the second wording that the first has not."""
    return (words for words, new in differing(before, after)[1] if new)
