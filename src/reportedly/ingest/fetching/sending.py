"""A message to an address: checked as a fetch is checked, sent once, never sent on."""

import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from reportedly.errors import BusyError

from .pages import FetchPolicy, plain_url


def send(url: str, body: bytes, headers: Iterable[tuple[str, str]], *, policy: FetchPolicy) -> int:
    """POST some bytes and return the status that was answered; a redirect is an answer like any other.

    Raises FetchError for an address that may not be reached, BusyError where
    nothing was answered in time.
    """
    import httpcore  # noqa: PLC0415 - 60 ms that only sending pays

    from .transport import CheckedBackend, one_answer  # noqa: PLC0415 - the same

    address = plain_url(url)
    backend = CheckedBackend(policy.allowed, time.monotonic() + policy.seconds)
    told = [
        ("Host", urlsplit(address).netloc),
        ("User-Agent", policy.agent),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
        *headers,
    ]
    try:
        answer = one_answer(address, told, backend, policy.wait, body=body)
    except httpcore.TimeoutException as error:
        raise BusyError(f"{url}: no answer in time (it is tried again)") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
        raise BusyError(f"{url}: {str(error) or type(error).__name__} (it is tried again)") from error
    answer.close()
    return answer.status
