"""The probe sentences: every figure found, nothing invented, every word list covered."""

import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.extract.quantities import find_quantities
from reportedly.model import Measure, Quantity

PROBES = tomllib.loads((Path(__file__).parents[2] / "probes" / "quantities.toml").read_text("utf-8"))["probe"]
FIGURES = {Measure.COUNT, Measure.MONEY, Measure.SHARE, Measure.PHYSICAL, Measure.DURATION}


def plain(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def interval(figure: Quantity) -> str:
    if figure.low is None and figure.high is None:
        return "?"
    if figure.low == figure.high:
        return plain(figure.low)
    return "..".join("" if end is None else plain(end) for end in (figure.low, figure.high))


def marks(figure: Quantity) -> str:
    told = figure.measure in {Measure.SHARE, Measure.PHYSICAL, Measure.DURATION}
    coin = figure.measure is Measure.MONEY and figure.currency is None
    found = [
        str(figure.measure) if told or coin else "",
        "approx" if figure.approximate else "",
        str(figure.change or ""),
        "more" if figure.increment else "",
        f"band={plain(figure.band[0])}..{plain(figure.band[1])}" if figure.band else "",
    ]
    return " ".join(mark for mark in found if mark)


def told(figure: Quantity, text: str) -> str:
    """Write a figure as the probe file does."""
    number = figure.number.of(text)
    if figure.measure not in FIGURES:
        return f"{number} | {interval(figure)} | {figure.measure}"
    what = figure.currency or figure.unit or "-"
    what += f" per {figure.per}" if figure.per else ""
    fields = [number, interval(figure), str(figure.bound), what, marks(figure)]
    return " | ".join(field for field in fields if field)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe["text"])
def test_a_probe_sentence_reads_as_it_should(probe):
    text = probe["text"]
    assert [told(figure, text) for figure in find_quantities(text)] == probe["reads"]


def test_there_are_enough_probes():
    assert len(PROBES) >= 300


@pytest.mark.parametrize("file", ["numbers", "hedges", "units", "currencies", "not_figures"])
def test_the_probes_cover_every_lexicon_entry(file):
    texts = {probe["text"] for probe in PROBES}
    lists = tomllib.loads(files("reportedly.lexicon").joinpath(f"{file}.toml").read_text("utf-8"))
    examples = {
        e["example"]
        for table in lists.values()
        if isinstance(table, list)
        for e in table
        if isinstance(e, dict)
    }
    assert examples <= texts
