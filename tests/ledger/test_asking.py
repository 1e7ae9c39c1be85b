"""What a person types and how lists are told: search, order, capped counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.ledger import ClaimFilter, Ledger, Order

from ..building import claims, page


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    found = Ledger.open(tmp_path_factory.mktemp("asking") / "ledger.db")
    body, capture, document = page()
    found.archive.keep(body)
    found.add(capture, document, claims(document), extractor="by hand")
    return found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trucks", 1),
        ("TRUCK", 1),
        ("Tirania", 2),
        ("Tirania -trucks", 1),
        ('"least 120"', 1),
        ('"120 least"', 0),
        ("tru*", 1),
        ("tru", 0),
        ("-trucks", 1),
        ("trucks OR tents", 0),
    ],
)
def test_words_are_searched_as_a_person_means_them(ledger: Ledger, words: str, found: int) -> None:
    assert ledger.count(ClaimFilter(words=words)) == found


@settings(max_examples=150)
@given(some.text(alphabet='ab"*-()^:+{}~ \\\x00é', min_size=1, max_size=12))
def test_nothing_that_is_typed_breaks_the_search(ledger: Ledger, words: str) -> None:
    ledger.count(ClaimFilter(words=words))


def test_claims_are_told_by_figure(ledger: Ledger) -> None:
    highest = [e.claim.kind for e in ledger.entries(ClaimFilter(), order=Order.HIGHEST)]
    assert highest == ["capacity", "transfer"]
    assert [e.claim.kind for e in ledger.entries(ClaimFilter(), order=Order.LOWEST)] == highest[::-1]


def test_a_count_goes_no_further_than_it_may(ledger: Ledger) -> None:
    assert ledger.count(ClaimFilter(), most=1) == 1
    assert [n for _, n in ledger.facet("kind", ClaimFilter(), most=1)] == [1]
    assert ledger.facet("outlet", ClaimFilter(kind="transfer")) == [("The Sample Courier", 1)]
