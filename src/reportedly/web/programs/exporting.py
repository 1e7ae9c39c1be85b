"""Exactly what the ledger shows, on its way out, in its order and with its columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from tempfile import TemporaryFile

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from reportedly.errors import UsageError
from reportedly.export import (
    COLUMNS,
    TYPED,
    Value,
    annotations,
    entities,
    linked,
    write_csv,
    write_parquet,
)
from reportedly.ledger import entries_at
from reportedly.model import Claim
from reportedly.web.answering.answers import Answer, asked
from reportedly.web.markup.columns import fields_of
from reportedly.web.pages import choices
from reportedly.web.room import Room

AT_ONCE = 500
Rows = Iterator[tuple[Claim, Mapping[str, Value]]]
Form = tuple[str, Callable[[Rows], Iterable[str]]]


def routes(room: Room) -> list[BaseRoute]:
    """Return the routes of exports."""

    def table(request: Request) -> Response:
        fields, rows = _asked(room, request)
        return _sent(_csv(rows, fields or COLUMNS), "text/csv; charset=utf-8", "claims.csv")

    def columnar(request: Request) -> Response:
        fields, rows = _asked(room, request)
        try:
            return _sent(_parquet(rows, fields or TYPED), "application/vnd.apache.parquet", "claims.parquet")
        except UsageError as error:
            raise HTTPException(501, str(error)) from error

    def telling(name: str, media_type: str, form: Callable[[Rows], Iterable[str]]) -> Route:
        def tell(request: Request) -> Response:
            return _sent(form(_asked(room, request)[1]), media_type, f"claims.{name}")

        return Route(f"/ledger.{name}", tell)

    return [
        Route("/ledger.csv", table),
        Route("/ledger.parquet", columnar),
        telling("jsonld", "application/ld+json", linked),
        telling("annotations.jsonld", "application/ld+json", annotations),
        telling("ftm.jsonl", "application/x-ndjson", entities),
    ]


def _asked(room: Room, request: Request) -> tuple[Sequence[str] | None, Rows]:
    """Return the fields and claims that an address asks for, refused before anything is sent."""

    def show(room: Room, request: Request) -> Answer:
        kept = choices.kept_of(request.query_params)
        wanted, order = choices.wanted(kept)
        fields = fields_of(kept)
        with room.open() as ledger:
            numbers = room.claims.choose(ledger, wanted).numbers(order)
        return Answer("", {"fields": fields, "numbers": numbers})

    found = asked(show, room, request).shown
    fields, numbers = found["fields"], found["numbers"]
    assert isinstance(numbers, list)
    assert fields is None or isinstance(fields, tuple)
    return fields, _rows(room, numbers)


def _rows(room: Room, numbers: Sequence[int]) -> Rows:
    with room.open() as ledger:
        for start in range(0, len(numbers), AT_ONCE):
            for entry in entries_at(ledger, numbers[start : start + AT_ONCE]):
                yield entry.claim, entry.page.facts


def _sent(parts: Iterable[str] | Iterable[bytes], media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(parts, media_type=media_type, headers=headers)


def _csv(rows: Rows, fields: Sequence[str]) -> Iterator[str]:
    head = StringIO()
    write_csv((), head, columns=fields)
    yield head.getvalue()
    for some in _hundreds(rows):
        out = StringIO()
        write_csv(some, out, columns=fields)
        yield out.getvalue().partition("\r\n")[2]


def _hundreds(rows: Rows) -> Iterator[list[tuple[Claim, Mapping[str, Value]]]]:
    some = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _parquet(rows: Rows, fields: Sequence[str]) -> Iterator[bytes]:
    """Return a Parquet file in parts; it lies on disk, unnamed, until it is sent."""
    out = TemporaryFile()  # noqa: SIM115 - closed when it has been sent
    write_parquet(rows, out, columns=fields)
    out.seek(0)

    def parts() -> Iterator[bytes]:
        with out:
            while part := out.read(1 << 16):
                yield part

    return parts()
