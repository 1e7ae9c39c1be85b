"""Times the whole extraction, parse included, beside spaCy's bare pipeline, in one run.

    python benchmarks/speed/extraction.py [DOCUMENTS.jsonl]

Documents are lines of the ``claims`` task; without a file, those of the benchmark. The peer is the
spaCy pipeline of our own weights with every component on, run bare over each document's whole text, as
spaCy runs it: no claims, no records of ours. Both take turns page by page, so that a busy machine slows
both, and of each page the quickest of three rounds counts; printed are CPU seconds, the share of the
parser (the gate in front of it included) in ours, and the ratio.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sets import SETS, bench_folder
from tasks.claims import page

from reportedly.backends import BiaffineParser
from reportedly.backends.spacy_parser import SHIPPED
from reportedly.backends.waking import wake
from reportedly.extract import find_claims, make_gate
from reportedly.frames import load_frames
from reportedly.lexicon import load_actors, load_items
from reportedly.model import Document, Parse

ROUNDS = 3
MOST = 60  # documents, so that a run stays short
Work = Callable[[Document], object]


def documents(arguments: Sequence[str]) -> Iterator[Document]:
    """Yield the documents to read."""
    if arguments:
        lines = Path(arguments[0]).read_text("utf-8").splitlines()
        yield from (page(json.loads(line)) for line in lines if line.strip())
        return
    folder = bench_folder()
    if folder is None:
        print("no benchmark data (put it in ../shared/bench, or name a file of documents)")
        return
    for bench in SETS:
        if bench.task == "claims":
            yield from (page(line) for line in islice(bench.lines(folder), MOST // 2))


def spent(work: Work, document: Document) -> float:
    """Return the CPU seconds that some work takes on a document."""
    start = process_time()
    work(document)
    return process_time() - start


def least(works: Sequence[Work], pages: Sequence[Document]) -> list[float]:
    """Return what each work takes on all pages, of each page the quickest round.

    They take turns page by page, so that whatever slows the machine slows all.
    """
    rounds = [[[spent(work, page) for work in works] for page in pages] for _ in range(ROUNDS)]
    return [sum(min(taken[n][w] for taken in rounds) for n in range(len(pages))) for w in range(len(works))]


def main(arguments: Sequence[str]) -> None:
    """Print the CPU seconds of both, and how many times as fast ours is."""
    pages = tuple(documents(arguments))
    if not pages:
        return
    frames, actors, items = load_frames(), load_actors(), load_items()
    engine, parser = wake(SHIPPED), BiaffineParser(gate=make_gate(frames, items))
    read = partial(find_claims, frames=frames, actors=actors, items=items)
    parsed: dict[str, Parse] = {}
    works: tuple[Work, ...] = (
        lambda document: engine(document.text),
        lambda document: parsed.update({document.id: parser.parse(document)}),
        lambda document: list(read(document, parsed[document.id])),
    )
    for work in works:
        work(pages[0])
    bare, parsing, reading = least(works, pages)
    ours = parsing + reading
    words = sum(len(document.text.split()) for document in pages)
    print(f"spaCy, bare    {bare:7.2f} CPU-s   {words / bare:8.0f} words/CPU-s")
    print(
        f"reportedly     {ours:7.2f} CPU-s   {words / ours:8.0f} words/CPU-s   ({parsing / ours:.0%} parsing)"
    )
    print(f"ours is {bare / ours:.2f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1:])
