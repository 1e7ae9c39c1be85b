"""Zip archives, WACZ among them: each member once, read as a stream, none beyond its cap."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from reportedly.errors import IngestError

_MOST_MEMBERS = 20_000
_MOST_BYTES = 64 * 1024 * 1024 * 1024  # a web archive may be long: it is read record by record

Member = tuple[BinaryIO | IngestError, str, str]


def zip_members(stream: BinaryIO, url: str, name: str) -> Iterator[Member]:
    """Yield each member as a stream, with its address and name; a broken one is refused by name."""
    try:
        with ZipFile(stream) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()][:_MOST_MEMBERS]
            archived = [info for info in members if info.filename.startswith("archive/")]
            for info in archived or members:  # a WACZ keeps its pages there
                label = f"{name}/{info.filename}"
                yield _opened(archive, info, label), f"{url}#{info.filename}", label
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise IngestError(f"{name}: broken zip ({error}; save it again)") from error


def _opened(archive: ZipFile, info: ZipInfo, name: str) -> BinaryIO | IngestError:
    if info.file_size > _MOST_BYTES:
        return IngestError(f"{name}: too big once unpacked (unpack it and add the parts)")
    try:
        with unpacking(name):
            return cast("BinaryIO", archive.open(info))
    except IngestError as refusal:
        return refusal


@contextmanager
def unpacking(name: str) -> Iterator[None]:
    """Refuse, by its name, a member that turns out broken or locked while it is read."""
    try:
        yield
    except (BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise IngestError(f"{name}: cannot be unpacked ({error}; unpack it and add the parts)") from error
