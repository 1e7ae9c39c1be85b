"""A chart outside the window: for a terminal, a notebook, a document."""

from reportedly.ledger import Ledger


def plot(ledger: Ledger, series_id: str) -> str | None:
    """Return a series as SVG, as the window draws it, or nothing if there is no such series."""
    from .across import series_view  # noqa: PLC0415 - only a chart needs the lexicons

    view = series_view(ledger, series_id)
    return view.svg if view else None
