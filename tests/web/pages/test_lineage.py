"""Lineage and comparison over real HTTP."""

import json
from collections.abc import Iterator

import pytest

from reportedly.web.markup.wording import changed, differing

from ..building import stocked
from ..visiting import get, listening


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from listening(stocked(tmp_path_factory.mktemp("lineage")))


def observations(room: str) -> list[dict]:
    found = []
    for one in json.loads(get(f"{room}/series.json")[1])["series"]:
        found += json.loads(get(f"{room}/series/{one['id']}.json")[1])["observations"]
    return found


def test_an_origin_shows_its_speaker_first_and_then_who_took_it(room: str) -> None:
    origin = observations(room)[0]["origin"]
    status, html, _ = get(f"{room}/lineage/{origin}")
    assert status == 200
    assert html.index('<li class="speaker">') < html.index('<li class="said">')
    steps = json.loads(get(f"{room}/lineage/{origin}.json")[1])["steps"]
    assert steps[0]["giver"] == "country:TI"


def test_every_page_of_an_origin_stands_in_its_tree_once(room: str) -> None:
    for origin in {o["origin"] for o in observations(room)}:
        twin = json.loads(get(f"{room}/lineage/{origin}.json")[1])
        html = get(f"{room}/lineage/{origin}")[1]
        for page in twin["pages"]:
            assert html.count(f'<a href="/pages/{page}">') == 1


def test_two_claims_stand_side_by_side_with_what_differs(room: str) -> None:
    transfers = [o for o in observations(room) if o["modality"] == "asserted"]
    a, b = transfers[0]["claim"], transfers[-1]["claim"]
    status, html, _ = get(f"{room}/compare?a={a}&b={b}")
    assert status == 200
    assert '<tr class="differs"><th scope="row">how much</th>' in html
    twin = json.loads(get(f"{room}/compare.json?a={a}&b={b}")[1])
    assert {f["field"] for f in twin["fields"] if f["differs"]} >= {"page", "published", "how much"}
    assert not next(f for f in twin["fields"] if f["field"] == "kind")["differs"]


@pytest.mark.parametrize(("path", "status"), [("/compare", 400), ("/compare?a=x", 400), ("/compare?a=x&b=y", 404), ("/lineage/none", 404)])  # fmt: skip
def test_what_cannot_be_compared_says_why(room: str, path: str, status: int) -> None:
    assert get(room + path)[0] == status


def test_only_the_changed_words_are_marked() -> None:
    before, after = differing("could hold up to 4.8 million", "could hold nearly 5 million")
    assert [words for words, new in before if new] == ["up to 4.8"]
    assert list(changed("could hold up to 4.8 million", "could hold nearly 5 million")) == ["nearly 5"]
    assert [words for words, new in after if not new] == ["could hold", "million"]
