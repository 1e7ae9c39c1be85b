"""Word classes that every frame shares, read from ``words.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of lemmas, by what they tell a reader of claims.

    ``level`` verbs put a figure on their subject ("the toll rose to 41"); ``gauge``
    nouns stand for what they measure ("the number of", "a toll of"); ``putting``
    verbs set, and ``lying`` verbs tell, a number told before, which is called by one
    of ``accounts`` ("put the figure at 90"); ``people`` are nouns for persons;
    ``agents`` those who can do harm; ``hazards`` do harm without a will; ``carriers``
    of a load; ``hold`` verbs of capacity; ``more`` words that mark an increment;
    ``far`` words that mark a total so far; ``standing`` words that mark a state;
    ``printed`` verbs tell what the page had said, by a name of its own among
    ``printing``; ``sources`` head a table's column of those who say; ``routes`` by
    mode. What those from ``accident`` on are for stands beside them in
    ``classes.toml``.
    """

    level: frozenset[str]
    gauge: frozenset[str]
    putting: frozenset[str]
    lying: frozenset[str]
    accounts: frozenset[str]
    people: frozenset[str]
    agents: frozenset[str]
    hazards: frozenset[str]
    hold: frozenset[str]
    more: frozenset[str]
    far: frozenset[str]
    standing: frozenset[str]
    exchange: frozenset[str]
    help: frozenset[str]
    back: frozenset[str]
    states: frozenset[str]
    sources: frozenset[str]
    routes: Mapping[str, str]
    irregular: Mapping[str, str]
    light: frozenset[str]
    bodies: frozenset[str]
    firms: frozenset[str]
    owned: frozenset[str]
    tells: frozenset[str]
    printed: frozenset[str]
    printing: frozenset[str]
    trade: frozenset[str]
    sayings: frozenset[str]
    envoys: frozenset[str]
    accident: frozenset[str]
    allying: frozenset[str]
    announces: frozenset[str]
    body_name: frozenset[str]
    both_sides: frozenset[str]
    buys: frozenset[str]
    companies: frozenset[str]
    crewed: frozenset[str]
    deed_of_word: frozenset[str]
    deed_word: frozenset[str]
    faceless: frozenset[str]
    fighters: frozenset[str]
    fired: frozenset[str]
    found_at: frozenset[str]
    gift: frozenset[str]
    goods_measure: frozenset[str]
    handing: frozenset[str]
    harmed: frozenset[str]
    hearsay: frozenset[str]
    helpers: frozenset[str]
    houses: frozenset[str]
    hurled: frozenset[str]
    idle: frozenset[str]
    include: frozenset[str]
    including: frozenset[str]
    increment: frozenset[str]
    informants: frozenset[str]
    kinds_in_names: frozenset[str]
    laden: frozenset[str]
    lengths: frozenset[str]
    loads: frozenset[str]
    mishaps: frozenset[str]
    localities: frozenset[str]
    mute: frozenset[str]
    nobody_name: frozenset[str]
    number_fillers: frozenset[str]
    number_leads: frozenset[str]
    number_owners: frozenset[str]
    number_pronouns: frozenset[str]
    of_state: frozenset[str]
    office: frozenset[str]
    often: frozenset[str]
    outlay: frozenset[str]
    papers: frozenset[str]
    parties_of_two: frozenset[str]
    scales: frozenset[str]
    seated: frozenset[str]
    sells: frozenset[str]
    so_far: frozenset[str]
    state_organ: frozenset[str]
    stays: frozenset[str]
    struck: frozenset[str]
    studies: frozenset[str]
    talks: frozenset[str]
    tells_of: frozenset[str]
    tolls: frozenset[str]
    topics_of_talks: frozenset[str]
    truces: frozenset[str]
    under_way: frozenset[str]
    violent: frozenset[str]
    wars: frozenset[str]
    wire: frozenset[str]
    works: frozenset[str]


def words_from(table: Mapping[str, object], classes: Mapping[str, Mapping[str, object]]) -> Words:
    """Build the word classes from a table of lists (``routes`` by mode) and one of tables with examples."""
    lists = {**table, **{name: each.get("words") for name, each in classes.items()}}
    sets = {f.name: _set(lists.get(f.name)) for f in fields(Words) if f.name not in {"routes", "irregular"}}
    routes = table.get("routes")
    by_word = {w: mode for mode, words in routes.items() for w in words} if isinstance(routes, dict) else {}
    irregular = table.get("irregular")
    return Words(routes=by_word, irregular=irregular if isinstance(irregular, dict) else {}, **sets)


def _set(value: object) -> frozenset[str]:
    return frozenset(str(word) for word in value) if isinstance(value, list) else frozenset()
