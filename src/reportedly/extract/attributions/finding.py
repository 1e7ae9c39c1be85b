"""Who says what in a document, with chains of sources, outermost first."""

from collections.abc import Sequence

from reportedly.extract.tree import grow
from reportedly.lexicon import CueTable, load_cues
from reportedly.model import Attribution, Document, Mention, Parse

from .chains import chain_up
from .drafts import Draft
from .hearsay import find_hearsay
from .nouns import find_nouns
from .passage import passage
from .phrases import find_phrases
from .quotes import find_quotations
from .speech import join_quotations
from .verbs import find_verbs


def find_attributions(
    document: Document, parse: Parse, mentions: Sequence[Mention], *, attitudes: bool = False
) -> tuple[Attribution, ...]:
    """Return the sayings of a document, in text order.

    ``attitudes`` adds what sources want, praise or blame, which bears no claim
    of its own but belongs to an attribution in the wide sense (PARC 3, PolNeAR).
    """
    drafts = read_drafts(document, parse, load_cues(), attitudes=attitudes)
    return chain_up(drafts, document, mentions, load_cues())


def read_drafts(document: Document, parse: Parse, cues: CueTable, *, attitudes: bool) -> list[Draft]:
    """Read every cue of a document on its own."""
    drafts: list[Draft] = []
    quotations = find_quotations(document.text, document.blocks)
    for sentence in parse.sentences:
        tree = grow(sentence)
        p = passage(tree, document.text, cues, quotations)
        drafts += find_verbs(p, attitudes=attitudes)
        drafts += find_phrases(tree, cues, document.text)
        drafts += find_nouns(tree, cues, document.text, attitudes=attitudes)
        drafts += find_hearsay(tree, cues, document.text)
    return join_quotations(drafts, quotations, document.text)
