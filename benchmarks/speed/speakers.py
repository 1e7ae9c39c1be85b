"""Times names, sources and voices on top of the parse, on the same documents in the same run.

    python benchmarks/speed/speakers.py [FOLDER]

Documents are the sample pages that ship, or the pages of a folder. Both readers' parsers take turns
with what is read off their trees; printed are CPU seconds and the share of the parser's own. Every
verb is asked for its voice, three times as many as there are claims. A tree that has
been grown once is kept, as for every reader of a page, and its growing counts to the reading.
"""

import sys
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from time import process_time

from reportedly.backends import BiaffineParser, SpacyParser
from reportedly.extract import find_attributions, find_mentions, read_voice
from reportedly.extract.tree import grow
from reportedly.ingest import read_page
from reportedly.lexicon import load_actors
from reportedly.model import Document, Parse
from reportedly.plugins import Parser

ROUNDS = 5
MOST = 0.15  # of the parser's own time


def documents(arguments: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents to read."""
    if arguments:
        named = sorted(f for f in Path(arguments[0]).rglob("*") if f.is_file())
        return tuple(read_page(f.read_bytes(), url=f.resolve().as_uri()) for f in named)
    folder = Path(str(files("reportedly"))) / "samples"
    pages = tomllib.loads((folder / "index.toml").read_text("utf-8"))["page"]
    return tuple(read_page((folder / page["file"]).read_bytes(), url=page["url"]) for page in pages)


def read(document: Document, parse: Parse) -> int:
    """Read who is named, who says what, and every voice; return how many there were."""
    mentions = find_mentions(document, parse, load_actors())
    found = find_attributions(document, parse, mentions)
    asked = 0
    for sentence in parse.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.pos == "VERB":
                read_voice(sentence, at)
                asked += 1
    return len(mentions) + len(found) + asked


def measure(parser: Parser, pages: Sequence[Document]) -> tuple[float, float]:
    """Return the CPU seconds of the parser, and of all that is read off its trees."""
    read(pages[0], parser.parse(pages[0]))
    parsing = reading = 0.0
    for _ in range(ROUNDS):
        for page in pages:
            begun = process_time()
            parse = parser.parse(page)
            parsed = process_time()
            grow.cache_clear()
            read(page, parse)
            parsing, reading = parsing + parsed - begun, reading + process_time() - parsed
    return parsing, reading


def main(arguments: Sequence[str]) -> int:
    """Print the share of each reader's parser; fail where the shipped one's is over the bar."""
    pages = documents(arguments)
    words = sum(len(page.text.split()) for page in pages)
    print(f"{len(pages)} documents, {words} words, {ROUNDS} rounds")
    shares: dict[str, float] = {}
    for parser in (BiaffineParser(), SpacyParser()):
        parsing, reading = measure(parser, pages)
        shares[parser.name] = reading / parsing
        print(
            f"{parser.name:<10} parse {parsing:6.2f} CPU-s   names, sources, voices {reading:6.2f} CPU-s"
            f"   {reading / parsing:.1%} of the parse"
        )
    return int(shares["biaffine"] > MOST)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
