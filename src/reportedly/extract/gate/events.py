"""Words that may open an event, each with all that its frame asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.extract.times import find_times
from reportedly.frames import WAYS_BY_SYNTAX, Frame, Frames, Part, Slot, Trigger, Words
from reportedly.lexicon import load_numbers

from .wording import Wording

_MOVES = "transfer"  # the frame whose events are worth a row only with somebody or somewhere at their end


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger, as bare words: what must stand beside it, and the prepositions that its needs ask for."""

    part: Part
    beside: tuple[frozenset[str], ...]
    asks: tuple[frozenset[str], ...]
    sides: int
    dated: bool


@dataclass(frozen=True, slots=True)
class EventWords:
    """Every form of every word that opens an event, and every form of those that tell of harm."""

    opens: Mapping[str, tuple[Event, ...]]
    harms: frozenset[str]
    exchange: frozenset[str]

    def told_in(self, wording: Wording, *, in_body: bool) -> bool:
        """May one of the sentence's words open an event that is told fully?"""
        return any(
            self._opened(event, wording, at, in_body=in_body)
            for at, word in enumerate(wording.low)
            for event in self.opens.get(word, ())
        )

    def _opened(self, event: Event, wording: Wording, at: int, *, in_body: bool) -> bool:
        known = wording.known
        if event.part is Part.VERB and not wording.verbal(at):
            return False
        if not event.beside and wording.in_other_phrase(at):
            return False
        if not all(known & words for words in event.beside) or not self._answered(event, wording, at):
            return False
        if wording.sides < event.sides and not known & self.exchange:
            return False
        return not (event.dated and in_body) or _dated(wording)

    def _answered(self, event: Event, wording: Wording, at: int) -> bool:
        """Is all that the event asks for told behind its word? An exchange may be told before it."""
        if not event.asks:
            return True
        heard = {*wording.low[at + 1 :], *(wording.known & self.exchange)}
        return not any(heard.isdisjoint(words) for words in event.asks)


def event_words(frames: Frames) -> EventWords:
    """Gather the event words of some frames."""
    irregular = frames.words.irregular
    opens: dict[str, list[Event]] = {}
    harms: set[str] = set()
    for frame in frames:
        for trigger in frame.triggers:
            forms = frozenset(_forms(trigger.word, irregular, verb=trigger.part is Part.VERB))
            harms |= forms if trigger.outcome is not None else frozenset()
            for form in forms if trigger.event else ():
                opens.setdefault(form, []).append(_event(frame, trigger, frames.words))
    found = {form: tuple(dict.fromkeys(events)) for form, events in opens.items()}
    return EventWords(found, frozenset(harms), frames.words.exchange)


def _event(frame: Frame, trigger: Trigger, words: Words) -> Event:
    beside = tuple(frozenset(_forms(word, words.irregular, verb=False)) for word in trigger.beside)
    ways = [frozenset(trigger.ways.get(slot, ())) for slot in trigger.needs]
    if frame.name == _MOVES:
        ways.append(_ends(trigger, words))
    asks = tuple(way for way in ways if not way & WAYS_BY_SYNTAX)
    return Event(trigger.part, beside, asks, frame.sides, frame.dated)


def _ends(trigger: Trigger, words: Words) -> frozenset[str]:
    """Return what tells that a thing which moves gets somewhere: to whom, whom it helps, for what."""
    ends = {way for slot in (Slot.RECIPIENT, Slot.DESTINATION) for way in trigger.ways.get(slot, ())}
    helps = (form for word in words.help for form in _forms(word, words.irregular, verb=True))
    return frozenset({*ends, *helps, *words.exchange})


def _forms(lemma: str, irregular: Mapping[str, str], *, verb: bool) -> Iterator[str]:
    """Yield the forms of a word ("carry": carry, carries, carried, carrying)."""
    yield lemma
    yield lemma + "s"
    yield lemma + "es"
    yield from (form for form, of in irregular.items() if of == lemma)
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    if verb:
        for stem in (lemma.removesuffix("e"), lemma, lemma + lemma[-1]):
            yield from (stem + "ed", stem + "ing")


def _dated(wording: Wording) -> bool:
    """Is there a time, or a rank that dates it ("the first visit")?"""
    if wording.known & load_numbers().ordinals.keys():
        return True
    return any(True for _ in find_times(wording.text, anchor=None))
