"""Web archives: pages out of WARC records."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.errors import IngestError
from reportedly.ingest.captures.captured import Fetched, digest_of
from reportedly.ingest.captures.sniffing import sniff
from reportedly.model import Capture

UNDATED = "X-Capture-Date"
"""Our own header where nobody knows when a page was captured: its WARC-Date is then that of the writing."""

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
    if (
        status != 200
        or not url.startswith(("http://", "https://", "file:", "stdin:"))
        or not told.startswith(_PAGES)
    ):
        return None
    body: bytes = record.reader.read(_MOST_BYTES + 1)
    if not body.strip() or len(body) > _MOST_BYTES:
        return None
    charset = record.http_charset if http is not None else told.partition("charset=")[2].strip("\"' ")
    kind = sniff(body)
    media_type = f"{kind}; charset={charset}" if charset and kind.startswith("text/") else kind
    moment = None if UNDATED.lower() in headers else _moment(headers.get("warc-date", ""))
    capture = Capture(url, digest_of(body), media_type, moment)
    told_headers = tuple((str(k), str(v)) for k, v in http.items()) if http is not None else ()
    return Fetched(capture, body, status, told_headers, (url,))


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
