"""The API: what its description promises is what it answers."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from reportedly.web.programs.api import ENDPOINTS

from ..building import stocked
from ..visiting import get, listening


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from listening(stocked(tmp_path_factory.mktemp("api")))


def ids(room: str) -> dict[str, str]:
    claim = json.loads(get(f"{room}/api/claims")[1])["claims"][0]
    series = json.loads(get(f"{room}/api/series")[1])["series"][0]["id"]
    origin = json.loads(get(f"{room}/api/series/{series}")[1])["observations"][0]["origin"]
    return {"claims": claim["id"], "pages": claim["document"], "series": series, "origins": origin}


def test_the_description_names_every_address_and_each_answers_in_its_shape(room: str) -> None:
    described = json.loads(get(f"{room}/api/openapi.json")[1])
    assert described["openapi"] == "3.1.0"
    assert set(described["paths"]) == {endpoint.path for endpoint in ENDPOINTS}
    known = ids(room)
    for path, methods in described["paths"].items():
        status, body, headers = get(room + path.replace("{id}", known.get(path.split("/")[2], "")))
        assert (status, headers["content-type"]) == (200, "application/json")
        schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(schema["required"]) <= set(json.loads(body))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/claims/none", 404),
        ("/api/nothing", 404),
        ("/api/claims?page=0", 400),
        ("/api/claims?page=x", 400),
        ("/api/claims?date=june", 400),
        ("/api/claims?sort=fastest", 400),
    ],
)
def test_a_refusal_is_a_problem_with_its_reason(room: str, path: str, status: int) -> None:
    answered, body, headers = get(room + path)
    problem = json.loads(body)
    assert (answered, headers["content-type"]) == (status, "application/problem+json")
    assert problem["status"] == status
    assert problem["title"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_no_choice_of_values_breaks_an_answer(room: str, data) -> None:
    endpoint = data.draw(some.sampled_from(ENDPOINTS))
    words = some.text(alphabet=some.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    path = endpoint.path.replace("{id}", quote(data.draw(words), safe=""))
    query = "&".join(
        f"{name}={quote(data.draw(words), safe='')}"
        for name in endpoint.choices
        if name != "id" and data.draw(some.booleans())
    )
    status, _, headers = get(f"{room}{path}?{query}")
    assert status in {200, 400, 404}
    assert headers["content-type"] == ("application/json" if status == 200 else "application/problem+json")


def test_a_long_page_is_told_in_screenfuls(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.pages.reader.ROWS", 1)
    page = ids(room)["pages"]
    first = json.loads(get(f"{room}/api/pages/{page}")[1])
    told = [
        json.loads(get(f"{room}/api/pages/{page}?page={number}")[1])["claims"]
        for number in range(1, first["screenfuls"] + 1)
    ]
    assert [len(claims) for claims in told] == [1] * first["total"]
    assert told[0] == first["claims"]
    assert get(f"{room}/api/pages/{page}?page=0")[0] == 400
