"""A sentence as a tree that answers quickly: dependents, subtrees, clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicon import load_cues, load_modality, load_roles
from reportedly.model import Sentence, Span, Token

from .mending import mend

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
NOUN_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj", "csubj:pass"}
)
_COMPLEX = frozenset(
    {"according", "due", "thanks", "owing", "prior", "close", "next", "contrary", "similar", "compared"}
)
MARKS = "\"“”„‟«»`'‘’,;:.–—- \n\t()[]"


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with each token's dependents at hand, left to right.

    ``starts`` and ``ends`` are where its tokens begin and end in the text, ``cases`` the words
    before a token that lead it in ("from", "on board"), ``led`` the tokens that a word leads in.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    deps: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cases: Mapping[int, tuple[str, ...]]
    led: Mapping[str, frozenset[int]]

    def __len__(self) -> int:
        return len(self.tokens)

    def dep(self, at: int) -> str:
        """Return the relation of a token to its governor."""
        return self.deps[at]

    def by(self, at: int, *relations: str) -> list[int]:
        """Return the dependents of a token that stand in one of the relations."""
        kids, deps = self.kids[at], self.deps
        return [i for i in kids if deps[i] in relations] if kids else []

    def first(self, at: int, *relations: str) -> int | None:
        """Return the leftmost dependent in one of the relations, if there is one."""
        for kid in self.kids[at]:
            if self.deps[kid] in relations:
                return kid
        return None

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that share characters with a stretch of the text."""
        return list(range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)))

    def under(self, at: int, *, without: Iterable[int] = ()) -> list[int]:
        """Return a token and all that hangs on it, less some branches."""
        cut = set(without)
        held = [at]
        for i in held:
            held += [k for k in self.kids[i] if k not in cut] if cut else self.kids[i]
        held.sort()
        return held

    def rise(self, at: int) -> Iterator[int]:
        """Yield the governors of a token, from the nearest to the root."""
        for _ in self.tokens:
            up = self.tokens[at].head
            if up == at:
                return
            yield up
            at = up

    def subject(self, at: int) -> int | None:
        """Return the head of a verb's own subject, the nearest if the parser saw two."""
        for kid in self.kids[at]:
            if self.deps[kid] in NOUN_SUBJECTS:
                return kid
        clause = self.first(at, "csubj", "csubj:pass")
        return clause if clause is not None and clause < at else None

    def passive(self, at: int) -> bool:
        """Is the verb in the passive?"""
        return self.first(at, "aux:pass", "nsubj:pass") is not None

    def clause(self, at: int) -> int:
        """Return the head of the clause that a token stands in."""
        for i in (at, *self.rise(at)):
            if self.deps[i] in CLAUSES or self.deps[i] == "root":
                return i
        return at


@lru_cache(maxsize=512)
def grow(sentence: Sentence) -> Tree:
    """Make the tree of a sentence; every reader of a page asks for the same ones."""
    sentence = mend(sentence)
    tokens = sentence.tokens
    kids: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            kids[token.head].append(i)
    words = tuple(t.text.lower() for t in tokens)
    cases = _cases(tokens, kids, words)
    return Tree(
        sentence,
        tokens,
        tuple(tuple(k) for k in kids),
        words,
        tuple(_lemma(t, word) for t, word in zip(tokens, words, strict=True)),
        tuple(t.dep for t in tokens),
        tuple(t.span.start for t in tokens),
        tuple(t.span.end for t in tokens),
        cases,
        _led(cases),
    )


def _cases(
    tokens: Sequence[Token], kids: Sequence[Sequence[int]], words: Sequence[str]
) -> dict[int, tuple[str, ...]]:
    """Return the words of the preposition before each token that has one."""
    found: dict[int, tuple[str, ...]] = {}
    for i, token in enumerate(tokens):
        if i < token.head and token.dep in {"case", "mark"}:
            fixed = (words[kid] for kid in kids[i] if tokens[kid].dep == "fixed")
            found[token.head] = (*found.get(token.head, ()), words[i], *fixed)
    return {at: case[:1] if case[0] in _COMPLEX else case for at, case in found.items()}


def _led(cases: Mapping[int, tuple[str, ...]]) -> dict[str, frozenset[int]]:
    """Return the tokens that each word of a preposition leads in."""
    found: dict[str, set[int]] = {}
    for at, case in cases.items():
        for word in case:
            found.setdefault(word, set()).add(at)
    return {word: frozenset(led) for word, led in found.items()}


def _lemma(token: Token, word: str) -> str:
    """Return a token's lemma; a verb that the engine cut wrongly is looked up among the known ones."""
    lemma = token.lemma.lower() or word
    if token.pos != "VERB" or lemma in _known_verbs():
        return lemma
    for ending, put in _ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) + put in _known_verbs():
            return word.removesuffix(ending) + put
    return lemma


_ENDINGS = (
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
)


@cache
def _known_verbs() -> frozenset[str]:
    cues, modal, roles = load_cues(), load_modality(), load_roles()
    told = {*cues.say, *cues.hold, *cues.show, *cues.will, *cues.judge}
    return frozenset({*told, *modal.verbs, *modal.stages, *roles.control, *roles.bears})


def spans_of(tree: Tree, indices: Iterable[int]) -> tuple[Span, ...]:
    """Turn token indices into stretches of text, one for each unbroken run."""
    runs: list[tuple[int, int]] = []
    for i in sorted(indices):
        if runs and runs[-1][1] == i - 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return tuple(Span(tree.tokens[a].span.start, tree.tokens[b].span.end) for a, b in runs)


def trim(text: str, span: Span, marks: str = MARKS) -> Span | None:
    """Shrink a stretch to leave out marks and blanks at its ends; nothing if that is all."""
    start, end = span.start, span.end
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end) if start < end else None
