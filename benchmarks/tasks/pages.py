"""The `pages` task: bytes of a page in; body, paragraphs with offsets and metadata out."""

import base64

from reportedly.errors import IngestError
from reportedly.ingest import read_page
from reportedly.model import Block, BlockKind, Document

# What counts as the body of an article; captions and the headline are typed, and told apart from it.
BODY = frozenset(
    {
        BlockKind.SUBHEAD,
        BlockKind.STANDFIRST,
        BlockKind.BODY,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.TABLE,
        BlockKind.LIVE_UPDATE,
    }
)


def predict(line: dict[str, str]) -> dict[str, object]:
    """Answer one line of the task; a page that is refused gives an empty answer."""
    try:
        document = read_page(base64.b64decode(line["html_b64"]), url=line["url"])
    except IngestError:
        return {
            "id": line["id"],
            "text": "",
            "paragraphs": [],
            "title": None,
            "authors": [],
            "date": None,
            "source": "",
        }
    body = [block for block in document.blocks if block.kind in BODY]
    return {
        "id": line["id"],
        "text": "\n\n".join(block.span.of(document.text) for block in body),
        "paragraphs": [_paragraph(document, block) for block in body],
        "title": document.title,
        "authors": list(authors(document)),
        "date": document.reading("published"),
        "source": document.text,
    }


def authors(document: Document) -> tuple[str, ...]:
    """Return the authors believed: all that the first source names."""
    told = [reading for reading in document.readings if reading.field == "author"]
    return tuple(reading.value for reading in told if reading.source == told[0].source)


def _paragraph(document: Document, block: Block) -> dict[str, object]:
    return {"text": block.span.of(document.text), "start": block.span.start, "end": block.span.end}
