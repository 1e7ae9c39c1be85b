"""Captures into one file: a WACZ or a gzipped WARC, whole or not at all."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from reportedly.errors import IngestError
from reportedly.ingest.captures.captured import Fetched


def write_archive(captures: Iterable[tuple[Fetched, str | None]], out: Path, *, moment: datetime) -> int:
    """Write captures with their titles, as the file's ending asks for; return how many.

    ``moment`` is when the file is made. Raises IngestError for another ending,
    or where the file cannot be written.
    """
    from .wacz import write_wacz, write_warc  # noqa: PLC0415 - archives alone wake their libraries

    if not out.name.endswith((".wacz", ".warc.gz")):
        raise IngestError(f"{out}: neither .wacz nor .warc.gz (give it one of these endings)")
    write = write_wacz if out.suffix == ".wacz" else write_warc
    draft = out.with_name(f".{out.name}.part")
    try:
        with draft.open("wb") as stream:
            count = write(captures, stream, moment=moment)
        draft.replace(out)
    except OSError as error:
        raise IngestError(f"{out}: {error.strerror or error} (make room, or name another file)") from error
    finally:
        draft.unlink(missing_ok=True)
    return count
