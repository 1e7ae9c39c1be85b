"""A web archive ten times as long takes no more memory: it is read record by record."""

import gzip
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

_PEAK = """
import resource, sys
from pathlib import Path
from reportedly.ingest import read_any
count = sum(1 for found in read_any(Path(sys.argv[1])) if not isinstance(found, Exception))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
_GROWTH = 12  # MB that the allocator may want more; the longer archive is 45 MB longer


def record(number: int) -> bytes:
    page = b"<h1>Ships</h1>" + b"<p>The ministry counted ships in the harbour on Friday.</p>" * 400
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2024-06-03T10:00:00Z\r\n"
        f"WARC-Target-URI: https://wire.example.org/{number}\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(folder: Path, sort: str, count: int) -> Path:
    path = folder / f"{sort}-{count}"
    with path.open("wb") as out:
        for number in range(count):
            out.write(record(number) if sort == "warc" else gzip.compress(record(number), 1))
    if sort == "wacz":
        package = folder / f"package-{count}"
        with ZipFile(package, "w", ZIP_STORED) as zipped:
            zipped.write(path, "archive/data.warc.gz")
        return package
    return path


def peak(path: Path) -> tuple[int, int]:
    command = [sys.executable, "-c", _PEAK, str(path)]
    count, megabytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(count), int(megabytes)


@pytest.mark.slow
@pytest.mark.parametrize("sort", ["warc", "warc.gz", "wacz"])
def test_memory_does_not_grow_with_an_archive(tmp_path: Path, sort: str) -> None:
    short, long = peak(archive(tmp_path, sort, 200)), peak(archive(tmp_path, sort, 2_000))
    assert (short[0], long[0]) == (200, 2_000)
    assert long[1] - short[1] < _GROWTH
