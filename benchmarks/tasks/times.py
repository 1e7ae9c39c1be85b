"""The times of a text as TIMEX3: ``{"doc_id", "dct", "text"}`` in, ``{"doc_id", "timex"}`` out."""

from datetime import date

from reportedly.extract.times import find_times


def predict(line: dict) -> dict:
    """Return the times of one document."""
    anchor = date.fromisoformat(line["dct"][:10]) if line.get("dct") else None
    found = find_times(line["text"], anchor=anchor)
    return {"doc_id": line["doc_id"], "timex": [_timex(time) for time in found]}


def _timex(time) -> dict:  # noqa: ANN001 - a TimeExpression
    return {"start": time.span.start, "end": time.span.end, "type": time.type.value, "value": time.value}
