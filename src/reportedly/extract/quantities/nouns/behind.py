"""Finds the counted noun in the words behind a number, by a light rule."""

from dataclasses import dataclass

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.plurals import is_plural, singular
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_nouns, load_numbers
from reportedly.model import Bound, Measure

# A noun phrase has at most this many words.
_LONGEST = 9
# A toll is named at most this many words before its figure.
_TOLL_REACH = 9
_HYPHENS = frozenset({"-", "‐", "‑"})
_SUMS = frozenset({"combined", "total", "overall"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun phrase at words ``[first, last)`` and its unit.

    An empty stretch means that the noun is only implied ("12 were killed").
    """

    first: int
    last: int
    unit: str


def counted_noun(words: Words, amount: Amount, at: int) -> Noun | None:
    """Return the noun phrase that a number counts, read from the words at an index."""
    if words.low(at) in _HYPHENS and words.at(at).glued and not amount.suspended:
        return _tied(words, at + 1)
    start = _start(words, amount, at)
    one = amount.high == 1 and amount.bound is Bound.EXACT and start == at
    mass = start > at and (amount.measured or amount.measure is Measure.SHARE)
    found = _implied_people(words, start) or _attributive(words, amount, at) or _phrase(words, start, one=one)
    return _phrase(words, start, one=True) if found is None and mass else found


def harmed(words: Words, amount: Amount, first: int) -> Noun | None:
    """Return people where a verb of harm leaves the noun unsaid ("killed 12")."""
    if amount.measure is not Measure.COUNT:
        return None
    told = words.low(first - 1) in load_nouns().harms or _of_a_toll(words, amount.first)
    if told:
        return Noun(amount.last, amount.last, "person")
    unit = _numbered(words, first)
    return Noun(amount.last, amount.last, unit) if unit else None


def _attributive(words: Words, amount: Amount, at: int) -> Noun | None:
    """Return the noun of "a 12 member panel", which "a" shows to stand before another."""
    article = words.low(amount.first - 1) in {"a", "an"} and words.at(amount.first).digits
    word, head = words.at(at), words.at(at + 1)
    if not article or amount.measured or not word.letters or word.capital or is_plural(word.low):
        return None
    table = load_nouns()
    nouns = head.letters and not {word.low, head.low} & (table.stops | table.verbs | table.sufferers)
    return Noun(at, at + 1, word.low) if nouns else None


def _numbered(words: Words, at: int) -> str | None:
    """Return the noun said before the figure ("the number of victims was 38")."""
    tally = _tally(words, at)
    if tally is not None:
        return tally
    if (
        _is_plural(words, at - 1)
        and words.low(at) in load_nouns().reaches
        and words.low(at - 1) not in load_nouns().stops
    ):
        return singular(words.low(at - 1))
    for i in range(at - 1, max(-1, at - _TOLL_REACH), -1):
        if words.low(i) in {".", ";", "?", ","} or words.at(i).digits:
            return None
        if words.low(i) == "of" and words.low(i - 1) in {"number", "numbers"}:
            found = _phrase(words, i + 1, one=False)
            sufferers = words.low(i + 1) in load_nouns().sufferers
            return "person" if sufferers else found.unit if found is not None and found.last < at else None
    return None


def _tally(words: Words, at: int) -> str | None:
    """Return the noun of "deaths climbed to 41", "arrests have risen by 300 to 4,000"."""
    i = at - 1
    if words.low(i) not in {"to", "at", "by"}:
        return None
    while i > at - _TOLL_REACH and (words.at(i).letters or words.at(i).digits):
        if words.low(i) in load_nouns().tallied:
            return singular(words.low(i))
        i -= 1
    return None


def _of_a_toll(words: Words, at: int) -> bool:
    """Is it where a toll stands ("the death toll had risen to 85")?"""
    tolls = load_nouns().tolls
    for i in range(at - 1, max(-1, at - _TOLL_REACH), -1):
        if words.low(i) in {".", ";", "?"} or words.at(i).digits:
            return False
        if words.low(i) in tolls or f"{words.low(i - 1)} {words.low(i)}" in tolls:
            return True
    return False


def _tied(words: Words, at: int) -> Noun | None:
    """Return the noun that a hyphen ties to the number ("six-member team")."""
    word = words.at(at)
    if word.low == "strong":
        people = words.low(at + 1) in load_nouns().bodies
        return Noun(at, at + 1, "person") if people else None
    return Noun(at, at + 1, singular(word.low)) if word.letters and word.glued else None


def _start(words: Words, amount: Amount, at: int) -> int:
    """Step over "of the", "more", "half the" to where the noun must open."""
    i = at + (words.low(at) == "more" and words.at(at + 1).letters)
    of = words.low(i) == "of"
    if not of and amount.measure is not Measure.SHARE:
        return i + (words.low(i) in _SUMS)
    i += of
    while words.low(i) in load_nouns().determiners or _is_number(words, i):
        i += 1
    possessed = next((j + 1 for j in range(i, i + 3) if words.low(j).endswith(("'s", "s'"))), i)
    i = possessed if words.at(possessed).letters else i
    return i + (words.low(i) in _SUMS)


def _is_number(words: Words, at: int) -> bool:
    """Is it a number of its own, and not the start of "152mm" or "250-seat"?"""
    after, table = words.at(at + 1), load_numbers()
    free = not after.glued and after.letters and after.low not in table.scales
    return words.low(at) in table.cardinals or (words.at(at).digits and free)


def _implied_people(words: Words, at: int) -> Noun | None:
    """Read "12 were killed", "300 wounded", "5 others had been hurt" as people."""
    sufferers = load_nouns().sufferers
    i = at + (words.low(at) in {"others", "more"})
    if words.low(i) == "who":
        return Noun(i, i, "person")
    after = i
    while words.low(after) in load_nouns().auxiliaries:
        after += 1
    if words.low(after) not in sufferers:
        return None
    adjective = after == i and words.at(i + 1).letters and is_plural(words.low(i + 1))
    return None if adjective else Noun(i, i, "person")


def _phrase(words: Words, start: int, *, one: bool) -> Noun | None:
    last = _extent(words, start, one=one)
    if last == start or words.low(start) in {"and", "or"}:  # "killed one and injured eight people"
        return None
    parts = [words[start].low]
    parts += [words[i].low if words[i].glued else f" {words[i].low}" for i in range(start + 1, last)]
    head = parts[-1]
    if head == "s":
        return Noun(start, last, "".join(parts[:-1]))
    parts[-1] = (" " if head.startswith(" ") else "") + singular(head.strip())
    return Noun(start, last, "".join(parts).replace("’", "'"))


def _extent(words: Words, start: int, *, one: bool) -> int:
    """Return where the phrase ends: behind its plural head, or behind one noun."""
    i = head = start
    while i < start + _LONGEST and _may_join(words, i, opened=head == start):
        if one and i > start and _is_verb_of_one(words, i):
            break
        i += 1
        plural = _is_plural(words, i - 1)
        if plural and not one and not _tied_on(words, i):
            head = i
            named = words.at(i - 1).capital and _is_plural(words, i)
            if not named and not _lends_itself(words.low(i - 1)):
                return head
        elif head > start:
            return head
    if head > start:
        return head
    return i if one and words.at(i - 1).letters else start + _lone_noun(words, start, i)


def _is_verb_of_one(words: Words, at: int) -> bool:
    """Is it the verb of a single subject ("one man sprayed", "one vaccine appears")?"""
    low = words.low(at)
    tied = words.at(at).glued or _tied_on(words, at + 1)
    verbal = low.endswith("ed") or (is_plural(low) and not _lends_itself(low))
    return verbal and not tied


def _lends_itself(noun: str) -> bool:
    """Is it a plural that may stand before another noun ("sports clubs", "police cars")?"""
    return noun in load_nouns().attributive or noun in load_nouns().collectives


def _is_plural(words: Words, at: int) -> bool:
    """Is it a plural noun, or an abbreviation in the plural ("UAVs")?"""
    word = words.at(at)
    if word.low == "s" and word.glued:
        return words.at(at - 1).digits
    return word.letters and (is_plural(word.low) or (word.text[-1] == "s" and word.text[:-1].isupper()))


def _lone_noun(words: Words, start: int, end: int) -> bool:
    """Is it a single word that may be a noun without a plural ("20 armour")?"""
    word = words.at(start)
    return end == start + 1 and word.letters and len(word.low) > 2 and word.text.isupper()


def _tied_on(words: Words, at: int) -> bool:
    """Is the word before tied to the next by a hyphen ("arms-length")?"""
    return words.low(at) in _HYPHENS and words.at(at).glued and words.at(at + 1).glued


def _may_join(words: Words, at: int, *, opened: bool) -> bool:
    """Can this word stand inside a noun phrase?"""
    table, word = load_nouns(), words.at(at)
    if word.low in _HYPHENS:
        return word.glued and words.at(at + 1).glued
    if word.digits and words.low(at - 1) in _HYPHENS and word.glued:
        return True
    if word.digits:
        lone = opened and "," not in word.text and words.low(at + 1) not in load_numbers().scales
        return lone and _plural_soon(words, at + 1)
    if not word.letters:
        return False
    tied = (words.low(at - 1) in _HYPHENS and word.glued) or _tied_on(words, at + 1)
    if tied:
        return True
    if word.low in {"and", "or"}:
        return opened and words.at(at - 1).letters and _plural_soon(words, at + 1)
    if word.low in load_numbers().cardinals or word.low in load_numbers().magnitudes:
        return False
    if word.low in table.stops:
        return word.text.isupper() and len(word.text) > 1
    return word.low not in table.verbs or word.low in table.modifiers or _plural_soon(words, at + 1)


def _plural_soon(words: Words, at: int) -> bool:
    """Is a plural near, behind words that may precede a noun?"""
    table, room = load_nouns(), 4
    for i in range(at, at + _LONGEST):
        word = words.at(i)
        if word.low in _HYPHENS and word.glued:
            continue
        if word.text == "s" and word.glued and words.at(i - 1).digits:
            return True
        if word.low in {"and", "or"} or (word.digits and words.at(i + 1).glued):
            continue
        if not word.letters or word.low in table.stops or room == 0:
            return False
        if is_plural(word.low):
            return True
        room -= not word.glued
    return False
