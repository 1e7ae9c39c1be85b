"""The reading room in a real Chromium: wide and narrow, with JavaScript off, by keyboard, for screen readers."""

import json
import shutil
from collections.abc import Iterator

import pytest

from .building import stocked
from .test_views import document_id, get, listening

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = {"desktop": 1280, "phone": 390}


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
    yield from listening(stocked(tmp_path_factory.mktemp("browser")))


def twin(room: str, path: str):
    return json.loads(get(room + path)[1])


def views(room: str) -> list[str]:
    series = twin(room, "/series.json")["series"][0]["id"]
    seen = twin(room, f"/series/{series}.json")["observations"]
    claim = twin(room, "/ledger.json?kind=transfer")["claims"][0]["id"]
    return [
        "/", "/ledger", "/ledger?kind=transfer", f"/pages/{document_id(room)}", f"/claims/{claim}", "/series",
        f"/series/{series}", f"/lineage/{seen[0]['origin']}", f"/compare?a={seen[0]['claim']}&b={claim}",
        "/queue", "/add", "/ledger?sort=highest&words=trucks", "/nothing",
    ]  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_fits_loads_whole_and_breaks_no_accessibility_rule(
    room: str, chromium, width: str, scheme: str
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
        found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
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


def test_a_newcomer_s_tasks_take_four_steps_or_fewer_from_home(room: str, chromium) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})

    def walk(*steps: str) -> None:
        page.goto(room)
        for step in steps:
            page.click(step)

    walk("nav >> text=Add")
    assert page.locator("#addresses").is_visible()
    walk("nav >> text=Ledger", "#facets >> text=transfer", "nav.orders >> text=highest")
    assert "≥ 450" in page.locator("tbody.entry >> nth=0").inner_text()
    walk("nav >> text=Series", "table.series-list a >> nth=1")
    assert "2024-06-16" in page.locator(".observations tbody tr >> nth=0").inner_text()
    walk("nav >> text=Ledger", "tbody.entry >> nth=0 >> text=fields")
    assert page.locator("#field").is_visible()
    page.close()


def test_the_first_tab_skips_to_the_content(room: str, chromium) -> None:
    page = chromium.new_page()
    page.goto(room)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.close()
