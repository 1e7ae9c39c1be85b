"""A small ledger with what the across-page views need: growth, a conflict, a copy, a headline."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportedly.ledger import Ledger
from reportedly.model import Claim, Document, Reading, Section

from ..building import claims, page

PLACES = (
    ("https://courier.example.org/trucks", "2024-06-16", "120"),
    ("https://herald.example.org/more", "2024-07-02", "300"),
    ("https://gazette.example.org/late", "2024-08-09", "450"),
)


def stocked(folder: Path) -> Path:
    """Return a ledger of three pages on one story, with a refused one."""
    path = folder / "ledger.db"
    with Ledger.open(path) as ledger:
        for url, day, number in PLACES:
            document, found = told(url, day, number)
            body, capture, _ = page(url=url)
            ledger.archive.keep(body)
            ledger.add(capture, document, found, extractor="by hand")
        ledger.refuse("x.bin", "x.bin: binary (name a text or HTML file)")
    return path


def told(url: str, day: str, number: str) -> tuple[Document, tuple[Claim, ...]]:
    """Return a page of another day with its own figure for the same trucks."""
    _, _, document = page(url=url)
    outlet = url.split("//")[1].split(".", maxsplit=1)[0].title()
    readings = (
        Reading("title", f"{outlet} counts trucks", "text"),
        Reading("published", day, "text"),
        Reading("outlet", outlet, "text"),
    )
    document = replace(document, readings=readings)
    transfer, capacity = claims(document)
    assert transfer.quantity is not None
    quantity = replace(transfer.quantity, low=Decimal(number))
    headline = replace(transfer, section=Section.HEADLINE) if number == "450" else transfer
    return document, (replace(headline, quantity=quantity), capacity)
