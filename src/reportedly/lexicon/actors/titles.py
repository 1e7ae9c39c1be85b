"""What a person is called by office or by part in the news."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.lexicon.package_data import Entry

from .words import plural


class OfficeLevel(StrEnum):
    """Where an office stands, or what part its bearer plays."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    ROYAL = "royal"
    MINISTER = "minister"
    OFFICIAL = "official"
    LAWMAKER = "lawmaker"
    JUDGE = "judge"
    MILITARY = "military"
    POLICE = "police"
    LOCAL = "local"
    DIPLOMAT = "diplomat"
    SPOKESPERSON = "spokesperson"
    PARTY = "party"
    INTERNATIONAL = "international"
    CLERGY = "clergy"
    EXPERT = "expert"
    BUSINESS = "business"
    ARMED_GROUP = "armed_group"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Title:
    """An office: ``anonymous`` where its bare word names nobody in particular.

    ``id`` gathers the forms of one office ("defence-minister" for "defence
    chief"), ``several`` is true where this form is a plural; ``general``
    where it may mean any office of its level ("the minister").
    """

    id: str
    words: str
    level: OfficeLevel
    anonymous: bool = False
    several: bool = False
    general: bool = False


def read_titles(entries: Mapping[str, Entry]) -> Mapping[str, Title]:
    """Return every form of every title, in small letters."""
    forms: dict[str, Title] = {}
    for name, entry in entries.items():
        for words, several in _forms(entry.words("say"), entry.words("plurals")):
            level, anonymous, general = (
                OfficeLevel(entry.text("level")),
                *map(entry.flag, ("anonymous", "general")),
            )
            title = Title(name, words, level, anonymous, several, general)
            forms.setdefault(words, title)
    return forms


def _title(name: str, entry: Entry, words: str, *, several: bool) -> Title:
    level = OfficeLevel(entry.text("level"))
    return Title(name, words, level, entry.flag("anonymous"), several, entry.flag("general"))


def _forms(say: Iterable[str], plurals: Iterable[str]) -> Iterable[tuple[str, bool]]:
    for words in plurals:
        yield words, True
    for words in say:
        yield words, False
        yield plural(words), True
