"""Who says what in a document, with chains of sources, outermost first."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.extract.tree import grow
from reportedly.lexicon import load_certainty, load_cues, load_speech
from reportedly.lexicon.actors import OfficeHolders
from reportedly.model import Attribution, Document, Mention, Parse

from .cues.colons import find_introduced
from .cues.headlines import read_headline
from .cues.hearsay import find_hearsay
from .cues.inserted import find_inserted
from .cues.nouns import find_nouns
from .cues.prepositions import find_phrases
from .cues.verbs import find_verbs
from .page.broken import find_broken
from .page.carrying import carry
from .page.chains import chain_up
from .page.joining import join_quotations
from .page.pointing import point_back
from .page.turns import find_turns
from .scene.drafts import Draft, Kind
from .scene.passage import passage
from .scene.quotes import find_quotations


def find_attributions(
    document: Document,
    parse: Parse,
    mentions: Sequence[Mention],
    *,
    attitudes: bool = False,
    holders: OfficeHolders | None = None,
) -> tuple[Attribution, ...]:
    """Return the sayings of a document, in text order.

    ``attitudes`` adds what sources want, praise or blame, which bears no claim
    of its own but belongs to an attribution in the wide sense (PARC 3, PolNeAR).
    ``holders`` says who held which office; without it the package's list does.
    """
    cues = load_cues()
    named = tuple(mentions)
    drafts = read_drafts(document, parse, named, attitudes=attitudes)
    found = point_back(chain_up(drafts, find_turns(document, named, holders), document, named), document)
    found += carry(found, document, parse, cues)
    return tuple(sorted(found, key=lambda a: a.content[0].start))


def read_drafts(
    document: Document, parse: Parse, mentions: tuple[Mention, ...], *, attitudes: bool
) -> list[Draft]:
    """Read every cue of a document on its own."""
    cues, text = load_cues(), document.text
    quotations = find_quotations(text, document.blocks)
    drafts: list[Draft] = []
    trees = [grow(sentence) for sentence in parse.sentences]
    broken = (find_broken(above, below, cues, text) for above, below in pairwise(trees))
    drafts += (draft for draft in broken if draft is not None)
    for tree in trees:
        p = passage(tree, text, cues, quotations)
        headline = read_headline(p, document, mentions)
        if headline is not None:
            drafts.append(headline)
            continue
        found = [
            *find_verbs(p, attitudes=attitudes),
            *(d for d in find_phrases(p.tree, cues, text) if not attitudes or d.kind is not Kind.CITING),
            *find_inserted(p.tree, cues, text),
            *find_nouns(p.tree, cues, text, attitudes=attitudes),
            *find_hearsay(p.tree, cues, text, attitudes=attitudes),
        ]
        drafts += (*found, *find_introduced(p, quotations, found))
    told = drafts if attitudes else [d for d in drafts if not _says_nothing(d, text)]
    return join_quotations(told, quotations, text)


def _says_nothing(draft: Draft, text: str) -> bool:
    """Tell "nobody said that ..." and "could not verify that ...", which lay nothing to anybody."""
    source = " ".join(s.of(text) for s in draft.source).lower()
    cue = " ".join(s.of(text) for s in draft.cue)
    return source in load_speech().nobody or load_certainty().says_unverified(cue)
