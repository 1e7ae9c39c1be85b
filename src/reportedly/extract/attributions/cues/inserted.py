"""Sources inserted by words that are no verbs of saying: "..., he went on, ...", "..., his estimate runs"."""

from collections.abc import Iterator

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_speech

_LONGEST = 8  # words of "the agency's latest weekly paper"
_CLOSING = frozenset({",", ".", ";", ":", '"', "”", "''"})
_OPENING = frozenset({",", '"', "”", "''"})
_NAMING = frozenset({"PRON", "DET", "PROPN", "NOUN"})


def find_inserted(tree: Tree, cues: CueTable, text: str) -> Iterator[Draft]:
    """Yield a draft for each inserted clause by which somebody goes on, or a paper of his runs."""
    speech = load_speech()
    for at in range(3, len(tree)):
        onward = tree.lemmas[at] in speech.onward and tree.words[at + 1 : at + 2] == ("on",)
        paper = tree.lemmas[at] in speech.runs and tree.lemmas[at - 1] in cues.document
        if not (onward or paper):
            continue
        end = at + 1 if onward else at
        closed = tree.words[end + 1 : end + 2] == () or tree.words[end + 1] in _CLOSING
        start = _opens(tree, at) if closed else None
        if start is not None:
            yield _draft(tree, (start, at, end), text)


def _opens(tree: Tree, at: int) -> int | None:
    """Return the first word of an inserted subject, if a comma or a closing quote stands before it."""
    for i in range(at - 1, max(1, at - _LONGEST), -1):
        if tree.words[i - 1] in _OPENING:
            return i if tree.tokens[i].pos in _NAMING else None
        if tree.tokens[i].pos in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def _draft(tree: Tree, clause: tuple[int, int, int], text: str) -> Draft:
    start, at, end = clause
    source, cue = list(range(start, at)), list(range(at, end + 1))
    goes_on = tree.words[end + 1 : end + 2] == (",",)
    content = [*range(start - 1), *(range(end + 2, len(tree)) if goes_on else ())]
    own = tree.tokens[start].span.cover(tree.tokens[end].span)
    named = pieces(tree, source, text)
    return Draft(tree, at, Kind.SAY, pieces(tree, cue, text), pieces(tree, content, text), named, at - 1, own)
