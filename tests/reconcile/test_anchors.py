"""A claim finds its words again after the offsets have moved."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import BlockKind, Evidence, Span
from reportedly.reconcile import anchor


def evidence(text: str, span: Span) -> Evidence:
    return Evidence(
        span.of(text),
        text[max(0, span.start - 32) : span.start],
        text[span.end : span.end + 32],
        span,
        BlockKind.BODY,
        "/p",
    )


words = st.text("abc ", min_size=1, max_size=60)


@given(words, st.data(), st.text("xyz\n", max_size=40))
def test_law_3_words_that_moved_together_are_found_where_they_moved(text: str, data, before: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    moved = anchor(evidence(text, span), before + text)
    assert moved is None or moved.of(before + text) == span.of(text)


def test_the_prefix_tells_two_equal_quotes_apart() -> None:
    text = "in May 40 trucks left; in June 40 trucks came back"
    june = Span(text.index("40 trucks came"), text.index("40 trucks came") + 9)
    moved = "An update. " + text
    found = anchor(evidence(text, june), moved)
    assert found == june.shift(11)


def test_words_that_are_gone_are_not_found() -> None:
    text = "at least 40 trucks left"
    assert anchor(evidence(text, Span(9, 18)), "at least 60 trucks left") is None


def test_two_places_that_fit_equally_are_left_open() -> None:
    found = anchor(Evidence("40", "", "", Span(90, 92), BlockKind.BODY, "/p"), "40 and 40")
    assert found is None
