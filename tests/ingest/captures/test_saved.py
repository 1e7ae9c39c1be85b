"""Saved pages keep the address they came from; mail and feeds keep what they say of themselves."""

from datetime import UTC, datetime

import pytest

from reportedly.ingest import Fetched, as_archived, read_page, sniff, unpack, words_at
from reportedly.model import BlockKind, Document

PAGE = (
    b"<title>Ten ships</title><h1>Ten ships counted</h1><p>The ministry counted ten ships in the harbour.</p>"
)
URL = "https://wire.example.org/ships"
HEAD = (
    b"From: Harbour Gazette <news@gazette.example>\r\nTo: me@x.example\r\n"
    b"Subject: Fwd: =?utf-8?q?Ten_ships_counted?=\r\nDate: Mon, 3 Jun 2024 08:00:00 +0200\r\nMIME-Version: 1.0\r\n"
)
LETTER = (
    b"<html><body><table role=presentation><tr><td><table><tr><td><h1>The week in harbours</h1></td></tr>"
    b"<tr><td><p>The ministry said on Monday that it had counted ten ships in the harbour.</p>"
    b"<p>Four more were seen at sea the day before, it added in a note to the papers.</p></td></tr></table>"
    b"</td></tr></table></body></html>"
)


def only(body: bytes) -> tuple[Fetched, Document]:
    (found,) = unpack(body, url="file:///mine")
    assert isinstance(found, Fetched)
    capture = found.capture
    document = read_page(found.body, url=capture.url, media_type=capture.media_type)
    for block in document.blocks:
        assert words_at(found.body, document.media_type, block.path) == block.span.of(document.text)
    return found, document


def test_a_singlefile_page_keeps_its_address_and_the_moment_it_was_saved() -> None:
    comment = (
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: "
        "Mon Jun 03 2024 10:00:00 GMT+0200 (Central European Summer Time)\n-->"
    )
    found, _ = only(comment.encode() + PAGE)
    assert (found.capture.url, found.capture.fetched) == (URL, datetime(2024, 6, 3, 8, tzinfo=UTC))
    assert found.hops == ("file:///mine",)


def test_a_page_saved_from_a_browser_keeps_its_address_and_has_no_day_by_guess() -> None:
    found, _ = only(f"<!-- saved from url=(0032){URL} -->\n".encode() + PAGE)
    assert (found.capture.url, found.capture.fetched) == (URL, None)


@pytest.mark.parametrize(
    "comment", ["<!-- saved from url=(0011)about:blank -->", "<!-- Page saved with SingleFile -->"]
)
def test_a_saved_page_without_an_address_stays_what_it_is(comment: str) -> None:
    found, _ = only(comment.encode() + PAGE)
    assert found.capture.url == "file:///mine"


def test_a_newsletter_is_called_as_its_subject_and_its_paragraphs_are_no_table() -> None:
    found, document = only(HEAD + b"Content-Type: text/html\r\n\r\n" + LETTER)
    assert (found.capture.media_type, document.media_type) == ("message/rfc822", "message/rfc822")
    told = {r.field: (r.value, r.source) for r in reversed(document.readings)}
    assert told["title"] == ("Ten ships counted", "mail Subject")
    assert told["outlet"] == ("Harbour Gazette", "mail From")
    assert told["published"] == ("2024-06-03T08:00:00+02:00", "mail Date")
    assert [b.kind for b in document.blocks] == [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY]
    assert as_archived(found.body, document) is not None


def test_a_plain_mail_opens_with_its_first_paragraph_and_not_with_a_headline() -> None:
    found, document = only(
        HEAD + b"\r\nThe ministry counted ten ships.\r\n\r\nFour more were seen at sea.\r\n"
    )
    assert [b.kind for b in document.blocks] == [BlockKind.BODY, BlockKind.BODY]
    assert [r.value for r in document.readings if r.field == "title"] == ["Ten ships counted"]
    assert as_archived(found.body, document) is None


def test_mail_with_its_pictures_inside_is_mail_and_a_saved_page_is_not() -> None:
    related = b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
    assert sniff(HEAD + related + PAGE) == "message/rfc822"
    assert (
        sniff(b"Snapshot-Content-Location: " + URL.encode() + b"\r\n" + HEAD + related) == "multipart/related"
    )


def test_the_pages_of_a_full_feed_keep_their_day() -> None:
    body = (
        f"<rss><channel><item><title>Ten ships</title><link>{URL}</link><pubDate>Mon, 03 Jun 2024 08:00:00 GMT"
        "</pubDate><content><![CDATA[<p>The ministry counted ten ships.</p>]]></content></item></channel></rss>"
    )
    _, document = only(body.encode())
    assert str(document.published) == "2024-06-03"
