"""Four doors for visitors: a TOML file, a parser, a finder, an exporter."""

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

from reportedly.errors import UsageError
from reportedly.frames import Frames
from reportedly.model import Claim, Document, Gate, Parse


@runtime_checkable
class Parser(Protocol):
    """Turns a document into sentences of tokens with Universal Dependencies."""

    @property
    def name(self) -> str:
        """What the parser is called, with its version: part of every reading's name."""
        ...

    def parse(self, document: Document) -> Parse:
        """Parse the blocks of a document that may bear a claim."""
        ...


@runtime_checkable
class Gated(Protocol):
    """A parser that can be told which sentences are worth its time."""

    def behind(self, gate: Gate) -> Parser:
        """Return the same parser, reading only what passes a gate."""
        ...


class Finder(Protocol):
    """Finds claims; the evidence law holds for it as for ours, so it cannot invent a quote."""

    def find(self, document: Document, parse: Parse, frames: Frames) -> Iterator[Claim]:
        """Yield claims whose evidence stands in the document's text."""
        ...


class Exporter(Protocol):
    """Writes claims in a form of its own."""

    def export(self, claims: Iterable[Claim], path: Path) -> None:
        """Write the claims to a path."""
        ...


def load_parser(name: str, *, gate: Gate | None = None) -> Parser:
    """Wake a parser by the name of its entry point, behind a gate if it heeds one.

    Raises UsageError where no installed package offers one of that name.
    """
    offered = {point.name: point for point in entry_points(group="reportedly.parsers")}
    if name not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise UsageError(f"{name}: no such parser (installed: {known})")
    parser = offered[name].load()()
    assert isinstance(parser, Parser)
    return parser.behind(gate) if gate is not None and isinstance(parser, Gated) else parser


def load_finders() -> tuple[Finder, ...]:
    """Wake every finder that installed packages offer, in the order of their names."""
    points = sorted(entry_points(group="reportedly.finders"), key=lambda point: point.name)
    return tuple(point.load()() for point in points)


def load_exporter(name: str) -> Exporter:
    """Wake an exporter by the name of its entry point (raises UsageError where there is none)."""
    offered = {point.name: point for point in entry_points(group="reportedly.exporters")}
    if name not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise UsageError(f"{name}: no such exporter (installed: {known})")
    exporter: Exporter = offered[name].load()()
    return exporter
