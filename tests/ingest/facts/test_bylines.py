"""Names without their trimmings."""

from reportedly.ingest.facts.bylines import plain_name

from ..rules import rules


def test_bylines_lose_their_trimmings() -> None:
    lists = {entry["name"]: entry for entry in rules("facts/bylines")}
    assert plain_name(lists["opening"]["example"]) == "Jane Doe"
    assert plain_name(lists["nobody"]["example"]) is None
