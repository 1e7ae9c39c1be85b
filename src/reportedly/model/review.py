"""A person's word on a claim: a new row, never an edit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    GRADE = "grade"
    NOTE = "note"
    SPLIT = "split"
    JOIN = "join"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of one person at one time.

    ``field`` and ``value`` say what a correction sets; ``grade`` is an
    Admiralty mark (A-F and 1-6, "B2"); ``target`` is the series or review
    meant by split, join and undo.
    """

    claim: str
    verdict: Verdict
    by: str
    at: datetime
    field: str | None = None
    value: str | None = None
    grade: str | None = None
    note: str | None = None
    target: str | None = None
