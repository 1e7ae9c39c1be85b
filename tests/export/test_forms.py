"""What goes out is what was read: each form read back by a reader that is not ours."""

import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from reportedly.errors import UsageError
from reportedly.export import COLUMNS, TYPED, annotations, entities, linked, write_parquet
from reportedly.ledger import ClaimFilter, Ledger

from ..web.building import stocked


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list:
    with Ledger.open(stocked(tmp_path_factory.mktemp("forms"))) as ledger:
        return [(entry.claim, entry.page.facts) for entry in ledger.entries(ClaimFilter())]


def test_parquet_has_types_and_nulls(rows: list, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    with file.open("wb") as out:
        assert write_parquet(iter(rows), out) == 6
    told = duckdb.sql(
        f"SELECT count(*), sum(low), min(published), count(place), max(evidence) FROM '{file}'"
    ).fetchall()[0]
    assert told == (6, 120 + 9000 + 120 + 9000 + 300 + 450, date(2024, 6, 16), 0, "at least 450 trucks")
    types = dict(
        duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{file}')").fetchall()
    )
    assert (types["low"], types["published"], types["start"], types["approximate"], types["actor"]) == (
        "DOUBLE", "DATE", "BIGINT", "BOOLEAN", "VARCHAR",
    )  # fmt: skip
    assert set(COLUMNS) <= set(TYPED) == set(types)


def test_parquet_of_nothing_is_a_table_without_rows() -> None:
    out = BytesIO()
    assert write_parquet((), out, columns=("id", "low")) == 0
    table = pq.read_table(BytesIO(out.getvalue()))
    assert (table.num_rows, table.column_names) == (0, ["id", "low"])


def test_without_its_library_parquet_says_how_to_install_it(
    rows: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[parquet\]'"):
        write_parquet(iter(rows), BytesIO())


def test_linked_data_names_speaker_page_and_words(rows: list) -> None:
    graph = json.loads("".join(linked(iter(rows))))
    assert graph["@context"]["@vocab"] == "https://schema.org/"
    first = graph["@graph"][0]
    claim = rows[0][0]
    assert (first["@type"], first["text"]) == ("Claim", claim.evidence.exact)
    assert first["author"] == {"@type": "Thing", "name": "Tirania", "identifier": "country:TI"}
    assert first["appearance"]["@id"] == rows[0][1]["url"]
    assert first["prov:wasGeneratedBy"]["prov:used"]["@id"] == f"rep:capture:{claim.document}"


def test_an_annotation_s_selectors_find_the_words(rows: list, tmp_path: Path) -> None:
    page = json.loads("".join(annotations(iter(rows))))
    assert (page["type"], len(page["items"])) == ("AnnotationPage", 6)
    with Ledger.open(stocked(tmp_path)) as ledger:
        for item, (claim, _) in zip(page["items"], rows, strict=True):
            quote, position = item["target"]["selector"]
            text = ledger.document(claim.document).text
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_entities_point_at_one_another_and_none_is_told_twice(rows: list) -> None:
    told = [json.loads(line) for line in entities(iter(rows))]
    known = {entity["id"]: entity["schema"] for entity in told}
    assert len(known) == len(told)
    events = [entity for entity in told if entity["schema"] == "Event"]
    assert len(events) == 6
    for event in events:
        assert [known[name] for name in event["properties"]["proof"]] == ["Article"]
        assert {known[name] for name in event["properties"]["involved"]} == {"PublicBody"}
    assert all(isinstance(v, list) and v for e in told for v in e["properties"].values())


def test_no_rows_still_make_whole_documents() -> None:
    assert json.loads("".join(linked(iter(()))))["@graph"] == []
    assert json.loads("".join(annotations(iter(()))))["items"] == []
    assert not list(entities(iter(())))
