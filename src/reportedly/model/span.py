"""A stretch of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of characters in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"{self.start}..{self.end}: a span runs forward from zero")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Is the other span wholly inside this one?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Do the two spans share at least one character?"""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """Return the same stretch, moved by so many characters."""
        return Span(self.start + by, self.end + by)

    def cover(self, other: "Span") -> "Span":
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
