"""Which frame a figure fills: the nearest trigger whose role it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.roles import Opening, case_of, fillers, surface_subject, verbal
from reportedly.frames import Part, Slot
from reportedly.model import Section

from .plausible import fits
from .tied import Figure

_LAST = {"attack": 1, "count": 2, "money": 2}  # the frames that take what no other claims
_TO_A_LEVEL = frozenset({"to", "at", "from", "of", "by", "over", "than"})
_CLAUSAL = frozenset({"acl", "acl:relcl", "amod"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a figure is read as.

    ``opening`` is nothing for a plain count; ``verb`` is the token that governs
    the clause; ``standing`` the tokens whose role the figure shares.
    """

    kind: str
    opening: Opening | None
    verb: int
    standing: frozenset[int]

    @property
    def at(self) -> int:
        """The token that the claim turns on."""
        return self.opening.at if self.opening is not None else self.verb


def choose(scene: Scene, figure: Figure) -> Choice:
    """Return the frame that a figure fills, or a plain count (or sum)."""
    standing = standing_for(scene, figure)
    verb = governing_verb(scene, figure.top)
    own = _own_fate(scene, figure)
    if own is not None:
        return Choice(own.frame.name, own, _clause_verb(scene, own), standing)
    for opening in sorted(_near(scene, figure, standing), key=lambda o: _LAST.get(o.frame.name, 0)):
        if fits(scene, figure, opening):
            return Choice(opening.frame.name, opening, _clause_verb(scene, opening), standing)
    beside = _beside(scene, figure)
    if beside is not None:
        return Choice(beside.frame.name, beside, _clause_verb(scene, beside), standing)
    return Choice("money" if figure.money else "count", None, verb, standing)


def _own_fate(scene: Scene, figure: Figure) -> Opening | None:
    """Return the fate that a figure itself counts beside another: the dead in "197 dead and 128 missing"."""
    tree, noun = scene.tree, figure.noun
    if noun is None or noun + 1 >= len(tree):
        return None
    behind = range(noun + 2, min(noun + 5, len(tree)))
    counted = any(tree.tokens[i].pos == "NUM" for i in behind) and tree.words[noun + 1] in {"and", ","}
    others = {o.trigger.outcome for at in behind if counted for o in scene.opened_at(at)} - {None}
    fates = (o for o in scene.opened_at(noun) if o.trigger.outcome and others - {o.trigger.outcome})
    return next((o for o in fates if fits(scene, figure, o)), None)


def _beside(scene: Scene, figure: Figure) -> Opening | None:
    """Return the fate that stands right behind a figure: "28 injured", "left more than 600 dead"."""
    last = max(figure.number, figure.noun if figure.noun is not None else figure.number)
    for at in (last + 1, last + 2):
        if at < len(scene.tree) and (
            at == last + 1 or scene.tree.words[last + 1] in {"were", "was", "are", "more", "others"}
        ):
            for opening in scene.opened_at(at):
                does = scene.tree.first(at, "obj") is not None  # "two of 24 hitting their targets"
                if opening.trigger.outcome is not None and not does and fits(scene, figure, opening):
                    return opening
    return None


def continued(scene: Scene, figure: Figure, choice: Choice, before: tuple[Figure, Choice] | None) -> Choice:
    """Let a list go on: "killed five children and two drivers", where a parser lost the thread."""
    if choice.opening is not None or before is None or before[1].opening is None or figure.money:
        return choice
    first, told = before
    between = range(max(first.number, first.noun or 0) + 1, figure.number)
    marks = {scene.tree.words[i] for i in between}
    opening = told.opening
    own = opening.at if opening is not None else None
    verbs = any(
        verbal(scene.tree, i) and scene.tree.dep(i) not in {"case", "mark"} for i in between if i != own
    )
    if (
        verbs
        or opening is None
        or _own_clause(scene, figure)
        or not marks & {",", "and", "including", "or", ";"}
        or not fits(scene, figure, opening)
    ):
        return choice
    if opening.trigger.part is Part.NOUN and opening.at in told.standing:
        return choice
    return Choice(told.kind, opening, told.verb, choice.standing | told.standing)


def _own_clause(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure begins a clause of its own: "and 70 were not found", "four men charged"."""
    tree, at = scene.tree, figure.top
    over = tree.tokens[at].head
    if tree.dep(at) not in {"nsubj", "nsubj:pass"}:
        return False
    participle = any(
        tree.tokens[kid].tag in {"VBN", "VBD"} and kid == at + 1 for kid in tree.by(at, "acl", "acl:relcl")
    )
    return (over > at and verbal(tree, over)) or (scene.section is Section.HEADLINE and participle)


def standing_for(scene: Scene, figure: Figure) -> frozenset[int]:
    """Return the tokens whose role a figure shares: its phrase, its list, what it is part of."""
    tree = scene.tree
    held = [figure.top]
    if figure.noun is not None and figure.noun not in held:
        held.append(figure.noun)
    for at in held:
        token = tree.tokens[at]
        shares = token.dep in {"conj", "appos", "list", "parataxis"} and tree.tokens[token.head].pos not in {
            "VERB",
            "AUX",
        }
        part = token.dep in {"nmod", "obl", "acl"} and (
            not scene.classes.including.isdisjoint(tree.cases.get(at, ())) or tree.lemmas[at] == "include"
        )
        made = tree.lemmas[token.head] in scene.classes.include and tree.dep(token.head) == "acl"
        part = part or (made and token.dep in {"obj", "obl"})  # "teams composed of 159 members"
        measured = (
            token.dep in {"nmod", "obl"} and case_of(tree, at) == "of" and _gauges(scene, figure, token.head)
        )
        if (shares or part or measured) and token.head not in held and len(held) < 8:
            whole = _whole(scene, at) if part else token.head
            if whole is not None and whole not in held:
                held.append(whole)
        held += [kid for kid in _whose(scene, at) if kid not in held]
        gauge = _gauged(scene, at)
        if gauge is None and token.dep == "obj" and tree.lemmas[token.head] in scene.classes.include:
            gauge = surface_subject(tree, token.head)
        if gauge is not None and gauge not in held:
            held.append(gauge)
    return frozenset(held)


def _whose(scene: Scene, at: int) -> Iterator[int]:
    """Yield the lives of those counted: "ten people whose lives were taken"."""
    tree = scene.tree
    for clause in tree.by(at, "acl:relcl"):
        lives = tree.first(clause, "nsubj", "nsubj:pass")
        if lives is not None and tree.lemmas[lives] in scene.classes.harmed:
            yield from (lives for kid in tree.by(lives, "nmod:poss") if tree.words[kid] == "whose")


def _whole(scene: Scene, at: int) -> int | None:
    """Return what a part is part of: the noun before it, where a parser hung it on the verb."""
    tree = scene.tree
    head = tree.tokens[at].head
    if tree.tokens[head].pos not in {"VERB", "AUX"}:
        return head
    sides = [kid for kid in tree.kids[head] if kid < at]
    doing = [kid for kid in sides if tree.dep(kid) in {"nsubj", "nsubj:pass", "obj"}]
    if not doing and tree.dep(head) in _CLAUSAL:
        return tree.tokens[head].head
    before = doing or [kid for kid in sides if tree.dep(kid) == "obl"]
    return before[-1] if before else None


def _gauges(scene: Scene, figure: Figure, at: int) -> bool:
    """Tell whether a noun before "of" stands for what it measures ("a group of ten")."""
    words = scene.classes
    return figure.money or scene.tree.lemmas[at] in words.gauge or scene.tree.lemmas[at] in words.owned


def _gauged(scene: Scene, at: int) -> int | None:
    """Return what a level verb measures: the toll in "the toll rose to 41"."""
    tree, words = scene.tree, scene.classes
    token = tree.tokens[at]
    if tree.first(at, "cop") is not None:
        return surface_subject(tree, at)
    if token.dep == "nmod" and token.pos == "NUM" and case_of(tree, at) in {"to", "from", "at"}:
        return next((up for up in tree.rise(at) if tree.lemmas[up] in words.gauge), None)
    if token.dep not in {"obl", "obj", "xcomp", "nmod"} or tree.lemmas[token.head] not in words.level:
        return None
    if token.dep == "obl" and _TO_A_LEVEL.isdisjoint(tree.cases.get(at, ())):
        return None
    subject = surface_subject(tree, token.head)
    parted = any(kid < at and tree.words[kid] == "," for kid in tree.by(at, "punct"))
    if token.dep == "obj" and parted:  # "toll rises to 137, four men charged"
        return None
    raised = next((kid for kid in tree.by(token.head, "obj") if kid < at), None)
    gauge = raised if raised is not None else subject
    return gauge if gauge is not None and _measures(scene, gauge) else None


def _measures(scene: Scene, at: int) -> bool:
    words = scene.classes
    kids = scene.tree.kids[at]
    return (
        scene.tree.lemmas[at] in words.gauge
        or any(opening.at == at for opening in scene.openings)
        or any(scene.tree.lemmas[kid] in words.gauge for kid in kids)
    )


def governing_verb(scene: Scene, at: int) -> int:
    """Return the verb, or predicate, of the clause that a token stands in."""
    tree = scene.tree
    for index in (at, *tree.rise(at)):
        token = tree.tokens[index]
        if verbal(tree, index) and token.dep not in {"amod", "compound", "case", "mark"}:
            return index
        if tree.first(index, "cop") is not None or token.dep == "root":
            return index
    return at


def _near(scene: Scene, figure: Figure, standing: frozenset[int]) -> Iterator[Opening]:
    """Yield openings that a figure may fill, nearest first."""
    tree = scene.tree
    seen: set[tuple[int, str]] = set()
    for opening in _direct(scene, figure, standing):
        if (opening.at, opening.frame.name) not in seen:
            seen.add((opening.at, opening.frame.name))
            yield opening
    yield from _borne(scene, figure)
    for at in sorted(standing, key=lambda i: abs(i - figure.number)):
        for opening in scene.opened_at(at):
            if opening.trigger.part is Part.NOUN or at == figure.noun:
                yield opening
        for kid in tree.kids[at]:
            if tree.dep(kid) in {"nmod", "compound", *_CLAUSAL} and at != figure.top:
                yield from scene.opened_at(kid)
            if tree.lemmas[at] in scene.classes.gauge and case_of(tree, kid) == "of":
                yield from _fates(scene, kid)


def _borne(scene: Scene, figure: Figure) -> Iterator[Opening]:
    """Yield the harm that those counted bear: "13 pupils with burns", "among the dead were 12 children"."""
    tree, top = scene.tree, figure.top
    kids = (tree.tokens[top].head, *tree.by(top, "nmod"))
    for at in (kid for kid in kids if case_of(tree, kid) == ("with" if kid > top else "among")):
        yield from (o for o in scene.opened_at(at) if o.trigger.outcome is not None)


def _fates(scene: Scene, of: int) -> Iterator[Opening]:
    """Yield what befell those whom a gauge counts: "the number of people killed", "of missing"."""
    for at in (of, *(kid for kid in scene.tree.kids[of] if scene.tree.dep(kid) in _CLAUSAL)):
        yield from (o for o in scene.opened_at(at) if o.trigger.outcome is not None)


def _direct(scene: Scene, figure: Figure, standing: frozenset[int]) -> Iterator[Opening]:
    """Yield openings in whose item role the figure stands."""
    held = [o for o in scene.openings if _holds(scene, o, figure, standing) and not _tells_level(scene, o)]
    yield from sorted(held, key=lambda o: _distance(scene, o.at, standing))


def _holds(scene: Scene, opening: Opening, figure: Figure, standing: frozenset[int]) -> bool:
    """Tell whether a figure stands in an opening's item role."""
    items = fillers(scene.tree, opening.at, opening.trigger, Slot.ITEM)
    return not standing.isdisjoint(items) or _hedged_object(scene, opening, figure)


def _tells_level(scene: Scene, opening: Opening) -> bool:
    """Tell whether its verb moves a gauge and no thing ("which brought the toll to 42")."""
    tree, words = scene.tree, scene.classes
    moved = tree.first(opening.at, "obj")
    if moved is None or tree.lemmas[moved] not in words.gauge:
        return False
    return tree.lemmas[opening.at] in words.level or tree.lemmas[opening.at] in words.putting


def _hedged_object(scene: Scene, opening: Opening, figure: Figure) -> bool:
    """Is the figure an object behind its own hedge ("needs as much as $30 billion")?"""
    tree, token = scene.tree, scene.tree.tokens[figure.top]
    if token.head != opening.at or token.dep not in {"obl", "nmod", "advmod"}:
        return False
    if "object" not in opening.trigger.ways.get(Slot.ITEM, ()):
        return False
    cases = [tree.tokens[kid].span for kid in tree.by(figure.top, "case")]
    return all(figure.quantity.span.holds(span) for span in cases)


def _distance(scene: Scene, at: int, standing: frozenset[int]) -> int:
    tree = scene.tree
    climbed = min((n for start in standing for n, up in enumerate(tree.rise(start)) if up == at), default=20)
    return climbed if at not in standing else 0


def _clause_verb(scene: Scene, opening: Opening) -> int:
    if opening.trigger.part is Part.VERB:
        return opening.at
    return governing_verb(scene, opening.at) if scene.tree.tokens[opening.at].pos != "ADJ" else opening.at
