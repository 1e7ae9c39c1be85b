"""Where pages come from: files, folders, standard input, addresses, and archives of these."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportedly.errors import IngestError
from reportedly.ingest import Fetched, fetch, read_any, unpack

Found = Fetched | IngestError


@dataclass(frozen=True, slots=True)
class Source:
    """What a person named, and how to open it: one page, or as many as an archive holds."""

    name: str
    open: Callable[[], Iterator[Found]]


def sources(
    names: Iterable[str], *, stdin: Callable[[], bytes], now: Callable[[], datetime] | None = None
) -> Iterator[Source]:
    """Yield a source for each file, each file in a folder, address, or ``-`` for standard input.

    ``now`` tells the moment that a capture from the web will bear.
    """
    for name in names:
        if name == "-":
            yield Source("standard input", lambda: unpack(stdin(), url="stdin:"))
        elif name.startswith(("http://", "https://")):
            yield Source(name, _fetching(name, now))
        else:
            yield from _paths(Path(name))


def _paths(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield Source(str(path), _reading(path))
        return
    files = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
    if not files:
        yield Source(str(path), _refusing(f"{path}: a folder without pages (name one that has some)"))
    for file in files:
        yield Source(str(file), _reading(file))


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def _reading(path: Path) -> Callable[[], Iterator[Found]]:
    return lambda: read_any(path)


def _fetching(url: str, now: Callable[[], datetime] | None) -> Callable[[], Iterator[Found]]:
    def fetched() -> Iterator[Found]:
        yield fetch(url, at=now() if now else None)

    return fetched


def _refusing(reason: str) -> Callable[[], Iterator[Found]]:
    return lambda: iter((IngestError(reason),))
