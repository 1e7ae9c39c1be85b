"""Asks a parser for the arcs that claims are read from, in sentences of our own."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from reportedly.backends.sentencewise import SentencewiseParser
from reportedly.model import Span, Token

Arc = tuple[str, str, str]


def probe(parser: SentencewiseParser) -> tuple[int, int, list[str]]:
    """Return how many arcs were found, of how many, and what was read instead."""
    found, asked, misses = 0, 0, []
    raw = tomllib.loads(Path(__file__).with_name("probes.toml").read_text("utf-8"))
    for entry in raw["probe"]:
        tokens = read_whole(parser, entry["text"])
        for word, head, dep in map(_arc, entry["arcs"]):
            token = next(t for t in tokens if t.text == word)
            read = (tokens[token.head].text, token.dep)
            asked += 1
            found += read == (head, dep)
            if read != (head, dep):
                misses.append(f"{entry['text']}\n    {word} > {head}: {dep}, read as > {read[0]}: {read[1]}")
    return found, asked, misses


def read_whole(parser: SentencewiseParser, text: str) -> Sequence[Token]:
    """Read a text as one sentence."""
    (sentence,) = parser.read_sentences(text, [(0, Span(0, len(text)))])
    return sentence.tokens


def _arc(written: str) -> Arc:
    word, head, dep = re.fullmatch(r"(\S+) > (\S+): (\S+)", written).groups()
    return word, head, dep
