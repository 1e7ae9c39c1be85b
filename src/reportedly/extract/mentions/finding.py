"""Every party that a document names, in text order."""

from reportedly.lexicon import load_cues
from reportedly.lexicon.actors import ActorTable, OfficeHolders, load_office_holders
from reportedly.model import Document, Mention, Parse

from .anaphors import find_bodies, find_halves, find_pronouns, find_titles
from .names import find_names
from .persons import Lexicons, find_persons
from .scene import stage


def find_mentions(
    document: Document, parse: Parse, actors: ActorTable, *, holders: OfficeHolders | None = None
) -> tuple[Mention, ...]:
    """Return who a document names, and how each name was read.

    Names match exactly, the longest first. What points back ("he", "the
    minister") is read only where one party alone fits.
    """
    scene = stage(document, parse)
    lexicons = Lexicons(actors, holders or load_office_holders(), load_cues())
    found = list(find_names(scene, actors))
    people, known = find_persons(scene, lexicons, found)
    found += people
    found += find_titles(scene, lexicons, found, known)
    found += find_bodies(scene, lexicons, found)
    found += find_halves(scene, lexicons, found)
    found += find_pronouns(scene, found, lexicons.cues)
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))
