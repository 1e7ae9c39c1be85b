"""Who stands behind a verb: its subject, its agent, or the one it goes on from."""

from reportedly.extract.attributions.scene.drafts import pieces
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_cues, load_speech
from reportedly.model import Span

_SEVERAL = 2
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def speaker_of(tree: Tree, at: int, *, depth: int = 4) -> int | None:
    """Return the head token of a verb's source, or nothing if no words name one."""
    if tree.passive(at):
        return agent_of(tree, at)
    subject = _nearest_subject(tree, at)
    if subject is not None:
        return subject
    dep, head = tree.dep(at), tree.tokens[at].head
    if depth == 0 or head == at:
        return None
    beside = _quoted(tree, at) if dep in {"advcl", "xcomp", "ccomp"} else None
    if beside is None and dep in {"advcl", "conj"} and leading_verb(tree, at) is None:
        beside = _showing(tree, at) if dep == "advcl" else _relative_over(tree, at)
    if beside is not None:
        return beside
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
    if dep == "acl" and tree.tokens[at].tag == "VBD" and tree.dep(head) == "root" and head < at:
        return head  # a main verb that the parser hung on its subject
    if not _is_participle(tree, at) and (dep == "acl" or (dep == "advcl" and tree.tokens[at].tag == "VBN")):
        return agent_of(tree, at)
    if dep == "acl":
        leads = leading_verb(tree, at)
        if leads is None and _has_no_way(tree, at):
            return speaker_of(tree, tree.tokens[head].head, depth=depth - 1)
        return head if leads is None else speaker_of(tree, leads, depth=depth - 1)
    leads = leading_verb(tree, at)
    return speaker_of(tree, leads, depth=depth - 1) if leads is not None else None


def _nearest_subject(tree: Tree, at: int) -> int | None:
    """Return the last of several subjects: "In a cable, Lee said"; a name that the parser cut is one."""
    lefts = [i for i in tree.by(at, "nsubj") if i < at and tree.tokens[i].pos != "CCONJ"]
    if len(lefts) < _SEVERAL:
        return tree.subject(at)
    first = lefts[-1]
    for before in reversed(lefts[:-1]):
        if max(tree.under(before)) + 1 < min(tree.under(first)):
            break
        first = before
    return lefts[-1] if tree.tokens[lefts[-1]].entity == "PERSON" else first


def _has_no_way(tree: Tree, at: int) -> bool:
    """Tell "they have no way of knowing", where the way does not know, from "a note saying"."""
    led = any(tree.words[m] in {"of", "for"} for m in tree.by(at, "mark"))
    return led and tree.dep(tree.tokens[at].head) == "obj"


def _quoted(tree: Tree, at: int) -> int | None:
    """Return whom "quoted the governor as saying" lets speak."""
    head = tree.tokens[at].head
    as_saying = tree.words[at - 1 : at] == ("as",) and tree.lemmas[head] in load_speech().quoted
    return tree.first(head, "obj", "iobj") if as_saying and not tree.passive(head) else None


def quoted_as(tree: Tree, at: int) -> int | None:
    """Return the verb of "was quoted as saying", whose subject speaks."""
    head = tree.tokens[at].head
    told = tree.words[at - 1 : at] == ("as",) and tree.lemmas[head] in load_speech().quoted and head < at
    return head if told and tree.passive(head) else None


def hands_on(tree: Tree, at: int) -> bool:
    """Tell "added nine names to the list" from "added that nine had come"."""
    thing = tree.first(at, "obj")
    goals = (i for i in tree.by(at, "obl") if thing is not None and i > thing > at)
    return tree.lemmas[at] == "add" and any(tree.words[c] == "to" for i in goals for c in tree.by(i, "case"))


def _showing(tree: Tree, at: int) -> int | None:
    """Return the paper that shows something, where the parser hung that on the verb before it."""
    head = tree.tokens[at].head
    noun = at - 1
    right_behind = noun > head and tree.dep(noun) in {"obj", "obl", "iobj"} and tree.tokens[noun].head == head
    return noun if right_behind and tree.lemmas[noun] in load_cues().document else None


def _relative_over(tree: Tree, at: int) -> int | None:
    """Return "who" of "who came and said", where the parser hung "said" on the noun itself."""
    noun = tree.tokens[at].head
    if tree.tokens[noun].pos not in {"NOUN", "PROPN"} or tree.words[at - 1] not in {"and", "or", "but"}:
        return None
    clauses = [c for c in tree.by(noun, "acl:relcl") if c < at]
    return tree.first(clauses[-1], "nsubj") if clauses else None


def leading_verb(tree: Tree, at: int) -> int | None:
    """Return the verb that leads to the cue: "went on to say", "issued a statement saying"."""
    head = tree.tokens[at].head
    far = tree.words[head + 1 : at] in {("so", "far", "as", "to"), ("as", "far", "as", "to")}
    if tree.dep(at) in {"advcl", "xcomp"} and tree.lemmas[head] == "go" and (far or 0 < at - head <= 3):
        return head
    if not tree.words[at].endswith("ing"):
        return None
    paper = head if tree.dep(at) == "acl" else tree.first(head, "obj") if tree.dep(at) == "advcl" else None
    if paper is None or tree.dep(paper) != "obj" or tree.lemmas[paper] not in load_speech().paper:
        return None
    verb = tree.tokens[paper].head
    return verb if tree.lemmas[verb] in load_speech().issue and paper < at < verb + 9 else None


def agent_of(tree: Tree, at: int) -> int | None:
    """Return the one by whom a passive deed is done, if the words say so."""
    for i in tree.by(at, "obl:agent", "obl"):
        if any(tree.words[c] == "by" for c in tree.by(i, "case")):
            return i
    return None


def _controller(tree: Tree, head: int, depth: int) -> int | None:
    if tree.lemmas[head] in load_speech().object:
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
