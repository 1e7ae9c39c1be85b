"""Laws of the records: they round-trip, ids say where, bounds behave."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Bound, Quantity, Span, claim_id, decode, encode

from . import records

ALL = [
    records.quantities(), records.periods(), records.mentions, records.expressions, records.links,
    records.voices, records.claims, records.documents, records.parses, records.captures, records.reviews,
]  # fmt: skip


@given(st.one_of(*ALL))
def test_law_4_decoding_what_was_encoded_gives_the_record_back(record: object) -> None:
    assert decode(type(record), encode(record)) == record


@given(records.claims, records.claims)
def test_law_3_an_id_says_where_a_claim_stands_not_what_we_make_of_it(claim, other) -> None:
    place = claim.document, claim.kind, claim.evidence.span
    reread = replace(other, document=place[0], kind=place[1], evidence=replace(other.evidence, span=place[2]))
    assert claim_id(*place) == claim_id(reread.document, reread.kind, reread.evidence.span)


@given(records.spans, records.spans)
def test_law_3_other_places_have_other_ids(a: Span, b: Span) -> None:
    assert (claim_id("d", "transfer", a) == claim_id("d", "transfer", b)) == (a == b)


@given(records.quantities(), records.quantities())
def test_law_5_compatible_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert a.compatible(b) == b.compatible(a)


@given(records.quantities())
def test_law_5_every_quantity_is_compatible_with_itself(a: Quantity) -> None:
    assert a.compatible(a)


@given(records.quantities(), records.quantities(), records.amounts)
def test_law_5_widening_a_bound_never_makes_a_conflict(a: Quantity, b: Quantity, by) -> None:
    if not a.compatible(b):
        return
    wider = replace(
        a,
        low=None if a.low is None else max(a.low - by, a.low - a.low),
        high=None if a.high is None else a.high + by,
        bound=Bound.ABOUT if a.bound is Bound.EXACT else a.bound,
    )
    assert wider.compatible(b)


@pytest.mark.parametrize("width", [0, 1, 40])
def test_a_span_never_runs_backwards(width: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(width + 1, width)
