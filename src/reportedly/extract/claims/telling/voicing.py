"""How a claim is put: the voice of its clause, under its innermost source."""

from dataclasses import replace

from reportedly.extract.claims.figures.choosing import Choice
from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.modality import read_voice
from reportedly.extract.roles import Opening
from reportedly.lexicon import load_modality
from reportedly.model import Link, Modality, Polarity, TimeExpression, Voice

_SAID = frozenset({Modality.ASSERTED, Modality.ANNOUNCED})
_AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PLEDGED})


def voice_at(scene: Scene, at: int, links: tuple[Link, ...]) -> Voice:
    """Return the voice of the clause that a token governs."""
    voice = read_voice(scene.sentence, at, links[-1] if links else None)
    taken_back = bool(links) and scene.sentence.span.start in scene.marks.doubted
    return replace(voice, unverified=True) if taken_back else voice


def voice_of(scene: Scene, choice: Choice, links: tuple[Link, ...], time: TimeExpression | None) -> Voice:
    """Return the voice of a figure's claim; a capacity is a capability by its frame."""
    voice = voice_at(scene, choice.verb, links)
    told = choice.opening.trigger.modality if choice.opening is not None else None
    if told is not None and Modality(told) is Modality.ASSERTED:
        return replace(voice, modality=Modality.ASSERTED, polarity=Polarity.POSITIVE)  # "could not be found"
    if voice.modality in _SAID and told is not None:
        return replace(voice, modality=Modality(told))
    if choice.kind == "capacity" and voice.modality in {Modality.ASSERTED, Modality.PLANNED}:
        return replace(voice, modality=Modality.CAPABILITY)
    if choice.kind == "count" and _can_hold(scene, choice):
        return replace(voice, modality=Modality.ASSERTED)
    if voice.modality is Modality.ASSERTED and _only_announced(scene, choice):
        return replace(voice, modality=Modality.ANNOUNCED)
    if voice.modality in _AHEAD and _past(scene, time):
        return replace(voice, modality=Modality.ASSERTED)
    if voice.modality is Modality.ASSERTED and _maybe(scene, choice):
        return replace(voice, modality=Modality.POSSIBLE)
    if voice.modality is Modality.ASSERTED and _due(scene, choice, time):
        return replace(voice, modality=Modality.PLANNED)
    return voice


def _maybe(scene: Scene, choice: Choice) -> bool:
    """Tell whether a word of doubt stands before the number itself ("possibly 40 people")."""
    tree, particles = scene.tree, load_modality().particles
    numbers = (n for at in choice.standing for n in (at, *tree.by(at, "nummod")))
    hedges = (tree.words[kid] for n in numbers for kid in tree.by(n, "advmod") if kid < n)
    return any(particles.get(word) is Modality.POSSIBLE for word in hedges)


def _due(scene: Scene, choice: Choice, time: TimeExpression | None) -> bool:
    """Is it still to be done, by a day to come: "Chile closing 12 ports by 2031" in a headline?"""
    published = scene.marks.document.published
    last = time.period.last if time is not None and time.cue == "by" and time.period is not None else None
    ahead = published is not None and last is not None and last > published
    tree, verb = scene.tree, choice.verb
    return ahead and tree.tokens[verb].tag == "VBG" and tree.first(verb, "aux") is None


def _can_hold(scene: Scene, choice: Choice) -> bool:
    """Is it a thing that can hold others, and is there: "10,000 containers could hold 4.8 million shells"?"""
    opens = any(o.frame.name == "capacity" and o.at == choice.verb for o in scene.openings)
    return opens and scene.tree.subject(choice.verb) in choice.standing


def _only_announced(scene: Scene, choice: Choice) -> bool:
    """Is it a gift that is announced, and not yet given: "announced $40 million in aid"?"""
    tree = scene.tree
    beside = [i for at in choice.standing for i in (at, *tree.by(at, "nmod", "compound"))]
    given = {tree.lemmas[i] for i in (*beside, *tree.by(choice.verb, "obl"))}
    told = choice.kind == "money" and tree.lemmas[choice.verb] in scene.classes.announces
    return told and bool(given & scene.classes.gift)


def _past(scene: Scene, time: TimeExpression | None) -> bool:
    """Tell whether a figure's own time lies behind the page ("will cut jobs after a loss last year")."""
    published = scene.marks.document.published
    last = time.period.last if time is not None and time.period is not None else None
    return published is not None and last is not None and last < published


def event_voice(scene: Scene, opening: Opening, links: tuple[Link, ...]) -> Voice:
    """Return the voice of an event; its own word may tell it ("is due in")."""
    voice = voice_at(scene, opening.at, links)
    told = opening.trigger.modality
    if told is not None and voice.modality is Modality.ASSERTED:
        return replace(voice, modality=Modality(told))
    return voice
