"""Every phrase of the probe set means what it must, and the set covers the lexicon."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reportedly.extract.times import find_times
from reportedly.lexicon import load_times
from reportedly.model import Granularity, TimeExpression

FILE = Path(__file__).resolve().parents[2] / "probes" / "times.toml"
PROBES = tomllib.loads(FILE.read_text(encoding="utf-8"))["probe"]
PHRASES = [probe for probe in PROBES if "words" in probe]
TEXT = "\n".join(probe["text"].lower() for probe in PROBES)
WORDS = frozenset(re.findall(r"[a-z]+", TEXT))


def label(probe: dict) -> str:
    return f"{probe.get('words', 'no time')}: {probe['text']}"


def found(probe: dict) -> TimeExpression:
    times = list(find_times(probe["text"], anchor=probe.get("from")))
    start = probe["text"].index(probe["words"])
    bare = probe["words"].rstrip(".")
    meant = [t for t in times if t.span.start == start and t.words.rstrip(".") == bare]
    meant = meant or [t for t in times if t.words.rstrip(".") == bare]
    assert meant, [(t.words, t.value) for t in times]
    return meant[0]


@pytest.mark.parametrize("probe", PHRASES, ids=label)
def test_a_phrase_means_what_it_must(probe):
    time = found(probe)
    period = time.period
    said = (period.start, period.last) if period else ()
    days = [day.isoformat() if day else ".." for day in said]
    assert (time.type.value, time.value, time.cue) == (probe["type"], probe["value"], probe.get("cue"))
    assert days == [probe[side] for side in ("first", "last") if side in probe]
    assert (period.edtf if period else None) == probe.get("edtf")
    assert (period.granularity.value if period else None) == probe.get("grain")


@pytest.mark.parametrize("probe", [p for p in PROBES if "words" not in p], ids=label)
def test_what_only_looks_like_a_time_is_left_alone(probe):
    assert [t.words for t in find_times(probe["text"], anchor=probe.get("from"))] == []


@pytest.mark.parametrize("probe", PHRASES, ids=label)
def test_no_day_is_invented(probe):
    period = found(probe).period
    if period and period.granularity is Granularity.DAY:
        assert DAYS.search(probe["words"].lower()), "a day needs a digit, a weekday, a feast or a deictic"


DAYS = re.compile(
    r"\b(\d{1,2}(st|nd|rd|th)?\b|\d{4}-|today|yesterday|tomorrow|tonight|overnight|night|morning|evening|noon"
    r"|midnight|midday|afternoon|day|o'clock|(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\b"
    r"|new year's|christmas|easter|halloween|thanksgiving|juneteenth|fourth"
    r"|first|second|third|(fif|six|seven|eigh|nin|ten|eleven|twelf)th|\w+tieth|\w+teenth)"
)


def test_the_set_is_large():
    assert len(PHRASES) >= 300


@pytest.mark.parametrize("word", sorted(load_times().words))
def test_every_word_of_the_lexicon_is_probed(word):
    assert word in WORDS


@pytest.mark.parametrize("phrase", sorted(p for held in load_times().phrases.values() for p, _ in held))
def test_every_phrase_of_the_lexicon_is_probed(phrase):
    assert phrase in TEXT


@pytest.mark.parametrize("cue", sorted(load_times().lean))
def test_every_word_of_direction_is_probed(cue):
    assert re.search(rf"\b{cue}\b", TEXT)


@pytest.mark.parametrize("name", sorted(load_times().lists))
def test_every_list_is_probed(name):
    missing = [w for w in load_times().lists[name] if w.isascii() and w not in TEXT]
    assert missing == []


def test_an_anchor_is_never_guessed():
    bare = list(find_times("He left yesterday, last week and on Friday.", anchor=None))
    assert [t.period for t in bare] == [None, None, None]
    assert [t.value for t in bare] == ["PAST_REF", "PAST_REF", "XXXX-WXX-5"]
    assert date.today().isoformat() not in {t.value for t in bare}  # noqa: DTZ011 - the clock is the point
