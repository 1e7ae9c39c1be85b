"""Tells names and addresses from figures: "T-72", "Article 5", "14 Baker Street"."""

from functools import cache

from reportedly.extract.quantities.numbers.amount import Amount
from reportedly.extract.quantities.text.words import Words
from reportedly.lexicon import load_not_figures
from reportedly.model import Measure

from .giveaways import counts, cue_after, cue_before

_DASHES = frozenset({"-", "–", "—"})
# Behind these a capital opens a sentence and says nothing.
_OPENINGS = frozenset({".", "?", "!", "“", '"', ":"})
_PREDICATES = frozenset({"more", "were", "was", "had", "have", "are"})
_LABELS = frozenset({Measure.NAME, Measure.ORDINAL})


def name_measure(words: Words, amount: Amount) -> Measure | None:
    """Return name, rank or address, or nothing if it is none."""
    return _address(words, amount) or _name(words, amount)


def _address(words: Words, amount: Amount) -> Measure | None:
    if amount.measured or (amount.spoken and not words.at(amount.first).capital):
        return None
    if Measure.ADDRESS in cue_before(words, amount.first)[0] or _is_phone(words, amount):
        return Measure.ADDRESS
    for i in range(amount.last, amount.last + 4):
        street = words.at(i).capital and cue_after(words, i, Measure.ADDRESS)
        if street and (i > amount.last or words.low(i) == "zip"):
            return Measure.ADDRESS
        if not words.at(i).capital:
            break
    return None


def _is_phone(words: Words, amount: Amount) -> bool:
    """Is it part of "+44 20 7946 0958" or "0800 123456"?"""
    number, before = words.at(amount.first), words.at(amount.first - 1)
    plus = before.text == "+" and number.glued and words.at(amount.last).digits
    dialled = any(w.text.isdecimal() and w.text.startswith("0") and len(w.text) > 2 for w in (number, before))
    return amount.plain and (plus or dialled)


def _name(words: Words, amount: Amount) -> Measure | None:
    if amount.currency is not None:
        return None
    if _is_glued_to_a_name(words, amount.first):
        return Measure.NAME
    after = words.at(amount.number_last)
    glued = after.glued and after.letters and words.at(amount.first).digits
    if glued and not amount.spoken and not amount.measured:
        return Measure.ORDINAL if after.low in {"st", "nd", "rd", "th"} else Measure.NAME
    return None if amount.measured else _labelled(words, amount)


def _is_glued_to_a_name(words: Words, at: int) -> bool:
    """Is it "G7", "ID.3", "T-72"?"""
    before, earlier = words.at(at - 1), words.at(at - 2)
    if not words.at(at).glued:
        return False
    if before.text == "+" and before.glued:
        return earlier.digits and words.at(at - 3).letters and earlier.glued
    if before.text == "." and before.glued:
        return earlier.letters
    return before.letters or (before.low in _DASHES and _tied_to_a_name(words, at))


def _tied_to_a_name(words: Words, at: int) -> bool:
    tie, name = words.at(at - 1), words.at(at - 2)
    if not tie.glued or not (name.letters or name.digits):
        return False
    if name.digits:
        return words.at(at - 3).letters and name.glued
    group = name.capital and name.low in {"under", "over"}
    return name.low not in load_not_figures().open_prefixes or group


def _labelled(words: Words, amount: Amount) -> Measure | None:
    """Is it the number of a named thing ("Part 3", "No. 5", "Big 12")?"""
    before = words.at(amount.first - 1)
    noun = counts(words, amount.last) or words.low(amount.last) in _PREDICATES
    cues, start = cue_before(words, amount.first)
    label = next((m for m in cues if m in _LABELS), None) if amount.scale == 1 else None
    if label is not None:
        named = before.text != before.low or before.text in {"№", "#"} or words.at(start).capital
        always = "".join(w.low for w in words[start : amount.first]) in _always()
        if always or (not (noun and not named) and (amount.plain or named)):
            return label
    return None if noun or amount.scale > 1 else _after_a_capital(words, amount)


def _after_a_capital(words: Words, amount: Amount) -> Measure | None:
    """Is it a bare number behind a name in the middle of a sentence ("Apollo 11")?"""
    at = amount.first
    spoken_name = amount.spoken and words.at(at).capital
    named = words.at(at - 1).letters and words.at(at - 1).capital and (amount.plain or spoken_name)
    of_a_group = spoken_name and words.low(at - 1) == "of" and words.at(at - 2).capital
    if of_a_group:
        return Measure.NAME
    opens = at == 1 or words.low(at - 2) in _OPENINGS
    return Measure.NAME if named and not opens and words.low(amount.last) != "to" else None


@cache
def _always() -> frozenset[str]:
    return frozenset(cue.replace(" ", "") for cue in load_not_figures().always)
