"""Which way the words around a bare weekday or month look: ahead or back."""

from collections.abc import Callable
from functools import partial

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import Scan, letters, letters_of, listed
from reportedly.lexicon import load_times
from reportedly.model import Parse, Sentence, Span

_REACH = 16


def look(parse: Parse | None) -> Callable[[Phrase], int]:
    """Return the function that says where a phrase looks, by tense or by cue."""
    return partial(by_tense, parse) if parse else by_cue


def by_cue(phrase: Phrase) -> int:
    """Return where the words around a phrase look: 1 ahead, -1 back, 0 neither.

    A word right before it counts double ("until Friday"). Else the verb before
    it governs it ("will leave on Monday"); where it opens its sentence, the
    verb after it.
    """
    scan, first = phrase.scan, phrase.first
    close = beside(scan, first)
    if close:
        return close
    if scan.raw(phrase.end) in {"'s", "’s"}:
        return -1
    if _belongs(phrase):
        return -1
    stops = letters()["DOT"] + letters()["STOP"]
    for reach in (range(first - 1, first - _REACH, -1), range(phrase.end, phrase.end + _REACH)):
        for at in reach:
            kind = scan.kind(at)
            if not kind or kind in stops:
                break
            side = verb_side(scan, at)
            if side:
                return side
    return 0


def beside(scan: Scan, first: int) -> int:
    """Return 2 or -2 where the words right before a phrase say which way it lies."""
    word = scan.word(first - 1)
    if word == "of" and scan.word(first - 2) == "ahead":
        return 2
    three = f"{scan.word(first - 3)} {scan.word(first - 2)} {word}"
    if word in listed("ahead_of") or three in listed("ahead_of"):
        return 2
    return -2 if word in listed("behind_of") else 0


def _belongs(phrase: Phrase) -> bool:
    """Say whether a date only says which thing is meant ("a June agreement")."""
    letter = letters()
    article = phrase.scan.kind(phrase.first - 1) in {letter["A"], letter["THE"], letter["THAT"]}
    return article and phrase.scan.kind(phrase.end) == letter["LOWER"]


def verb_side(scan: Scan, at: int) -> int:
    """Return where a word looks: 1 ahead, -1 back, 0 if it is no telling verb."""
    lean, word = load_times().lean, scan.word(at)
    if scan.kind(at) == letters()["MONTH"]:
        return 0
    side = lean.get(f"{word} {scan.word(at + 1)}", lean.get(word, 0))
    if side > 0:
        return -1 if _after(scan, at, "long_past") else side
    letter = letters()
    plain = scan.kind(at) == letter["LOWER"] or (scan.kind(at) == letter["PROPER"] and _opens(scan, at))
    if side == 0 and plain and word.endswith("ed") and word not in listed("no_verb"):
        side = -1
    if side == 0 and plain and word in listed("bare_verb"):
        side = 1 if _after(scan, at, "to_verb") else 0
        if side and any(_after(scan, at - far, "long_past") for far in (1, 3)):
            return -1
    if side < 0 and _after(scan, at, "modal"):
        return 1
    return side


def _opens(scan: Scan, at: int) -> bool:
    """Say whether a word is the first of its sentence."""
    return scan.kind(at - 1) in {"", letters()["DOT"], letters()["STOP"], letters()["MARK"]}


def _after(scan: Scan, at: int, name: str) -> bool:
    """Say whether one of the three words before is in a list, with no break between.

    A date is a break: in "to March it fell" and "by May it was" no infinitive or modal stands.
    """
    for back in range(at - 1, at - 4, -1):
        word = scan.word(back)
        if scan.kind(back) in letters_of("MONTH", "MONTH_SHORT", "WEEKDAY"):
            return False
        if word in listed(name):
            return True
        if not word.isalpha():
            return False
    return False


def by_tense(parse: Parse, phrase: Phrase) -> int:
    """Return where the verb that governs a phrase looks; by cue where none tells."""
    scan = phrase.scan
    span = Span(scan.starts[phrase.first], scan.ends[phrase.end - 1])
    if scan.raw(phrase.end) in {"'s", "’s"} or beside(scan, phrase.first) or _belongs(phrase):
        return by_cue(phrase)
    for sentence in parse.within(span):
        at = next((i for i, token in enumerate(sentence.tokens) if token.span.meets(span)), None)
        if at is not None:
            return _tense(sentence, at) or by_cue(phrase)
    return by_cue(phrase)


def _tense(sentence: Sentence, at: int) -> int:
    """Return the side of the first governor that is a verb with a tense of its own."""
    lean = load_times().lean
    for up in sentence.ancestors(at):
        token = sentence.tokens[up]
        if token.pos not in {"VERB", "AUX"}:
            continue
        word, after = token.text.lower(), sentence.tokens[min(up + 1, len(sentence.tokens) - 1)].text.lower()
        helpers = {sentence.tokens[child].text.lower() for child in sentence.children(up) if child < up}
        if "to" in helpers:  # an infinitive looks where the words before it look
            return 0
        if helpers & listed("modal") - {"be"}:
            return 1
        if lean.get(f"{word} {after}", lean.get(word, 0)) > 0:
            return -1 if "had" in helpers else 1
        if token.tag in {"VBD", "VBN"} or helpers & listed("past_helper"):
            return -1
        if token.tag in {"VBZ", "VBP"}:
            return 1 if token.lemma in listed("bare_verb") else 0
    return 0
