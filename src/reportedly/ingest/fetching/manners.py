"""A guest with manners: each host's rules, pace and wishes kept in mind from visit to visit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from reportedly.errors import BusyError
from reportedly.ingest.captures.captured import Fetched

from .pages import FetchPolicy, Request, request, robots_text


@dataclass(frozen=True, slots=True)
class Manners:
    """How long a guest waits: between two visits to a host, and after one that failed.

    A failure waits ``first``, each further one twice as long, up to
    ``longest``; a host that names its own time (Retry-After) is obeyed up to
    ``patience``. ``rules`` is for how long a robots.txt is believed.
    """

    gap: timedelta = timedelta(seconds=2)
    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(hours=6)
    patience: timedelta = timedelta(days=1)
    rules: timedelta = timedelta(days=1)

    def wait(self, failures: int) -> timedelta:
        """Return how long to wait after so many failures in a row."""
        return min(self.longest, self.first * (1 << min(failures - 1, 20)))


@dataclass(frozen=True, slots=True)
class _Rules:
    allows: Callable[[str], bool]
    delay: timedelta
    until: datetime
    sitemaps: tuple[str, ...] = ()


class Guest:
    """One visitor of many hosts; the clock and the sleep are handed in.

    ``clock`` tells the time with its zone. A guest belongs to one run: what
    must outlive it (when a page is due) is the caller's to keep.
    """

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None],
        manners: Manners = Manners(),
    ) -> None:
        self.now = clock
        self.manners = manners
        self._policy = policy
        self._sleep = sleep
        self._rules: dict[str, _Rules] = {}
        self._free: dict[str, datetime] = {}
        self._failures: dict[str, int] = {}
        self._at = ""

    def request(self, asked: Request) -> Fetched:
        """Ask for a page when its host's turn has come; the capture bears the moment of the answer.

        Raises FetchError where it must not be asked for; BusyError, and keeps
        away from the host for a while, where it cannot answer now.
        """
        try:
            fetched = request(asked, policy=self._policy, gate=self._enter)
        except BusyError as busy:
            self._keep_away(busy)
            raise
        finally:
            self._leave()
        self._failures.pop(self._at, None)
        return replace(fetched, capture=replace(fetched.capture, fetched=self.now()))

    def free_at(self, url: str) -> datetime:
        """Return the moment from which an address's host may be visited."""
        return self._free.get(host_of(url), datetime.min.replace(tzinfo=UTC))

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's host names."""
        return self._rules_of(url).sitemaps

    @property
    def back_at(self) -> datetime:
        """The moment from which the host visited last may be visited again."""
        return self._free.get(self._at, self.now())

    def wait_until(self, moment: datetime) -> None:
        """Sleep until a moment has come."""
        while (left := (moment - self.now()).total_seconds()) > 0:
            self._sleep(left)

    def _enter(self, url: str) -> bool:
        """Wait for the host's turn and take it; say no where its robots.txt does."""
        self._at = host_of(url)
        rules = self._rules_of(url)
        if not rules.allows(url):
            self._at = ""
            return False
        self.wait_until(self.free_at(url))
        self._free[self._at] = self.now() + self._pace(self._at)
        return True

    def _leave(self) -> None:
        if self._at in self._rules:
            self._free[self._at] = max(self.back_at, self.now() + self._pace(self._at))

    def _pace(self, host: str) -> timedelta:
        return max(self.manners.gap, self._rules[host].delay)

    def _rules_of(self, url: str) -> _Rules:
        host = host_of(url)
        known = self._rules.get(host)
        if known and self.now() < known.until:
            return known
        self.wait_until(self.free_at(url))
        self._rules[host] = self._read_rules(f"{urlsplit(url).scheme}://{host}")
        return self._rules[host]

    def _read_rules(self, site: str) -> _Rules:
        until = self.now() + self.manners.rules
        if not self._policy.robots:
            return _Rules(lambda _: True, timedelta(), until)
        text = robots_text(site, self._policy)
        if text is None:
            raise BusyError(f"{site}/robots.txt: the server fails, so nothing may be asked (try again later)")
        from .robots import crawl_delay, read_rules, sitemaps  # noqa: PLC0415 - protego, only when fetching

        delay = crawl_delay(text, self._policy.agent)
        pace = timedelta(seconds=min(delay, 86_400.0))
        return _Rules(read_rules(text, self._policy.agent), pace, until, sitemaps(text))

    def _keep_away(self, busy: BusyError) -> None:
        count = self._failures[self._at] = self._failures.get(self._at, 0) + 1
        told = min(_told_wait(busy.after, self.now()), self.manners.patience)
        self._free[self._at] = self.now() + max(self.manners.wait(count), told)


def host_of(url: str) -> str:
    """Return the host and port that an address leads to."""
    return urlsplit(url).netloc.lower()


def _told_wait(after: str | None, now: datetime) -> timedelta:
    """Read a Retry-After: so many seconds, or a date; anything else asks nothing."""
    words = (after or "").strip()
    if words.isdecimal():
        return timedelta(seconds=min(int(words[:9]), 10**8))
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 15 ms, for the few that send a date

    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, ValueError):
        return timedelta()
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
