"""Web archives: pages out of WARC records, and captures into them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.errors import IngestError
from reportedly.ingest.captured import Fetched, digest_of
from reportedly.ingest.sniffing import sniff
from reportedly.model import Capture

_MOST_BYTES = 32 * 1024 * 1024
_PAGES = ("text/", "application/xhtml", "application/pdf", "application/xml")


def read_warc(stream: BinaryIO, name: str) -> Iterator[Fetched]:
    """Yield the pages of an archive, record by record; memory stays flat."""
    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
            fetched = _page(record)
            if fetched is not None:
                yield fetched
    except (ValueError, OSError, EOFError, RuntimeError) as error:
        raise IngestError(f"{name}: broken web archive ({error}; what came before is kept)") from error


def _page(record: WarcRecord) -> Fetched | None:
    headers: dict[str, str] = {k.lower(): v for k, v in record.headers.items()}
    url = headers.get("warc-target-uri", "").strip("<>")
    http = record.http_headers if record.is_http else None
    status = int(http.status_code or 0) if http is not None else 200
    told = (record.http_content_type if http is not None else headers.get("content-type")) or ""
    if status != 200 or not url.startswith(("http://", "https://", "file:")) or not told.startswith(_PAGES):
        return None
    body: bytes = record.reader.read(_MOST_BYTES + 1)
    if not body.strip() or len(body) > _MOST_BYTES:
        return None
    charset = record.http_charset if http is not None else None
    kind = sniff(body)
    media_type = f"{kind}; charset={charset}" if charset and kind.startswith("text/") else kind
    capture = Capture(url, digest_of(body), media_type, _moment(headers.get("warc-date", "")))
    told_headers = tuple((str(k), str(v)) for k, v in http.items()) if http is not None else ()
    return Fetched(capture, body, status, told_headers, (url,))


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def write_warc(captures: Iterable[Fetched], stream: BinaryIO) -> int:
    """Write captures as WARC 1.1 records, gzipped one by one; return how many."""
    writer = WARCWriter(stream, gzip=True, warc_version="1.1")  # type: ignore[no-untyped-call]  # warcio has no types
    count = 0
    for fetched in captures:
        # The body is kept unpacked, so the headers that spoke of its packing go.
        kept = [
            (k, v)
            for k, v in fetched.headers
            if k.lower() not in ("content-encoding", "transfer-encoding", "content-length")
        ]
        kept.append(("Content-Length", str(len(fetched.body))))
        if not any(k.lower() == "content-type" for k, _ in kept):
            kept.append(("Content-Type", fetched.capture.media_type))
        moment = fetched.capture.fetched
        stamp = {"WARC-Date": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")} if moment else {}
        fetched_headers = StatusAndHeaders(f"{fetched.status} OK", kept, protocol="HTTP/1.1")  # type: ignore[no-untyped-call]  # warcio has no types
        record = writer.create_warc_record(  # type: ignore[no-untyped-call]  # warcio has no types
            fetched.capture.url,
            "response",
            payload=BytesIO(fetched.body),
            http_headers=fetched_headers,
            warc_headers_dict=stamp,
        )
        writer.write_record(record)  # type: ignore[no-untyped-call]  # warcio has no types
        count += 1
    return count
