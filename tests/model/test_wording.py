"""Figures, parties and chains print with the same marks everywhere."""

from decimal import Decimal

import pytest

from reportedly.model import (
    BlockKind,
    Bound,
    Claim,
    Evidence,
    Link,
    Measure,
    Quantity,
    Section,
    SourceRole,
    Span,
    chain,
    counted,
    figure,
)


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


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (quantity("Nine", 9, 9, Bound.EXACT, unit="person"), "people"),
        (quantity("one", 1, 1, Bound.EXACT, unit="person"), "person"),
        (quantity("at least one", 1, None, Bound.AT_LEAST, unit="person"), "people"),
        (None, ""),
    ],
)
def test_those_whom_no_noun_names_are_people(read: Quantity | None, printed: str) -> None:
    evidence = Evidence("nine", "", "", Span(0, 4), BlockKind.BODY, "")
    claim = Claim("id", "page", "casualty", Section.BODY, evidence, "rules", 1.0, quantity=read)
    assert counted(claim) == printed
