"""A chart outside the window: for a terminal, a notebook, a document."""

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from reportedly.ledger import Ledger
from reportedly.model import figure
from reportedly.web.charts import draw

from .view import Seen, SeriesView, series_view


@dataclass(frozen=True, slots=True)
class Plot:
    """A series drawn: a notebook shows it by itself, with its words below; ``svg`` is the chart alone.

    Its marks lead to the pages' own addresses, as the window may be far away.
    """

    title: str
    about: str
    svg: str
    rows: tuple[tuple[str, str, str, str], ...]

    def save(self, file: Path | str) -> None:
        """Write the chart to an SVG file."""
        Path(file).write_text(self.svg, encoding="utf-8")

    def _repr_svg_(self) -> str:
        """Show the chart in a notebook."""
        return self.svg

    def _repr_html_(self) -> str:
        """Show the chart in a notebook with the table of its observations."""
        head = "<tr><th>as of</th><th>figure</th><th>who says</th><th>words</th></tr>"
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in self.rows)
        table = f"<table>{head}{rows}</table>"
        return f"<figure>{self.svg}<figcaption>{escape(self.about)}</figcaption></figure>{table}"


def plot(ledger: Ledger, series_id: str) -> Plot | None:
    """Return a series drawn as the window draws it, or nothing if there is no such series."""
    view = series_view(ledger, series_id)
    if view is None:
        return None
    rows = tuple(_row(one) for one in view.seen)
    return Plot(view.title, view.about, standing_alone(view), rows)


def standing_alone(view: SeriesView) -> str:
    """Return a chart whose marks lead to the pages' own addresses, or nowhere."""
    urls = {name: entry.page.url for name, entry in view.words.items()}
    marks = tuple(replace(mark, link=_safe(urls.get(mark.id, ""))) for mark in view.chart.marks)
    return draw(replace(view.chart, marks=marks))


def _safe(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _row(one: Seen) -> tuple[str, str, str, str]:
    o = one.observation
    return o.as_of.edtf, figure(o.quantity), one.speaker, one.entry.claim.evidence.exact
