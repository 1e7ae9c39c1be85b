"""Captures go out as web archives and come back as they were."""

import io
import json
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from reportedly.cli import main
from reportedly.errors import IngestError, LedgerError, UsageError
from reportedly.ingest import Fetched, read_any
from reportedly.ingest.archives.wacz import surt
from reportedly.ledger import Exchange, Ledger, digest_of
from reportedly.model import Capture, Document
from reportedly.pipeline import export_captures

NOW = datetime(2024, 7, 1, 9, 30, tzinfo=UTC)
FETCHED = datetime(2024, 6, 16, 8, 0, 5, tzinfo=UTC)
WEB = "https://www.wire.example.org/Ships?b=2&a=1"
FILE = "file:///home/ada/saved.html"
BODY = b"<h1>Ten ships</h1><p>The ministry counted ten ships in the harbour.</p>"
EXCHANGE = Exchange(
    200,
    ("https://wire.example.org/s", WEB),
    (("Host", "www.wire.example.org"), ("User-Agent", "Reportedly")),
    (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("ETag", '"one"')),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    with Ledger.open(path) as opened:
        for url, fetched, exchange, body in (
            (WEB, FETCHED, EXCHANGE, BODY),
            (FILE, None, None, BODY.replace(b"ten", b"12")),
        ):
            capture = Capture(url, opened.archive.keep(body), "text/html; charset=utf-8", fetched)
            document = Document(capture.id, url, capture.digest, "text/html", "", ())
            opened.add(capture, document, (), extractor="x", exchange=exchange)
    return path


def exported(ledger: Path, name: str, **asked: object) -> Path:
    out = ledger.with_name(name)
    with Ledger.open(ledger) as opened:
        export_captures(opened, out, now=NOW, **asked)
    return out


@pytest.mark.parametrize("name", ["story.wacz", "story.warc.gz"])
def test_what_goes_out_comes_back_under_the_same_ids(ledger: Path, name: str) -> None:
    found = list(read_any(exported(ledger, name)))
    assert all(isinstance(page, Fetched) for page in found)
    with Ledger.open(ledger) as opened:
        kept = [one.capture for one in opened.captured.all()]
    assert [page.capture for page in found] == kept, "a page without a day of capture comes back without one"


def test_what_was_answered_is_a_response_with_its_request_and_what_was_supplied_a_resource(
    ledger: Path,
) -> None:
    records = {}
    archive = exported(ledger, "story.warc.gz").read_bytes()
    assert all(r.verify_block_digest() for r in ArchiveIterator(io.BytesIO(archive), parse_http=False))
    with io.BytesIO(archive) as stream:
        for record in ArchiveIterator(stream, parse_http=True):
            http = dict(record.http_headers.items()) if record.is_http else {}
            records[record.headers["WARC-Type"]] = (dict(record.headers.items()), http, record.reader.read())
    response, request, resource = (records[sort] for sort in ("response", "request", "resource"))
    assert response[2] == BODY
    assert response[0]["WARC-Date"] == "2024-06-16T08:00:05Z"
    assert response[0]["WARC-Payload-Digest"] == digest_of(BODY)
    assert response[1]["ETag"] == '"one"'
    assert (response[1]["X-Orig-Content-Encoding"], response[1]["Content-Length"]) == ("gzip", str(len(BODY)))
    assert request[0]["WARC-Concurrent-To"] == response[0]["WARC-Record-ID"]
    assert request[1]["User-Agent"] == "Reportedly"
    assert (resource[0]["WARC-Target-URI"], resource[0]["WARC-Date"]) == (FILE, "2024-07-01T09:30:00Z")


def test_every_file_of_a_package_has_the_digest_that_is_told_of_it(ledger: Path) -> None:
    with zipfile.ZipFile(exported(ledger, "story.wacz")) as package:
        described = json.loads(package.read("datapackage.json"))
        signed = json.loads(package.read("datapackage-digest.json"))
        assert signed == {"path": "datapackage.json", "hash": digest_of(package.read("datapackage.json"))}
        for told in described["resources"]:
            body = package.read(told["path"])
            assert (told["hash"], told["bytes"]) == (f"sha256:{sha256(body).hexdigest()}", len(body))
        listed = {told["path"] for told in described["resources"]}
        assert listed | {"datapackage.json", "datapackage-digest.json"} == set(package.namelist())
        assert package.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
    assert (described["profile"], described["wacz_version"]) == ("data-package", "1.1.1")
    assert described["created"] == "2024-07-01T09:30:00Z"


def test_the_index_leads_to_each_record_and_the_pages_are_listed(ledger: Path) -> None:
    with zipfile.ZipFile(exported(ledger, "story.wacz")) as package:
        index = package.read("indexes/index.cdxj").decode().splitlines()
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
        records = package.read("archive/data.warc.gz")
    assert index == sorted(index)
    for line in index:
        key, _, told = line.split(" ", 2)
        told = json.loads(told)
        start = int(told["offset"])
        piece = io.BytesIO(records[start : start + int(told["length"])])
        record = next(iter(ArchiveIterator(piece, parse_http=True)))
        assert record.headers["WARC-Target-URI"] == told["url"]
        assert digest_of(record.reader.read()) == told["digest"]
        assert key == surt(told["url"])
    assert pages[0] == {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    assert {page["url"] for page in pages[1:]} == {WEB, FILE}


@pytest.mark.parametrize(
    ("url", "key"),
    [
        (WEB, "org,example,wire)/ships?a=1&b=2"),
        ("https://example.org/", "org,example)/"),
        ("http://example.org:8080/a/", "org,example:8080)/a"),
        ("http://127.0.0.1:80/a", "127.0.0.1)/a"),
        (FILE, FILE),
    ],
)
def test_a_key_turns_the_host_round(url: str, key: str) -> None:
    assert surt(url) == key


def test_one_page_can_be_named_by_the_start_of_its_id(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        (wanted, _) = opened.captured.all()
    (found,) = read_any(exported(ledger, "one.wacz", pages=[wanted.capture.id[:8]]))
    assert isinstance(found, Fetched)
    assert found.capture.url == WEB
    with pytest.raises(UsageError, match="zz: not the start of one page's id"):
        exported(ledger, "none.wacz", pages=["zz"])


def test_another_ending_is_refused(ledger: Path) -> None:
    with pytest.raises(IngestError, match=r"story.zip: neither"):
        exported(ledger, "story.zip")


def test_bytes_that_are_gone_leave_no_file_behind(ledger: Path) -> None:
    for stored in ledger.parent.rglob("*.gz"):
        stored.unlink()
    with pytest.raises(LedgerError, match="not in the archive"):
        exported(ledger, "story.wacz")
    assert not list(ledger.parent.glob("*story*"))


def test_the_command_says_what_it_wrote(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ledger.with_name("story.wacz")
    assert main(["--ledger", str(ledger), "capture", "export", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "captures": 2}
