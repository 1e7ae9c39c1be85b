"""Sockets that go only where they may, and no longer than they may."""

import ssl
import time
from collections.abc import Iterable

import httpcore

from .addresses import resolve


class CheckedStream(httpcore.NetworkStream):
    """A stream whose every wait ends at one deadline, drip by drip though it comes."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("time is up")
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come, within what is left of the time."""
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send, within what is left of the time."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the stream beneath."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Shake hands, within what is left of the time."""
        return CheckedStream(
            self._stream.start_tls(ssl_context, server_hostname, self._left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> object:
        """Ask the stream beneath."""
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to the very address that was checked, so that no second look-up can differ."""

    def __init__(self, allowed: Iterable[str], deadline: float) -> None:
        self._allowed = tuple(allowed)
        self._deadline = deadline
        self._beneath = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check, connect."""
        address = resolve(host, port, self._allowed)
        left = max(0.01, self._deadline - time.monotonic())
        wait = left if timeout is None else min(timeout, left)
        stream = self._beneath.connect_tcp(address, port, wait, local_address, socket_options)
        return CheckedStream(stream, self._deadline)


def one_answer(
    url: str,
    headers: Iterable[tuple[str, str]],
    backend: CheckedBackend,
    wait: float,
    *,
    body: bytes | None = None,
) -> "Answer":
    """Send one GET, or a POST with a body, on a connection of its own; the answer is read as it comes."""
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), wait)
    pool = httpcore.ConnectionPool(network_backend=backend, max_connections=1, http2=False)
    request = httpcore.Request(
        "GET" if body is None else "POST",
        url.encode("ascii"),
        content=body,
        headers=[(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in headers],
        extensions={"timeout": timeout},
    )
    return Answer(pool, request)


class Answer:
    """One answer in the making: status and headers first, the body as raw chunks."""

    def __init__(self, pool: httpcore.ConnectionPool, request: httpcore.Request) -> None:
        self._pool = pool
        try:
            self._response = pool.handle_request(request)
        except BaseException:
            pool.close()
            raise
        self.status = self._response.status
        self.headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in self._response.headers)

    def header(self, name: str) -> str | None:
        """Return a header's value, or nothing where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def chunks(self) -> Iterable[bytes]:
        """Yield the body as it comes, still compressed."""
        yield from self._response.iter_stream()

    def close(self) -> None:
        """Hang up."""
        self._response.close()
        self._pool.close()
