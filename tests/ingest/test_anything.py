"""One small page in every wrapping that users bring."""

import gzip
import io
import random
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from reportedly.errors import IngestError
from reportedly.ingest import Fetched, read_any, read_page, sniff, unpack, words_at
from reportedly.ingest.archives.warc_reading import read_warc
from reportedly.ingest.archives.warc_writing import write_records
from reportedly.ingest.listings.feeds import read_feed, read_sitemap
from reportedly.model import BlockKind, Capture

HTML = b"<html><head><title>Ten ships</title></head><body><h1>Ten ships</h1><p>The ministry counted ten ships in the harbour.</p></body></html>"
URL = "https://wire.example.org/ships"
MOMENT = datetime(2024, 5, 3, 8, 0, tzinfo=UTC)


def captured(url: str = URL, body: bytes = HTML) -> Fetched:
    digest = f"sha256:{sha256(body).hexdigest()}"
    return Fetched(
        Capture(url, digest, "text/html", MOMENT), body, 200, (("Content-Type", "text/html"),), (url,)
    )


def warc(pages: Iterable[Fetched]) -> bytes:
    stream = io.BytesIO()
    list(write_records(pages, stream, moment=MOMENT))
    return stream.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with one line of Helvetica for each string, written by hand."""
    kids, objects = [], []
    for number, lines in enumerate(pages):
        text = "BT /F1 11 Tf 14 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        page, stream = 4 + 2 * number, 5 + 2 * number
        kids.append(f"{page} 0 R")
        objects.append(
            (
                page,
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {stream} 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
            )
        )
        objects.append((stream, f"<</Length {len(text)}>>stream\n{text}\nendstream"))
    head = [
        (1, "<</Type/Catalog/Pages 2 0 R>>"),
        (2, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"),
        (3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in head + objects:
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode()


REPORT = pdf(
    [
        [
            "Harbour Report",
            "Ten ships counted",
            "The ministry said on Friday that at least ten ships had left the har-",
            "bour, which is more than it had counted in the month of April.",
            "More are expected in June, when the season of the great nets begins.",
            "1",
        ],
        [
            "Harbour Report",
            "The minister told reporters in the capital that he expects more of",
            "them, without naming a day for the next count.",
            "2",
        ],
    ]
)

MAIL = b"""From: desk@example.org\r\nTo: reader@example.org\r\nSubject: Ten ships\r\nDate: Fri, 3 May 2024 08:00:00 +0000
MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTen ships
--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>Ten ships</h1><p>The ministry counted t=
en ships in the harbour.</p>\r\n--b--\r\n"""
MHTML = (
    b"""From: <Saved by Blink>\r\nSnapshot-Content-Location: https://wire.example.org/ships\r\nSubject: Ten ships\r\nDate: Fri, 3 May 2024 08:00:00 +0000
MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://wire.example.org/ships\r\n\r\n"""
    + HTML
    + b"\r\n--b--\r\n"
)
FEED = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>
<item><title>Ten ships</title><link>https://wire.example.org/ships</link><pubDate>Fri, 03 May 2024 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>The ministry counted ten ships in the harbour.</p>]]></content:encoded></item>
<item><title>Again</title><link>https://wire.example.org/ships</link></item><item><title>No link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ten ships</title><link rel="self" href="x"/><link href="/ships"/>
<published>2024-05-03T08:00:00Z</published></entry></feed>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://wire.example.org/ships</loc><n:news><n:publication_date>2024-05-03</n:publication_date><n:title>Ten ships</n:title></n:news></url></urlset>"""


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (HTML, "text/html"),
        (b"\xef\xbb\xbf <!-- x --><p>y", "text/html"),
        (b"Ten ships counted\n\nIn the harbour.", "text/plain"),
        (b"Note: this is\nplain: text\n\nstill", "text/plain"),
        (REPORT, "application/pdf"),
        (MAIL, "message/rfc822"),
        (MHTML, "multipart/related"),
        (FEED, "application/rss+xml"),
        (ATOM, "application/rss+xml"),
        (SITEMAP, "application/sitemap+xml"),
        (zipped({"a.html": HTML}), "application/zip"),
        (b"WARC/1.1\r\n", "application/warc"),
        (gzip.compress(b"x"), "application/gzip"),
        (b"\x00\x01\x02\x03" * 99, "application/octet-stream"),
        ("<p>ä".encode("utf-16"), "text/html"),
    ],
    ids=lambda part: part if isinstance(part, str) else "bytes",
)
def test_a_file_is_told_by_its_content(body: bytes, kind: str) -> None:
    assert sniff(body) == kind


@pytest.mark.parametrize(
    "body",
    [
        HTML,
        MAIL,
        MHTML,
        FEED,
        gzip.compress(HTML),
        zipped({"a.html": HTML}),
        zipped({"inner.zip": zipped({"a.html": HTML})}),
        warc([captured()]),
        zipped({"archive/data.warc.gz": warc([captured()]), "datapackage.json": b"{}"}),
    ],
    ids=["html", "mail", "mhtml", "feed", "gzip", "zip", "zip in zip", "warc", "wacz"],
)
def test_the_page_comes_out_of_every_wrapping(body: bytes) -> None:
    (found,) = unpack(body, url=URL)
    assert isinstance(found, Fetched)
    document = read_page(found.body, url=found.capture.url, media_type=found.capture.media_type)
    assert document.id == found.capture.id
    assert document.title == "Ten ships"
    assert "counted ten ships in the harbour." in document.text


def test_a_web_archive_keeps_address_and_moment() -> None:
    (found,) = read_warc(io.BytesIO(warc([captured()])), "x.warc")
    assert (found.capture.url, found.capture.fetched, found.body) == (URL, MOMENT, HTML)


def test_a_saved_page_keeps_its_address_and_the_day_it_was_saved() -> None:
    (found,) = unpack(MHTML, url="file:///x.mhtml")
    assert isinstance(found, Fetched)
    assert (found.capture.url, found.capture.fetched) == (URL, MOMENT)


def test_a_pdf_has_its_running_heads_labelled_and_its_words_whole() -> None:
    document = read_page(REPORT, url="report.pdf")
    kinds = [(b.kind, b.span.of(document.text)) for b in document.blocks]
    assert [words for kind, words in kinds if kind is BlockKind.NAVIGATION] == [
        "Harbour Report",
        "1",
        "Harbour Report",
        "2",
    ]
    assert (BlockKind.HEADLINE, "Ten ships counted") in kinds
    assert "left the harbour, which" in document.text
    assert all(
        words_at(REPORT, "application/pdf", b.path) == b.span.of(document.text) for b in document.blocks
    )


@pytest.mark.parametrize(("read", "body"), [(read_feed, FEED), (read_feed, ATOM), (read_sitemap, SITEMAP)])
def test_feeds_and_sitemaps_name_pages_once(read, body: bytes) -> None:
    (entry,) = read(body, "https://wire.example.org/feed")
    assert (entry.url, entry.title, (entry.published or "")[:10]) == (URL, "Ten ships", "2024-05-03")


def test_a_feed_reads_no_files_and_no_bombs() -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "' + b"z" * 999 + b'">]>'
    assert (
        read_feed(
            b'<?xml version="1.0"?>' + lol + b"<rss><item><link>https://e.org/&a;</link></item></rss>", "x"
        )[0].url
        == "https://e.org/"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (REPORT[:300], "broken or locked PDF"),
        (gzip.compress(HTML)[:40], "broken gzip|broken web archive"),
        (zipped({"a.html": HTML})[:60], "broken zip"),
        (b"%PDF-1.4 nothing", "broken or locked PDF"),
        (SITEMAP, "not a page"),
    ],
    ids=["pdf", "gzip", "zip", "empty pdf", "sitemap"],
)
def test_a_broken_file_is_refused_in_one_line(body: bytes, words: str) -> None:
    def refusals() -> Iterable[str]:
        for found in unpack(body, url="x"):
            try:
                if isinstance(found, IngestError):
                    raise found
                read_page(found.body, url="x")
            except IngestError as refusal:
                yield str(refusal)

    (said,) = refusals()
    assert any(part in said for part in words.split("|"))
    assert "\n" not in said


def test_a_folder_gives_its_pages_and_names_what_is_bad(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / ".hidden").write_bytes(HTML)
    found = list(read_any(tmp_path))
    assert [isinstance(f, Fetched) for f in found] == [True, False]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (refusal,) = read_any(tmp_path / "none.html")
    assert isinstance(refusal, IngestError)
    assert "check the path" in str(refusal)


WRAPPINGS = [HTML, REPORT, MAIL, MHTML, FEED, ATOM, SITEMAP, warc([captured()]), zipped({"a.html": HTML})]


def test_mutated_files_are_read_or_refused_in_one_line() -> None:
    rng = random.Random(11)
    for turn in range(400):
        body = bytearray(WRAPPINGS[turn % len(WRAPPINGS)])
        for _ in range(rng.randint(1, 10)):
            at = rng.randrange(len(body))
            body[at : at + rng.randint(0, 20)] = rng.randbytes(rng.randint(0, 8))
        for found in unpack(bytes(body), url="x"):
            said = str(found) if isinstance(found, IngestError) else _refusal(found)
            assert "\n" not in said


def _refusal(found: Fetched) -> str:
    try:
        read_page(found.body, url=found.capture.url, media_type=found.capture.media_type)
    except IngestError as refusal:
        return str(refusal)
    return ""
