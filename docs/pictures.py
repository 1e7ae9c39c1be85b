"""Take the pictures in the documentation: every view at 1280 and 390 pixels, from the sample pages.

python docs/pictures.py        needs Debian's chromium and playwright
"""

import shutil
import socket
import tempfile
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from reportedly.ledger import ClaimFilter, Ledger
from reportedly.pipeline import add_pages, all_origins, all_series, refresh, sample_sources, wake
from reportedly.settings import Settings
from reportedly.web.app import create_app

HERE = Path(__file__).resolve().parent
WIDTHS = {"wide": (1280, 860), "narrow": (390, 860)}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def fill(path: Path) -> dict[str, str]:
    """Read the samples into a ledger; return the views to take and their addresses."""
    with Ledger.open(path) as ledger:
        list(add_pages(sample_sources(), ledger, wake(Settings(path))))
        refresh(ledger)
        series = max(all_series(ledger), key=lambda one: len({o.origin for o in one.observations}))
        origin = max(
            all_origins(ledger, ClaimFilter(items=("artillery_round",))), key=lambda one: len(one.pages)
        )
        capacity = next(ledger.entries(ClaimFilter(kind="capacity")))
        page = capacity.page.id
        return {
            "home": "/",
            "ledger": "/ledger",
            "reader": f"/pages/{page}",
            "claim": f"/claims/{capacity.claim.id}",
            "series": f"/series/{series.id}",
            "lineage": f"/lineage/{origin.id}",
        }


def main() -> None:
    """Serve the samples on loopback and take each view at each width."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "samples.db"
        views = fill(path)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error"))
        threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
        room = f"http://127.0.0.1:{listener.getsockname()[1]}"
        (HERE / "pictures").mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for name, address in views.items():
                for label, (width, height) in WIDTHS.items():
                    page = browser.new_page(viewport={"width": width, "height": height})
                    page.goto(room + address)
                    page.evaluate("document.fonts.ready")
                    page.screenshot(path=HERE / "pictures" / f"{name}-{label}.png")
                    page.close()
            browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
