"""A saying that wire copy breaks over two paragraphs: "..., state radio" and, below it, "reported."."""

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable

_LONGEST = 8  # words of a source that a line end cuts from its verb
_STOPS = frozenset({".", "!", "?", ":", ";", "”", '"'})
_VERB = 2  # tokens of "reported."


def find_broken(above: Tree, below: Tree, cues: CueTable, text: str) -> Draft | None:
    """Return the saying whose verb stands alone below the words that it gives."""
    plain = len(below) <= _VERB and below.lemmas[0] in cues.say and below.tokens[0].tag in {"VBD", "VBZ"}
    if not plain or above.words[-1] in _STOPS:
        return None
    comma = next((i for i in range(len(above) - 2, 0, -1) if above.words[i] == ","), None)
    if comma is None or len(above) - 1 - comma > _LONGEST or above.tokens[-1].pos not in {"NOUN", "PROPN"}:
        return None
    source, content = list(range(comma + 1, len(above))), list(range(comma))
    cue, named = (below.tokens[0].span,), pieces(above, source, text)
    own = above.tokens[comma].span.cover(below.tokens[0].span)
    at = len(above) - 1
    return Draft(above, at, Kind.SAY, cue, pieces(above, content, text), named, at, own)
