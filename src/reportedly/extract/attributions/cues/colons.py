"""Quotations that a colon brings in behind a clause without a word of saying: "Ann Lee was blunt: “No.”"."""

from collections.abc import Iterator, Sequence

from reportedly.extract.attributions.scene.drafts import Draft, Kind
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.scene.quotes import Quotation
from reportedly.extract.attributions.sources.subjects import source_spans
from reportedly.lexicon import load_speech
from reportedly.model import Span

_PERSONS = frozenset({"he", "she", "they", "we", "i"})
_GAP = 2  # a blank and a mark


def find_introduced(p: Passage, quotations: Sequence[Quotation], others: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each quotation that nobody else gives and that a colon lays to a subject."""
    tree = p.tree
    for colon, word in enumerate(tree.words):
        if word != ":" or colon in p.quoted:
            continue
        end = tree.tokens[colon].span.end
        quote = next((q for q in quotations if 0 <= q.span.start - end <= _GAP), None)
        if quote is None or any(c.meets(quote.span) for other in others for c in other.content):
            continue
        verb = _main_verb(p, colon)
        if verb is not None:
            speaker = tree.subject(verb)
            assert speaker is not None
            own = Span(tree.sentence.span.start, end)
            source = source_spans(tree, speaker, verb, p.text)
            cue = (tree.tokens[colon].span,)
            yield Draft(tree, verb, Kind.SAY, cue, (quote.inside,), source, speaker, own)


def _main_verb(p: Passage, colon: int) -> int | None:
    """Return the highest verb before the colon whose subject can speak."""
    tree = p.tree
    clauses = (i for i in range(colon) if i not in p.quoted and p.finite(i) and _speaks(p, i))
    return min(clauses, key=lambda i: sum(1 for _ in tree.rise(i)), default=None)


def _speaks(p: Passage, verb: int) -> bool:
    tree, cues = p.tree, p.cues
    subject = tree.subject(verb)
    if subject is None or subject > verb:
        return False
    noun = tree.lemmas[subject]
    if noun in cues.body or noun in cues.anonymous:
        return True
    thing = tree.first(verb, "obj")
    if thing is not None and tree.lemmas[thing] in cues.document and tree.lemmas[verb] in load_speech().carry:
        return True  # "the account made the following announcement:"
    return tree.tokens[subject].pos == "PROPN" or tree.words[subject] in _PERSONS
