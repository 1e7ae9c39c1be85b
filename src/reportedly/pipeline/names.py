"""What ids are called: parties, items, speakers, series."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from re import sub

from reportedly.lexicon import ActorTable, ItemTable, load_actors, load_items
from reportedly.model import UNKNOWN, SeriesKey

_SCOPES = {
    "cumulative": "in total so far",
    "increment": "in one instance",
    "snapshot": "at one time",
    "event_total": "total of the event",
}
_SMALL = frozenset({"of", "the", "and", "in", "on", "de", "la", "el", "al"})
_LINES = {
    "happened": "said to have happened",
    "able": "said to be possible",
    "to come": "said to come",
    "denied": "denied",
}


_SPELT: ContextVar[Mapping[str, str] | None] = ContextVar("spelt", default=None)


@contextmanager
def spelt(known: Mapping[str, str]) -> Iterator[None]:
    """Call parties that the vocabulary does not know as a ledger's own pages spell them, while this lasts.

    >>> with spelt({"person:ola-nor-mann": "Ola Nor-Mann"}):
    ...     name("person:ola-nor-mann")
    'Ola Nor-Mann'
    """
    before = _SPELT.set(known)
    try:
        yield
    finally:
        _SPELT.reset(before)


@cache
def _tables() -> tuple[ActorTable, ItemTable]:
    return load_actors(), load_items()


def name(identifier: str) -> str:
    """Return what a party or speaker is called: its name, its words in brackets, or ``..``."""
    if not identifier or identifier == UNKNOWN:
        return UNKNOWN
    if identifier.startswith("["):
        return identifier
    actor = _tables()[0].actor(identifier)
    if actor:
        return actor.name
    if known := (_SPELT.get() or {}).get(identifier):
        return known
    return sub(r"[-_]+", " ", identifier.partition(":")[2] or identifier).strip().title()


def spoken(because: str, known: Mapping[str, str] | None = None) -> str:
    """Return a reason with its parties by name; ``known`` are names that pages give themselves."""
    found = known or {}
    return sub(
        r"\b(?:country|org|person|outlet|group|agency|place):[\w-]+",
        lambda m: found.get(m[0]) or name(m[0]),
        because,
    )


def thing(identifier: str) -> str:
    """Return what an item is called; persons are people."""
    bare, _, currency = identifier.partition(" in ")
    if currency or identifier.startswith("in "):
        return (
            f"money ({(currency or identifier[3:])})"
            if not bare or bare == identifier
            else f"{bare} ({currency})"
        )
    return "people" if bare == "person" else bare.replace("_", " ")


def title(key: SeriesKey) -> str:
    """Return what a series measures, in a few words: "containers, North Korea to Russia"."""
    what = " ".join(filter(None, (thing(key.item) or key.kind, key.outcome)))
    return ", ".join(filter(None, (what, parties(key))))


def parties(key: SeriesKey) -> str:
    """Return between whom or where a series stands."""
    if key.place:
        return _place(key.place)
    if key.recipient:
        return f"{name(key.actor)} to {name(key.recipient)}" if key.actor else f"to {name(key.recipient)}"
    return name(key.actor) if key.actor else ""


def _place(name: str) -> str:
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in name.split())


def voice(line: str) -> str:
    """Return what is said of the figures on a line: "said to have happened (delivered)"."""
    family, _, stage = line.partition(": ")
    return _LINES.get(family, family) + (f" ({stage.replace('_', ' ')})" if stage else "")


def sentence(key: SeriesKey) -> str:
    """Return the scope of a series as a sentence."""
    scope, _, per = key.scope.partition(" per ")
    reach = _SCOPES.get(scope, scope.replace("_", " ")) + (f" per {per}" if per else "")
    words = ", ".join(filter(None, (f"{key.kind}: {title(key)}", reach, voice(key.line))))
    return f"{words[:1].upper()}{words[1:]}, as said by anyone."


def called(field: str, value: str) -> str:
    """Return what a field of a series' key is called, as its title and its scope tell it."""
    match field:
        case "actor" | "recipient":
            return name(value) if value else ""
        case "item":
            return thing(value)
        case "scope":
            return _SCOPES.get(value.partition(" per ")[0], value.replace("_", " "))
        case "line":
            return f"{value.replace('_', ' ')} {_LINES.get(value.partition(': ')[0], '')}"
        case _:
            return value.replace("_", " ")
