"""Claims as they are told and settled, from pages told by hand."""

from collections.abc import Sequence

from reportedly.lexicon import load_items
from reportedly.model import Copy
from reportedly.reconcile import Told as Settled
from reportedly.reconcile import link_sayings, settle, tell, tell_all
from reportedly.reconcile.decisions import Decisions

from ..golden.stories.telling import Told

ITEMS = load_items()


def settled(pages: Sequence[Told], copies: Sequence[Copy] = ()) -> tuple[Settled, ...]:
    """Return all claims of some pages with their origins."""
    plain = {page.document.id: tell(page.document, page.claims, ITEMS) for page in pages}
    tolds = tell_all(plain, copies, Decisions())
    return settle(tolds, link_sayings(tolds, ITEMS), ITEMS)[0]
