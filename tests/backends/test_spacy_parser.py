from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.backends import SpacyParser
from reportedly.errors import ParserError
from reportedly.model import Block, BlockKind, Document, Span

pytestmark = pytest.mark.engine


def page(*blocks, kind=BlockKind.BODY, between="\n\n"):
    """Build a document from the words of its blocks; a pair names its own kind."""
    pairs = [block if isinstance(block, tuple) else (kind, block) for block in blocks]
    text, placed = "", []
    for own, words in pairs:
        placed.append(Block(own, Span(len(text), len(text) + len(words)), ""))
        text += words + between
    return Document("id", "https://example.org", "sha256:0", "text/plain", text, tuple(placed))


@pytest.fixture(scope="module")
def parser():
    return SpacyParser()


def read(parser, words):
    (sentence,) = parser.parse(page(words)).sentences
    return sentence


def arc(sentence, word):
    """Return (relation, head) of a word, as a reader would write them down."""
    token = next(t for t in sentence.tokens if t.text == word)
    return token.dep, sentence.tokens[token.head].text


@pytest.mark.parametrize(
    ("words", "arcs"),
    [
        (
            "The ministry said that Russia had received 9,000 containers from North Korea.",
            {
                "said": ("root", "said"),
                "ministry": ("nsubj", "said"),
                "received": ("ccomp", "said"),
                "Russia": ("nsubj", "received"),
                "containers": ("obj", "received"),
                "9,000": ("nummod", "containers"),
            },
        ),
        (
            "At least 17 people were killed by a drone strike in Kharkiv, the governor said.",
            {
                "people": ("nsubj:pass", "killed"),
                "were": ("aux:pass", "killed"),
                "strike": ("obl:agent", "killed"),
                "17": ("nummod", "people"),
                "governor": ("nsubj", "said"),
            },
        ),
        (
            "“They will pay for this,” President Bello told reporters on Monday.",
            {"told": ("root", "told"), "pay": ("ccomp", "told"), "They": ("nsubj", "pay")},
        ),
        (
            "Tirania has promised to send tanks to Borduria.",
            {"promised": ("root", "promised"), "send": ("xcomp", "promised"), "tanks": ("obj", "send")},
        ),
        (
            "The ship, which carried 152-mm shells, did not reach the port.",
            {"carried": ("acl:relcl", "ship"), "shells": ("obj", "carried"), "reach": ("root", "reach")},
        ),
    ],
)
def test_news_sentences_stand_on_the_right_heads(parser, words, arcs):
    sentence = read(parser, words)
    assert {word: arc(sentence, word) for word in arcs} == arcs


@pytest.mark.parametrize(
    ("words", "lemmas"),
    [
        ("Officials said that two soldiers were killed.", ["say", "be", "kill"]),
        ("He told reporters that Kyiv has received tanks.", ["tell", "have", "receive"]),
        ("SEOUL DENIED THE CLAIM", ["deny"]),
    ],
)
def test_verbs_come_with_their_lemma(parser, words, lemmas):
    sentence = read(parser, words)
    assert [t.lemma for t in sentence.tokens if t.pos in {"VERB", "AUX"}] == lemmas


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("152-mm shells", ["152", "-", "mm", "shells"]),
        ("Russia’s F-16s won’t fly", ["Russia", "’s", "F", "-", "16s", "wo", "n’t", "fly"]),
        ("10–15 km and £5bn", ["10", "–", "15", "km", "and", "£", "5", "bn"]),
        ("re-elected in mid-June", ["re-elected", "in", "mid-June"]),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(parser, words, tokens):
    assert [t.text for t in read(parser, words).tokens] == tokens


@pytest.mark.parametrize(
    "words",
    [
        "Two  blanks,\ta tab and\u00a0a hard\u2009blank were 10\u00a0000 times counted.",
        " “Quoted” ",
        "An emoji 🚀 flew, naïvely; 中文 too.",
    ],
)
def test_every_token_stands_where_its_words_stand(parser, words):
    document = page("First block.", words)
    parse = parser.parse(document)
    for sentence in parse.sentences:
        for token in sentence.tokens:
            assert token.span.of(document.text) == token.text != ""
            assert not any(c.isspace() for c in token.text)
            assert sentence.span.holds(token.span)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_at_all_keeps_the_laws(blocks):
    document = page(*blocks)
    for sentence in SHARED.parse(document).sentences:
        block = document.blocks[sentence.block]
        assert block.span.holds(sentence.span)
        assert sum(t.head == i for i, t in enumerate(sentence.tokens)) == 1
        assert "".join(t.text for t in sentence.tokens) == "".join(sentence.span.of(document.text).split())
        for token in sentence.tokens:
            assert token.span.of(document.text) == token.text
            assert 0 <= token.head < len(sentence.tokens)


SHARED = SpacyParser()


def test_sentences_never_cross_blocks(parser):
    document = page("The army said it had", "killed nobody", kind=BlockKind.LIST, between="\n")
    sentences = parser.parse(document).sentences
    assert [(s.block, s.span.of(document.text)) for s in sentences] == [
        (0, "The army said it had"),
        (1, "killed nobody"),
    ]


def test_one_sentence_has_one_root_however_it_is_written(parser):
    sentence = read(parser, "Seoul: no comment; Moscow: silence; Kyiv: 44 dead, 9 missing")
    assert [t.dep for t in sentence.tokens].count("root") == 1


def test_furniture_is_not_parsed(parser):
    document = page((BlockKind.HEADLINE, "Shells arrive"), (BlockKind.NAVIGATION, "Home News"), "They came.")
    assert [s.block for s in parser.parse(document).sentences] == [0, 2]


def test_a_gate_keeps_sentences_out():
    gated = SpacyParser(gate=lambda page, places: [p for p in places if "9" in p[1].of(page.text)])
    document = page("He came. He saw 9 ships. He left.")
    assert [s.span.of(document.text) for s in gated.parse(document).sentences] == ["He saw 9 ships."]


def test_one_bad_block_never_stops_a_page(parser, caplog):
    monster = "x" * 1_000_001
    document = page("The first block.", monster, "The last block.")
    assert [s.block for s in parser.parse(document).sentences] == [0, 2]
    assert "block left out" in caplog.text


def test_the_same_page_gives_the_same_parse(parser):
    document = page("Tirania sent 9,000 tents to Borduria, officials said.", "More followed.")
    assert parser.parse(document) == SpacyParser().parse(document)


def test_two_threads_may_share_a_parser(parser):
    documents = [page(f"Tirania sent {n} tents to Borduria, officials said.") for n in range(20, 40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parser.parse, documents)) == [parser.parse(d) for d in documents]


def test_a_page_without_words_gives_no_sentence(parser):
    assert parser.parse(page()).sentences == ()


def test_the_parse_names_its_parser(parser):
    assert parser.parse(page("A word.")).parser == f"spacy {parser.version}"
    assert parser.version.startswith("en_reportedly_news-")


def test_a_folder_without_weights_is_named(tmp_path):
    with pytest.raises(ParserError, match=r"meta\.json: no weights here"):
        SpacyParser(model=tmp_path).parse(page("A word."))


def test_spacy_keeps_its_command_line(parser):
    parser.parse(page("A word."))
    assert import_module("spacy.cli").__file__
    assert callable(import_module("spacy.cli.info").info)
