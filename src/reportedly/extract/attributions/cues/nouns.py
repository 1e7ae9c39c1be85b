"""Nouns that carry a saying: "the claim that ...", "its threat to ..."."""

from collections.abc import Iterator

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.sources.subjects import source_tokens
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_speech

from .building import cue_tokens


def find_nouns(tree: Tree, cues: CueTable, text: str, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each noun with the clause it carries.

    A noun that is nobody's own may be what somebody takes up ("played down
    the idea that ..."): an attitude, whose cue is the verb.
    """
    for at, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or tree.lemmas[at] not in cues.noun:
            continue
        clause = _clause(tree, at)
        if clause is None:
            continue
        speaker = _owner(tree, at)
        taken = _taken_up(tree, at, text) if attitudes and speaker is None else None
        if taken is not None:
            yield taken
            continue
        source = source_tokens(tree, speaker, at) if speaker is not None else []
        cue = _cue(tree, at, speaker)
        content = [i for i in tree.under(clause) if i not in cue]
        yield Draft(
            tree,
            at,
            Kind.NOUN,
            pieces(tree, cue, text),
            pieces(tree, content, text),
            pieces(tree, source, text),
            speaker,
            token.span,
        )


def _taken_up(tree: Tree, at: int, text: str) -> Draft | None:
    verb = tree.tokens[at].head
    who = tree.subject(verb)
    if tree.dep(at) != "obj" or not verb < at or tree.tokens[verb].pos != "VERB" or tree.passive(verb):
        return None
    if who is None or who > verb:
        return None
    cue, content = pieces(tree, cue_tokens(tree, verb), text), pieces(tree, tree.under(at), text)
    source = pieces(tree, source_tokens(tree, who, verb), text)
    return Draft(tree, verb, Kind.JUDGE, cue, content, source, who, tree.tokens[verb].span)


def _clause(tree: Tree, at: int) -> int | None:
    for i in tree.by(at, "acl", "ccomp", "acl:relcl"):
        marks = [tree.words[m] for m in tree.by(i, "mark")]
        if i < at:
            continue
        drawn = tree.words[at + 1 : at + 2] == ("that",) and _has_own_subject(tree, i, at + 1)
        if "that" in marks or "whether" in marks or drawn:
            return i
    return None


def _has_own_subject(tree: Tree, clause: int, that: int) -> bool:
    """Tell "the claim that he left" from "the claim that failed"."""
    return any(i != that for i in tree.by(clause, "nsubj", "nsubj:pass"))


def _owner(tree: Tree, at: int) -> int | None:
    """Return whose claim it is: "Seoul's", "by the army", or the subject of "made the claim"."""
    owner = tree.first(at, "nmod:poss")
    if owner is not None:
        return owner
    for i in tree.by(at, "nmod"):
        if any(tree.words[c] in {"by", "from", "of"} for c in tree.by(i, "case")):
            return i
    if tree.words[at + 1 : at + 2] == ("by",):
        return next((i for i in range(at + 2, min(at + 8, len(tree))) if at + 1 in tree.by(i, "case")), None)
    head = tree.tokens[at].head
    if tree.dep(at) == "obj" and tree.lemmas[head] in load_speech().carry:
        return tree.subject(head)
    return None


def _cue(tree: Tree, at: int, speaker: int | None) -> list[int]:
    head = tree.tokens[at].head
    held = {at}
    if speaker is not None and tree.tokens[speaker].head == head and tree.dep(at) == "obj":
        held.update(range(head, at + 1))
    return sorted(held)
