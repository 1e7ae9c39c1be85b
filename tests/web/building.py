"""A small ledger with what the across-page views need: growth, a capacity, a copy, a headline."""

from dataclasses import replace
from pathlib import Path

from reportedly.ledger import Ledger
from reportedly.model import Bound, Claim, Document, Modality, Reading, Section

from ..building import _claim, page

COURIER = "According to Tirania, at least 120 trucks able to hold 9,000 tents left for Borduria."
PLACES = (
    ("https://courier.example.org/trucks", "2024-06-16", 120, COURIER),
    ("https://copy.example.org/again", "2024-06-17", 120, COURIER),
    ("https://herald.example.org/more", "2024-07-02", 300, "A month later Tirania told parliament that the convoys had grown and that at least 300 trucks had crossed the bridge into Borduria since spring."),
    ("https://gazette.example.org/late", "2024-08-09", 450, "In its newest tally, handed to reporters on Friday, the border office of Tirania put the sum of all convoys at at least 450 trucks, without saying what they held."),
)  # fmt: skip


def stocked(folder: Path) -> Path:
    """Return a ledger of four pages on one story, one of them a copy, with a refused one."""
    path = folder / "ledger.db"
    with Ledger.open(path) as ledger:
        for url, day, number, words in PLACES:
            body, capture, document, found = told(url, day, number, words)
            ledger.archive.keep(body)
            ledger.add(capture, document, found, extractor="by hand")
        ledger.refuse("x.bin", "x.bin: binary (name a text or HTML file)")
    return path


def told(url: str, day: str, number: int, words: str) -> tuple:
    """Return a page of a day with its own figure for the same trucks: bytes, capture, document, claims."""
    outlet = url.split("//")[1].partition(".")[0].title()
    body, capture, document = page(f"{outlet} counts trucks\n\n{words}\n\nRelated Posts", url)
    readings = (
        Reading("title", f"{outlet} counts trucks", "text"),
        Reading("published", day, "text"),
        Reading("outlet", outlet, "text"),
    )
    document = replace(document, readings=readings)
    return body, capture, document, tuple(_claims(document, number, words))


def _claims(document: Document, number: int, words: str) -> list[Claim]:
    exact = f"at least {number} trucks"
    found = [_claim(document, "transfer", exact, str(number), Bound.AT_LEAST, "trucks", Modality.ASSERTED)]
    if "tents" in words:
        held = "able to hold 9,000 tents"
        found.append(_claim(document, "capacity", held, "9,000", Bound.EXACT, "tents", Modality.CAPABILITY))
    if number == 450:
        found = [replace(claim, section=Section.HEADLINE) for claim in found]
    return found
