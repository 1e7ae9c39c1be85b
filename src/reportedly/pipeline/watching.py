"""Following feeds and sitemaps: each page that they name, once, and again when they say it changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from reportedly.errors import BusyError, IngestError
from reportedly.ingest import Entry, Fetched, Guest, Request, host_of, linked_feed, read_listing
from reportedly.ledger import Ledger, Named, Watched

from .adding import Fate, Outcome, add_page
from .engine import Engine

_LISTING = (
    "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,"
    "application/gzip;q=0.8,*/*;q=0.5"
)
_MOST_FAILURES = 8


@dataclass(frozen=True, slots=True)
class Watch:
    """What is followed: feeds and sitemaps by address, each asked again after an interval.

    ``since`` leaves out pages that a listing dates before a day; ``once`` ends
    the watch when all that is due now has been asked for.
    """

    listings: tuple[str, ...]
    interval: timedelta = timedelta(minutes=15)
    once: bool = False
    since: date | None = None


def watch(plan: Watch, ledger: Ledger, engine: Engine, guest: Guest) -> Iterator[Outcome]:
    """Yield an outcome for each page as it comes, and for each listing that cannot be read.

    Where the watch stands is kept in the ledger after each answer: stopped at
    any moment and begun again, it goes on with the pages that were due.
    """
    began = guest.now()
    for url in plan.listings:
        ledger.watched.follow(Named(url, host_of(url), listing=True), began)
    walk = _Walk(plan, ledger, engine, guest, began)
    while (row := walk.next()) is not None:
        yield from walk.visit(row)


@dataclass(frozen=True, slots=True)
class _Walk:
    plan: Watch
    ledger: Ledger
    engine: Engine
    guest: Guest
    began: datetime

    def next(self) -> Watched | None:
        """Return what can be asked for first, when its moment has come; listings go before pages."""
        until = self.began if self.plan.once else None
        heads = self.ledger.watched.heads(self.plan.listings, until)
        row = min(heads, key=lambda row: (self._moment(row), not row.listing, row.due), default=None)
        if row is None:
            return None
        self.guest.wait_until(self._moment(row))
        return row

    def _moment(self, row: Watched) -> datetime:
        return max(row.due, self.guest.free_at(row.url), self.began)

    def visit(self, row: Watched) -> Iterator[Outcome]:
        """Ask for one address and note what came of it."""
        asked = Request(row.url, etag=row.etag, since=row.modified)
        try:
            if row.listing:
                self._listed(row, self.guest.request(replace(asked, accept=_LISTING)))
            else:
                yield self._kept(row, self.guest.request(asked))
        except BusyError as busy:
            yield self._put_off(row, busy)
        except IngestError as refusal:
            yield self._refused(row, refusal)

    def _listed(self, row: Watched, fetched: Fetched) -> None:
        """Note the pages of a listing, then its validators: a kill between the two loses nothing."""
        changed = not fetched.not_modified
        if changed:
            entries = self._entries(row, fetched)
            named = (_named(entry) for entry in entries if self._wanted(entry))
            self.ledger.watched.listed(row, named, self.began)
        etag, modified = _validators(row, fetched)
        once = row.url != row.source and row.told is not None
        due = None if once else self.guest.now() + self.plan.interval
        self.ledger.watched.answered(row, etag=etag, modified=modified, due=due)

    def _entries(self, row: Watched, fetched: Fetched) -> tuple[Entry, ...]:
        """Return what a listing names; of a front page, its feed, else the sitemaps of robots.txt."""
        url = fetched.capture.url
        try:
            return read_listing(fetched.body, url)
        except IngestError:
            if row.url != row.source or not fetched.capture.media_type.startswith("text/html"):
                raise
        feed = linked_feed(fetched.body, url)
        found = (feed,) if feed else tuple(Entry(place, listing=True) for place in self.guest.sitemaps(url))
        if not found:
            raise IngestError(
                f"{url}: neither feed nor sitemap, and names none (name one, or: reportedly add)"
            )
        return found

    def _wanted(self, entry: Entry) -> bool:
        stamp = _last_change(entry)
        return self.plan.since is None or stamp is None or stamp[:10] >= self.plan.since.isoformat()

    def _kept(self, row: Watched, fetched: Fetched) -> Outcome:
        if fetched.not_modified:
            outcome = Outcome(row.url, Fate.UNCHANGED)
        else:
            outcome = add_page(fetched, self.ledger, self.engine, name=row.url)
        etag, modified = _validators(row, fetched)
        self.ledger.watched.answered(row, etag=etag, modified=modified)
        return outcome

    def _put_off(self, row: Watched, busy: BusyError) -> Outcome:
        """Ask again later, and nothing of this host before; a page that fails too often is given up."""
        if not row.listing and row.failures + 1 >= _MOST_FAILURES:
            return self._refused(row, busy)
        own = self.guest.now() + self.guest.manners.wait(row.failures + 1)
        back = max(self.guest.back_at, own)
        self.ledger.watched.failed(row, back)
        self.ledger.watched.put_off(row.host, self.guest.back_at)
        return Outcome(row.url, Fate.LATER, reason=f"{busy}; next at {back:%Y-%m-%d %H:%M:%S}Z")

    def _refused(self, row: Watched, refusal: IngestError) -> Outcome:
        """Keep a page's refusal as a row; a listing is looked at again after the interval."""
        due = self.guest.now() + self.plan.interval if row.listing else None
        self.ledger.watched.failed(row, due)
        self.ledger.refuse(row.url, str(refusal))
        return Outcome(row.url, Fate.REFUSED, reason=str(refusal))


def _validators(row: Watched, fetched: Fetched) -> tuple[str | None, str | None]:
    """Return the entity tag and date to ask with next; a 304 may leave them out."""
    etag, modified = fetched.header("etag"), fetched.header("last-modified")
    if fetched.not_modified:
        return etag or row.etag, modified or row.modified
    return etag, modified


def _named(entry: Entry) -> Named:
    url = entry.url.partition("#")[0]
    return Named(url, host_of(url), listing=entry.listing, told=_last_change(entry))


def _last_change(entry: Entry) -> str | None:
    """Return when a listing says that a page last changed, in UTC where it gives a zone."""
    stamp = entry.modified or entry.published
    if stamp is None or len(stamp) <= 10:
        return stamp
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
