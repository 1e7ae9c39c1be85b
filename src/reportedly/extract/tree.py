"""A sentence as a tree that answers quickly: dependents, subtrees, clauses."""

from collections.abc import Iterable, Iterator
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
MARKS = "\"“”„‟«»`'‘’,;:.–—- \n\t()[]"


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with each token's dependents at hand, left to right."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    deps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def dep(self, at: int) -> str:
        """Return the relation of a token to its governor."""
        return self.deps[at]

    def by(self, at: int, *relations: str) -> Iterator[int]:
        """Yield the dependents of a token that stand in one of the relations."""
        return (i for i in self.kids[at] if self.deps[i] in relations)

    def first(self, at: int, *relations: str) -> int | None:
        """Return the leftmost dependent in one of the relations, if there is one."""
        for kid in self.kids[at]:
            if self.deps[kid] in relations:
                return kid
        return None

    def inside(self, span: Span) -> list[int]:
        """Return the tokens that share characters with a stretch of the text."""
        start, end = span.start, span.end
        return [i for i, t in enumerate(self.tokens) if t.span.start < end and start < t.span.end]

    def under(self, at: int, *, without: Iterable[int] = ()) -> list[int]:
        """Return a token and all that hangs on it, less some branches."""
        cut = set(without)
        held = [at]
        for i in held:
            held.extend(k for k in self.kids[i] if k not in cut)
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
        found = next((i for i in self.kids[at] if self.tokens[i].dep in NOUN_SUBJECTS), None)
        return (
            found
            if found is not None
            else next((i for i in self.by(at, "csubj", "csubj:pass") if i < at), None)
        )

    def passive(self, at: int) -> bool:
        """Is the verb in the passive?"""
        return any(self.tokens[i].dep in {"aux:pass", "nsubj:pass"} for i in self.kids[at])

    def clause(self, at: int) -> int:
        """Return the head of the clause that a token stands in."""
        for i in (at, *self.rise(at)):
            if self.tokens[i].dep in CLAUSES or self.tokens[i].dep == "root":
                return i
        return at


@lru_cache(maxsize=512)
def grow(sentence: Sentence) -> Tree:
    """Make the tree of a sentence; every reader of a page asks for the same ones."""
    sentence = mend(sentence)
    kids: list[list[int]] = [[] for _ in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        if token.head != i:
            kids[token.head].append(i)
    return Tree(
        sentence,
        sentence.tokens,
        tuple(tuple(k) for k in kids),
        tuple(t.text.lower() for t in sentence.tokens),
        tuple(_lemma(t) for t in sentence.tokens),
        tuple(t.dep for t in sentence.tokens),
    )


def _lemma(token: Token) -> str:
    """Return a token's lemma; a verb that the engine cut wrongly is looked up among the known ones."""
    lemma = (token.lemma or token.text).lower()
    if token.pos != "VERB" or lemma in _known_verbs():
        return lemma
    word = token.text.lower()
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
