"""What fetching and unpacking hand on: one capture with its bytes."""

from dataclasses import dataclass

from reportedly.model import Capture


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer: its capture, its body, and how it was come by.

    ``hops`` are the addresses that led here, the one asked for first;
    ``not_modified`` is true where the server said nothing has changed;
    ``headers`` are the answer's and ``sent`` those it was asked with, empty
    where they were not kept.
    """

    capture: Capture
    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    hops: tuple[str, ...] = ()
    not_modified: bool = False
    sent: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """Return a header's value, or nothing where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def digest_of(body: bytes) -> str:
    """Return the name of a body in the archive: ``sha256:`` and 64 hex digits."""
    from hashlib import sha256  # noqa: PLC0415 - 10 ms that queries never need

    return f"sha256:{sha256(body).hexdigest()}"
