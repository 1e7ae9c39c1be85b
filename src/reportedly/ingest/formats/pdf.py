"""PDF: the words of each page in reading order, its heads and feet labelled, its title by its type."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from reportedly.errors import IngestError
from reportedly.ingest.tree.walk import canonical
from reportedly.ingest.words.dates import read_stamp
from reportedly.model import Block, BlockKind, Capture, Document, Reading, Span

from .pdf_page import Part, is_page_number, parts_of
from .text import facts_of, kinds_of

_MOST_PAGES = 400
_PATH = re.compile(r"page=(\d+)#(\d+)")
_GAP = "\n\n"
_LONGEST_HEAD = 160
_SHORT = 60  # a first paragraph is longer, and ends in a full stop
_LARGE = 1.2  # a headline's type over the body's
_SMALL = 1.08  # a subhead's
_NO_TITLE = re.compile(
    r"untitled.*|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?|xlsx?)|document\d*|\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int
    turn: int
    part: Part
    outer: bool


def read_pdf(body: bytes, capture: Capture) -> Document:
    """Read a PDF; a block's path is its page and its turn on that page."""
    with _opened(body, capture.url) as pdf:
        pages = [parts_of(pdf, number) for number in range(min(len(pdf), _MOST_PAGES))]
        told: dict[str, str] = pdf.get_metadata_dict()
    spots = [spot for number, page in enumerate(pages, 1) for spot in _spots(number, page)]
    if not spots:
        raise IngestError(f"{capture.url}: PDF without text (is it a scan? run it through OCR first)")
    kinds = _kinds(spots, _running(spots, len(pages)))
    blocks: list[Block] = []
    at = 0
    for spot, kind in zip(spots, kinds, strict=True):
        blocks.append(Block(kind, Span(at, at + len(spot.part.words)), f"page={spot.page}#{spot.turn}"))
        at += len(spot.part.words) + len(_GAP)
    text = _GAP.join(spot.part.words for spot in spots)
    readings = tuple(_readings(told, spots, kinds, capture.url))
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
        page = parts_of(pdf, number - 1) if 0 < number <= len(pdf) else []
    return page[turn - 1].words if 0 < turn <= len(page) else ""


def _opened(body: bytes, url: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(body)  # type: ignore[no-untyped-call]  # pypdfium2 has no types
    except pypdfium2.PdfiumError as error:
        raise IngestError(
            f"{url}: broken or locked PDF ({error}; save it again without a password)"
        ) from error


def _spots(number: int, page: Sequence[Part]) -> Iterator[_Spot]:
    """Yield a page's parts by their turn; in the margins, first and last may stand heads and feet."""
    for turn, part in enumerate(page, 1):
        outer = len(part.words) < _LONGEST_HEAD and (part.edge or turn in (1, len(page)))
        yield _Spot(number, turn, part, outer)


def _running(spots: Sequence[_Spot], pages: int) -> frozenset[str]:
    """Return the heads and feet that stand on several pages, numbers left out."""
    edges = Counter(words for _, words in {(s.page, _plain(s.part.words)) for s in spots if s.outer})
    return frozenset(words for words, times in edges.items() if times > 1 and times * 3 >= pages)


def _plain(words: str) -> str:
    return re.sub(r"\d+", "#", words)


def _kinds(spots: Sequence[_Spot], running: frozenset[str]) -> tuple[BlockKind, ...]:
    """Type the blocks: heads and feet by their place, headlines by their size, the rest as in plain text."""
    told = [spot for spot in spots if not _runs(spot, running)] or [spots[0]]
    usual = _usual_size(told)
    title = _title_of(told, usual)
    if title is not None:  # what stands above the headline is read as if it stood below
        told.remove(title)
        told.insert(0, title)
    kinds = dict(zip(map(id, told), kinds_of([spot.part.words for spot in told]), strict=True))
    if title is not None:
        kinds[id(title)] = BlockKind.HEADLINE
    elif len(told[0].part.words) > _SHORT and told[0].part.words.endswith("."):
        kinds[id(told[0])] = BlockKind.BODY
    return tuple(_sized(spot, kinds.get(id(spot), BlockKind.NAVIGATION), usual) for spot in spots)


def _runs(spot: _Spot, running: frozenset[str]) -> bool:
    number = spot.part.edge and is_page_number(spot.part.words)
    return number or (spot.outer and _plain(spot.part.words) in running)


def _usual_size(spots: Sequence[_Spot]) -> float:
    """Return the height of type that most letters have."""
    sizes: Counter[float] = Counter()
    for spot in spots:
        sizes[round(spot.part.size * 2) / 2] += len(spot.part.words)
    return sizes.most_common(1)[0][0]


def _title_of(spots: Sequence[_Spot], usual: float) -> _Spot | None:
    """Return the first of what is set largest on the first page, if it is clearly larger than the body."""
    large = [
        spot
        for spot in spots
        if spot.page == spots[0].page
        and spot.part.size >= _LARGE * usual
        and 8 <= len(spot.part.words) <= 300
        and " " in spot.part.words
    ]
    return max(large, key=lambda spot: round(spot.part.size), default=None)


def _sized(spot: _Spot, kind: BlockKind, usual: float) -> BlockKind:
    larger = spot.part.size >= _SMALL * usual and len(spot.part.words) < 150
    ends = spot.part.words.endswith((".", ",", ";"))
    return BlockKind.SUBHEAD if kind is BlockKind.BODY and larger and not ends else kind


def _readings(
    told: dict[str, str], spots: Sequence[_Spot], kinds: Sequence[BlockKind], url: str
) -> Iterator[Reading]:
    yield from _titles(told, spots, kinds)
    seen = [(spot, kind) for spot, kind in zip(spots, kinds, strict=True) if kind is not BlockKind.NAVIGATION]
    shown = tuple(facts_of([spot.part.words for spot, _ in seen], [kind for _, kind in seen], url))
    yield from (reading for reading in shown if reading.field == "author")
    if canonical(told.get("Author") or ""):
        yield Reading("author", canonical(told["Author"]), "pdf Author")
    days = [reading for reading in shown if reading.field == "published"]
    made = read_stamp((told.get("CreationDate") or "").removeprefix("D:")[:8])
    days.extend([Reading("published", made, "pdf CreationDate")] if made else [])
    for day in days:
        differs = "" if day.value == days[0].value else " (differs)"
        yield Reading("published", day.value, day.source + differs)
    changed = read_stamp((told.get("ModDate") or "").removeprefix("D:")[:8])
    if changed:
        yield Reading("modified", changed, "pdf ModDate")
    yield from (r for r in shown if r.field not in ("author", "published", "title"))


def _titles(told: dict[str, str], spots: Sequence[_Spot], kinds: Sequence[BlockKind]) -> Iterator[Reading]:
    """Yield the title that the page shows and the one the file bears; first the one that both bear out."""
    shown = [
        Reading("title", spot.part.words, "pdf largest type" if spot.part.size else "text line 1")
        for spot, kind in zip(spots, kinds, strict=True)
        if kind is BlockKind.HEADLINE
    ][:1]
    named = canonical(told.get("Title") or "")
    own = [Reading("title", named, "pdf Title")] if named and not _NO_TITLE.fullmatch(named) else []
    first = " ".join(spot.part.words for spot in spots if spot.page == spots[0].page)
    borne_out = named.casefold() in first.casefold()
    titles = [*own, *shown] if own and (borne_out or not shown) else [*shown, *own]
    seen: set[str] = set()
    for title in titles:
        if title.value not in seen:
            seen.add(title.value)
            yield title
