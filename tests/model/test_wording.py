"""Figures, parties and chains print with the same marks everywhere."""

from decimal import Decimal

import pytest

from reportedly.model import Bound, Link, Measure, Quantity, SourceRole, Span, chain, figure


def quantity(words: str, low: int | None, high: int | None, bound: Bound, **more) -> Quantity:
    span = Span(0, len(words))
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Quantity(span, span, words, *ends, bound, **more)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (quantity("at least 10,000", 10_000, None, Bound.AT_LEAST), "≥ 10,000"),
        (quantity("up to 4.8 million", None, 4_800_000, Bound.AT_MOST), "≤ 4.8 M"),
        (quantity("about 7,000", 7000, 7000, Bound.ABOUT), "≈ 7,000"),
        (quantity("over 12", 12, None, Bound.MORE_THAN), "> 12"),
        (quantity("under 3", None, 3, Bound.LESS_THAN), "< 3"),
        (quantity("3 to 4", 3, 4, Bound.RANGE), "3 to 4"),
        (quantity("$61 billion", 61 * 10**9, 61 * 10**9, Bound.EXACT, currency="USD"), "$61 bn"),
        (quantity("12%", 12, 12, Bound.EXACT, measure=Measure.SHARE), "12%"),
        (quantity("dozens", 24, None, Bound.VAGUE, band=(Decimal(24), Decimal(99))), '24–99 "dozens"'),
        (quantity("many", None, None, Bound.NONE), ".."),
        (None, ".."),
    ],
)
def test_a_figure_prints_with_its_bound(read: Quantity | None, printed: str) -> None:
    assert figure(read) == printed


def test_an_unnamed_source_prints_in_brackets_and_an_unknown_one_as_two_dots() -> None:
    outer = Link(SourceRole.ANONYMOUS, words="two officials")
    inner = Link(SourceRole.PASSIVE_UNATTRIBUTED, words="is accused of")
    assert chain((outer, inner)) == "[two officials] ← .."
