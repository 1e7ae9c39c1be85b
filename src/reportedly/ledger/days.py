"""Days as a person types them: ISO 8601 years, months, days, and two of them with ``/``."""

from reportedly.errors import UsageError
from reportedly.model import Period, read_edtf


def parse_days(words: str) -> Period:
    """Return the days of a date as ISO 8601 writes it: a year, a month, a day, or two with ``/``."""
    found = read_edtf(words) if "." not in words and "~" not in words else None
    if found is None:
        raise UsageError(f"{words}: not a date (write 2024, 2024-06, 2024-06-14 or 2024-06-01/2024-06-30)")
    return found
