"""Headline forms: "X, worries South Korea", "Seoul: X", "X: report"."""

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_speech
from reportedly.model import ActorKind, BlockKind, Document, Mention, Sentence

_SPEAKERS = frozenset({"PERSON", "ORG"})
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})


def read_headline(p: Passage, document: Document, mentions: tuple[Mention, ...]) -> Draft | None:
    """Read a label in a headline, or a source that closes a line with no full stop."""
    sentence = p.tree.sentence
    if len(p.tree) < 4:
        return None
    stopped = sentence.tokens[-1].text in {".", "!", "”", '"'}
    return (None if stopped else _closing(p)) or _label(p, document, sentence, mentions)


def _closing(p: Passage) -> Draft | None:
    """Read ", worries South Korea" and ": ministry" at the end of the line."""
    tree = p.tree
    for at in range(len(tree) - 2, max(1, len(tree) - 9), -1):
        if tree.words[at - 1] != "," or not _reports(tree, at, p.cues):
            continue
        source = list(range(at + 1, len(tree)))
        if all(tree.tokens[i].pos in {"PROPN", "NOUN", "ADJ", "DET", "PRON", "PUNCT"} for i in source):
            return _draft(p, at, [at], source, list(range(at - 1)))
    colon = next((i for i in range(len(tree) - 1, 1, -1) if tree.words[i] in {":", "–", "—"}), None)
    if colon is not None and 1 <= len(tree) - 1 - colon <= 3 and colon > 3:
        source = list(range(colon + 1, len(tree)))
        speaks = (p.cues.document, p.cues.anonymous, p.cues.body, load_speech().press)
        if any(tree.lemmas[-1] in words or tree.words[-1] in words for words in speaks):
            return _draft(p, colon, [colon], source, list(range(colon)))
    return None


def _reports(tree: Tree, at: int, cues: CueTable) -> bool:
    word = tree.words[at]
    lemma = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return any(form in cues.say or form in cues.hold for form in (lemma, tree.lemmas[at])) and word.endswith(
        "s"
    )


def _label(p: Passage, document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> Draft | None:
    """Read "Seoul: X" in a headline, where the words before the colon name a party."""
    block = document.blocks[sentence.block]
    tree = p.tree
    colon = next((i for i in range(1, min(6, len(tree) - 2)) if tree.words[i] == ":"), None)
    if block.kind not in _HEADS or colon is None:
        return None
    start, end = tree.tokens[0].span.start, tree.tokens[colon - 1].span.end
    named = (m for m in mentions if not m.place and m.actor.kind is not ActorKind.PLACE)
    known = any(m.span.start == start and m.span.end == end for m in named)
    if not known and not (_is_named(tree, colon) and any(p.finite(i) for i in range(colon + 1, len(tree)))):
        return None
    return _draft(p, colon, [colon], list(range(colon)), list(range(colon + 1, len(tree))))


def _is_named(tree: Tree, colon: int) -> bool:
    """Tell "Lena Holm: ..." from "The Latest: ..." and from a shout."""
    words = [tree.tokens[i] for i in range(colon)]
    written = all(t.text[0].isupper() and (not t.text.isupper() or t.text.endswith(".")) for t in words)
    return written and all(t.pos == "PROPN" for t in words) and words[-1].entity in _SPEAKERS


def _draft(p: Passage, at: int, cue: list[int], source: list[int], content: list[int]) -> Draft | None:
    tree, text = p.tree, p.text
    spans = pieces(tree, content, text)
    head = next((i for i in source if tree.tokens[i].head not in source), source[-1])
    cues = tuple(tree.tokens[i].span for i in cue)
    own = cues[0].cover(tree.tokens[source[-1]].span)
    return Draft(tree, at, Kind.LABEL, cues, spans, pieces(tree, source, text), head, own) if spans else None
