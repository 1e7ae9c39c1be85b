"""The table of parties: what a form of words may mean, found exactly, longest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.errors import LexiconError
from reportedly.model import Actor, ActorKind

from .forms import index_forms, namings_of
from .records import ActorRow, Body, Naming, OrganisationKind, Sighting, sure
from .scanning import scan
from .titles import Title
from .words import level, parts, plain


@dataclass(frozen=True, slots=True)
class ActorTable:
    """Parties and their names; nothing is guessed, nothing is fuzzy.

    ``forms`` maps a form, in its exact letters, to its readings. ``rows`` are
    what the table was made from, ``bodies`` and ``titles`` map words in small
    letters to offices; ``body_starts`` and ``title_ends`` are the parts of words
    that these begin or end with, as most words do not.
    """

    rows: Mapping[str, ActorRow]
    forms: Mapping[str, tuple[Naming, ...]]
    starts: Mapping[str, tuple[str, ...]]
    own_bodies: Mapping[tuple[str, str], Actor]
    bodies: Mapping[str, Body]
    titles: Mapping[str, Title]
    body_starts: frozenset[str]
    title_ends: frozenset[str]
    hidden: tuple[str, ...] = ()

    def find(self, words: str) -> tuple[Naming, ...]:
        """Return every reading of exactly these words."""
        return self.forms.get(level(words).strip(), ())

    def resolve(self, words: str) -> Actor | None:
        """Return the one party that these words mean, or nothing if they mean none or several."""
        bare = words.removeprefix("the ").removeprefix("The ")
        return sure(self.find(words) or self.find(bare))

    def actor(self, identifier: str) -> Actor | None:
        """Return the party with this id."""
        row = self.rows.get(identifier)
        return row.actor if row else None

    def sort(self, actor: Actor) -> OrganisationKind | None:
        """Return what sort of organisation a party is, if it is a known one."""
        row = self.rows.get(actor.id)
        return row.sort if row else None

    def stands_for_state(self, actor: Actor) -> bool:
        """Return whether news names this body and means its state ("the IDF")."""
        row = self.rows.get(actor.id)
        return row is not None and row.stands_for_state

    def country(self, actor: Actor) -> Actor | None:
        """Return the state that a party is or belongs to."""
        return self.actor(f"country:{actor.country}") if actor.country else None

    def find_all(self, text: str) -> Iterator[Sighting]:
        """Yield the forms that stand in a text, the longest at each place, never overlapping.

        Where parties share a form, the one that the rest of the text names
        alone is meant: "Congolese" beside "Brazzaville".
        """
        return scan(text, self.forms, self.starts)

    def find_body(self, words: str) -> Body | None:
        """Return the office that these words name in any state ("Ministry of Defense")."""
        return self.bodies.get(plain(words))

    def body_of(self, country: Actor, body: Body) -> Actor:
        """Return an office of a country: the known one, the state itself, or a composed one."""
        code = country.country or country.id.partition(":")[2]
        if body.stands_for_state:
            return country
        kind = ActorKind.OUTLET if body.outlet else ActorKind.ORGANISATION
        adjective = self.adjective(country)
        composed = Actor(f"org:{code.lower()}-{body.id}", f"{adjective} {body.name}", kind, code)
        return self.own_bodies.get((code, body.id), composed)

    def adjective(self, country: Actor) -> str:
        """Return a country's first adjective, or its name where it has none."""
        row = self.rows.get(country.id)
        return row.adjectives[0] if row and row.adjectives else country.name

    def find_title(self, words: str) -> Title | None:
        """Return the title that is exactly these words, singular or plural."""
        return self.titles.get(plain(words))

    def ends_title(self, word: str) -> bool:
        """Return whether some title ends in this word; most words end none."""
        return parts(word)[-1] in self.title_ends

    def title_at_end(self, words: tuple[str, ...]) -> Title | None:
        """Return the longest title that these words end in ("the South Korean defence minister")."""
        if not words or not self.ends_title(words[-1]):
            return None
        tails = (" ".join(words[start:]) for start in range(len(words)))
        return next((title for tail in tails if (title := self.find_title(tail))), None)

    def with_extra(self, rows: Iterable[ActorRow]) -> "ActorTable":
        """Return a table that also knows these parties; a row with a known id replaces it."""
        extra = {row.actor.id: row for row in rows}
        merged = extra | {name: row for name, row in self.rows.items() if name not in extra}
        return build_table(merged.values(), bodies=self.bodies, titles=self.titles, hidden=self.hidden)


def build_table(
    rows: Iterable[ActorRow],
    *,
    bodies: Mapping[str, Body],
    titles: Mapping[str, Title],
    hidden: tuple[str, ...] = (),
) -> ActorTable:
    """Return the table of these parties (raises LexiconError for an id that stands twice)."""
    known: dict[str, ActorRow] = {}
    forms: dict[str, tuple[Naming, ...]] = dict.fromkeys(hidden, ())
    own: dict[tuple[str, str], Actor] = {}
    for row in rows:
        if known.setdefault(row.actor.id, row) is not row:
            raise LexiconError(f"{row.actor.id}: stands twice (give one of them another id)")
        if row.body and row.actor.country:
            own.setdefault((row.actor.country, row.body), row.actor)
        for form, namings in namings_of(row).items():
            forms[form] = (*forms.get(form, ()), *namings)
    return ActorTable(
        rows=MappingProxyType(known),
        forms=MappingProxyType(forms),
        starts=MappingProxyType(index_forms(forms)),
        own_bodies=MappingProxyType(own),
        bodies=bodies,
        titles=titles,
        body_starts=frozenset(parts(words)[0] for words in bodies),
        title_ends=frozenset(parts(words)[-1] for words in titles),
        hidden=hidden,
    )
