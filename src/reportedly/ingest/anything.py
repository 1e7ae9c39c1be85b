"""Whatever a user has, as single pages: archives, mail, feeds and folders of these unpacked."""

import gzip
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from reportedly.errors import IngestError
from reportedly.model import Capture

from .captured import Fetched
from .reading import MOST_BYTES
from .sniffing import sniff

_MOST_MEMBERS = 20_000
_DEEPEST = 3
_HEAD = 8192

Found = Fetched | IngestError


def read_any(path: Path) -> Iterator[Found]:
    """Yield the pages of a file or folder, told apart by content; a bad one is named, the rest goes on."""
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            if child.is_file() and not any(part.startswith(".") for part in child.relative_to(path).parts):
                yield from read_any(child)
        return
    try:
        with path.open("rb") as stream:
            yield from _from_stream(stream, path.absolute().as_uri(), str(path))
    except OSError as error:
        yield IngestError(f"{path}: {error.strerror or error} (check the path)")


def unpack(body: bytes, *, url: str) -> Iterator[Found]:
    """Yield the pages in a body: of an archive or message all that it holds, else itself."""
    yield from _from_stream(BytesIO(body), url, url)


def _from_stream(stream: BinaryIO, url: str, name: str, depth: int = 0) -> Iterator[Found]:
    head = stream.read(_HEAD)
    stream.seek(0)
    kind = _inner_kind(head)
    try:
        if kind == "application/warc":
            from .formats.warc import read_warc  # noqa: PLC0415 - archives alone wake its libraries

            yield from read_warc(stream, name)
        elif kind == "application/zip":
            yield from _from_zip(stream, url, name, depth)
        else:
            yield from _from_bytes(_whole(stream, head, name), url, name)
    except IngestError as refusal:
        yield refusal


def _inner_kind(head: bytes) -> str:
    """Look through gzip at what it holds."""
    kind = sniff(head)
    if kind != "application/gzip":
        return kind
    try:
        return sniff(zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(head, _HEAD))
    except zlib.error:
        return kind


def _whole(stream: BinaryIO, head: bytes, name: str) -> bytes:
    packed = sniff(head) == "application/gzip"
    source: BinaryIO | gzip.GzipFile = gzip.GzipFile(fileobj=stream) if packed else stream
    try:
        body = source.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise IngestError(f"{name}: broken gzip ({error}; save it again)") from error
    return body


def _from_bytes(body: bytes, url: str, name: str) -> Iterator[Found]:
    kind = sniff(body)
    if kind in ("message/rfc822", "multipart/related"):
        from .formats.mail import visible_part  # noqa: PLC0415 - email costs 15 ms

        content, media_type, place, moment = visible_part(body, url)
        yield Fetched(Capture(place, _digest(content), media_type, moment), content, hops=(url,))
    elif kind == "application/rss+xml":
        yield from _from_feed(body, url, name)
    else:
        yield Fetched(Capture(url, _digest(body), kind), body, hops=(url,))


def _from_feed(body: bytes, url: str, name: str) -> Iterator[Found]:
    """Yield the pages that a feed carries whole; one that only links has none."""
    from .formats.feed import read_feed  # noqa: PLC0415 - lxml

    entries = [entry for entry in read_feed(body, url) if entry.body]
    if not entries:
        raise IngestError(f"{name}: a feed of links, no pages (follow it with: reportedly watch)")
    for entry in entries:
        title = f"<title>{entry.title}</title>" if entry.title else ""
        page = f"<!doctype html><meta charset=utf-8>{title}<article>{entry.body}</article>".encode()
        yield Fetched(
            Capture(entry.url, _digest(page), "text/html; charset=utf-8"), page, hops=(url, entry.url)
        )


def _from_zip(stream: BinaryIO, url: str, name: str, depth: int) -> Iterator[Found]:
    """Read each member; one that unpacks beyond the cap is named, not read."""
    if depth >= _DEEPEST:
        raise IngestError(f"{name}: archives within archives (unpack it and add the parts)")
    try:
        with ZipFile(stream) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()][:_MOST_MEMBERS]
            archived = [info for info in members if info.filename.startswith("archive/")]
            for info in archived or members:  # a WACZ keeps its pages there
                yield from _member(archive, info, f"{url}#{info.filename}", f"{name}/{info.filename}", depth)
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise IngestError(f"{name}: broken zip ({error}; save it again)") from error


def _member(archive: ZipFile, info: ZipInfo, url: str, name: str, depth: int) -> Iterator[Found]:
    if info.file_size > MOST_BYTES * 8:
        yield IngestError(f"{name}: too big once unpacked (unpack it and add the parts)")
        return
    try:
        with archive.open(info) as member:
            body = member.read(MOST_BYTES * 8)
    except (BadZipFile, RuntimeError, zlib.error, EOFError) as error:
        yield IngestError(f"{name}: cannot be unpacked ({error}; unpack it and add the parts)")
        return
    yield from _from_stream(BytesIO(body), url, name, depth + 1)


def _digest(body: bytes) -> str:
    return f"sha256:{sha256(body).hexdigest()}"
