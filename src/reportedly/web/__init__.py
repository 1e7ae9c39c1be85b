"""The window: a quiet reading room over one ledger, on this machine only."""

from .report import Question, Report, html, markdown, tell
from .series.plotting import Plot, plot
from .serving import serve

__all__ = ["Plot", "Question", "Report", "html", "markdown", "plot", "serve", "tell"]
