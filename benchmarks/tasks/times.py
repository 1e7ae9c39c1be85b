"""The times of a text as TIMEX3: ``{"doc_id", "dct", "text"}`` in, ``{"doc_id", "timex"}`` out."""

import re
from datetime import date

from reportedly.extract.times import find_times
from reportedly.model import TimeExpression, TimexType


def predict(line: dict) -> dict:
    """Return the times of one document."""
    anchor = date.fromisoformat(line["dct"][:10]) if line.get("dct") else None
    found = find_times(line["text"], anchor=anchor)
    return {"doc_id": line["doc_id"], "timex": [_timex(time) for time in found if not _rate(time)]}


def _rate(time: TimeExpression) -> bool:
    """TimeBank leaves rates ("four flights a week", "8% annually") unmarked."""
    return time.type is TimexType.SET and time.words.split()[0] in {"a", "an", "per", "annually"}


def _timex(time: TimeExpression) -> dict:
    value = _ZONE.sub("", time.value)  # TimeBank writes local hours
    return {"start": time.span.start, "end": time.span.end, "type": time.type.value, "value": value}


_ZONE = re.compile(r"(?<=:\d\d)(Z|[+-]\d\d:\d\d)$")
