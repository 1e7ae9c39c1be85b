"""Claims as Parquet: typed columns, unknown values as nulls; needs the extra ``parquet``."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import BinaryIO

from reportedly.errors import UsageError
from reportedly.model import UNKNOWN, Claim

from .objects import Value
from .tabular import COLUMNS, cells_of

GROUP = 10_000
TYPED = (*COLUMNS, "approximate", "day_first", "day_last", "confidence")
_NUMBERS = frozenset({"low", "high", "confidence"})
_WHOLE = frozenset({"start", "end"})
_DAYS = frozenset({"published", "day_first", "day_last"})
Row = tuple[Claim, Mapping[str, Value]]


def write_parquet(rows: Iterable[Row], out: BinaryIO, *, columns: Sequence[str] = TYPED) -> int:
    """Write claims, each with its page's facts, as Parquet and return how many.

    Raises UsageError where the library that writes it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, 0.4 s and 60 MB that only this export pays
        import pyarrow.parquet as pq  # noqa: PLC0415 - the same
    except ImportError as error:
        raise UsageError(
            "parquet: its library is not installed (pip install 'reportedly[parquet]')"
        ) from error
    types = {name: pa.lib.type_for_alias(_type(name)) for name in columns}
    schema = pa.schema(types.items())
    written = 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for some in _groups(rows):
            table = [_typed(*row) for row in some]
            arrays = [pa.array([row[name] for row in table], types[name]) for name in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            written += len(some)
    return written


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    walk = iter(rows)
    while some := list(islice(walk, GROUP)):
        yield some


def _type(name: str) -> str:
    """Return the Arrow type of a column, by its alias."""
    if name in _NUMBERS:
        return "float64"
    if name in _WHOLE:
        return "int64"
    if name in _DAYS:
        return "date32"
    return "bool" if name == "approximate" else "string"


def _typed(claim: Claim, page: Mapping[str, Value]) -> dict[str, object]:
    """Return a claim's cells by name, each of its type; nothing where the words leave it open."""
    row: dict[str, object] = {
        name: _cast(name, value) if value not in {None, "", UNKNOWN} else None
        for name, value in cells_of(claim, page).items()
    }
    period = claim.time.period if claim.time else None
    row["approximate"] = claim.quantity.approximate if claim.quantity else None
    row["day_first"] = period.start if period else None
    row["day_last"] = period.last if period else None
    row["confidence"] = claim.confidence
    return row


def _cast(name: str, value: str | None) -> object:
    assert value is not None
    casts: Mapping[str, Callable[[str], object]] = {
        **dict.fromkeys(_NUMBERS, float),
        **dict.fromkeys(_WHOLE, int),
        **dict.fromkeys(_DAYS, lambda words: date.fromisoformat(words[:10])),
    }
    return casts.get(name, str)(value)
