"""Runs of capitalised words that may name a person, with the titles before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.tree import Tree
from reportedly.lexicon import load_naming
from reportedly.lexicon.actors import ActorTable, Title
from reportedly.model import Mention, Span, Token

from .scene import Scene


@dataclass(frozen=True, slots=True)
class Run:
    """A run of name words; ``lead`` is where the titles before it begin."""

    span: Span
    words: tuple[str, ...]
    sentence: int
    tokens: tuple[int, ...]
    head: int
    lead: int
    titles: tuple[Title, ...] = ()
    office: str | None = None
    honorific: bool = False


def find_runs(scene: Scene, actors: ActorTable, named: tuple[Mention, ...]) -> Iterator[Run]:
    """Yield the runs of name words that no known party covers."""
    taken = sorted(m.span for m in named)
    at = 0
    for index, tree in enumerate(scene.trees):
        span = tree.sentence.span
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        near = []
        for i in range(at, len(taken)):
            if taken[i].start >= span.end:
                break
            near.append(taken[i])
        for held in _stretches(tree, near):
            run = _run(scene, index, held, actors)
            if run is not None:
                yield run


def _stretches(tree: Tree, taken: list[Span]) -> Iterator[list[int]]:
    """Cut a sentence into unbroken stretches of name words."""
    held: list[int] = []
    for i, token in enumerate(tree.tokens):
        named = _is_name(token) or (held and _joins(tree, i))
        if named and not any(s.meets(token.span) for s in taken):
            held.append(i)
            continue
        if held:
            yield held
        held = []
    if held:
        yield held


def _is_name(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    return token.pos == "PROPN" or (
        token.tag in {"NNP", "NNPS"} and token.pos in {"ADJ", "NOUN", "X", "VERB"}
    )


def _joins(tree: Tree, i: int) -> bool:
    """Tell the small words and marks that hold a name together: "Won-sik", "van der Bellen", "John F."."""
    token = tree.tokens[i]
    before = tree.tokens[i - 1]
    tight = before.span.end == token.span.start
    if token.text in {"-", "."} or (before.text == "-" and tight):
        return tight
    rest = next((t.text for t in tree.tokens[i + 1 :] if t.text.lower() not in load_naming().particle), "")
    return token.text.lower() in load_naming().particle and (rest[:1].isupper() or rest == "-")


def _run(scene: Scene, index: int, held: list[int], actors: ActorTable) -> Run | None:
    """Strip titles from the front of a stretch; what is left is the name."""
    tree = scene.trees[index]
    while held and not _ends_name(tree, held):
        held = held[:-1]
    first = held[0] if held else 0
    titles, honorific = list[Title](), False
    cut = 0
    for n in range(min(len(held), 7), 0, -1):
        title = actors.title_at_end(tuple(_joined(scene, tree, held[:n]).split()))
        if title is not None:
            titles.append(title)
            cut = n
            break
    if cut == 0:
        cut, broken = _of_office(scene, tree, held, actors)
        titles += [] if broken is None else [broken]
    if cut == 0 and held and tree.words[held[0]].rstrip(".") in load_naming().honorific:
        cut, honorific = 1, True
    name = held[cut:]
    while name and not tree.tokens[name[0]].text[0].isalnum():
        name = name[1:]
    if not name or len(name) > 9:
        return None
    lead, before = _words_before(scene, tree, first, actors)
    if before is not None:
        titles.append(before)
    span = tree.tokens[name[0]].span.cover(tree.tokens[name[-1]].span)
    words = tuple(span.of(scene.text).split())
    inside = set(name)
    head = next((k for k in name if tree.tokens[k].head not in inside or tree.tokens[k].head == k), name[0])
    office = scene.text[lead : span.start].strip(" ,(") if titles else None
    if any(len(w) > 3 and w.isupper() for w in words) and len(words) > 1 and not titles:
        return None
    return Run(
        span,
        words,
        index,
        tuple(name),
        head,
        lead,
        tuple(t for t in titles if not t.several),
        office,
        honorific,
    )


def _of_office(scene: Scene, tree: Tree, held: list[int], actors: ActorTable) -> tuple[int, Title | None]:
    """Strip the rest of an office that a small word parts: "[Secretary of] State Antony Blinken"."""
    first = held[0] if held else 0
    if first < 2 or tree.words[first - 1] != "of":
        return 0, None
    for n in range(1, min(len(held), 4)):
        title = actors.title_at_end(tuple(_joined(scene, tree, [first - 2, held[n - 1]]).split()))
        if title is not None:
            return n, title
    return 0, None


def _ends_name(tree: Tree, held: list[int]) -> bool:
    """Keep a full stop only after an initial or a short title ("Jr."), never the sentence's own."""
    word = tree.words[held[-1]]
    own = held[-1] == len(tree) - 1 or tree.tokens[held[-1]].span.end == tree.sentence.span.end
    return word[-1].isalnum() or (word == "." and not own and len(held) > 1 and len(tree.words[held[-2]]) < 3)


def _joined(scene: Scene, tree: Tree, held: list[int]) -> str:
    return scene.text[tree.tokens[held[0]].span.start : tree.tokens[held[-1]].span.end]


_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "SYM"})


def _words_before(scene: Scene, tree: Tree, first: int, actors: ActorTable) -> tuple[int, Title | None]:
    """Read the title in small letters before a name: "South Korean defence minister Shin"."""
    start = first
    while (
        start > 0
        and first - start < 7
        and (tree.tokens[start - 1].pos in _BEFORE or tree.words[start - 1] == "-")
    ):
        start -= 1
    lead = tree.tokens[start].span.start
    words = tuple(scene.text[lead : tree.tokens[first].span.start].split()) if start < first else ()
    return lead, actors.title_at_end(words) if words else None
