"""PDF: the words of each page as paragraphs, page numbers and running heads labelled."""

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2

from reportedly.errors import IngestError
from reportedly.ingest.dates import read_stamp
from reportedly.model import Block, BlockKind, Capture, Document, Reading, Span

from .text import kinds_of
from .walk import canonical

_MOST_PAGES = 400
_ENDED = re.compile(r"[.!?:。！？][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\ufffe\u2010]$")
_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|-|–)?\s*\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\s*[-–]?", re.IGNORECASE
)
_PATH = re.compile(r"page=(\d+)#(\d+)")
_GAP = "\n\n"


def read_pdf(body: bytes, capture: Capture) -> Document:
    """Read a PDF; a block's path is its page and its turn on that page."""
    with _opened(body, capture.url) as pdf:
        pages = [list(_paragraphs(pdf, number)) for number in range(min(len(pdf), _MOST_PAGES))]
        readings = tuple(_readings(pdf))
    running = _running(pages)
    spots = [
        (number, turn, words) for number, page in enumerate(pages, 1) for turn, words in enumerate(page, 1)
    ]
    if not spots:
        raise IngestError(f"{capture.url}: PDF without text (is it a scan? run it through OCR first)")
    own = iter(kinds_of([words for _, _, words in spots if not _is_running(words, running)] or [spots[0][2]]))
    blocks: list[Block] = []
    at = 0
    for number, turn, words in spots:
        kind = BlockKind.NAVIGATION if _is_running(words, running) else next(own)
        blocks.append(Block(kind, Span(at, at + len(words)), f"page={number}#{turn}"))
        at += len(words) + len(_GAP)
    text = _GAP.join(words for _, _, words in spots)
    return Document(
        capture.id, capture.url, capture.digest, capture.media_type, text, tuple(blocks), readings
    )


def words_of_pdf(body: bytes, path: str) -> str:
    """Return the words of the paragraph that a path leads to, or nothing."""
    match = _PATH.fullmatch(path)
    if not match:
        return ""
    number, turn = int(match.group(1)), int(match.group(2))
    with _opened(body, path) as pdf:
        page = list(_paragraphs(pdf, number - 1)) if 0 < number <= len(pdf) else []
    return page[turn - 1] if 0 < turn <= len(page) else ""


def _opened(body: bytes, url: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(body)  # type: ignore[no-untyped-call]  # pypdfium2 has no types
    except pypdfium2.PdfiumError as error:
        raise IngestError(
            f"{url}: broken or locked PDF ({error}; save it again without a password)"
        ) from error


def _paragraphs(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[str]:
    """Yield a page's paragraphs: lines are joined until one ends a sentence short of the edge."""
    held: list[str] = []
    lines = list(_lines(pdf, number))
    width = max((len(line) for line in lines), default=0)
    for line in lines:
        if held and _breaks(held[-1], line, width):
            yield _joined(held)
            held = []
        held.append(line)
    if held:
        yield _joined(held)


def _lines(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[str]:
    try:
        text = pdf[number].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:  # one broken page does not spoil the others
        return
    for line in re.split(r"\r\n|\r|\n", text):
        words = canonical(line.replace("\ufffe", ""))
        if words:
            yield words


def _breaks(before: str, line: str, width: int) -> bool:
    if _NUMBER.fullmatch(line) or _NUMBER.fullmatch(before):
        return True
    short = len(before) < 0.8 * width
    return short and (bool(_ENDED.search(before)) or (not before.endswith((",", "-")) and line[0].isupper()))


def _joined(lines: list[str]) -> str:
    """Join lines; a word parted at the line's end becomes whole."""
    text = lines[0]
    for line in lines[1:]:
        whole = _HYPHEN.search(text) and line[0].islower()
        text = f"{text[:-1]}{line}" if whole else f"{text} {line}"
    return text


def _running(pages: list[list[str]]) -> frozenset[str]:
    """Return the heads and feet that stand on several pages, numbers left out."""
    edges = Counter(_plain(words) for page in pages for words in {*page[:2], *page[-2:]} if len(words) < 120)
    return frozenset(words for words, times in edges.items() if times > 1 and times * 3 >= len(pages))


def _plain(words: str) -> str:
    return re.sub(r"\d+", "#", words)


def _is_running(words: str, running: frozenset[str]) -> bool:
    return bool(_NUMBER.fullmatch(words)) or _plain(words) in running


def _readings(pdf: pypdfium2.PdfDocument) -> Iterator[Reading]:
    told = pdf.get_metadata_dict()  # type: ignore[no-untyped-call]  # pypdfium2 has no types
    for key, field in (("Title", "title"), ("Author", "author")):
        if canonical(told.get(key) or ""):
            yield Reading(field, canonical(told[key]), f"pdf {key}")
    for key, field in (("CreationDate", "published"), ("ModDate", "modified")):
        stamp = read_stamp((told.get(key) or "").removeprefix("D:")[:8])
        if stamp:
            yield Reading(field, stamp, f"pdf {key}")
