"""Mutated pages, PDFs, mail, feeds and archives: read, or refused in one line, and soon."""

import gzip
import os
import random
import time
from functools import partial

import pytest

from reportedly.errors import IngestError
from reportedly.ingest import Fetched, read_page, unpack, words_at
from reportedly.model import Document

from .pdf_writing import column, pdf
from .tables.test_grid import LEAD, TAIL
from .test_anything import ATOM, FEED, MAIL, MHTML, REPORT, SITEMAP, captured, warc, zipped

COUNT = int(os.environ.get("REPORTEDLY_FUZZ", "400"))
LONGEST = 5.0  # CPU-seconds
TABLED = (
    f"<html><head><title>Ships</title></head><body>{LEAD}<figure><table><caption>Ships</caption><thead>"
    "<tr><th rowspan=2>Region<th colspan=2>Counted</tr><tr><th>May<th>June</tr></thead><tbody>"
    "<tr><th scope=row>North<td>1,200<td>2,400<tr><td colspan=3>Inland<tr><td>South<td><ul><li>30</ul><td>40"
    f"</table></figure>{TAIL}<p><a href=/more>Read more: Harbour closed</a></p></body></html>"
).encode()
PLAIN = b"Ships counted\n\nShips by region\nRegion\tMay\nNorth\t1,200\nSouth\t30\n\n| | May |\n|---|--:|\n| North | 8 |\n"
WORDS = "The ministry said on Monday that it had counted ten ships in the harbour of the city. " * 6
PAPER = pdf(
    [
        [*column(WORDS, left=60, top=760), *column(WORDS, left=320, top=760), (290, 30, 8, str(n))]
        for n in (1, 2)
    ],
    Title="Ships",
)
SEEDS = [
    *(TABLED, PLAIN, PAPER, PAPER, REPORT, MAIL, MHTML, FEED, ATOM, SITEMAP),
    *(
        warc([captured()]),
        gzip.compress(TABLED),
        zipped({"a.html": TABLED, "archive/a.warc": warc([captured()])}),
    ),
]
TOKENS = [
    *(
        b"<table>",
        b"<tr>",
        b"<td colspan=99999>",
        b"<th rowspan=0>",
        b"<td rowspan=65534>",
        b"<p>",
        b"</div>",
        b"<a href=x>",
    ),
    *(
        b"<!--",
        b"|",
        b"\t",
        b"\n",
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"&#0;",
        b"endstream",
        b"/Length 9999999999",
    ),
    *(
        b"1e9 0 0 1e9 0 0 Tm",
        b"BT /F1 0 Tf",
        b"Content-Length: -1\r\n",
        b"WARC/1.1\r\n",
        b"=?x?q?",
        b"PK\x03\x04",
    ),
]


def mutated(seed: bytes, rng: random.Random) -> bytes:
    """Some bytes lost, some put in, some stretches told many times over."""
    body = bytearray(seed)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(body) + 1)
        change = rng.randrange(5)
        if change == 0:
            body[at : at + rng.randint(1, 40)] = rng.randbytes(rng.randint(0, 8))
        elif change == 1:
            body[at:at] = rng.choice(TOKENS) * rng.choice((1, 1, 1, 3, 400))
        elif change == 2:
            body[at:at] = body[at : at + rng.randint(1, 300)] * rng.choice((1, 2, 60))
        elif change == 3:
            del body[at : at + rng.randint(1, 200)]
        else:
            body[at : at + 1] = bytes([rng.randrange(256)])
    return bytes(body[: rng.choice((len(body), len(body), rng.randint(1, len(body) + 1)))])


def read(body: bytes) -> None:
    begun = time.process_time()
    for found in unpack(body, url="file:///mutated"):
        assert "\n" not in (str(found) if isinstance(found, IngestError) else _refusal(found))
        assert time.process_time() - begun < LONGEST
        begun = time.process_time()


def _refusal(found: Fetched) -> str:
    try:
        document = read_page(found.body, url=found.capture.url, media_type=found.capture.media_type)
    except IngestError as refusal:
        return str(refusal)
    check(found, document)
    return ""


def check(found: Fetched, document: Document) -> None:
    ends = [0, *(block.span.end for block in document.blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, document.blocks, strict=False))
    for table in document.tables:
        assert all(
            table.span.holds(cell.span) and cell.span.of(document.text).strip() for cell in table.cells
        )
    block = document.blocks[len(document.blocks) // 2]
    assert words_at(found.body, document.media_type, block.path) == block.span.of(document.text)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_mutated_input_is_read_or_refused_in_one_line_and_soon(part: int) -> None:
    rng = random.Random(f"pages {part}")
    for turn in range(COUNT // 4):
        read(mutated(SEEDS[turn % len(SEEDS)], rng))


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda n: b"<h1>Ten</h1><div>" + b"<a href=/x>ship</a> and " * n,
        lambda n: b"<h1>Ten</h1>" + b"<table><tr><td>a<td>1</table>" * n,
        lambda n: b"<h1>Ten</h1><table><tr>" + b"<td>w" * n + b"<tr><td>1<td>2</table>",
        lambda n: b"<h1>Ten</h1>" + b"<table><tr><td>" * n,
        lambda n: b"Ten\n" + b"a\t1\n" * n + b"a|b\n" * n,
        lambda n: pdf([[(60, 800 - at % 700, 10, f"Ten ships {at} left") for at in range(n // 4)]]),
    ],
)
def test_ten_thousand_of_anything_take_no_longer(make: partial[bytes]) -> None:
    read(make(10_000))
