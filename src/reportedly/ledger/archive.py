"""The bytes, kept under the digest of what they say."""

import gzip
import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from reportedly.errors import LedgerError


def digest_of(body: bytes) -> str:
    """Return ``sha256:`` and the 64 hex digits of some bytes."""
    return f"sha256:{sha256(body).hexdigest()}"


class Archive:
    """A folder of gzipped bodies, each named by its own SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, body: bytes) -> str:
        """Store some bytes once and return their digest; half a file is never seen."""
        digest = digest_of(body)
        target = self._place(digest)
        if target.exists():
            return digest
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=target.parent, delete=False) as draft:
                draft.write(gzip.compress(body, mtime=0))
                draft.flush()
                os.fsync(draft.fileno())
            Path(draft.name).replace(target)
        except OSError as error:
            raise LedgerError(f"{self.folder}: {error.strerror} (make room, then run it again)") from error
        return digest

    def body(self, digest: str) -> bytes:
        """Return the bytes kept under a digest.

        Raises LedgerError where they are gone or no longer match their digest.
        """
        try:
            body = gzip.decompress(self._place(digest).read_bytes())
        except (OSError, EOFError) as error:
            raise LedgerError(f"{digest}: not in the archive (restore it from a backup)") from error
        if digest_of(body) != digest:
            raise LedgerError(f"{digest}: bytes have changed (restore them from a backup)")
        return body

    def _place(self, digest: str) -> Path:
        name = digest.removeprefix("sha256:")
        return self.folder / name[:2] / f"{name}.gz"
