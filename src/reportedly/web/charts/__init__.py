"""Charts drawn by us as SVG: pure functions from records to markup, no script, no clock."""

from .drawing import draw
from .records import Chart, Faint, Mark, Tie, TieKind
from .spark import spark

__all__ = ["Chart", "Faint", "Mark", "Tie", "TieKind", "draw", "spark"]
