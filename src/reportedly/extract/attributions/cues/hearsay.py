"""Reports that name nobody: "is expected to", "is accused of", "reportedly"."""

from collections.abc import Iterator

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.sources.subjects import agent_of
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_speech

from .building import cue_tokens


def find_hearsay(tree: Tree, cues: CueTable, text: str, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each passive or adverb that reports without a source."""
    speech = load_speech()
    for at, token in enumerate(tree.tokens):
        lemma = tree.lemmas[at]
        seems = attitudes and lemma in speech.seems and tree.first(at, "xcomp", "ccomp") is not None
        named = _styled(tree, at, text) if attitudes and lemma in cues.styled else None
        if named is not None:
            draft: Draft | None = named
        elif (
            seems
            or (token.pos in {"VERB", "ADJ"} and lemma in cues.passive and _sourceless(tree, at))
            or (tree.words[at] == "asked" and _asked_to(tree, at))
        ):
            draft = _passive(tree, at, text)
        elif tree.words[at] == "asked" and _asked_about(tree, at):
            draft = _question(tree, at, text)
        elif tree.words[at] in speech.rumours and token.pos == "NOUN":
            draft = _by_reports(tree, at, text)
        elif token.pos == "ADV" and tree.words[at] in cues.adverb:
            draft = _adverb(tree, at, text)
        else:
            continue
        if draft is not None:
            yield draft


def _styled(tree: Tree, at: int, text: str) -> Draft | None:
    """Read "is known as the Old Man": the name and its bearer are what is said."""
    name = next((i for i in tree.by(at, "obl", "advcl") if i > at and _led_by_as(tree, i)), None)
    bearer = tree.first(at, "nsubj:pass", "nsubj")
    if name is None or not _sourceless(tree, at):
        return None
    marks = list(tree.by(name, "case", "mark"))
    held = tree.under(name, without=marks)
    if bearer is not None:
        held = sorted({*held, *tree.under(bearer)})
    elif tree.dep(at) == "acl":
        noun = tree.tokens[at].head
        held = sorted({*held, *tree.under(noun, without=[at, *tree.by(noun, "punct")])})
    cue = [*cue_tokens(tree, at), *(m for m in marks if m == at + 1)]
    return Draft(
        tree,
        at,
        Kind.PASSIVE,
        pieces(tree, cue, text),
        pieces(tree, held, text),
        own=tree.tokens[at].span,
    )


def _led_by_as(tree: Tree, at: int) -> bool:
    return any(tree.words[c] == "as" for c in tree.by(at, "case", "mark"))


def _asked_about(tree: Tree, at: int) -> bool:
    """Tell "Asked about the toll, he said ..." and "She was asked about the toll"."""
    led = (at == 0 or tree.words[at - 1] == "when") and tree.subject(at) is None
    told = tree.passive(at) and agent_of(tree, at) is None
    return (led or told) and any(True for i in tree.by(at, "obl") if _about(tree, i))


def _asked_to(tree: Tree, at: int) -> bool:
    """Tell "When asked to confirm it, he said no"."""
    led = (at == 0 or tree.words[at - 1] == "when") and tree.subject(at) is None
    return led and tree.first(at, "xcomp") is not None


def _about(tree: Tree, at: int) -> bool:
    return any(tree.words[c] == "about" for c in tree.by(at, "case"))


def _question(tree: Tree, at: int, text: str) -> Draft | None:
    noun = next(i for i in tree.by(at, "obl") if _about(tree, i))
    cases = list(tree.by(noun, "case"))
    content = tree.under(noun, without=cases)
    cue = pieces(tree, [*cue_tokens(tree, at), *(c for c in cases if c == at + 1)], text)
    return Draft(tree, at, Kind.PASSIVE, cue, pieces(tree, content, text), own=tree.tokens[at].span)


def _sourceless(tree: Tree, at: int) -> bool:
    if tree.first(at, "obl:agent") is not None:
        return False
    for i in tree.by(at, "obl"):
        if any(tree.words[c] == "by" for c in tree.by(i, "case")) and tree.tokens[i].pos in {"PROPN", "PRON"}:
            return False
    return tree.passive(at) or (tree.dep(at) == "acl" and tree.tokens[at].tag == "VBN")


def _passive(tree: Tree, at: int, text: str) -> Draft | None:
    """Read "X is expected to do Y": X and Y are what is reported."""
    subject = tree.first(at, "nsubj:pass", "nsubj", "csubj:pass", "csubj")
    noun = tree.tokens[at].head if tree.dep(at) == "acl" and subject is None else None
    parts = [i for i in tree.kids[at] if tree.dep(i) in {"xcomp", "ccomp", "advcl"} and _complement(tree, i)]
    parts += [i for i in tree.by(at, "csubj", "csubj:pass") if i > at]
    parts += [
        i
        for i in tree.by(at, "obl")
        if any(tree.words[c] in {"of", "at", "in", "for"} for c in tree.by(i, "case"))
    ]
    if not parts:
        return None
    if subject is not None and tree.words[subject] not in {"it", "there"}:
        parts.append(subject)
    content = sorted({t for p in parts for t in tree.under(p)})
    if noun is not None:
        content = sorted(
            {*content, *tree.under(noun, without=[*tree.by(noun, "acl", "acl:relcl", "punct"), at])}
        )
    return Draft(
        tree,
        at,
        Kind.PASSIVE,
        pieces(tree, cue_tokens(tree, at), text),
        pieces(tree, content, text),
        own=tree.tokens[at].span,
    )


def _complement(tree: Tree, at: int) -> bool:
    if tree.dep(at) != "advcl":
        return True
    return any(tree.words[m] in {"of", "to", "as", "with", "for"} for m in tree.by(at, "mark", "case"))


def _adverb(tree: Tree, at: int, text: str) -> Draft | None:
    """Read "reportedly" and the clause that it stands in, without the clauses beside that one."""
    clause = _own_clause(tree, tree.tokens[at].head)
    beside = [i for i in tree.by(clause, "conj", "parataxis") if tree.subject(i) is not None]
    whole = tree.tokens[clause].head if tree.dep(clause) == "acl:relcl" else clause
    content = [i for i in tree.under(whole, without=beside) if i != at]
    spans = pieces(tree, content, text)
    if not spans:
        return None
    return Draft(tree, at, Kind.ADVERB, (tree.tokens[at].span,), spans, own=tree.tokens[at].span)


def _own_clause(tree: Tree, at: int) -> int:
    """Return the verb of the clause round a token; a coordinate with its own subject is a clause."""
    clause = tree.clause(at)
    for i in (at, *tree.rise(at)):
        if tree.dep(i) == "conj" and tree.tokens[i].tag == "VBG":
            return i
        if i == clause or (tree.dep(i) in {"conj", "parataxis"} and tree.subject(i) is not None):
            return i
    return clause


def _maker(tree: Tree, at: int) -> bool:
    """Tell "reports from the town" from "reports on Saturday"."""
    return any(tree.words[c] not in {"on", "in"} for i in tree.by(at, "nmod") for c in tree.by(i, "case"))


def _by_reports(tree: Tree, at: int, text: str) -> Draft | None:
    """Read "by early reports", which names nobody, and the clause it stands in."""
    first = next((c for c in tree.by(at, "case") if tree.words[c] == "by"), at)
    cue = list(range(first, at + 1))
    bare = (
        tree.words[first] == "by"
        and tree.first(at, "nmod:poss", "det", "acl", "acl:relcl") is None
        and not _maker(tree, at)
    )
    if not bare or len(cue) > 4:
        return None
    clause = at if tree.dep(at) == "root" else _own_clause(tree, tree.tokens[at].head)
    spans = pieces(tree, [i for i in tree.under(clause) if i not in cue], text)
    return (
        Draft(tree, at, Kind.ADVERB, pieces(tree, cue, text), spans, own=tree.tokens[at].span)
        if spans
        else None
    )
