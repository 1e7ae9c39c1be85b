"""To whom something is said, and on what occasion."""

from collections.abc import Iterator

from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech


def occasion_of(tree: Tree, at: int) -> int | None:
    """Return the noun of the occasion: "in a statement", "speaking at a briefing"."""
    for verb in _speaking(tree, at):
        for i in tree.by(verb, "obl"):
            case = [tree.words[c] for c in tree.by(i, "case")]
            held = tree.lemmas[i] in load_speech().occasion or (verb != at and case[:1] == ["at"])
            if held and case and case[0] in {"in", "at", "during", "on"}:
                return i
    return None


def addressee_of(tree: Tree, at: int) -> int | None:
    """Return the noun of the one who is told: "told parliament", "speaking to reporters"."""
    if tree.lemmas[at] in load_speech().listens:
        held = tree.first(at, "iobj", "obj")
        if held is not None:
            return held
    for verb in _speaking(tree, at):
        for i in tree.by(verb, "obl"):
            if any(tree.words[c] == "to" for c in tree.by(i, "case")):
                return i
    return None


def _speaking(tree: Tree, at: int) -> Iterator[int]:
    """Yield a cue, and the participle that tells when it was said ("Speaking in Rome, he said ...")."""
    yield at
    yield from (i for i in tree.by(at, "advcl") if tree.words[i] in load_speech().speaking)
