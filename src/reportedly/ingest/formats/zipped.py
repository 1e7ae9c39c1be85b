"""Zip archives, WACZ among them: each member once, none beyond its cap."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from reportedly.errors import IngestError

_MOST_MEMBERS = 20_000
_MOST_BYTES = 256 * 1024 * 1024

Member = tuple[bytes | IngestError, str, str]


def zip_members(stream: BinaryIO, url: str, name: str) -> Iterator[Member]:
    """Yield each member's bytes, address and name; one that cannot be read is refused by name."""
    try:
        with ZipFile(stream) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()][:_MOST_MEMBERS]
            archived = [info for info in members if info.filename.startswith("archive/")]
            for info in archived or members:  # a WACZ keeps its pages there
                label = f"{name}/{info.filename}"
                yield _read(archive, info, label), f"{url}#{info.filename}", label
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise IngestError(f"{name}: broken zip ({error}; save it again)") from error


def _read(archive: ZipFile, info: ZipInfo, name: str) -> bytes | IngestError:
    if info.file_size > _MOST_BYTES:
        return IngestError(f"{name}: too big once unpacked (unpack it and add the parts)")
    try:
        with archive.open(info) as member:
            return member.read(_MOST_BYTES)
    except (BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        return IngestError(f"{name}: cannot be unpacked ({error}; unpack it and add the parts)")
