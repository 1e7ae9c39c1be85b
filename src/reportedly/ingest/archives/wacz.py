"""WACZ 1.1.1: captures as a package that replay tools open, each file with its digest."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from reportedly import __version__
from reportedly.ingest.captures.captured import Fetched

from .warc_writing import Place, write_records

Titled = tuple[Fetched, str | None]
_WARC = "archive/data.warc.gz"
_INDEX = "indexes/index.cdxj"
_PAGES = "pages/pages.jsonl"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class _Resource:
    path: str
    hash: str
    bytes: int


def write_warc(captures: Iterable[Titled], out: BinaryIO, *, moment: datetime) -> int:
    """Write captures as one gzipped WARC; return how many."""
    return sum(1 for _ in write_records((fetched for fetched, _ in captures), out, moment=moment))


def write_wacz(captures: Iterable[Titled], out: BinaryIO, *, moment: datetime) -> int:
    """Write captures as a WACZ package; return how many."""
    index: list[str] = []
    pages = [_line({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
    titles: dict[str, str | None] = {}

    def noted() -> Iterator[Fetched]:
        for fetched, title in captures:
            titles[fetched.capture.id] = title
            yield fetched

    with TemporaryDirectory() as folder, ZipFile(out, "w") as package:
        records = Path(folder) / "data.warc.gz"
        with records.open("wb") as stream:
            for place in write_records(noted(), stream, moment=moment):
                index.append(_index_line(place))
                pages.append(_page_line(place, titles.pop(place.fetched.capture.id)))
        made = (
            _put_file(package, _WARC, records),
            _put(package, _INDEX, "".join(sorted(index))),
            _put(package, _PAGES, "".join(pages)),
        )
        described = _put(package, "datapackage.json", _datapackage(made, moment))
        _put(package, "datapackage-digest.json", _line({"path": described.path, "hash": described.hash}))
    return len(index)


def _put_file(package: ZipFile, path: str, file: Path) -> _Resource:
    package.write(file, path, ZIP_STORED)
    with file.open("rb") as stream:
        return _Resource(path, f"sha256:{file_digest(stream, sha256).hexdigest()}", file.stat().st_size)


def _put(package: ZipFile, path: str, words: str) -> _Resource:
    body = words.encode()
    package.writestr(path, body, ZIP_DEFLATED)
    return _Resource(path, f"sha256:{sha256(body).hexdigest()}", len(body))


def _datapackage(made: Iterable[_Resource], moment: datetime) -> str:
    resources = [
        {"name": r.path.rpartition("/")[2], "path": r.path, "hash": r.hash, "bytes": r.bytes} for r in made
    ]
    told = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "Captures of a Reportedly ledger",
        "created": _stamp(moment),
        "software": f"Reportedly {__version__}",
        "resources": resources,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _page_line(place: Place, title: str | None) -> str:
    capture = place.fetched.capture
    told = {"id": capture.id, "url": capture.url, "ts": _stamp(place.moment)}
    return _line({**told, "title": title} if title else told)


def _index_line(place: Place) -> str:
    capture = place.fetched.capture
    answered = {"status": str(place.fetched.status)} if place.fetched.headers else {}
    told = {
        "url": capture.url,
        "mime": capture.media_type.partition(";")[0],
        **answered,
        "digest": capture.digest,
        "length": str(place.length),
        "offset": str(place.offset),
        "filename": _WARC.rpartition("/")[2],
    }
    return f"{surt(capture.url)} {place.moment.astimezone(UTC):%Y%m%d%H%M%S} {_line(told)}"


def surt(url: str) -> str:
    """Return an address with its host turned round, so that sorting keeps a site together."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        return url.lower().replace(" ", "%20")
    host = re.sub(r"^www\d*\.", "", parts.hostname)
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    turned = host if _is_address(host) else ",".join(reversed(host.split(".")))
    return f"{turned}{port}){path}{'?' + query if query else ''}".lower()


def _is_address(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdecimal()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _line(told: dict[str, str]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"
