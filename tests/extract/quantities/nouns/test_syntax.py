"""A parse fills in the nouns that plain words leave open."""

import pytest

from reportedly.extract.quantities import find_quantities
from reportedly.model import Block, BlockKind, Document, Parse, Sentence, Span, Token

Row = tuple[str, str, str, int]


def parsed(text: str, rows: list[Row]) -> Parse:
    """Build a one-sentence parse from (word, part of speech, relation, head)."""
    tokens, at = [], 0
    for word, pos, dep, head in rows:
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(Span(start, at), word, word.lower(), pos, "", dep, head))
    return Parse("doc", "by hand", (Sentence(Span(0, len(text)), tuple(tokens), 0),))


def unit(text: str, rows: list[Row]) -> str | None:
    (figure,) = find_quantities(text, parse=parsed(text, rows))
    return figure.unit


def test_the_noun_a_figure_is_said_to_be():
    text = "The other seven were passengers."
    rows = [
        ("The", "DET", "det", 2),
        ("other", "ADJ", "amod", 2),
        ("seven", "NUM", "nsubj", 4),
        ("were", "AUX", "cop", 4),
        ("passengers", "NOUN", "root", 4),
    ]
    assert unit(text, rows) == "passenger"


def test_the_noun_governs_across_a_gap():
    text = "It sent 40 brand new, if rusty, armoured vehicles."
    rows = [
        ("It", "PRON", "nsubj", 1),
        ("sent", "VERB", "root", 1),
        ("40", "NUM", "nummod", 10),
        ("brand", "NOUN", "compound", 10),
        ("new", "ADJ", "amod", 10),
        (",", "PUNCT", "punct", 7),
        ("if", "SCONJ", "mark", 7),
        ("rusty", "ADJ", "advcl", 10),
        (",", "PUNCT", "punct", 7),
        ("armoured", "ADJ", "amod", 10),
        ("vehicles", "NOUN", "obj", 1),
    ]
    assert unit(text, rows) == "armoured vehicle"


def test_the_subject_of_suffering_is_a_person():
    text = "Of those aboard, 12 soon after died."
    rows = [
        ("Of", "ADP", "case", 1),
        ("those", "PRON", "obl", 7),
        ("aboard", "ADV", "advmod", 1),
        (",", "PUNCT", "punct", 7),
        ("12", "NUM", "nsubj", 7),
        ("soon", "ADV", "advmod", 7),
        ("after", "ADV", "fixed", 5),
        ("died", "VERB", "root", 7),
    ]
    assert unit(text, rows) == "person"


def test_a_noun_already_read_is_kept():
    text = "It sent 40 tanks."
    rows = [
        ("It", "PRON", "nsubj", 1),
        ("sent", "VERB", "root", 1),
        ("40", "NUM", "nummod", 3),
        ("tanks", "NOUN", "obj", 1),
    ]
    assert unit(text, rows) == "tank"


def test_text_outside_the_parse_is_read_from_its_words():
    text = "They fled. It sent 40 tanks and 12."
    empty = Parse("doc", "by hand", ())
    assert [q.unit for q in find_quantities(text, parse=empty)] == [q.unit for q in find_quantities(text)]


@pytest.mark.engine
def test_the_engine_and_the_words_agree_where_words_suffice():
    from reportedly.backends import BiaffineParser  # noqa: PLC0415 - only where the engine is wanted

    text = (
        "No fewer than 10,000 containers left port. At least 12 were killed. The other seven were passengers."
    )
    blocks = (Block(BlockKind.BODY, Span(0, len(text)), "char=0"),)
    parse = BiaffineParser().parse(Document("doc", "u", "d", "text/plain", text, blocks))
    assert [q.unit for q in find_quantities(text, parse=parse)] == ["container", "person", "passenger"]
