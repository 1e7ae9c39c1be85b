"""Reads frame files: those that travel with the package, and a user's own."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from reportedly.errors import LexiconError

from .records import Example, Frame, Frames, Part, Slot, Trigger, WordClass
from .words import words_from

_PARTS = {"verbs": Part.VERB, "nouns": Part.NOUN, "adjectives": Part.ADJECTIVE}
_KEYS = {
    "name",
    "about",
    "plover",
    "currency",
    "counts",
    "items",
    "not_items",
    "event",
    "sides",
    "dated",
    "trigger",
}
_TRIGGER_KEYS = {
    *_PARTS,
    *Slot,
    "needs",
    "items",
    "event",
    "outcome",
    "stage",
    "route",
    "aggregation",
    "modality",
    "example",
}


def load_frames(extra: Iterable[Path] = ()) -> Frames:
    """Return the package's frames and a user's own.

    A user's frame of the same name adds its triggers to ours. Raises
    LexiconError for a file that cannot be read or breaks the rules.
    """
    return _load(tuple(extra))


@cache
def _load(extra: tuple[Path, ...]) -> Frames:
    home = files("reportedly.frames")
    ours = sorted(entry.name for entry in home.iterdir() if entry.name.endswith(".toml"))
    texts = {name: home.joinpath(name).read_text("utf-8") for name in ours}
    shared = texts.pop("words.toml"), texts.pop("classes.toml")
    lists, classes = map(tomllib.loads, shared)
    words = words_from(lists, classes)
    texts.update({str(path): _text(path) for path in extra})
    frames: dict[str, Frame] = {}
    for file, text in texts.items():
        frame = _frame(file, _table(file, text))
        frames[frame.name] = _joined(frames[frame.name], frame) if frame.name in frames else frame
    mark = blake2b("\x1f".join((*shared, *texts.values())).encode(), digest_size=4).hexdigest()
    told = tuple(_word_class(name, each) for name, each in classes.items())
    return Frames(f"frames {mark}", tuple(frames.values()), words, told, _index(frames.values()))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {error} (name a TOML file in UTF-8)") from error


def _table(file: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error} (see docs/frames.md)") from error


def _joined(ours: Frame, theirs: Frame) -> Frame:
    return replace(
        ours,
        triggers=theirs.triggers + ours.triggers,
        examples=ours.examples + theirs.examples,
        items=ours.items | theirs.items,
        not_items=ours.not_items | theirs.not_items,
    )


def _frame(file: str, table: Mapping[str, object]) -> Frame:
    _known(file, table, _KEYS)
    groups = table.get("trigger")
    if not isinstance(table.get("name"), str) or not isinstance(groups, list) or not groups:
        raise LexiconError(f"{file}: a frame needs a name and at least one [[trigger]] (see docs/frames.md)")
    event = table.get("event") is True
    triggers: list[Trigger] = []
    examples: list[Example] = []
    for group in groups:
        _known(file, group, _TRIGGER_KEYS)
        triggers += _triggers(file, group, event=event)
        examples += _examples(file, group, str(table["name"]))
    return Frame(
        name=str(table["name"]),
        about=str(table.get("about", "")),
        triggers=tuple(triggers),
        examples=tuple(examples),
        plover=_word(table, "plover"),
        currency=_word(table, "currency") or "may",
        counts=table.get("counts", True) is True,
        items=frozenset(_list(file, table, "items")),
        not_items=frozenset(_list(file, table, "not_items")),
        sides=_number(file, table, "sides"),
        dated=table.get("dated") is True,
    )


def _triggers(file: str, group: Mapping[str, object], *, event: bool) -> Iterator[Trigger]:
    ways = MappingProxyType({slot: _list(file, group, slot) for slot in Slot if slot in group})
    if not any(key in group for key in _PARTS):
        raise LexiconError(f"{file}: a [[trigger]] needs verbs, nouns or adjectives (see docs/frames.md)")
    for key, part in _PARTS.items():
        for phrase in _list(file, group, key):
            word, *beside = phrase.split()
            yield Trigger(
                word=word,
                part=part,
                ways=ways,
                beside=tuple(beside),
                needs=tuple(Slot(slot) for slot in _list(file, group, "needs")),
                items=frozenset(_list(file, group, "items")),
                event=group.get("event", event) is True,
                outcome=_word(group, "outcome"),
                stage=_word(group, "stage"),
                route=_word(group, "route"),
                aggregation=_word(group, "aggregation"),
                modality=_word(group, "modality"),
            )


def _word_class(name: str, table: Mapping[str, object]) -> WordClass:
    return WordClass(name, str(table["about"]), tuple(_examples("classes.toml", table, name)))


def _examples(file: str, group: Mapping[str, object], frame: str) -> Iterator[Example]:
    given = group.get("example")
    if not isinstance(given, list) or not given:
        raise LexiconError(f"{file}: a [[trigger]] of {frame} has no example (write one that a test can run)")
    for example in given:
        finds = {str(key): str(value) for key, value in example.items() if key != "text"}
        yield Example(str(example["text"]), MappingProxyType(finds))


def _known(file: str, table: Mapping[str, object], keys: set[str]) -> None:
    for key in table:
        if key not in keys:
            raise LexiconError(f"{file}: {key} is no field of a frame (known: {', '.join(sorted(keys))})")


def _word(table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    return str(value) if value is not None else None


def _number(file: str, table: Mapping[str, object], key: str) -> int:
    value = table.get(key, 0)
    if not isinstance(value, int):
        raise LexiconError(f"{file}: {key} is no number (write one)")
    return value


def _list(file: str, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise LexiconError(f'{file}: {key} is no list (write ["..."])')
    return tuple(str(word) for word in value)


def _index(frames: Iterable[Frame]) -> Mapping[str, Mapping[Part, tuple[tuple[Frame, Trigger], ...]]]:
    """File the triggers by their word and its part of speech, the longest phrase first."""
    pairs = [(frame, trigger) for frame in frames for trigger in frame.triggers]
    found: dict[str, dict[Part, tuple[tuple[Frame, Trigger], ...]]] = {}
    for frame, trigger in sorted(pairs, key=lambda pair: -len(pair[1].beside)):
        parts = found.setdefault(trigger.word, {})
        parts[trigger.part] = (*parts.get(trigger.part, ()), (frame, trigger))
    return MappingProxyType(found)
