"""Records to JSON and back, so that ``decode(type(x), encode(x)) == x``."""

from typing import TypeVar

T = TypeVar("T")


def encode(record: object) -> bytes:
    """Return a record as compact JSON; equal records give equal bytes."""
    import msgspec  # noqa: PLC0415 - queries that never encode do not pay for it

    return msgspec.json.encode(record, order="deterministic")


def decode(kind: type[T], data: bytes | str) -> T:
    """Return the record that ``encode`` wrote.

    Raises ``msgspec.ValidationError`` (a ``ValueError``) where the data is of another shape.
    """
    import msgspec  # noqa: PLC0415 - the same

    return msgspec.json.decode(data, type=kind)
