"""Asks a pipeline for the arcs that claims are read from, in sentences of our own."""

import re
import tomllib
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

Arc = tuple[str, str, str]


def probe(nlp: Language) -> tuple[int, int, list[str]]:
    """Return how many arcs were found, of how many, and what was read instead."""
    found, asked, misses = 0, 0, []
    raw = tomllib.loads(Path(__file__).with_name("probes.toml").read_text("utf-8"))
    for entry in raw["probe"]:
        doc = parse_whole(nlp, entry["text"])
        for word, head, dep in map(_arc, entry["arcs"]):
            token = next(t for t in doc if t.text == word)
            read = (token.head.text, "root" if token.head == token else token.dep_)
            asked += 1
            found += read == (head, dep)
            if read != (head, dep):
                misses.append(f"{entry['text']}\n    {word} > {head}: {dep}, read as > {read[0]}: {read[1]}")
    return found, asked, misses


def parse_whole(nlp: Language, text: str) -> Doc:
    """Parse a text as one sentence."""
    doc = as_one(nlp, text)
    return next(iter(nlp.pipe([doc])))


def as_one(nlp: Language, text: str) -> Doc:
    """Cut a text into words, and forbid the parser to cut it into sentences."""
    doc = nlp.make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _arc(written: str) -> Arc:
    word, head, dep = re.fullmatch(r"(\S+) > (\S+): (\S+)", written).groups()
    return word, head, dep
