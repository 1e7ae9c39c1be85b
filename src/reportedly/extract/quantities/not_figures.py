"""Tells numbers that are no figure: dates, clock times, ages, names, scores."""

from functools import cache

from reportedly.lexicon import load_not_figures, load_nouns
from reportedly.model import Bound, Measure

from .amount import Amount
from .phrases import Phrases, phrase_table
from .plurals import is_plural
from .words import Words

_DASHES = frozenset({"-", "–", "—"})
_YEAR_CUES = frozenset(
    (
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "during",
        "before",
        "between",
        "spring",
        "summer",
        "autumn",
    )
    + ("fall", "winter", "early", "late", "mid", "fiscal", "year", "circa", "through")
)


def measure_of(words: Words, amount: Amount) -> Measure | None:
    """Return what sort of non-figure an amount is, or nothing if it is one."""
    return (
        _age(words, amount)
        or _clock(words, amount)
        or _calendar(words, amount)
        or _score(words, amount)
        or _address(words, amount)
        or _name(words, amount)
        or _marker(words, amount)
    )


def dead_end(words: Words, at: int) -> int | None:
    """Return the end of a phrase that only looks like a number, if one starts here."""
    found = _phrases().after(words, at)
    return found[1] if found is not None else None


def idiom_end(words: Words, at: int) -> int | None:
    """Return the end of an idiom round "one" or "two", if the word lies in one."""
    for first in range(max(0, at - 2), at + 1):
        found = _idioms().after(words, first)
        if found is not None and found[1] > at and _closed(words, found[1]):
            return found[1]
    return None


def _closed(words: Words, at: int) -> bool:
    """Does no noun follow that the number could count?"""
    after = words.at(at)
    return not after.letters or (after.low in load_nouns().stops and after.low != "of")


def _marker(words: Words, amount: Amount) -> Measure | None:
    """Is it the number of a list's item, "1)"?"""
    closed = words.low(amount.last) == ")" and amount.plain and amount.low < 30
    opened = any(words.low(i) == "(" for i in range(amount.first - 6, amount.first))
    return Measure.OTHER if closed and not opened else None


def _age(words: Words, amount: Amount) -> Measure | None:
    at = amount.number_last
    at += words.low(at) == "-"
    if _cue_after(words, at, Measure.AGE) or _cue_after(words, amount.number_last, Measure.AGE):
        return Measure.AGE
    if amount.measured:
        return None
    found = _before().before(words, amount.first)
    if found is not None and Measure.AGE in found[0]:
        return Measure.AGE
    after = words.low(amount.last)
    if amount.plain and amount.low < 110 and _is_said_of_a_person(words, amount):
        return Measure.AGE
    apposed = (
        words.low(amount.first - 1) == "," and after in {",", "."} and words.at(amount.first - 2).capital
    )
    return Measure.AGE if apposed and amount.plain and 0 < amount.low < 110 else None


def _is_said_of_a_person(words: Words, amount: Amount) -> bool:
    """Is it "he will be 35 by", "who was 10."?"""
    if words.low(amount.first - 1) not in {"is", "was", "be", "turns"}:
        return False
    named = {words.low(amount.first - 2), words.low(amount.first - 3)} & {"he", "she", "who"}
    after = words.at(amount.last)
    return bool(named) and (not after.letters or after.low in {"by", "when", "and", "at", "but"})


def _clock(words: Words, amount: Amount) -> Measure | None:
    at = amount.number_last
    if words.low(at) == ":" and words.at(at).glued and words.at(at + 1).digits and words.at(at + 1).glued:
        return Measure.CLOCK
    if (
        words.low(amount.first - 1) == ":"
        and words.at(amount.first).glued
        and words.at(amount.first - 2).digits
    ):
        return Measure.CLOCK
    if amount.currency is None and _cue_after(words, at, Measure.CLOCK):
        return Measure.CLOCK
    return None


def _calendar(words: Words, amount: Amount) -> Measure | None:
    """Read years, decades and days of a month."""
    if _decade(words, amount):
        return Measure.YEAR
    if amount.measured or not (amount.plain or amount.bound is Bound.RANGE):
        return None
    months = load_not_figures().months
    dotted = words.low(amount.first - 1) == "." and words.low(amount.first - 2) in months
    month = words.at(amount.first - 2 if dotted else amount.first - 1)
    before, after = month.low, words.low(amount.last)
    small = 0 < amount.low <= 31
    dated = words.low(amount.first - 2) in {"on", "since", "by", "until"}
    if before in months and (dated or month.capital or before not in {"may", "march", "mar"}):
        return Measure.OTHER if small else _as_year(amount)
    on = words.low(amount.first - 1) == "on"
    if small and after in months and (on or words.at(amount.last).capital):
        return Measure.OTHER
    if before == "," and words.low(amount.first - 3) in months:
        return _as_year(amount)
    return _year(words, amount)


def _decade(words: Words, amount: Amount) -> bool:
    """Is it "the 1970s", or "2018's" with a mark for the apostrophe?"""
    mark = words.at(amount.number_last)
    glued = mark.glued and mark.text in {"s", "′", "'", "’"}
    return glued and amount.plain and 1000 <= amount.low <= 2100 and len(words.at(amount.first).text) == 4


def _as_year(amount: Amount) -> Measure | None:
    return Measure.YEAR if amount.plain and 1000 <= amount.low <= 2100 else None


def _year(words: Words, amount: Amount) -> Measure | None:
    number = words.at(amount.number_last - 1)
    short_end = amount.bound is Bound.RANGE or words.low(amount.last) in _DASHES
    if not (amount.plain and len(words.at(amount.first).text) == 4 and (number.digits or short_end)):
        return None
    if 1900 <= amount.low <= 2039:
        hedged = words.low(amount.first - 1) in {"about", "than", "around", "some", "nearly", "least", "over"}
        return None if hedged and is_plural(words.low(amount.last)) else Measure.YEAR
    near = 1000 <= amount.low <= 2100 and words.low(amount.first - 1) in _YEAR_CUES
    span = 1 if amount.bound is Bound.RANGE else 3
    return Measure.YEAR if near and not _counts(words, amount.last, within=span) else None


def _counts(words: Words, at: int, *, within: int = 3) -> bool:
    """Does a noun in the plural follow within a few words?"""
    for i in range(at, at + within):
        if not words.at(i).letters:
            return False
        if is_plural(words.low(i)):
            return True
    return False


def _score(words: Words, amount: Amount) -> Measure | None:
    """Read "3-1", "9-2 lead", "5 to 4" after a vote."""
    at = amount.number_last
    dash = words.low(at) in _DASHES and words.at(at).glued and words.at(at + 1).glued
    whole = amount.plain and amount.low < 200 and words.at(at + 1).text.isdigit()
    if dash and whole and amount.bound is not Bound.RANGE:
        return Measure.SCORE
    if words.low(amount.first - 1) in _DASHES and words.at(amount.first).glued and amount.plain:
        return (
            Measure.SCORE if words.at(amount.first - 2).digits and words.at(amount.first - 1).glued else None
        )
    if amount.bound is not Bound.RANGE or amount.measured:
        return None
    found = _before().before(words, amount.first)
    led = found is not None and Measure.SCORE in found[0] and not words.at(amount.last).letters
    return Measure.SCORE if led or _cue_after(words, amount.last, Measure.SCORE) else None


def _address(words: Words, amount: Amount) -> Measure | None:
    if amount.measured or amount.spoken:
        return None
    found = _before().before(words, amount.first)
    if found is not None and Measure.ADDRESS in found[0]:
        return Measure.ADDRESS
    for i in range(amount.last, amount.last + 4):
        if i > amount.last and _cue_after(words, i, Measure.ADDRESS) and words.at(i).capital:
            return Measure.ADDRESS
        if not words.at(i).capital:
            break
    phone = (
        words.at(amount.first - 1).text == "+"
        and words.at(amount.first).glued
        and words.at(amount.last).digits
    )
    return (
        Measure.ADDRESS
        if phone
        or (
            _cue_after(words, amount.last, Measure.ADDRESS)
            and not is_plural(words.low(amount.last))
            and words.at(amount.last).text in {"ZIP", "Zip"}
        )
        else None
    )


def _name(words: Words, amount: Amount) -> Measure | None:
    """Read model names, sections, ranks: "T-72", "G7", "Article 5", "FTSE 100"."""
    number, before = words.at(amount.first), words.at(amount.first - 1)
    if amount.currency is not None:
        return None
    if number.glued and before.letters:
        return Measure.NAME
    if number.glued and before.text == "." and before.glued and words.at(amount.first - 2).letters:
        return Measure.NAME
    if number.glued and before.low in _DASHES and _tied_to_a_name(words, amount.first):
        return Measure.NAME
    after = words.at(amount.number_last)
    if not amount.spoken and after.glued and after.letters and not amount.measured and number.digits:
        ordinal = after.low in {"st", "nd", "rd", "th"}
        return Measure.ORDINAL if ordinal else Measure.NAME
    return None if amount.measured else _labelled(words, amount)


def _tied_to_a_name(words: Words, at: int) -> bool:
    tie, name = words.at(at - 1), words.at(at - 2)
    if not tie.glued or not (name.letters or name.digits):
        return False
    if name.digits:
        return words.at(at - 3).letters and name.glued
    return name.low not in load_not_figures().open_prefixes


def _labelled(words: Words, amount: Amount) -> Measure | None:
    """Is it the number of a named thing ("Part 3", "No. 5", "Big 12")?"""
    before = words.at(amount.first - 1)
    noun = _counts(words, amount.last) or words.low(amount.last) in {
        "more",
        "were",
        "was",
        "had",
        "have",
        "are",
    }
    found = _before().before(words, amount.first)
    if found is not None and amount.scale == 1:
        label = next((m for m in found[0] if m in {Measure.NAME, Measure.ORDINAL}), None)
        named = before.text != before.low or before.text in {"№", "#"} or words.at(found[1]).capital
        always = "".join(w.low for w in words[found[1] : amount.first]) in _always_glued()
        if label is not None and (always or (not (noun and not named) and (amount.plain or named))):
            return label
    spoken_name = amount.spoken and words.at(amount.first).capital
    if (
        noun
        or not before.letters
        or not before.capital
        or amount.scale > 1
        or not (amount.plain or spoken_name)
    ):
        return None
    start = amount.first - 1 == 0 or words.low(amount.first - 2) in {".", "?", "!", "“", '"', ":"}
    return Measure.NAME if not start and words.at(amount.last).low not in {"to"} else None


def _cue_after(words: Words, at: int, measure: Measure) -> bool:
    found = _after().after(words, at)
    return found is not None and measure in found[0]


@cache
def _always_glued() -> frozenset[str]:
    return frozenset(cue.replace(" ", "") for cue in load_not_figures().always)


@cache
def _before() -> Phrases[tuple[Measure, ...]]:
    return phrase_table(load_not_figures().before.items())


@cache
def _after() -> Phrases[tuple[Measure, ...]]:
    return phrase_table(load_not_figures().after.items())


@cache
def _phrases() -> Phrases[None]:
    return phrase_table((phrase, None) for phrase in load_not_figures().phrases)


@cache
def _idioms() -> Phrases[None]:
    return phrase_table((phrase, None) for phrase in load_not_figures().idioms)
