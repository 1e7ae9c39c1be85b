"""Where pages come from: files, folders, standard input, addresses."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportedly.errors import IngestError

LARGEST_PAGE = 64 * 1024 * 1024  # bytes; no news page comes near it


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of one page and what is known of them from outside."""

    url: str
    content: bytes
    media_type: str | None = None
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One page to be read: the name a person knows it by, and how to open it."""

    name: str
    open: Callable[[], Body]


def sources(names: Iterable[str], *, stdin: Callable[[], bytes]) -> Iterator[Source]:
    """Yield a source for each file, folder entry, address, or ``-`` for standard input.

    Raises IngestError when iterated over a path that does not exist, or over a
    folder without files.
    """
    for name in names:
        if name == "-":
            yield Source("standard input", lambda: Body("stdin:", stdin()))
        elif name.startswith(("http://", "https://")):
            yield Source(name, _fetching(name))
        else:
            yield from _paths(Path(name))


def _paths(path: Path) -> Iterator[Source]:
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
        if not files:
            yield Source(str(path), _refusing(f"{path}: a folder without pages (name one that has some)"))
        for file in files:
            yield Source(str(file), _reading(file))
    else:
        yield Source(str(path), _reading(path))


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def _reading(path: Path) -> Callable[[], Body]:
    def read() -> Body:
        try:
            if path.stat().st_size > LARGEST_PAGE:
                size = path.stat().st_size // 2**20
                raise IngestError(
                    f"{path}: {size} MB is too large for a page (split it, or name the page itself)"
                )
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise IngestError(f"{path}: no such file (check the name)") from error
        except OSError as error:
            raise IngestError(f"{path}: {error.strerror} (check its permissions)") from error
        return Body(path.resolve().as_uri(), content)

    return read


def _fetching(url: str) -> Callable[[], Body]:
    def read() -> Body:
        from reportedly.ingest import fetch  # noqa: PLC0415 - only addresses need an HTTP client

        fetched = fetch(url)
        return Body(fetched.capture.url, fetched.body, fetched.capture.media_type, fetched.capture.fetched)

    return read


def _refusing(reason: str) -> Callable[[], Body]:
    def read() -> Body:
        raise IngestError(reason)

    return read
