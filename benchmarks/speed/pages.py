"""Pages per CPU-second: our whole reading beside trafilatura's text alone, in one run.

python benchmarks/speed/pages.py INPUT.jsonl     (lines of the `pages` task)
"""

import base64
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from reportedly.errors import IngestError
from reportedly.ingest import read_page

Page = tuple[str, bytes]


def main(arguments: list[str]) -> int:
    """Print a line for each reader; each has read one page before the clock starts."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    lines = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines() if line.strip()]
    pages = [(line["url"], base64.b64decode(line["html_b64"])) for line in lines]
    for name, read in (("reportedly, whole document", ours), ("trafilatura, text alone", theirs)):
        print(f"{name:30} {speed(read, pages):6.1f} pages per CPU-second ({len(pages)} pages)")
    return 0


def speed(read: Callable[[Page], object], pages: list[Page]) -> float:
    """Return how many pages a second of this process's CPU reads."""
    read(pages[0])
    begun = time.process_time()
    for page in pages:
        read(page)
    return len(pages) / (time.process_time() - begun)


def ours(page: Page) -> object:
    """Read the whole document: text, blocks, metadata; a refusal counts as read."""
    try:
        return read_page(page[1], url=page[0])
    except IngestError as refusal:
        return refusal


def theirs(page: Page) -> object:
    """Extract the text with trafilatura's default settings."""
    return trafilatura.extract(page[1], url=page[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
