"""The `attribution` task: an article's text in; source, cue and content of each saying out."""

import re
from collections.abc import Iterable
from functools import cache

from reportedly.backends import BiaffineParser
from reportedly.extract.attributions import find_attributions, find_quotations
from reportedly.model import Attribution, Block, BlockKind, Document, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@cache
def parser() -> BiaffineParser:
    """Wake the parser once."""
    return BiaffineParser()


def document_of(line: dict[str, str]) -> Document:
    """Take each line of the text as a paragraph of a page, and the first as its headline."""
    text = line["text"]
    blocks = tuple(
        Block(BlockKind.BODY if n else BlockKind.HEADLINE, Span(*m.span()), f"char={m.start()},{m.end()}")
        for n, m in enumerate(_PARAGRAPH.finditer(text))
    )
    return Document(line["id"], "", "", "text/plain", text, blocks)


def predict(line: dict[str, str]) -> dict[str, object]:
    """Answer one line of the task: the innermost link of every saying."""
    document = document_of(line)
    return answer(
        line["id"], document, find_attributions(document, parser().parse(document), (), attitudes=True)
    )


def answer(name: str, document: Document, found: tuple[Attribution, ...]) -> dict[str, object]:
    """Write sayings as the set has them: outermost only, none inside quoted words, none carried on."""
    quoted = [q.span for q in find_quotations(document.text, document.blocks)]
    told = [a for a in found if not a.chain[-1].carried]
    top = [a for a in told if not any(_under(a, o) for o in told if o is not a)]
    kept = [a for a in top if not _inside(a, quoted)]
    return {"id": name, "attributions": [_answer(a) for a in kept]}


def _under(said: Attribution, other: Attribution) -> bool:
    """Tell whether a saying stands in another; of two that hold each other's cue, in the longer."""
    mutual = _inside(other, said.content)
    return _inside(said, other.content) and not (mutual and _length(said) > _length(other))


def _length(said: Attribution) -> int:
    return sum(len(c) for c in said.content)


def _inside(said: Attribution, spans: Iterable[Span]) -> bool:
    cues = said.chain[-1].cue_spans
    return bool(cues) and any(s.holds(cues[-1]) for s in spans)


def _answer(said: Attribution) -> dict[str, list[list[int]]]:
    link = said.chain[-1]
    return {
        "source": [[s.start, s.end] for s in link.source_spans],
        "cue": [[s.start, s.end] for s in link.cue_spans if s not in link.source_spans],
        "content": [[s.start, s.end] for s in said.content],
    }
