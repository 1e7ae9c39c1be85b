"""Links that a page makes where it tells or credits something: the words, and where they lead."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin

from reportedly.model import Block, BlockKind, Hyperlink, Span

_CREDITS = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.EDITOR_NOTE})
_MOST = 2000  # characters of an address


def find_links(
    blocks: Iterable[tuple[Block, Iterable[tuple[int, int, str]]]], base: str, own: str
) -> Iterator[Hyperlink]:
    """Yield the links of the blocks that bear claims or credits, with whole addresses.

    Links within the page itself, and those that are no web address, are none.
    """
    for block, anchors in blocks:
        if block.kind.furniture and block.kind not in _CREDITS:
            continue
        for start, end, href in anchors:
            url = "" if href.startswith("#") else _whole(base, href)
            if url and url != urldefrag(own).url:
                yield Hyperlink(Span(start, end).shift(block.span.start), url)


def _whole(base: str, href: str) -> str:
    try:
        url = urldefrag(urljoin(base, href.strip())).url
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) and len(url) <= _MOST else ""
