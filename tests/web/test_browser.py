"""The reading room in a real Chromium: wide and narrow, with JavaScript off, by keyboard, for screen readers."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.ingest import read_page
from reportedly.ledger import Ledger
from reportedly.model import Capture

from .building import stocked
from .markup.test_archived import NASTY, WORDS, trucks
from .pages.test_revisions import URL as CAPTURED
from .pages.test_revisions import captured
from .visiting import document_id, get, listening

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = {"desktop": 1280, "phone": 390}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What a page is made of does not hang on its colours: in the other scheme only these need be asked again.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(scope="module")
def chromium() -> Iterator:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = stocked(tmp_path_factory.mktemp("browser"))
    captured(path)
    with Ledger.open(path) as ledger:
        now = datetime(2024, 9, 1, tzinfo=UTC)
        ledger.views.keep("Convoys", "kind=transfer&words=trucks", now)
        ledger.views.hook("Convoys", "https://desk.example.org/told", "a secret", private=False)
        (hook,) = ledger.views.hooks("Convoys")
        ledger.views.told(hook, 1, b"{}", now)
        body = nasty().encode()
        document = read_page(body, url=NASTY_URL, media_type="text/html")
        capture = Capture(NASTY_URL, document.digest, "text/html")
        ledger.archive.keep(body)
        ledger.add(capture, document, tuple(trucks(document)), extractor="by hand")
    yield from listening(path)


NASTY_URL = "https://evil.example.org/everything"


def nasty() -> str:
    """Return one page with everything that must not come through."""
    last = "a script without end"
    parts = "".join(f"<div>{words}</div><p>Next.</p>" for name, words in NASTY.items() if name != last)
    return f"<html><body><h1>Trucks</h1><p>{WORDS}</p>{parts}<p>{WORDS}</p>{NASTY[last]}"


def twin(room: str, path: str):
    return json.loads(get(room + path)[1])


def views(room: str) -> list[str]:
    series = twin(room, "/series.json")["series"][0]["id"]
    seen = twin(room, f"/series/{series}.json")["observations"]
    claim = twin(room, "/ledger.json?kind=transfer")["claims"][0]["id"]
    pages = twin(room, "/api/pages")["found"]
    bad = next(page["id"] for page in pages if page["url"] == NASTY_URL)
    twice = next(page["id"] for page in pages if page["url"] == CAPTURED)
    return [
        f"/pages/{bad}?as=archived", f"/pages/{bad}", f"/pages/{twice}?as=archived", f"/revisions?page={twice}",
        "/report", "/report?kind=transfer", f"/report?series={series}",
        "/", "/ledger", "/ledger?kind=transfer", f"/pages/{document_id(room)}", f"/claims/{claim}", "/series",
        f"/series/{series}", f"/lineage/{seen[0]['origin']}", f"/compare?a={seen[0]['claim']}&b={claim}",
        "/queue", "/add", "/views", "/ledger?sort=highest&words=trucks", f"/series/{series}?page=2", "/nothing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [
        ("desktop", "light", {"runOnly": RULES}),
        ("desktop", "dark", COLOURS),
        ("phone", "dark", {"runOnly": RULES}),
        ("phone", "light", COLOURS),
    ],
)
def test_every_view_fits_loads_whole_and_breaks_no_accessibility_rule(
    room: str, chromium, width: str, scheme: str, rules: dict
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = chromium.new_context(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme)
    page = context.new_page()
    trouble: list[str] = []
    page.on(
        "console",
        lambda said: trouble.append(said.text) if said.type == "error" and "404" not in said.text else None,
    )
    page.on("requestfailed", lambda request: trouble.append(request.url))
    for view in views(room):
        page.goto(room + view)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width], view
        found = axe.run(page, options=rules)
        assert found.violations_count == 0, (view, found.generate_report())
    assert trouble == []
    context.close()


def test_a_claim_in_the_ledger_leads_to_its_lit_words_with_no_script(room: str, chromium) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{room}/ledger?kind=transfer&outlet=Courier")
    page.click("td.words a >> nth=0")
    assert "#w-" in page.url
    assert page.locator(".lit.chosen").first.is_visible()
    assert page.locator(".note.chosen").count() == 1
    context.close()


def test_filters_stand_behind_a_button_on_a_phone(room: str, chromium) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{room}/ledger")
    assert not page.locator("#facets").is_visible()
    page.click("text=Filters")
    assert page.locator("#facets").is_visible()
    page.click("#facets >> text=capacity")
    page.wait_for_load_state()
    assert "kind=capacity" in page.url
    assert page.locator("tbody.entry").count() == 2
    context.close()


def test_a_reviewer_needs_only_the_keyboard(room: str, chromium) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    claims = twin(room, "/ledger.json")["claims"]
    page.goto(f"{room}/claims/{claims[0]['id']}#review")
    page.fill("#by", "Ada")
    page.click("button[value=accept]")
    page.goto(f"{room}/ledger")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.claim") == claims[1]["id"]
    page.keyboard.press("r")
    page.wait_for_selector(f"#e-{claims[1]['id']} .ruling.rejected")
    page.keyboard.press("u")
    page.wait_for_selector(f"#e-{claims[1]['id']}:not(.rejected)")
    assert twin(room, f"/claims/{claims[1]['id']}.json")["reviews"][-1]["verdict"] == "undo"
    page.keyboard.press("/")
    page.keyboard.type("trucks")
    assert page.input_value("#words") == "trucks"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#keys dl").is_visible()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pages/**")
    context.close()


def test_a_wrong_speaker_is_corrected_with_no_script(room: str, chromium) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    claim = twin(room, "/ledger.json?kind=transfer")["claims"][1]["id"]
    page.goto(f"{room}/claims/{claim}")
    page.fill("#by", "Ada")
    page.click("button[value=accept]")
    page.select_option("#field", "speaker")
    page.fill("#value", "Borduria")
    page.click("button[value=correct]")
    assert "speaker: Borduria" in page.locator("#review h2").inner_text()
    assert [r["by"] for r in twin(room, f"/claims/{claim}.json")["reviews"]][-2:] == ["Ada", "Ada"]
    context.close()


def test_a_mark_on_the_chart_leads_to_its_lit_words(room: str, chromium) -> None:
    page = chromium.new_page()
    page.goto(f"{room}/series/{twin(room, '/series.json')['series'][0]['id']}")
    page.focus(".chart a.mark >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pages/**")
    assert page.locator(".lit.chosen").first.is_visible()
    page.close()


def test_a_nasty_page_as_archived_runs_nothing_and_asks_for_nothing(room: str, chromium) -> None:
    page = chromium.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(room + views(room)[0])
    page.wait_for_timeout(300)
    assert all(url.startswith(room) for url in asked)
    assert said == []
    assert (
        page.locator(
            ".archived script, .archived img, .archived iframe, .archived style, .archived form"
        ).count()
        == 0
    )
    assert page.locator(".archived .lit").count() > 0
    assert "[picture: a port]" in page.locator(".archived").inner_text()
    assert page.locator("main").count() == 1
    assert page.evaluate("document.querySelector('.archived').closest('main') !== null")
    page.close()


def test_the_reader_switches_to_the_archive_with_no_script_and_keeps_its_claim(room: str, chromium) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{room}/ledger?words=trucks&outlet=Courier")
    page.click("td.words a >> nth=0")
    page.click("nav.switch >> text=as archived")
    assert "as=archived" in page.url
    assert "claim=" in page.url
    page.click("nav.switch >> text=text")
    assert page.locator(".lit.chosen").first.is_visible()
    context.close()


def test_a_chart_is_saved_as_a_picture_without_leaving_the_machine(room: str, chromium) -> None:
    page = chromium.new_page()
    page.goto(f"{room}/series/{twin(room, '/series.json')['series'][0]['id']}")
    with page.expect_download() as saved:
        page.click("text=PNG")
    content = Path(saved.value.path()).read_bytes()
    assert saved.value.suggested_filename.endswith(".png")
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2000
    assert len(content) > 10_000
    page.close()


def test_the_queue_is_worked_through_with_keys_alone_and_a_word_undone(
    tmp_path_factory: pytest.TempPathFactory, chromium
) -> None:
    for room in listening(stocked(tmp_path_factory.mktemp("queue"))):
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{room}/queue")
        page.fill("#by", "Ada")
        page.keyboard.press("Enter")
        page.wait_for_selector("#by", state="detached")
        first, second = (one["claim"] for one in twin(room, "/queue.json")["queue"][:2])
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_selector(f"#e-{first}", state="detached")
        page.wait_for_selector(f"#e-{second}.at")
        page.keyboard.press("u")
        page.wait_for_selector(f"#e-{first}")
        assert [r["verdict"] for r in twin(room, f"/claims/{first}.json")["reviews"]] == ["accept", "undo"]
        page.close()


def test_files_dropped_on_the_room_are_read(tmp_path_factory: pytest.TempPathFactory, chromium) -> None:
    for room in listening(tmp_path_factory.mktemp("dropped") / "new.db"):
        page = chromium.new_page()
        page.goto(room)
        page.evaluate(
            """() => {
                const files = new DataTransfer();
                files.items.add(new File([new Uint8Array([0, 1, 2])], "x.bin"));
                document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true}));
            }"""
        )
        page.wait_for_url("**/add")
        page.wait_for_selector("text=x.bin")
        assert (
            "1 of 1 read" in page.locator("#fate").inner_text(timeout=20_000)
            or page.locator("progress").is_visible()
        )
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_room_breaks_no_rule_either(
    tmp_path_factory: pytest.TempPathFactory, chromium, width: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for room in listening(tmp_path_factory.mktemp("empty") / "new.db"):
        page = chromium.new_page(viewport={"width": WIDTHS[width], "height": 900})
        for view in ("/", "/ledger", "/series", "/queue", "/add", "/report", "/views"):
            page.goto(room + view)
            assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width], view
            found = axe.run(page, options={"runOnly": RULES})
            assert found.violations_count == 0, (view, found.generate_report())
        page.close()


def test_a_report_opens_from_a_file_and_prints(room: str, chromium, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(get(f"{room}/report.html?kind=transfer")[1], "utf-8")
    context = chromium.new_context(offline=True)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda request: trouble.append(request.url) if not request.url.startswith("file:") else None,
    )
    page.goto(file.as_uri())
    page.click("sup a >> nth=0")
    assert page.url.endswith("#note-1")
    assert page.pdf().startswith(b"%PDF")
    assert trouble == []
    context.close()


def test_motion_is_left_out_where_it_is_not_wanted(room: str, chromium) -> None:
    for wish, found in (("reduce", "auto"), ("no-preference", "smooth")):
        context = chromium.new_context(reduced_motion=wish)
        page = context.new_page()
        page.goto(room)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == found
        context.close()


def test_the_first_tab_skips_to_the_content(room: str, chromium) -> None:
    page = chromium.new_page()
    page.goto(room)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.close()
