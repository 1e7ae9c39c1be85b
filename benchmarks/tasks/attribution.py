"""The `attribution` task: an article's text in; source, cue and content of each saying out."""

import re
from functools import cache

from reportedly.backends import SpacyParser
from reportedly.extract import find_attributions
from reportedly.model import Attribution, Block, BlockKind, Document, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@cache
def parser() -> SpacyParser:
    """Wake the parser once."""
    return SpacyParser()


def document_of(line: dict[str, str]) -> Document:
    """Take each line of the text as a paragraph of a page."""
    text = line["text"]
    blocks = tuple(
        Block(BlockKind.BODY, Span(*m.span()), f"char={m.start()},{m.end()}")
        for m in _PARAGRAPH.finditer(text)
    )
    return Document(line["id"], "", "", "text/plain", text, blocks)


def predict(line: dict[str, str]) -> dict[str, object]:
    """Answer one line of the task: the innermost link of every saying."""
    document = document_of(line)
    found = find_attributions(document, parser().parse(document), (), attitudes=True)
    return {"id": line["id"], "attributions": [_answer(a) for a in found if not a.chain[-1].carried]}


def _answer(said: Attribution) -> dict[str, list[list[int]]]:
    link = said.chain[-1]
    return {
        "source": [[s.start, s.end] for s in link.source_spans],
        "cue": [[s.start, s.end] for s in link.cue_spans],
        "content": [[s.start, s.end] for s in said.content],
    }
