from concurrent.futures import ThreadPoolExecutor
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.backends import BiaffineParser
from reportedly.backends.sentencewise import WEIGHTS
from reportedly.errors import ParserError
from reportedly.model import Block, BlockKind, Document, Span

pytestmark = pytest.mark.engine


def page(*blocks, between="\n\n"):
    """Build a document from the words of its blocks."""
    text, placed = "", []
    for words in blocks:
        placed.append(Block(BlockKind.BODY, Span(len(text), len(text) + len(words)), ""))
        text += words + between
    return Document("id", "https://example.org", "sha256:0", "text/plain", text, tuple(placed))


@pytest.fixture(scope="module")
def parser():
    return BiaffineParser()


def arcs(parser, words):
    (sentence,) = parser.parse(page(words)).sentences
    return {t.text: (t.dep, sentence.tokens[t.head].text) for t in sentence.tokens}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The ministry said that Russia had received 9,000 containers from North Korea.",
            {"ministry": ("nsubj", "said"), "received": ("ccomp", "said"), "9,000": ("nummod", "containers")},
        ),
        (
            "At least 17 people were killed by a drone strike in Kharkiv, the governor said.",
            {
                "people": ("nsubj:pass", "killed"),
                "strike": ("obl:agent", "killed"),
                "governor": ("nsubj", "said"),
            },
        ),
        (
            "According to a count by the agency, rebels seized 40 lorries.",
            {"rebels": ("nsubj", "seized"), "lorries": ("obj", "seized"), "count": ("obl", "seized")},
        ),
        (
            "Officials told Reuters it was over.",
            {"Reuters": ("iobj", "told"), "Officials": ("nsubj", "told")},
        ),
    ],
)
def test_it_sees_who_did_what(parser, words, expected):
    read = arcs(parser, words)
    assert {word: read[word] for word in expected} == expected


def test_tokens_stand_where_the_page_has_them(parser):
    document = page("Two\n  ships,  it said,\tcarried 152-mm shells.")
    for sentence in parser.parse(document).sentences:
        for token in sentence.tokens:
            assert document.text[token.span.start : token.span.end] == token.text


def test_a_sentence_is_read_the_same_in_any_company(parser):
    words = "Seoul believes that 7,000 containers were sent."
    alone = parser.parse(page(words)).sentences[0]
    beside = parser.parse(page(words, "Nobody at the ministry, which was closed, answered questions."))
    assert beside.sentences[0] == alone


def test_an_endless_sentence_is_read_in_portions_under_one_root(parser):
    words = " ".join(["tents, blankets, stoves, radios,"] * 120) + " and flour were sent."
    (sentence,) = parser.parse(page(words)).sentences
    assert [t.head for i, t in enumerate(sentence.tokens) if t.head == i] == [
        i for i, t in enumerate(sentence.tokens) if t.dep == "root"
    ]
    assert sum(t.dep == "root" for t in sentence.tokens) == 1


@given(
    st.lists(
        st.sampled_from(["said", "4.8", "“", "”", "(", "é", "—", "Gen.", " ", "\n", "Korea", "한국"]),
        max_size=20,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_text_gives_trees_with_one_root(words):
    for sentence in _SHARED.parse(page(" ".join(words))).sentences:
        roots = [i for i, t in enumerate(sentence.tokens) if t.head == i]
        assert len(roots) == 1
        assert sentence.tokens[roots[0]].dep == "root"


_SHARED = BiaffineParser()


def test_two_threads_may_share_a_parser(parser):
    documents = [page(f"Tirania sent {n} tents to Borduria, officials said.") for n in range(20, 40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parser.parse, documents)) == [parser.parse(d) for d in documents]


def test_a_gate_keeps_sentences_out(parser):
    gated = parser.behind(lambda page, places: [p for p in places if "9" in p[1].of(page.text)])
    document = page("Nobody spoke. They sent 9 tents.")
    whole, part = parser.parse(document), gated.parse(document)
    assert part.sentences == whole.sentences[1:]
    assert part.parser == f"{whole.parser} behind a gate"


def test_the_parse_names_its_parser(parser):
    assert parser.parse(page("A word.")).parser == f"biaffine {parser.version}"


def test_a_folder_without_weights_is_named(tmp_path):
    with pytest.raises(ParserError, match=r"meta\.json: no weights here"):
        BiaffineParser(model=tmp_path).parse(page("A word."))


def test_broken_weights_are_named(tmp_path):
    broken = copytree(WEIGHTS / "biaffine", tmp_path / "broken")
    (broken / "network.onnx").write_bytes(b"no network")
    with pytest.raises(
        ParserError, match=r"network\.onnx: cannot load this network: .*install Reportedly again"
    ):
        BiaffineParser(model=broken).parse(page("A word."))
