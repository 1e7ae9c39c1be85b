"""The same stories with claims as the engine reads them: the whole walk measured, and kept from falling."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from os import environ
from pathlib import Path

import pytest

from reportedly.model import Claim
from reportedly.pipeline import Engine, wake
from reportedly.settings import Settings

from .corpus import Story, stories
from .measuring import Measured, Score, measure_read
from .telling import Told

# What was reached; a better reading may only raise it.
FLOORS = {
    "claims found": 0.925,
    "origins right": 0.745,
    "pairs precision": 1.0,
    "pairs recall": 0.765,
    "relations precision": 0.975,
    "relations recall": 0.695,
    "drift precision": 0.87,
    "drift recall": 0.41,
    "copies precision": 1.0,
    "copies recall": 1.0,
    "apart precision": 1.0,
}

pytestmark = [pytest.mark.engine, pytest.mark.slow]


@cache
def _measured() -> tuple[dict[str, Measured], tuple[int, int]]:
    engine = wake(Settings(Path("unused.db")))
    found, matched, wanted = {}, 0, 0
    for story in stories():
        claims, known = _read(story, engine)
        matched += len(set(known.values()))
        wanted += sum(len(page.claims) for page in story.pages)
        found[story.name] = measure_read(story, claims, known, engine.items)
    return found, (matched, wanted)


def _read(story: Story, engine: Engine) -> tuple[list[Claim], dict[str, str]]:
    """Return a story's claims as read, and which hand-told claim each of them is."""
    claims, known = [], {}
    for page in story.pages:
        read = engine.claims(page.document)
        claims.extend(read)
        known.update(_matched(page, read))
    return claims, known


def _matched(page: Told, read: tuple[Claim, ...]) -> Iterator[tuple[str, str]]:
    """Yield each claim read with the hand-told one whose figure it has, or whose words where there is none."""
    for claim in read:
        for told in page.claims:
            span = claim.quantity.number if claim.quantity else claim.evidence.span
            alike = claim.kind == told.kind or claim.quantity is not None
            if (
                (claim.quantity is None) is (told.quantity is None)
                and alike
                and span.meets(told.evidence.span)
            ):
                yield claim.id, told.id
                break


def _all(part: str) -> Score:
    rows = [(name, getattr(m, part)) for name, m in _measured()[0].items()]
    return Score(
        frozenset((name, row) for name, score in rows for row in score.found),
        frozenset((name, row) for name, score in rows for row in score.wanted),
    )


def _figures() -> dict[str, float]:
    measured, (matched, wanted) = _measured()
    counted = [m.origins for m in measured.values()]
    off = sum(abs(found - known) for found, known in counted) / sum(known for _, known in counted)
    figures = {"claims found": matched / wanted, "origins right": 1 - off}
    for part in ("pairs", "relations", "drift", "copies", "apart"):
        score = _all(part)
        figures |= {f"{part} precision": score.precision, f"{part} recall": score.recall}
    return figures


def _told() -> str:
    lines = [f"{name}: {figure:.3f}" for name, figure in _figures().items()]
    for name, measured in _measured()[0].items():
        parts = (f.name for f in fields(Measured) if f.name != "origins")
        lines += [f"{name} origins {measured.origins}"]
        lines += [f"{name} {part}: {getattr(measured, part)}" for part in parts]
    return "\n".join(lines)


def test_pages_as_read_are_reconciled_as_well_as_they_ever_were(record_property) -> None:
    if file := environ.get("REPORTEDLY_STORIES_REPORT"):
        Path(file).write_text(_told(), encoding="utf-8")
    figures = _figures()
    record_property("extracted", " ".join(f"{name} {figure:.3f};" for name, figure in figures.items()))
    fallen = {name: figure for name, figure in figures.items() if figure < FLOORS.get(name, 0)}
    assert not fallen, f"{fallen}\n{_told()}"
