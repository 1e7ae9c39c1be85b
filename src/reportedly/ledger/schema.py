"""Opening a ledger: is it one, is it ours, and which steps forward does it need?"""

import sqlite3
from importlib.resources import files
from pathlib import Path

from reportedly.errors import LedgerError, NewerLedgerError

APPLICATION = 0x52505459  # "RPTY" in the SQLite header


def connect(path: Path, cache: int = 32) -> sqlite3.Connection:
    """Open or create the database of a ledger and bring its schema forward.

    Raises LedgerError for a file that is no ledger, NewerLedgerError for one
    that a newer version wrote.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
        _check(db, path)
        _tune(db, cache)
        _migrate(db)
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(f"{path}: {error} (name another ledger with --ledger)") from error
    return db


def _check(db: sqlite3.Connection, path: Path) -> None:
    try:
        application = int(db.execute("PRAGMA application_id").fetchone()[0])
        tables = int(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError as error:
        db.close()
        raise LedgerError(f"{path}: not a ledger (name another file with --ledger)") from error
    if tables and application != APPLICATION:
        db.close()
        raise LedgerError(f"{path}: a database, but not a ledger (name another file with --ledger)")
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > len(_steps()):
        db.close()
        raise NewerLedgerError(
            f"{path}: written by a newer version (schema {version}, this one knows {len(_steps())}; "
            "upgrade reportedly)"
        )


def _tune(db: sqlite3.Connection, cache: int) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = {-1000 * cache}")


def _steps() -> list[str]:
    folder = files("reportedly.ledger") / "migrations"
    return sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))


def _migrate(db: sqlite3.Connection) -> None:
    done = int(db.execute("PRAGMA user_version").fetchone()[0])
    folder = files("reportedly.ledger") / "migrations"
    for number, name in enumerate(_steps()[done:], done + 1):
        script = (folder / name).read_text(encoding="utf-8")
        db.executescript(
            f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION};\n"
            f"PRAGMA user_version = {number};\nCOMMIT;"
        )
