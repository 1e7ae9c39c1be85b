"""How soon a view is seen, and what it loads: `python benchmarks/speed/paint.py made.db` (made by made.py).

Every kind of view is opened in headless Chromium with nothing in its cache; the first paint is what that
tells (Paint Timing), the weight is all that came over the line: page, styles, scripts, fonts, pictures.
"""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright
from room import WEIGHT, Known, addresses, known

BAR, PORT = 1000, 8799
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SEEN = """() => new Promise((tell) => new PerformanceObserver((list) => {
  const first = list.getEntries().find((entry) => entry.name === "first-contentful-paint");
  const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  if (first) tell([first.startTime, loaded.reduce((sum, one) => sum + one.transferSize, 0)]);
}).observe({ type: "paint", buffered: true }))"""


def paths(asked: Known) -> dict[str, str]:
    """Return the views that a person opens, each once."""
    every = dict(addresses(asked, random.Random(5), 1))
    files = (".svg", ".atom", ".md", "/api", ".json", "/static", ".html")
    return {name: path for name, path in every.items() if not any(part in path for part in files)}


def open_once(browser: Browser, address: str) -> tuple[float, float]:
    """Return when a page was first painted (ms) and what it loaded (kB), with nothing kept from before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="load")
    painted, weight = page.evaluate(SEEN)
    context.close()
    return painted, weight / 1000


def measure(path: Path, times: int) -> int:
    """Print each view's first paints and weight; return 1 where a bar is not met."""
    views = paths(known(path))
    command = [sys.executable, "-m", "reportedly", "serve", "--ledger", str(path), "--port", str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    found: dict[str, list[tuple[float, float]]] = {}
    print(f"{'view':34} {'first paint p50':>16} {'worst':>7} {'kB':>6}  (milliseconds)", flush=True)
    try:
        _wait(f"http://127.0.0.1:{PORT}/")
        with sync_playwright() as started:
            chromium = shutil.which("chromium") or shutil.which("google-chrome")
            browser = started.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, view in views.items():
                found[name] = [open_once(browser, f"http://127.0.0.1:{PORT}{view}") for _ in range(times)]
                one(name, found[name])
            browser.close()
    finally:
        server.terminate()
        server.wait()
    return tell(found)


def _wait(address: str) -> None:
    """Wait until the room is open and has gathered what stands across pages."""
    for _ in range(600):
        try:
            if b"still being compared" not in urlopen(address, timeout=30).read():
                time.sleep(20)
                return
        except OSError:
            pass
        time.sleep(1)
    raise SystemExit(f"{address}: does not answer")


def one(name: str, took: list[tuple[float, float]]) -> None:
    """Print what was found of one view."""
    painted = [once[0] for once in took]
    print(f"{name:34} {median(painted):16.0f} {max(painted):7.0f} {took[-1][1]:6.0f}", flush=True)


def tell(found: dict[str, list[tuple[float, float]]]) -> int:
    """Print what was found of all."""
    every = sorted(once[0] for took in found.values() for once in took)
    late, heavy = every[int(len(every) * 0.95)], max(once[1] for took in found.values() for once in took)
    print(f"all {len(every)}: first paint p95 {late:.0f} ms, worst {every[-1]:.0f}; heaviest {heavy:.0f} kB")
    return int(late > BAR or heavy > WEIGHT)


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5))
