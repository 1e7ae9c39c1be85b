"""Reads lengths of time and how often: "nearly two years", "every week", "daily"."""

from reportedly.extract.times.row.grammar import Phrase
from reportedly.extract.times.row.scan import letters, listed
from reportedly.extract.times.sense.counts import count_of, unit_of
from reportedly.extract.times.sense.days import LETTERS
from reportedly.extract.times.sense.setting import Sense, Setting
from reportedly.model import TimexType

_CLOCKED = ("second", "minute", "hour")


def amount_value(count: float | str, unit: str) -> str:
    """Return a length as a TIMEX3 value: ``P3M``, ``PT36H``, ``PXY``."""
    if unit == "fortnight" and not isinstance(count, str):
        count *= 2
    if unit == "half":
        count, unit = (count * 6 if not isinstance(count, str) else count), "month"
    if unit == "decade" and not isinstance(count, str):
        count, unit = count * 10, "year"
    if unit == "century" and not isinstance(count, str):
        count, unit = count * 100, "year"
    letter = LETTERS[unit]
    number = count if isinstance(count, str) else f"{count:g}"
    if not isinstance(count, str) and count != int(count):
        return _fraction(count, unit)
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


def _fraction(count: float, unit: str) -> str:
    """Read ``P2Y6M`` for two and a half years, ``PT5H30M`` for five and a half hours."""
    inner = {"year": ("month", 12), "hour": ("minute", 60), "day": ("hour", 24), "minute": ("second", 60)}
    if unit not in inner:
        return f"P{count:g}{LETTERS[unit]}"
    finer, size = inner[unit]
    rest = round((count - int(count)) * size)
    whole = f"{int(count)}{LETTERS[unit][-1]}" if int(count) else ""
    time = "T" if finer in _CLOCKED else ""
    if unit == "day":
        return f"P{whole}T{rest}H"
    return f"P{time}{whole}{rest}{LETTERS[finer][-1]}"


def length(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``two years``, ``a 16-hour flight``, ``several weeks``, ``half an hour``."""
    unit = unit_of(phrase)
    plural = phrase.said("unit", "UNITS") or phrase.said("unit", "WEEKENDS")
    if phrase.has("count"):
        count = count_of(phrase)
        hyphen = any(
            word in "-‐‑–" for word in (phrase.scan.word(at) for at in range(phrase.first, phrase.end))
        )
        noun = phrase.scan.kind(phrase.end) == letters()["LOWER"]
        if count is None or (count > 1 and not plural and not hyphen and not noun):
            return None
        if phrase.words("count") == ("one",) and unit == "day" and not hyphen and not _counted(phrase):
            return None
        return Sense(TimexType.DURATION, amount_value(count, unit))
    if phrase.has("vague"):
        number = phrase.number("vague", "FEW")
        if number:
            return Sense(TimexType.DURATION, amount_value(float(number), unit))
        return Sense(TimexType.DURATION, amount_value("X", unit)) if plural else None
    if phrase.scan.raw(phrase.end) == "-" and phrase.scan.word(phrase.end + 1) in {"earlier", "ago", "long"}:
        return None
    words = [phrase.scan.word(at) for at in range(phrase.first, phrase.end)]
    if words[-1] == "long" and words[0] == "a":
        return None
    return Sense(TimexType.DURATION, amount_value(0.5 if "half" in words else 1.0, unit))


def _counted(phrase: Phrase) -> bool:
    """Say whether "one day" is a length, not some day to come."""
    return phrase.scan.word(phrase.first - 1) in listed("one_day")


def plural(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``for years``, ``weeks``: some, nobody says how many."""
    before = phrase.scan.word(phrase.first - 1)
    if before not in listed("before_plural"):
        return None
    return Sense(TimexType.DURATION, amount_value("X", unit_of(phrase)))


def every(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``every week``, ``every other day``, ``each Monday``."""
    weekday = phrase.number("weekday", "WEEKDAY", "WEEKDAY_SHORT")
    if weekday is not None:
        return Sense(TimexType.SET, f"XXXX-WXX-{weekday + 1}")
    part = phrase.said("part", "DAYPART")
    if part:
        return Sense(TimexType.SET, f"XXXX-XX-XXT{part}")
    month = phrase.number("month", "MONTH", "MONTH_SHORT")
    if month:
        return Sense(TimexType.SET, f"XXXX-{month:02d}")
    season = phrase.said("season", "SEASON")
    if season:
        return Sense(TimexType.SET, f"XXXX-{season}")
    count = count_of(phrase) or phrase.number("nth", "NTH") or phrase.number("other", "OTHER") or 1
    unit = unit_of(phrase)
    return Sense(TimexType.SET, amount_value(float(count), unit)) if unit else None


def rate(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``twice a year``, ``400 a day``, ``per month``."""
    plain = phrase.end - phrase.first == 2 and phrase.scan.word(phrase.first) != "per"
    if plain and not _rated(phrase):
        return None
    return Sense(TimexType.SET, amount_value(1.0, unit_of(phrase)))


def _rated(phrase: Phrase) -> bool:
    """Say whether a figure stands before "a day", so that it is a rate and no length."""
    scan = phrase.scan
    if scan.word(phrase.end) in listed("after_length"):
        return False
    back = [scan.word(at) for at in range(phrase.first - 1, max(-1, phrase.first - 4), -1)]
    if back and back[0] in listed("before_length"):
        return False
    return any(word and (word[0].isdigit() or word in listed("figure")) for word in back)


def often(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``daily``, ``quarterly``; not ``the annual meeting``."""
    scan, letter = phrase.scan, letters()
    after = scan.kind(phrase.end) == letter["LOWER"]
    if scan.raw(phrase.first)[0].isupper() and scan.kind(phrase.end) == letter["PROPER"]:
        return None
    if after and phrase.words("often")[0] in {"annual", "quarterly"}:
        return None
    says = phrase.said("often", "OFTEN")
    return Sense(TimexType.SET, str(says))


def weekly(phrase: Phrase, _: Setting) -> Sense | None:
    """Read ``on Sundays``, ``weekdays``, ``weekends``."""
    says = phrase.said("day", "WEEKDAYS")
    if isinstance(says, int):
        return Sense(TimexType.SET, f"XXXX-WXX-{says + 1}")
    weekday, part = phrase.number("day", "WEEKDAY"), phrase.said("part", "DAYPARTS")
    if weekday is not None:
        return Sense(TimexType.SET, f"XXXX-WXX-{weekday + 1}T{part}")
    return Sense(TimexType.SET, "XXXX-WXX-WE" if phrase.words("day")[0] == "weekends" else "XXXX-WXX-WD")
