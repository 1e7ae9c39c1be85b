"""Figures that may bear a claim, tied to the words they count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.quantities import may_claim
from reportedly.extract.roles import Opening, case_of, fillers
from reportedly.frames import Slot
from reportedly.model import Bound, Quantity, Span

_PHRASAL = frozenset({"nummod", "amod", "det", "compound", "advmod", "nmod:poss", "nummod:gov", "dep"})
_ONE = frozenset({"a", "an", "another"})
_HARMS = frozenset({"killed", "injured", "missing", "trapped", "rescued", "detained"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its tokens.

    ``top`` is the token by which the whole phrase hangs in its sentence;
    ``noun`` the counted noun, nothing where it is left unsaid.
    """

    quantity: Quantity
    number: int
    top: int
    noun: int | None
    implied: bool = False

    @property
    def money(self) -> bool:
        """Is it a sum of money?"""
        return self.quantity.currency is not None


def figures(scene: Scene) -> Iterator[Figure]:
    """Yield the figures of a sentence, left to right, articles before victims included."""
    found = []
    for quantity in scene.quantities:
        if may_claim(quantity, scene.classes.goods_measure):
            figure = tie(scene, quantity)
            if figure is not None:
                found.append(figure)
    found += [f for f in _articles(scene) if not any(f.quantity.number.meets(g.quantity.span) for g in found)]
    yield from sorted(found, key=lambda f: f.quantity.number.start)


def tie(scene: Scene, quantity: Quantity) -> Figure | None:
    """Tie a quantity to its tokens."""
    tree = scene.tree
    number = scene.top(quantity.number)
    if number is None:
        return None
    token = tree.tokens[number]
    if quantity.currency is not None:
        return Figure(quantity, number, _phrase_top(scene, number), None)
    noun_like = tree.tokens[token.head].pos in _NOUNS and not scene.dated(token.head)
    noun_like = noun_like and tree.words[token.head] != "more"  # "will hire 12 more"
    if token.dep in _PHRASAL and token.head != number and noun_like:
        head = _whole_noun(scene, quantity, token.head)
        return Figure(quantity, number, head, head)
    of = next(
        (kid for kid in tree.by(number, "nmod", "obl") if kid > number and case_of(tree, kid) == "of"), None
    )
    if of is not None and tree.tokens[of].pos not in {"PRON", "DET"}:
        return Figure(quantity, number, number, of)
    noun = scene.top(quantity.noun) if quantity.noun is not None else None
    if noun is not None and noun != number and tree.tokens[noun].pos in _NOUNS and tree.words[noun] != "more":
        return Figure(quantity, number, number if noun in tree.under(number) else noun, noun)
    return Figure(quantity, number, number, None)


def _whole_noun(scene: Scene, quantity: Quantity, noun: int) -> int:
    """Return the head of the whole counted phrase ("20 mud-covered bodies", not "mud")."""
    if quantity.noun is None or not quantity.noun.holds(scene.tree.tokens[noun].span):
        return noun
    top = scene.top(quantity.noun)
    return top if top is not None and top > noun and scene.tree.tokens[top].pos in _NOUNS else noun


def _phrase_top(scene: Scene, number: int) -> int:
    """Return where a sum hangs: "a $5 billion loan" by its loan, "$5 billion" by itself."""
    token = scene.tree.tokens[number]
    if token.dep in {"compound", "nummod", "amod", "nmod"} and token.head > number:
        return token.head
    return number


def _articles(scene: Scene) -> Iterator[Figure]:
    """Yield "a", "an", "another" before a person who came to harm: one victim."""
    tree = scene.tree
    harms = [opening for opening in scene.openings if opening.trigger.outcome in _HARMS]
    articles = [at for at, word in enumerate(tree.words) if harms and word in _ONE and tree.deps[at] == "det"]
    for at in articles:
        token = tree.tokens[at]
        noun = token.head
        if tree.first(noun, "nummod") is None and person(scene, noun) and _victim(scene, noun, harms):
            span = Span(token.span.start, tree.tokens[noun].span.end)
            one = Decimal(1)
            quantity = Quantity(
                span, token.span, scene.words(span), one, one, Bound.EXACT,
                unit=tree.lemmas[noun], noun=tree.tokens[noun].span, increment=tree.words[at] == "another",
            )  # fmt: skip
            yield Figure(quantity, at, noun, noun)


def person(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names people."""
    items, lemma = scene.marks.items, scene.tree.lemmas[noun]
    if lemma in scene.classes.people:
        return True
    thing = items.find([lemma])
    return thing is not None and items.is_a(thing.id, "person")


def _victim(scene: Scene, noun: int, harms: Iterable[Opening]) -> bool:
    """Did one person come to harm, or under arrest? So did each in a list."""
    token = scene.tree.tokens[noun]
    places = {noun, token.head} if token.dep == "conj" else {noun}
    return any(places & set(fillers(scene.tree, opening.at, opening.trigger, Slot.ITEM)) for opening in harms)
