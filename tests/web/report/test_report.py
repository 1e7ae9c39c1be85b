"""A story as a cited report: in the room, as one file, as Markdown, from the terminal."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.ledger import ClaimFilter, Ledger
from reportedly.model import Review, Verdict
from reportedly.pipeline import add_pages, all_series, refresh, sample_sources, wake
from reportedly.settings import Settings
from reportedly.web import Question, html, markdown, plot, tell
from reportedly.web.report.phrases import number, say, sentences

from ..building import stocked
from ..building import told as told_page
from ..pages.test_reviews import NOW
from ..visiting import get, listening

TRUCKS = Question(claims=ClaimFilter(kind="transfer"), asked="transfer")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(stocked(tmp_path)) as ledger:
        refresh(ledger)
        yield ledger


@pytest.mark.parametrize("name", sentences())
def test_each_of_our_sentences_has_an_example_that_it_makes(name: str) -> None:
    text, example = sentences()[name]
    pattern = re.escape(text)
    for field in re.findall(r"\{(\w+)\}", text):
        pattern = pattern.replace(re.escape("{" + field + "}"), "(.+)" if field != "days" else "(.*)", 1)
    assert re.fullmatch(pattern, example), name


def test_every_sentence_with_a_figure_is_borne_out_by_a_note(ledger: Ledger) -> None:
    report = tell(ledger, TRUCKS)
    numbers = {note.number for note in report.notes}
    for part in report.parts:
        for sentence in part.sentences[1:]:
            assert sentence.notes, sentence.words
            assert set(sentence.notes) <= numbers
    for note in report.notes:
        document = ledger.document(note.entry.page.id)
        assert note.entry.claim.evidence.exact in document.text
        assert note.digest == document.digest


def test_no_word_is_invented(ledger: Ledger) -> None:
    report = tell(ledger, TRUCKS)
    ours = {w for text, _ in sentences().values() for w in re.findall(r"[a-z]+", text.lower())}
    ours |= {
        "figure",
        "figures",
        "page",
        "pages",
        "wording",
        "wordings",
        "origin",
        "origins",
        "independent",
        "claim",
        "claims",
        "outlet",
        "outlets",
    }
    theirs = " ".join(
        f"{ledger.document(n.entry.page.id).text} {n.entry.page.outlet} {n.entry.claim.speaker.actor.name}"
        for n in report.notes
    ).lower()
    months = {"june", "july", "august"}
    reasons = {"total", "rose", "raised", "from", "to", "the"}  # as series give them
    for part in report.parts:
        for sentence in part.sentences:
            for word in re.findall(r"[a-z]+", sentence.words.lower()):
                assert word in ours | months | reasons or word in theirs, sentence.words


def test_growth_copies_and_the_highest_figure_are_told(ledger: Ledger) -> None:
    told = " ".join(s.words for p in tell(ledger, TRUCKS).parts for s in p.sentences)
    assert "4 pages" in told
    assert "2 pages go back to this one origin." in told
    assert "The highest figure said is ≥ 450" in told
    assert "A headline of 9 August 2024 puts it at ≥ 450" in told


def test_what_was_rejected_is_not_told_and_a_correction_says_whose_it_is(ledger: Ledger) -> None:
    claims = [entry.claim for entry in ledger.entries(ClaimFilter(kind="transfer"))]
    last = next(claim for claim in claims if "450" in claim.evidence.exact)
    ledger.review(Review(last.id, Verdict.REJECT, "Ada", NOW))
    ledger.review(Review(claims[1].id, Verdict.CORRECT, "Ada", NOW, field="speaker", value="Borduria"))
    refresh(ledger)
    told = markdown(tell(ledger, TRUCKS))
    assert "≥ 450" not in told
    assert "Ada corrected its speaker to Borduria." in told


def test_nothing_to_tell_is_nothing(ledger: Ledger) -> None:
    assert tell(ledger, Question(claims=ClaimFilter(kind="visit"))) is None


class Loads(HTMLParser):
    """What a page would load, and its ids and inner links."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.inner: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if tag in {"script", "link", "img", "iframe", "object"} or name.startswith("on") or name == "src":
                self.loads.append(f"{tag} {name}")
            if name == "id":
                self.ids.add(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.inner.add(value[1:])


def test_the_file_stands_alone_and_its_marks_lead_to_its_notes(ledger: Ledger) -> None:
    page = html(tell(ledger, TRUCKS))
    found = Loads()
    found.feed(page)
    assert found.loads == []
    assert found.inner <= found.ids
    assert "url(http" not in page
    assert "@import" not in page
    assert page.count("<svg") == 1
    assert "default-src 'none'" in page


def test_words_of_a_page_are_words_in_every_form(tmp_path: Path) -> None:
    nasty = 'Outlets <script>alert(1)</script> | [x](javascript:alert(1)) say at least 120 trucks left for Borduria "today".'
    body, capture, document, found = told_page("https://evil.example.org/x", "2024-06-16", 120, nasty)
    with Ledger.open(tmp_path / "nasty.db") as ledger:
        ledger.archive.keep(body)
        ledger.add(capture, document, found, extractor="by hand")
        refresh(ledger)
        report = tell(ledger, Question('"><script>alert(1)</script>', claims=ClaimFilter(kind="transfer")))
        assert "<script" not in html(report)
        assert "<script" not in markdown(report).replace("\\<script", "")


def test_the_room_tells_a_view_and_offers_what_there_is(tmp_path: Path) -> None:
    for room in listening(stocked(tmp_path)):
        status, shown, _ = get(f"{room}/report?kind=transfer&title=Trucks+to+Borduria")
        assert status == 200
        assert "<h1>Trucks to Borduria</h1>" in shown
        assert "/report.html?kind=transfer&amp;title=Trucks+to+Borduria" in shown
        series = json.loads(get(f"{room}/series.json")[1])["series"][0]["id"]
        told = json.loads(get(f"{room}/report.json?series={series}")[1])
        assert told["notes"][0]["words"].startswith("at least")
        _, alone, headers = get(f"{room}/report.html?series={series}")
        assert "attachment" in headers["content-disposition"]
        assert alone.startswith("<!doctype html>")
        assert get(f"{room}/report.md?series={series}")[1].startswith("# ")
        offered = json.loads(get(f"{room}/report.json")[1])["stories"]
        assert get(room + offered[0]["report"])[0] == 200
        assert get(f"{room}/report")[0] == 200
        for path in ("/report?kind=none", "/report.html", "/report.md?series=none", "/report?series=none"):
            assert get(room + path)[0] == 404, path
        assert get(f"{room}/report?date=soon")[0] == 400


def test_the_terminal_writes_both_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = str(stocked(tmp_path))
    one, other = tmp_path / "trucks.html", tmp_path / "trucks.md"
    asked = ["--ledger", ledger, "report", "--kind", "transfer"]
    assert main([*asked, "--html", str(one), "--markdown", str(other)]) == 0
    assert one.read_text("utf-8").startswith("<!doctype html>")
    assert other.read_text("utf-8").startswith("# ")
    assert main(asked) == 0
    assert capsys.readouterr().out == other.read_text("utf-8")
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parts"]
    assert main(["--ledger", ledger, "report", "--kind", "visit"]) == 2
    assert "no claim to report on" in capsys.readouterr().err


def test_a_notebook_shows_a_series_by_itself(ledger: Ledger, tmp_path: Path) -> None:
    drawn = plot(ledger, max(all_series(ledger), key=lambda one: len(one.observations)).id)
    assert drawn._repr_svg_().startswith("<svg")
    assert "at least 120 trucks" in drawn._repr_html_()
    assert 'href="https://courier.example.org/trucks"' in drawn.svg
    assert 'href="/pages' not in drawn.svg
    drawn.save(tmp_path / "x.svg")
    assert (tmp_path / "x.svg").read_text("utf-8") == drawn.svg
    assert plot(ledger, "none") is None


@pytest.mark.engine
def test_the_samples_make_a_report_whose_quotes_all_stand_on_their_pages(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "samples.db") as ledger:
        list(add_pages(sample_sources(), ledger, wake(Settings(tmp_path / "samples.db"))))
        refresh(ledger)
        report = tell(ledger, Question(claims=ClaimFilter(actor="North Korea")))
        texts = [" ".join(ledger.document(page.id).text.split()) for page in ledger.pages()]
        for part in report.parts:
            for sentence in part.sentences:
                for quote in re.findall(r"“([^”]+)”", sentence.words):
                    assert any(quote in text for text in texts), quote


def test_numbers_are_said_with_their_thing() -> None:
    assert (number(1, "page"), number(1204, "page")) == ("1 page", "1,204 pages")
    assert say("copies", pages="2 \n pages") == "2 pages go back to this one origin."
