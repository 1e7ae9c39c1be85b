"""Offset fidelity: is every block of the public pages found at its offsets, and by its path in the bytes?

python benchmarks/fidelity.py     (where the benchmark data is; prints a line for each set)
"""

import base64
import sys

from sets import SETS, bench_folder

from reportedly.errors import IngestError
from reportedly.ingest import read_page
from reportedly.ingest.formats.html import parse_html, words_in


def main() -> int:
    """Print how many blocks are found, both ways; the status is 1 where one is not."""
    folder = bench_folder()
    if folder is None:
        print("the benchmark data is not here", file=sys.stderr)
        return 0
    missed = 0
    for each in (each for each in SETS if each.task == "pages"):
        told = [found(base64.b64decode(line["html_b64"]), line["url"]) for line in each.lines(folder)]
        blocks, by_offset, by_path = (sum(column) for column in zip(*told, strict=True))
        missed += 2 * blocks - by_offset - by_path
        print(
            f"{each.name:22}{len(told):5} pages {blocks:7} blocks, by offset {by_offset}, by path {by_path}"
        )
    return int(missed > 0)


def found(body: bytes, url: str) -> tuple[int, int, int]:
    """Return how many blocks a page has, and how many stand where their span and their path say."""
    try:
        document = read_page(body, url=url)
    except IngestError:
        return 0, 0, 0
    root = parse_html(body, document.media_type, url)
    words = [words_in(root, block.path) for block in document.blocks]
    told = [block.span.of(document.text) for block in document.blocks]
    starts = [block.span.start for block in document.blocks]
    by_path = sum(here == there for here, there in zip(words, told, strict=True))
    by_offset = sum(document.text.startswith(w, at) and bool(w) for w, at in zip(words, starts, strict=True))
    return len(document.blocks), by_offset, by_path


if __name__ == "__main__":
    sys.exit(main())
