"""Whatever a user has, as single pages: archives, mail, feeds and folders of these unpacked."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import IngestError
from reportedly.model import Capture

from .captures.captured import Fetched, digest_of
from .captures.saved import saved_from
from .captures.sniffing import sniff
from .reading import MOST_BYTES

_DEEPEST = 3
_HEAD = 8192
_MOST_INNER = 256 * 1024 * 1024

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
            from .archives.warc_reading import read_warc  # noqa: PLC0415 - archives alone wake its libraries

            yield from read_warc(stream, name)
        elif kind == "application/zip":
            from .archives.zipped import zip_members  # noqa: PLC0415 - zipfile costs 5 ms

            for member, where, label in zip_members(stream, url, name):
                yield from (
                    [member] if isinstance(member, IngestError) else _inside(member, where, label, depth + 1)
                )
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
    if sniff(head) != "application/gzip":
        return stream.read(MOST_BYTES + 1)
    from gzip import GzipFile  # noqa: PLC0415 - only for packed files

    try:
        return GzipFile(fileobj=stream).read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise IngestError(f"{name}: broken gzip ({error}; save it again)") from error


def _from_bytes(body: bytes, url: str, name: str) -> Iterator[Found]:
    kind = sniff(body)
    if kind in ("message/rfc822", "multipart/related"):
        from .formats.mail import visible_part  # noqa: PLC0415 - email costs 15 ms

        content, media_type, place, moment = visible_part(body, url)
        if kind == "message/rfc822":  # kept whole: its headers say whose it is, and what it is called
            content, media_type, place = body, "message/rfc822", url
        yield Fetched(Capture(place, digest_of(content), media_type, moment), content, hops=(url,))
    elif kind == "application/rss+xml":
        yield from _from_feed(body, url, name)
    else:
        origin, saved = saved_from(body) if kind == "text/html" else (None, None)
        yield Fetched(Capture(origin or url, digest_of(body), kind, saved), body, hops=(url,))


def _from_feed(body: bytes, url: str, name: str) -> Iterator[Found]:
    """Yield the pages that a feed carries whole; one that only links has none."""
    from .listings.feeds import read_feed  # noqa: PLC0415 - lxml

    entries = [entry for entry in read_feed(body, url) if entry.body]
    if not entries:
        raise IngestError(f"{name}: a feed of links, no pages (follow it with: reportedly watch)")
    for entry in entries:
        title = f"<title>{entry.title}</title>" if entry.title else ""
        day = f'<meta property="article:published_time" content="{entry.published or ""}">'
        page = f"<!doctype html><meta charset=utf-8>{day}{title}<article>{entry.body}</article>".encode()
        yield Fetched(
            Capture(entry.url, digest_of(page), "text/html; charset=utf-8"), page, hops=(url, entry.url)
        )


def _inside(member: BinaryIO, url: str, name: str, depth: int) -> Iterator[Found]:
    """Read what an archive holds, but not archives within archives without end."""
    from .archives.zipped import unpacking  # noqa: PLC0415 - the same

    if depth >= _DEEPEST:
        yield IngestError(f"{name}: archives within archives (unpack it and add the parts)")
        return
    try:
        with unpacking(name), member:
            packed = sniff(member.read(_HEAD)) == "application/zip"
            member.seek(0)
            inner = BytesIO(member.read(_MOST_INNER)) if packed else member  # a zip is read back and forth
            yield from _from_stream(inner, url, name, depth)
    except IngestError as refusal:
        yield refusal
