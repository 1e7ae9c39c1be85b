"""The reading room in a real Chromium: wide and narrow, with JavaScript off, by keyboard, for screen readers."""

import shutil
from collections.abc import Iterator

import pytest

from .test_views import document_id, room  # noqa: F401 - the fixture of the same room

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


def views(room: str) -> list[str]:  # noqa: F811 - the fixture's value
    return ["/", "/ledger", "/ledger?kind=transfer", f"/pages/{document_id(room)}", "/nothing"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_fits_loads_whole_and_breaks_no_accessibility_rule(
    room: str,  # noqa: F811 - the fixture
    chromium,
    width: str,
    scheme: str,
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


def test_a_claim_in_the_ledger_leads_to_its_lit_words_with_no_script(room: str, chromium) -> None:  # noqa: F811
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{room}/ledger?kind=transfer&outlet=The+Sample+Courier")
    page.click("td.words a >> nth=0")
    assert "#w-" in page.url
    assert page.locator(".lit.chosen").first.is_visible()
    assert page.locator(".note.chosen").count() == 1
    context.close()


def test_filters_stand_behind_a_button_on_a_phone(room: str, chromium) -> None:  # noqa: F811
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


def test_the_first_tab_skips_to_the_content(room: str, chromium) -> None:  # noqa: F811
    page = chromium.new_page()
    page.goto(room)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.close()
