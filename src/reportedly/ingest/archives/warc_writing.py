"""Captures into web archives: WARC 1.1 records, gzipped one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import BinaryIO
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.ingest.captures.captured import Fetched

from .warc_reading import UNDATED

_PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a capture's record stands in a web archive."""

    fetched: Fetched
    moment: datetime
    offset: int
    length: int


def write_records(captures: Iterable[Fetched], stream: BinaryIO, *, moment: datetime) -> Iterator[Place]:
    """Write captures one by one and yield where each went; ``moment`` is when this is written.

    What a server answered is a response, with its request where that was kept;
    what a user supplied is a resource.
    """
    writer = WARCWriter(stream, gzip=True, warc_version="1.1")  # type: ignore[no-untyped-call]  # warcio has no types
    offset = stream.tell()
    for fetched in captures:
        taken = fetched.capture.fetched or moment
        writer.write_record(_main(writer, fetched, taken))  # type: ignore[no-untyped-call]  # the same
        yield Place(fetched, taken, offset, stream.tell() - offset)
        if fetched.headers and fetched.sent:
            writer.write_record(_request(writer, fetched, taken))  # type: ignore[no-untyped-call]  # the same
        offset = stream.tell()


def _main(writer: WARCWriter, fetched: Fetched, moment: datetime) -> ArcWarcRecord:
    named = _named(fetched, moment, "response" if fetched.headers else "resource")
    named["WARC-Payload-Digest"] = fetched.capture.digest
    if fetched.capture.fetched is None:
        named[UNDATED] = "unknown"
    if not fetched.headers:
        return _resource(writer, fetched, named)
    http = StatusAndHeaders(_status_line(fetched.status), _headers(fetched), protocol="HTTP/1.1")  # type: ignore[no-untyped-call]  # the same
    record: ArcWarcRecord = writer.create_warc_record(  # type: ignore[no-untyped-call]  # the same
        fetched.capture.url,
        "response",
        payload=BytesIO(fetched.body),
        length=len(fetched.body),
        http_headers=http,
        warc_headers_dict=named,
    )
    return record


def _resource(writer: WARCWriter, fetched: Fetched, named: dict[str, str]) -> ArcWarcRecord:
    record: ArcWarcRecord = writer.create_warc_record(  # type: ignore[no-untyped-call]  # the same
        fetched.capture.url,
        "resource",
        payload=BytesIO(fetched.body),
        length=len(fetched.body),
        warc_headers_dict={**named, "Content-Type": fetched.capture.media_type},
    )
    return record


def _request(writer: WARCWriter, fetched: Fetched, moment: datetime) -> ArcWarcRecord:
    parts = urlsplit(fetched.capture.url)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    http = StatusAndHeaders(f"GET {path} HTTP/1.1", list(fetched.sent), protocol="")  # type: ignore[no-untyped-call]  # the same
    named = _named(fetched, moment, "request")
    named["WARC-Concurrent-To"] = _record_id(fetched, moment, "response")
    record: ArcWarcRecord = writer.create_warc_record(  # type: ignore[no-untyped-call]  # the same
        fetched.capture.url,
        "request",
        payload=BytesIO(b""),
        length=0,
        http_headers=http,
        warc_headers_dict=named,
    )
    return record


def _named(fetched: Fetched, moment: datetime, sort: str) -> dict[str, str]:
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"WARC-Record-ID": _record_id(fetched, moment, sort), "WARC-Date": stamp}


def _record_id(fetched: Fetched, moment: datetime, sort: str) -> str:
    """Return the same id for the same record, so that an export can be made again."""
    name = f"{sort} {fetched.capture.id} {moment.isoformat()}"
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>"


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _headers(fetched: Fetched) -> list[tuple[str, str]]:
    """Return an answer's headers; the body is kept unpacked, so what spoke of its packing is set aside."""
    kept = [(f"X-Orig-{k}" if k.lower() in _PACKING else k, v) for k, v in fetched.headers]
    kept.append(("Content-Length", str(len(fetched.body))))
    if not any(k.lower() == "content-type" for k, _ in kept):
        kept.append(("Content-Type", fetched.capture.media_type))
    return kept
