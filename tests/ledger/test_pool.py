"""Ledgers that stay open between answers."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger.pool import Pool


def test_the_next_answer_is_lent_what_the_last_one_gave_back(tmp_path: Path) -> None:
    pool = Pool(tmp_path / "l.db", 2)
    with pool.lend() as first:
        pass
    with pool.lend() as second, pool.lend() as beside:
        assert second is first
        assert beside is not first
    pool.close()


def test_what_failed_is_not_lent_again(tmp_path: Path) -> None:
    pool = Pool(tmp_path / "l.db", 2)
    with pytest.raises(ZeroDivisionError), pool.lend() as first:
        raise ZeroDivisionError
    with pool.lend() as second:
        assert second is not first
    with pytest.raises(sqlite3.ProgrammingError):
        first.page_count()
    pool.close()


def test_another_ledger_at_the_same_path_is_opened_anew(tmp_path: Path) -> None:
    path, other = tmp_path / "l.db", tmp_path / "other.db"
    Ledger.open(other).close()
    pool = Pool(path, 2)
    with pool.lend() as ledger:
        ledger.refuse("a.html", "a.html: no text")
    pool.close()
    with pool.lend() as ledger:
        assert len(list(ledger.refusals())) == 1
    shutil.move(other, path)
    with pool.lend() as ledger:
        assert not list(ledger.refusals())
    pool.close()


def test_few_stay_open_while_nobody_asks(tmp_path: Path) -> None:
    pool = Pool(tmp_path / "l.db", 2)
    with pool.lend(), pool.lend(), pool.lend() as third:
        pass
    with pool.lend() as one, pool.lend() as other, pool.lend() as new:
        assert third in (one, other, new)
        assert len({id(one), id(other), id(new)}) == 3
    pool.close()
