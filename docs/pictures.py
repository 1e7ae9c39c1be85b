"""Take the pictures in the documentation: every view at 1280 and 390 pixels, from the sample pages.

python docs/pictures.py        needs Debian's chromium, playwright and numpy
"""

import base64
import shutil
import socket
import struct
import tempfile
import threading
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import uvicorn
from playwright.sync_api import Page, sync_playwright

from reportedly.ledger import ClaimFilter, Ledger, digest_of
from reportedly.pipeline import add_page, add_pages, all_origins, all_series, refresh, sample_sources, wake
from reportedly.settings import Settings
from reportedly.web.app import create_app

HERE = Path(__file__).resolve().parent
WIDTHS = {"wide": (1280, 820), "narrow": (390, 820)}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
COLOURS = 255
PIXELS = """async (png) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + png;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width; canvas.height = picture.height;
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const bytes = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  let text = "";
  const piece = 32768;
  for (let at = 0; at < bytes.length; at += piece) {
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return [canvas.width, canvas.height, btoa(text)];
}"""


def fill(path: Path) -> dict[str, str]:
    """Read the samples into a ledger, one of them twice; return the views to take and their addresses."""
    with Ledger.open(path) as ledger:
        engine = wake(Settings(path))
        list(add_pages(sample_sources(), ledger, engine))
        again = _again(ledger, engine)
        refresh(ledger)
        series = max(all_series(ledger), key=lambda one: len({o.origin for o in one.observations}))
        shells = ClaimFilter(items=("artillery_round",))
        origin = max(all_origins(ledger, shells), key=lambda one: len(one.pages))
        capacity = next(ledger.entries(ClaimFilter(kind="capacity")))
        page = capacity.page.id
        return {
            "home": "/",
            "ledger": "/ledger",
            "reader": f"/pages/{page}",
            "archived": f"/pages/{page}?as=archived",
            "claim": f"/claims/{capacity.claim.id}",
            "series": f"/series/{series.id}",
            "lineage": f"/lineage/{origin.id}",
            "revisions": f"/revisions?page={again}",
            "compare": _drifted(series),
            "report": f"/report?{urlencode({'title': 'Containers from North Korea', 'item': 'container'})}",
            "queue": "/queue",
            "add": "/add",
        }


def _again(ledger: Ledger, engine: object) -> str:
    """Capture one sample again on a later day, with a higher count; return the capture's id."""
    for source in sample_sources():
        for found in source.open():
            if "yagi-toll" in found.capture.url:
                body = found.body.replace(b"at least 20", b"at least 26")
                later = datetime(2024, 9, 13, 8, tzinfo=UTC)
                capture = replace(found.capture, digest=digest_of(body), fetched=later)
                add_page(replace(found, capture=capture, body=body), ledger, engine, name=source.name)
                return capture.id
    raise LookupError("the sample that is captured twice")


def _drifted(series: object) -> str:
    first, last = series.observations[0], series.observations[-1]
    return f"/compare?a={first.claim}&b={last.claim}"


def small(page: Page, png: bytes) -> bytes:
    """Return a picture as PNG with a palette: a quarter of the size, and the eye sees no difference."""
    width, height, text = page.evaluate(PIXELS, base64.b64encode(png).decode())
    pixels = np.frombuffer(base64.b64decode(text), np.uint8).reshape(-1, 4)[:, :3].astype(np.uint32)
    coarse = (pixels >> 3 << 3) @ np.array([65536, 256, 1], np.uint32)
    kinds, place, times = np.unique(coarse, return_inverse=True, return_counts=True)
    chosen = kinds[np.argsort(-times)[:COLOURS]]
    split = lambda values: np.stack([values >> 16, values >> 8 & 255, values & 255], 1).astype(np.int32)  # noqa: E731
    apart = ((split(kinds)[:, None, :] - split(chosen)[None, :, :]) ** 2).sum(2)
    rows = apart.argmin(1)[place].astype(np.uint8).reshape(height, width)
    palette = np.minimum(split(chosen) + 4, 255).astype(np.uint8)
    exact = {int(c): pixels[np.flatnonzero(coarse == c)[0]] for c in chosen[:12]}
    for at, colour in enumerate(exact.values()):
        palette[at] = colour
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


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
            blank = browser.new_page()
            for label, (width, height) in WIDTHS.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                for name, address in views.items():
                    page.goto(room + address)
                    page.evaluate("document.fonts.ready")
                    (HERE / "pictures" / f"{name}-{label}.png").write_bytes(small(blank, page.screenshot()))
                page.close()
            browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
