"""The sample pages that ship with the package."""

import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files

from reportedly.ingest import unpack

from .sources import Found, Source


def sample_sources() -> Iterator[Source]:
    """Yield the sample pages in the order they were published."""
    folder = files("reportedly") / "samples"
    index = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))
    for page in index["page"]:
        name, url = str(page["file"]), str(page["url"])
        yield Source(name, _opening((folder / name).read_bytes, url))


def _opening(read: Callable[[], bytes], url: str) -> Callable[[], Iterator[Found]]:
    return lambda: unpack(read(), url=url)
