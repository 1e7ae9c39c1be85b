"""Reviews over real HTTP: rows only ever added, forms only from the room's own pages."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.ledger import ClaimFilter, Ledger
from reportedly.model import Review, Verdict
from reportedly.web.pages.reviews import review_of
from reportedly.web.rulings import Ruling, rule

from ..building import stocked
from ..visiting import Visitor, get, listening


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    yield from listening(stocked(tmp_path))


def a_claim(room: str) -> str:
    return json.loads(get(f"{room}/ledger.json?kind=transfer")[1])["claims"][0]["id"]


def test_a_verdict_is_kept_with_its_name_and_time_and_shown_everywhere(room: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    assert visitor.post(f"/claims/{claim}/review", verdict="reject", note="a tally, not a count")[0] == 200
    kept = json.loads(get(f"{room}/claims/{claim}.json")[1])["reviews"]
    assert [(r["verdict"], r["by"], r["note"]) for r in kept] == [("reject", "Ada", "a tally, not a count")]
    assert datetime.fromisoformat(kept[0]["at"]).tzinfo is not None
    for path in ("/ledger?kind=transfer", f"/claims/{claim}"):
        assert "rejected" in get(room + path)[1]
    document = json.loads(get(f"{room}/claims/{claim}.json")[1])["document"]
    assert "rejected" in get(f"{room}/pages/{document}")[1]


def test_an_undo_is_a_row_too(room: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    visitor.post(f"/claims/{claim}/review", verdict="accept")
    visitor.post(f"/claims/{claim}/review", verdict="undo")
    kept = json.loads(get(f"{room}/claims/{claim}.json")[1])["reviews"]
    assert [r["verdict"] for r in kept] == ["accept", "undo"]
    assert 'class="ruling' not in get(f"{room}/claims/{claim}")[1]


def test_a_speaker_can_be_corrected_and_graded(room: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    visitor.post(f"/claims/{claim}/review", verdict="correct", field="speaker", value="Borduria")
    visitor.post(f"/claims/{claim}/review", verdict="grade", source="B", information="2")
    html = get(f"{room}/ledger?kind=transfer")[1]
    assert "speaker: Borduria" in html
    assert "corrected B2" in html
    listed = json.loads(get(f"{room}/series.json?words=truck")[1])["series"]
    seen = json.loads(get(f"{room}/series/{listed[0]['id']}.json")[1])["observations"]
    assert {o["speaker"] for o in seen if o["claim"] == claim} == {"Borduria"}


def test_the_queue_lets_go_of_what_was_judged(room: str) -> None:
    visitor = Visitor(room)
    before = json.loads(visitor.see("/queue.json"))
    claim = before["queue"][0]["claim"]
    visitor.post(f"/claims/{claim}/review", verdict="accept", back="/queue")
    after = json.loads(visitor.see("/queue.json"))
    assert after["total"] == before["total"] - 1
    assert claim not in [row["claim"] for row in after["queue"]]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"verdict": "grade", "grade": "Z9"}, 400),
        ({"verdict": "correct", "field": "id", "value": "x"}, 400),
        ({"verdict": "correct", "field": "modality", "value": "shouted"}, 400),
        ({"verdict": "correct", "field": "low", "value": "many"}, 400),
        ({"verdict": "correct", "field": "time", "value": "in May"}, 400),
        ({"verdict": "delete"}, 400),
        ({"verdict": "split"}, 400),
        ({"verdict": "split", "what": "page"}, 400),
        ({"verdict": "join", "what": "series"}, 400),
        ({"verdict": "join", "what": "series", "target": "zz"}, 400),
        ({"verdict": "note"}, 400),
        ({"verdict": "undo"}, 400),
        ({"verdict": "accept", "token": "0" * 64}, 403),
        ({"verdict": "accept", "token": "ü"}, 403),
        ({"verdict": "accept", "note": "x" * 70_000}, 413),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    room: str, given: dict[str, str], status: int
) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    assert visitor.post(f"/claims/{claim}/review", **given)[0] == status
    assert json.loads(get(f"{room}/claims/{claim}.json")[1])["reviews"] == []


def series_of(room: str) -> list[set[str]]:
    listed = json.loads(get(f"{room}/series.json?words=truck")[1])["series"]
    found = (json.loads(get(f"{room}/series/{one['id']}.json")[1])["observations"] for one in listed)
    return sorted(({o["claim"] for o in some} for some in found), key=len)


def test_a_claim_is_split_off_its_series_joined_again_and_both_can_be_undone(room: str) -> None:
    claims = json.loads(get(f"{room}/ledger.json?kind=transfer&sort=highest")[1])["claims"]
    late, before, visitor = claims[0]["id"], series_of(room), Visitor(room)
    assert [len(some) for some in before] == [4]
    visitor.post(f"/claims/{late}/review", verdict="split", what="series")
    assert series_of(room) == [{late}, before[0] - {late}]
    assert "split off" in get(f"{room}/claims/{late}")[1]
    visitor.post(f"/claims/{late}/review", verdict="join", what="series", target=claims[1]["id"][:12])
    assert series_of(room) == before
    visitor.post(f"/claims/{late}/review", verdict="undo")
    assert series_of(room) == [{late}, before[0] - {late}]
    visitor.post(f"/claims/{late}/review", verdict="undo")
    assert series_of(room) == before


def test_a_claim_is_not_joined_to_itself(room: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    assert visitor.post(f"/claims/{claim}/review", verdict="join", what="series", target=claim)[0] == 400


def test_what_was_undone_waits_again_and_the_queue_offers_to_undo(room: str) -> None:
    visitor = Visitor(room)
    claim = json.loads(visitor.see("/queue.json"))["queue"][0]["claim"]
    assert "Your name, asked once" in visitor.see("/queue")
    assert visitor.post("/reviewer", by="")[0] == 400
    assert "Your name, asked once" not in visitor.post("/reviewer", back="/queue")[1]
    html = visitor.post(f"/claims/{claim}/review", verdict="reject", back="/queue")[1]
    assert "data-undo" in html
    html = visitor.post(f"/claims/{claim}/review", verdict="undo", back="/queue")[1]
    assert "data-undo" not in html
    assert claim in [row["claim"] for row in json.loads(visitor.see("/queue.json"))["queue"]]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
def test_another_site_s_form_is_refused(room: str, origin: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    assert visitor.post(f"/claims/{claim}/review", verdict="accept", origin=origin)[0] == 403


def test_a_token_of_another_session_is_refused(room: str) -> None:
    one, other = Visitor(room), Visitor(room)
    one.token = other.token
    assert one.post(f"/claims/{a_claim(room)}/review", verdict="accept")[0] == 403


def test_the_cookie_is_for_this_site_alone(room: str) -> None:
    cookie = get(room + "/ledger")[2]["set-cookie"]
    assert "SameSite=Strict" in cookie
    assert "HttpOnly" in cookie


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b"]
)
def test_the_way_back_never_leads_out(room: str, back: str) -> None:
    claim, visitor = a_claim(room), Visitor(room)
    status, html = visitor.post(f"/claims/{claim}/review", verdict="accept", back=back)
    assert status == 200
    assert f'data-claim="{claim}"' in html


def test_a_page_cannot_be_written_to_by_reading(room: str) -> None:
    assert get(f"{room}/claims/{a_claim(room)}/review")[0] == 405


NOW = datetime(2024, 6, 16, tzinfo=UTC)


def word(verdict: Verdict, minute: int, **given: str) -> Review:
    return Review("c", verdict, "Ada", NOW + timedelta(minutes=minute), **given)


def test_an_undo_takes_back_the_newest_word_of_any_sort_and_leaves_the_rest() -> None:
    reviews = [word(Verdict.REJECT, 1), word(Verdict.GRADE, 2, grade="B2"), word(Verdict.NOTE, 3, note="hm")]
    for left in (("reject", "B2", 0), ("reject", None, 0), (None, None, 0)):
        reviews.append(
            review_of("c", {"verdict": "undo"}, "Ada", NOW + timedelta(hours=len(reviews)), rule(reviews))
        )
        ruling = rule(reviews)
        assert (ruling.verdict and ruling.verdict.value, ruling.grade, len(ruling.notes)) == left


def test_a_review_has_a_name() -> None:
    with pytest.raises(UsageError, match="give your name"):
        review_of("c", {"verdict": "accept"}, "", NOW, Ruling())


def test_a_page_gathers_the_words_on_its_claims(tmp_path: Path) -> None:
    with Ledger.open(stocked(tmp_path)) as ledger:
        entry = next(ledger.entries(ClaimFilter(kind="transfer")))
        ledger.review(Review(entry.claim.id, Verdict.ACCEPT, "Ada", NOW))
        assert [r.verdict for r in ledger.reviewed.of_page(entry.page.id)] == [Verdict.ACCEPT]
        assert ledger.reviewed.judged() == {entry.claim.id}
