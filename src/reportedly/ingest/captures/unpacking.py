"""Bodies unpacked as they come, and never beyond their cap."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from reportedly.errors import FetchError

_CHUNK = 1 << 18


def read_capped(chunks: Iterable[bytes], encoding: str | None, most: int, url: str) -> bytes:
    """Read a body, unpacking as it comes; stop at the cap, counted after unpacking."""
    unpack = _unpacker((encoding or "identity").strip().lower(), url)
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        for piece in unpack(chunk):
            size += len(piece)
            if size > most:
                raise FetchError(
                    f"{url}: more than {most // 1024} KB (save the part you need and add the file)"
                )
            pieces.append(piece)
    return b"".join(pieces)


def _unpacker(encoding: str, url: str) -> Callable[[bytes], Iterator[bytes]]:
    if encoding in ("identity", ""):
        return lambda chunk: iter((chunk,))
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"{url}: packed as {encoding}, which was not asked for (save the page and add the file)"
        )
    engine = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def unpack(chunk: bytes) -> Iterator[bytes]:
        while chunk:
            try:
                piece = engine.decompress(chunk, _CHUNK)
            except zlib.error as error:
                raise FetchError(f"{url}: broken {encoding} ({error}; try again later)") from error
            yield piece
            chunk = engine.unconsumed_tail

    return unpack
