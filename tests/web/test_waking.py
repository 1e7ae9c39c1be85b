"""What is done before the first answers."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send

from reportedly.ledger import Ledger
from reportedly.web.app import app_of
from reportedly.web.room import Room
from reportedly.web.waking import make_ready

from .building import stocked


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    kept = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*kept)


def test_each_kind_of_view_is_asked_once_and_answers(tmp_path: Path) -> None:
    room = Room(stocked(tmp_path))
    app, found = app_of(room), {}

    async def noted(scope: Scope, receive: Receive, send: Send) -> None:
        async def watched(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                found[scope["path"]] = message["status"]
            await send(message)

        await app(scope, receive, watched)

    make_ready(room, noted)
    assert {path: status for path, status in found.items() if status != 200} == {"/nothing": 404}
    assert {path.split("/")[1] for path in found} >= {"pages", "claims", "series", "report", "static", "api"}


def test_an_empty_ledger_is_made_ready_too(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "empty.db").close()
    room = Room(tmp_path / "empty.db")
    make_ready(room, app_of(room))
