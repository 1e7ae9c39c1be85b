"""What is moved, hit, made or counted: its words, its head, its vocabulary id."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import bare, phrase
from reportedly.extract.roles import case_of
from reportedly.model import Item

from .tied import Figure


def item_at(scene: Scene, at: int | None) -> Item | None:
    """Return the thing that a token names; a month is none."""
    if at is None or scene.dated(at):
        return None
    words = bare(scene.words(phrase(scene, at)))
    if not words:
        return None
    head = scene.tree.lemmas[at]
    return Item(words, head, _id(scene, words, head))


def counted_item(scene: Scene, figure: Figure) -> Item | None:
    """Return the thing that a figure counts."""
    if figure.noun is not None:
        return item_at(scene, _measured(scene, figure.noun))
    unit = figure.quantity.unit
    if unit is None or figure.money:
        return None
    head = unit.split(" of ")[0].split()[-1]
    return Item(unit, head, _id(scene, unit, head))


def _measured(scene: Scene, noun: int) -> int:
    """Return what is measured: the freight in "66 tonnes of freight"."""
    if scene.tree.lemmas[noun] not in scene.marks.items.nouns.measures:
        return noun
    of = (kid for kid in scene.tree.by(noun, "nmod") if case_of(scene.tree, kid) == "of")
    return next(of, noun)


def _id(scene: Scene, words: str, head: str) -> str | None:
    found = scene.marks.items.find(words.split()) or scene.marks.items.find([head])
    return found.id if found is not None else None
