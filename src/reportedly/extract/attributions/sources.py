"""Who stands behind a verb: its subject, its agent, or the one it goes on from."""

from reportedly.extract.tree import Tree
from reportedly.model import Span

from .drafts import pieces

# Verbs whose object, not whose subject, does what the infinitive says.
_OBJECT_CONTROL = frozenset(
    {"tell", "ask", "urge", "order", "force", "invite", "press", "persuade", "advise", "warn", "encourage"}
    | {"allow", "request", "instruct", "direct", "compel", "quote", "hear", "see", "get", "let", "make"}
    | {"lead", "drive", "cause", "prompt", "push", "require", "enable", "spur", "leave", "want", "expect"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OWNING = frozenset({"nmod:poss"})


def speaker_of(tree: Tree, at: int, *, depth: int = 4) -> int | None:
    """Return the head token of a verb's source, or nothing if no words name one."""
    if tree.passive(at):
        return agent_of(tree, at)
    subject = tree.subject(at)
    if subject is not None:
        return subject
    dep, head = tree.dep(at), tree.tokens[at].head
    if depth == 0 or head == at:
        return None
    if dep == "conj":
        outer = tree.tokens[head].head
        if (
            tree.dep(head) == "ccomp"
            and tree.first(at, "ccomp") is not None
            and tree.subject(outer) is not None
        ):
            return tree.subject(outer)
        return tree.subject(head) if tree.passive(head) else speaker_of(tree, head, depth=depth - 1)
    if dep == "xcomp":
        return _controller(tree, head, depth)
    if dep == "parataxis" and head < at and not _is_participle(tree, at):
        return speaker_of(tree, head, depth=depth - 1)
    if dep in {"advcl", "parataxis"} and _is_participle(tree, at):
        return tree.subject(head) if tree.passive(head) else speaker_of(tree, head, depth=depth - 1)
    if dep == "acl" and not _is_participle(tree, at):
        return agent_of(tree, at)
    if dep == "acl":
        leads = leading_verb(tree, at)
        return head if leads is None else speaker_of(tree, leads, depth=depth - 1)
    leads = leading_verb(tree, at)
    return speaker_of(tree, leads, depth=depth - 1) if leads is not None else None


_LIGHT = frozenset(
    {"release", "issue", "send", "put", "write", "post", "publish", "give", "make", "sign", "deliver"}
)
_PAPERS = frozenset(
    {"statement", "letter", "tweet", "message", "email", "report", "memo", "note", "post", "response"}
)


def leading_verb(tree: Tree, at: int) -> int | None:
    """Return the verb that leads to the cue: "went on to say", "issued a statement saying"."""
    head = tree.tokens[at].head
    if tree.dep(at) in {"advcl", "xcomp"} and tree.lemmas[head] == "go" and 0 < at - head <= 3:
        return head
    if tree.dep(at) == "acl" and tree.lemmas[head] in _PAPERS and tree.words[at].endswith("ing"):
        verb = tree.tokens[head].head
        return verb if tree.dep(head) == "obj" and tree.lemmas[verb] in _LIGHT and 0 < at - verb < 9 else None
    return None


def agent_of(tree: Tree, at: int) -> int | None:
    """Return the one by whom a passive deed is done, if the words say so."""
    for i in tree.by(at, "obl:agent", "obl"):
        if any(tree.words[c] == "by" for c in tree.by(i, "case")):
            return i
    return None


def _controller(tree: Tree, head: int, depth: int) -> int | None:
    if tree.lemmas[head] in _OBJECT_CONTROL:
        if tree.passive(head):
            return tree.subject(head)
        held = tree.first(head, "obj", "iobj")
        if held is not None:
            return held
    if tree.passive(head):
        return tree.subject(head)
    return speaker_of(tree, head, depth=depth - 1)


def _is_participle(tree: Tree, at: int) -> bool:
    return tree.words[at].endswith("ing") or tree.tokens[at].tag == "VBG"


def source_tokens(tree: Tree, head: int, cue: int) -> list[int]:
    """Return the words that name a source, without its preposition or its saying."""
    cut = {c for c in tree.by(head, "case", "punct", "cc", "parataxis") if c != head}
    cut |= {c for c in tree.kids[head] if c == cue or tree.words[c] == "by"}
    cut |= {c for c in tree.by(head, "acl", "advcl") if _participle_aside(tree, c)}
    cut |= {c for c in tree.by(head, "acl:relcl") if loose_relative(tree, head, c)}
    held = tree.under(head, without=cut)
    keep = {c for c in tree.by(head, "punct") if held and held[0] < c < held[-1]}
    cc = {c for c in tree.by(head, "cc") if held and held[0] < c < held[-1]}
    named = sorted({*held, *keep, *cc} - {cue})
    if head < cue and tree.dep(head) in {"nsubj", "nsubj:pass"}:
        named = _whole_name(tree, named, cue)
    while len(named) > 1 and tree.tokens[named[0]].pos in {"SCONJ", "PUNCT", "CCONJ"}:
        named.pop(0)
    return named


def _participle_aside(tree: Tree, at: int) -> bool:
    """Tell ", speaking to reporters," from "standing by the road"."""
    first = min(tree.under(at))
    return tree.tokens[at].tag == "VBG" and first > 0 and tree.words[first - 1] == ","


def loose_relative(tree: Tree, head: int, at: int) -> bool:
    """Tell ", who left in May," behind a bare name from what tells which one is meant."""
    first = min(tree.under(at))
    named = tree.tokens[head].pos == "PROPN" and tree.first(head, "appos") is None
    return named and tree.words[first] in {"who", "whose"} and tree.words[first - 1] == ","


def _whole_name(tree: Tree, named: list[int], cue: int) -> list[int]:
    """Take in the name words right before a subject that the parser hung elsewhere."""
    while (
        named
        and named[0] > 0
        and tree.tokens[named[0]].pos == "PROPN"
        and tree.tokens[named[0] - 1].pos == "PROPN"
    ):
        before = named[0] - 1
        if tree.dep(before) not in {"nsubj", "compound", "flat", "dep", "nmod:desc", "amod"} or before == cue:
            break
        named.insert(0, before)
    return [*named, *_rest_of_name(tree, named, cue)] if named else named


def _rest_of_name(tree: Tree, named: list[int], cue: int) -> range:
    """Return what stands between a name and the verb, where it is all one name with its titles."""
    last = named[-1]
    rest = range(last + 1, cue)
    whole = all(tree.tokens[i].pos in {"PROPN", "NOUN", "ADJ"} or tree.words[i] in {"-", "–"} for i in rest)
    ends = tree.tokens[last].pos == "PROPN" and tree.tokens[cue - 1].pos == "PROPN"
    return rest if whole and ends and len(rest) < 7 else range(0)


def source_spans(tree: Tree, head: int, cue: int, text: str) -> tuple[Span, ...]:
    """Return the stretches that name a source."""
    return pieces(tree, source_tokens(tree, head, cue), text)


def antecedent(tree: Tree, head: int) -> int:
    """Return the noun that "who" or "which" stands for, else the token itself."""
    if tree.words[head] not in _RELATIVE:
        return head
    verb = tree.tokens[head].head
    for i in (verb, *tree.rise(verb)):
        if tree.dep(i) == "acl:relcl":
            return tree.tokens[i].head
        if tree.dep(i) not in {"conj", "xcomp", "ccomp"}:
            break
    return head
