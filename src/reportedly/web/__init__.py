"""The window: a quiet reading room over one ledger, on this machine only."""

from .plotting import Plot, plot
from .report import Question, Report, html, markdown, tell
from .serving import serve

__all__ = ["Plot", "Question", "Report", "html", "markdown", "plot", "serve", "tell"]
