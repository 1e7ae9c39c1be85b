"""Pages from the net: checked at every hop, capped in size and time, truthful about who asks."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from reportedly import __version__
from reportedly.errors import BusyError, FetchError
from reportedly.ingest.captures.captured import Fetched, digest_of
from reportedly.ingest.captures.sniffing import sniff
from reportedly.ingest.captures.unpacking import read_capped
from reportedly.model import Capture

AGENT = f"Reportedly/{__version__} (reads news pages into a ledger of claims; obeys robots.txt)"
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What a fetch may do: whom it says it is, how much, how long, how far.

    ``allowed`` names networks that may be reached although they are not
    public; it is empty except in tests against a local server.
    """

    agent: str = AGENT
    most_bytes: int = 32 * 1024 * 1024
    seconds: float = 30.0
    wait: float = 10.0
    hops: int = 8
    robots: bool = True
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: an address, with what is known of an earlier answer."""

    url: str
    etag: str | None = None
    since: str | None = None
    at: datetime | None = None
    accept: str = "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.5"
    headers: tuple[tuple[str, str], ...] = field(default=())


def fetch(url: str, *, policy: FetchPolicy = FetchPolicy(), at: datetime | None = None) -> Fetched:
    """Fetch one page if its address, its host's robots.txt and the policy allow it.

    ``at`` is the moment that the capture will bear: the clock is read at the door.
    """
    return request(Request(url, at=at), policy=policy)


def request(
    asked: Request, *, policy: FetchPolicy = FetchPolicy(), gate: Callable[[str], bool] | None = None
) -> Fetched:
    """Fetch with conditions: an entity tag or a date of an earlier answer.

    ``gate`` is asked before each hop whether it may be taken, and may let us
    wait: its time is its own. Without one, robots.txt is read and obeyed.
    """
    left = policy.seconds
    allows = gate or _robots_gate(policy)
    url = plain_url(asked.url)
    hops: list[str] = []
    while True:
        if url in hops:
            raise FetchError(f"{asked.url}: redirects in a circle (save it from a browser)")
        if len(hops) > policy.hops:
            raise FetchError(
                f"{asked.url}: more than {policy.hops} redirects (open it in a browser and save it)"
            )
        hops.append(url)
        if not allows(url):
            raise FetchError(f"{url}: robots.txt forbids it (save the page yourself and add the file)")
        begun = time.monotonic()
        answer = _answered(url, asked, policy, begun + left)
        left -= time.monotonic() - begun
        if isinstance(answer, str):
            url = plain_url(answer)
            continue
        fetched = _fetched(answer, asked, tuple(hops))
        return replace(fetched, sent=tuple(_headers(url, asked, policy)))


def plain_url(url: str) -> str:
    """Return an address in ASCII, without fragment; refuse what is no web address."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        name = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"{url}: not a web address ({error})") from error
    if parts.scheme not in ("http", "https") or not name:
        raise FetchError(f"{url}: not a web address (it begins with http:// or https://)")
    if parts.username or parts.password:
        raise FetchError(f"{url.rsplit('@', maxsplit=1)[-1]}: a password in the address (leave it out)")
    where = f"[{name}]" if ":" in name else name
    place = where if port is None else f"{where}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]"), ""))


@dataclass(frozen=True, slots=True)
class _Answer:
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def _answered(url: str, asked: Request, policy: FetchPolicy, deadline: float) -> _Answer | str:
    """Ask one hop; return its answer, or the address that it points to."""
    import httpcore  # noqa: PLC0415 - 60 ms that only fetching pays

    from .transport import CheckedBackend, one_answer  # noqa: PLC0415 - the same

    backend = CheckedBackend(policy.allowed, deadline)
    try:
        answer = one_answer(url, _headers(url, asked, policy), backend, policy.wait)
        try:
            goes_to = answer.header("location")
            if answer.status in _MOVED and goes_to:
                return urljoin(url, goes_to)
            body = b""
            if answer.status == 200:
                body = read_capped(answer.chunks(), answer.header("content-encoding"), policy.most_bytes, url)
            return _Answer(url, answer.status, answer.headers, body)
        finally:
            answer.close()
    except httpcore.TimeoutException as error:
        raise BusyError(f"{url}: no answer in time (try again later)") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
        raise BusyError(f"{url}: {str(error) or type(error).__name__} (try again later)") from error


def _headers(url: str, asked: Request, policy: FetchPolicy) -> list[tuple[str, str]]:
    headers = [
        ("Host", urlsplit(url).netloc),
        ("User-Agent", policy.agent),
        ("Accept", asked.accept),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    if asked.etag:
        headers.append(("If-None-Match", asked.etag))
    if asked.since:
        headers.append(("If-Modified-Since", asked.since))
    return [*headers, *asked.headers]


def _robots_gate(policy: FetchPolicy) -> Callable[[str], bool]:
    """Return the question "may this address be fetched?", asked once for each host."""
    if not policy.robots:
        return lambda _: True
    from .robots import read_rules  # noqa: PLC0415 - protego, only when fetching

    known: dict[str, Callable[[str], bool]] = {}

    def allows(url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in known:
            known[site] = read_rules(robots_text(site, policy), policy.agent)
        return known[site](url)

    return allows


def robots_text(site: str, policy: FetchPolicy) -> str | None:
    """Return robots.txt; empty where there is none, nothing where the server fails (RFC 9309)."""
    deadline = time.monotonic() + policy.seconds
    url = f"{site}/robots.txt"
    for _ in range(5):
        answer = _answered(url, Request(url, accept="text/plain,*/*;q=0.5"), policy, deadline)
        if isinstance(answer, str):
            url = plain_url(answer)
            continue
        if answer.status >= 500 or answer.status == 429:
            return None
        return answer.body[:524_288].decode("utf-8", "replace") if answer.status == 200 else ""
    return ""


def _fetched(answer: _Answer, asked: Request, hops: tuple[str, ...]) -> Fetched:
    header = {name.lower(): value for name, value in answer.headers}
    if answer.status == 304:
        capture = Capture(answer.url, "", "", asked.at)
        return Fetched(capture, b"", 304, answer.headers, hops, not_modified=True)
    if answer.status in (429, 503) and "retry-after" in header:
        raise BusyError(
            f"{answer.url}: {answer.status}, asked to wait (retry after {header['retry-after']} s)",
            header["retry-after"],
        )
    if answer.status == 429 or answer.status >= 500:
        raise BusyError(f"{answer.url}: answered {answer.status} (try again later)")
    if answer.status != 200:
        raise FetchError(f"{answer.url}: answered {answer.status} (is the address right?)")
    if not answer.body.strip():
        raise FetchError(f"{answer.url}: empty answer (try again later)")
    kind = sniff(answer.body)
    charset = header.get("content-type", "").partition("charset=")[2].strip("\"' ").split(";")[0]
    media_type = f"{kind}; charset={charset}" if charset and kind.startswith("text/") else kind
    return Fetched(
        Capture(answer.url, digest_of(answer.body), media_type, asked.at),
        answer.body,
        200,
        answer.headers,
        hops,
    )
