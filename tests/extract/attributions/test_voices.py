"""Our own passages, over all the domains: the chain and the voice of one word in each."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.attributions import find_attributions
from reportedly.extract.mentions import find_mentions
from reportedly.extract.modality import read_voice
from reportedly.lexicon import load_actors
from reportedly.model import Attribution, Block, BlockKind, Document, Link, Reading, Sentence, Span

PROBES = Path(__file__).resolve().parents[2] / "probes" / "voices.toml"


def probes():
    tables = tomllib.loads(PROBES.read_text("utf-8"))
    for domain, rows in tables.items():
        for number, row in enumerate(rows, 1):
            yield pytest.param(row, id=f"{domain}-{number}-{row['of']}")


@cache
def parser() -> BiaffineParser:
    return BiaffineParser()


def document_of(row) -> Document:
    text, start, blocks = row["text"], 0, []
    for paragraph in text.split("\n\n"):
        kind = BlockKind.HEADLINE if row.get("headline") else BlockKind.BODY
        blocks.append(Block(kind, Span(start, start + len(paragraph)), f"char={start}"))
        start += len(paragraph) + 2
    readings = [Reading("published", "2024-06-16", "test")]
    if "title" in row:
        readings.append(Reading("title", row["title"], "test"))
    return Document("d", "https://example.org", "", "text/plain", text, tuple(blocks), tuple(readings))


def read(row) -> tuple[Attribution | None, Sentence, int]:
    """Return the innermost saying over the word that is asked about, with its place."""
    document = document_of(row)
    parse = parser().parse(document)
    mentions = find_mentions(document, parse, load_actors())
    found = find_attributions(document, parse, mentions)
    sentence, at = next(
        (s, i) for s in parse.sentences for i, t in enumerate(s.tokens) if t.text == row["of"]
    )
    span = sentence.tokens[at].span
    over = [a for a in found if any(c.holds(span) for c in a.content)]
    return max(over, key=lambda a: len(a.chain), default=None), sentence, at


def name(link: Link) -> str:
    if link.actor is not None:
        return link.actor.name
    return link.words or "?"


def plain(words: str) -> str:
    return words.lower().removeprefix("the ")


@pytest.mark.engine
@pytest.mark.parametrize("row", probes())
def test_chain(row):
    if row.get("skip_chain"):
        pytest.skip("only the voice is asked for")
    said, _, _ = read(row)
    chain = said.chain if said else ()
    assert [plain(name(link)) for link in chain] == [plain(words) for words in row["chain"]]
    for key in ("addressee", "occasion"):
        if key in row:
            assert getattr(chain[-1], key) == row[key]
    if row.get("carried"):
        assert chain[-1].carried


@pytest.mark.engine
@pytest.mark.parametrize("row", probes())
def test_voice(row):
    if row.get("skip_voice"):
        pytest.skip("only the chain is asked for")
    said, sentence, at = read(row)
    voice = read_voice(sentence, at, said.chain[-1] if said else None)
    assert voice.modality == row["voice"]
    assert voice.polarity == row.get("polarity", "positive")
    if "stage" in row:
        assert voice.stage == row["stage"]
    if "certainty" in row:
        assert voice.certainty == row["certainty"]
    assert voice.unverified == row.get("unverified", False)


def test_there_are_enough_passages():
    assert sum(1 for _ in probes()) >= 150
