"""How a claim is put: the voice of its clause, under its innermost source."""

from dataclasses import replace

from reportedly.extract.modality import read_voice
from reportedly.extract.roles import Opening
from reportedly.model import Link, Modality, Voice

from .choosing import Choice
from .marks import Scene


def voice_at(scene: Scene, at: int, links: tuple[Link, ...]) -> Voice:
    """Return the voice of the clause that a token governs."""
    return read_voice(scene.sentence, at, links[-1] if links else None)


def voice_of(scene: Scene, choice: Choice, links: tuple[Link, ...]) -> Voice:
    """Return the voice of a figure's claim; a capacity is a capability by its frame."""
    voice = voice_at(scene, choice.verb, links)
    if choice.kind == "capacity" and voice.modality is Modality.ASSERTED:
        return replace(voice, modality=Modality.CAPABILITY)
    return voice


def event_voice(scene: Scene, opening: Opening, links: tuple[Link, ...]) -> Voice:
    """Return the voice of an event; its own word may tell it ("is due in")."""
    voice = voice_at(scene, opening.at, links)
    told = opening.trigger.modality
    if told is not None and voice.modality is Modality.ASSERTED:
        return replace(voice, modality=Modality(told))
    return voice
