"""Which sentences can bear a claim: told from their words alone, before anything is parsed."""

import re
from collections.abc import Callable, Iterator

from reportedly.frames import Frames, Part
from reportedly.lexicon import load_cues, load_numbers

_DIGIT = re.compile(r"\d|[$€£¥%]")
_EMPTY = frozenset({"a", "an", "the", "of", "few", "great", "large"})


def make_gate(frames: Frames) -> Callable[[str], bool]:
    """Return a test for sentences: true where a figure, an event or a source may stand.

    It errs on the side of letting through: what it stops holds no digit, no
    number word, no word that opens an event, and no verb of saying.
    """
    words = frozenset({*_number_words(), *_event_words(frames), *_saying_words()})

    def bears_claim(sentence: str) -> bool:
        if _DIGIT.search(sentence):
            return True
        return any(word in words for word in re.findall(r"[^\W\d_]+", sentence.lower()))

    return bears_claim


def _number_words() -> Iterator[str]:
    numbers = load_numbers()
    for table in (numbers.cardinals, numbers.scales, numbers.groups, numbers.fractions, numbers.magnitudes):
        for phrase in table:
            yield from phrase.split()
    for amount in numbers.vague:
        yield from (word for word in amount.words.split() if word not in _EMPTY)
    yield from ("both", "multiple", "first")


def _event_words(frames: Frames) -> Iterator[str]:
    for frame in frames:
        for trigger in frame.triggers:
            if trigger.event or trigger.outcome is not None:
                yield from forms(trigger.word, verb=trigger.part is Part.VERB)
    yield from frames.words.irregular


def _saying_words() -> Iterator[str]:
    for lemma in load_cues().say:
        yield from forms(lemma, verb=True)


def forms(lemma: str, *, verb: bool) -> Iterator[str]:
    """Yield the regular forms of a word ("carry": carry, carries, carried, carrying)."""
    yield lemma
    yield lemma + "s"
    yield lemma + "es"
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    if verb:
        stem = lemma.removesuffix("e")
        yield from (
            stem + "ed",
            stem + "ing",
            lemma + "ed",
            lemma + "ing",
            lemma + lemma[-1] + "ed",
            lemma + lemma[-1] + "ing",
        )
