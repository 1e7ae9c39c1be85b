"""One exception tree, drawn here.

ReportedlyError
├── IngestError      a page that cannot be read: kept out, named, the rest goes on
│   └── FetchError   an address that cannot or must not be reached
│       └── BusyError  one that cannot answer now, and may later
├── ParserError      an engine that cannot be woken
├── LexiconError     a TOML entry that breaks its own rules
├── LedgerError      a ledger that cannot be opened or written
│   └── NewerLedgerError  one written by a newer version
├── EvidenceError    words that are not where a claim says they are
└── UsageError       a choice at the door that makes no sense

Messages are lower-case, name the culprit first and end with what to do.
"""


class ReportedlyError(Exception):
    """Anything that Reportedly refuses, with the culprit first in its message."""


class IngestError(ReportedlyError):
    """A page that cannot be read."""


class FetchError(IngestError):
    """An address that cannot or must not be reached."""


class BusyError(FetchError):
    """An address that cannot answer now; ``after`` is its Retry-After, as it was sent."""

    def __init__(self, message: str, after: str | None = None) -> None:
        super().__init__(message)
        self.after = after


class ParserError(ReportedlyError):
    """A parsing engine that cannot be woken."""


class LexiconError(ReportedlyError):
    """A word list or frame file that breaks its own rules."""


class LedgerError(ReportedlyError):
    """A ledger that cannot be opened or written."""


class NewerLedgerError(LedgerError):
    """A ledger written by a newer version of Reportedly."""


class EvidenceError(ReportedlyError):
    """Words that are not where a claim says they are."""


class UsageError(ReportedlyError):
    """A choice made at the door that makes no sense."""
