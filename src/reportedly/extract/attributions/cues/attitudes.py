"""What a source wants, praises or blames: attributions in the wide sense."""

from dataclasses import replace

from reportedly.extract.attributions.contents.reported import is_complement
from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.subjects import agent_of, source_tokens, speaker_of
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech

from .building import build


def read_attitude(p: Passage, at: int) -> Draft | None:
    """Read a verb of will or judgement with its infinitive or its noun."""
    tree, cues = p.tree, p.cues
    lemma = tree.lemmas[at]
    if (told := _by_agent(p, at)) is not None:
        return told
    speaker = speaker_of(tree, at)
    if speaker is None or not _holds_it(p, at):
        return None
    infinitive = [*tree.by(at, "xcomp"), *(i for i in tree.by(at, "advcl") if _is_infinitive(tree, at, i))]
    if lemma in cues.will and infinitive:
        parts = [*tree.by(at, "obj"), *infinitive]
        kind = Kind.WILL
    elif (lemma in cues.judge or lemma in cues.show) and tree.first(at, "obj") is not None:
        parts = [*tree.by(at, "obj"), *infinitive]
        parts += [i for i in tree.by(at, "obl", "advcl") if is_complement(tree, i)]
        kind = Kind.JUDGE
    else:
        return _toward(p, at, speaker)
    content = sorted({t for i in parts for t in tree.under(i)})
    return build(p, at, kind, content=content, speaker=speaker)


def _holds_it(p: Passage, at: int) -> bool:
    """Tell an attitude that somebody has from one that is only thought of."""
    tree = p.tree
    lead = {tree.words[a] for a in tree.by(at, "aux", "mark")}
    if tree.dep(at) in {"acl", "csubj"} or lead & load_speech().idle.keys():
        return False
    if "to" in lead:
        outer = tree.lemmas[tree.tokens[at].head]
        led = any(outer in words for words in (p.cues.will, p.cues.judge, p.cues.say))
        return tree.dep(at) in {"xcomp", "advcl"} and not led
    return p.finite(at) or tree.tokens[at].tag == "VBG" or tree.first(at, "aux") is not None


def _by_agent(p: Passage, at: int) -> Draft | None:
    """Read "was rejected by the rebels" and "a truce proposed by the envoy"."""
    tree = p.tree
    agent = agent_of(tree, at)
    if agent is None or tree.lemmas[at] not in p.cues.judge or tree.tokens[at].tag not in {"VBN", "VBD"}:
        return None
    subject = tree.first(at, "nsubj:pass", "nsubj")
    noun = subject if subject is not None else tree.tokens[at].head if tree.dep(at) == "acl" else None
    if noun is None or not (tree.passive(at) or tree.dep(at) == "acl"):
        return None
    if any(tree.words[c] == "according" for c in tree.by(noun, "case")):
        return None
    content = tree.under(noun, without=[at, *tree.by(noun, "punct")])
    draft = build(p, at, Kind.JUDGE, content=content, speaker=agent)
    by = [c for c in tree.by(agent, "case") if c == at + 1]
    return replace(draft, cue=pieces(tree, [*_span(draft, tree), *by], p.text))


def _is_infinitive(tree: Tree, at: int, child: int) -> bool:
    """Tell "asked the army to leave" from "stopped to rest": the object does it, or nothing parts them."""
    marks = [tree.words[m] for m in tree.by(child, "mark")]
    first = min(tree.under(child))
    return marks == ["to"] and first > at and tree.words[first - 1] != ","


def _toward(p: Passage, at: int, speaker: int) -> Draft | None:
    """Read "called for a truce": verb and preposition are the cue."""
    tree = p.tree
    for i in tree.by(at, "obl"):
        cases = list(tree.by(i, "case"))
        if i < at or not cases or f"{tree.lemmas[at]} {tree.words[cases[0]]}" not in p.cues.toward:
            continue
        content = [t for t in tree.under(i) if t not in cases]
        draft = build(p, at, Kind.JUDGE, content=content, speaker=speaker)
        close = cases[0] - at <= 2
        return replace(draft, cue=pieces(tree, [*_span(draft, tree), *cases], p.text)) if close else draft
    return None


def _span(draft: Draft, tree: Tree) -> list[int]:
    return [i for i, t in enumerate(tree.tokens) if any(c.holds(t.span) for c in draft.cue)]


def read_stance(p: Passage, at: int) -> Draft | None:
    """Read "the envoy's criticism of the raid": noun and preposition are the cue."""
    tree = p.tree
    owner = tree.first(at, "nmod:poss")
    if owner is None:
        return None
    for i in tree.by(at, "nmod", "acl"):
        marks = list(tree.by(i, "case", "mark"))
        if i > at and marks and f"{tree.lemmas[at]} {tree.words[marks[0]]}" in p.cues.stance:
            to = tree.words[marks[0]] == "to" and tree.dep(i) == "acl"
            content = [t for t in tree.under(i) if to or t not in marks]
            cue = [at] if to else [at, *marks]
            source = pieces(tree, source_tokens(tree, owner, at), p.text)
            spans = pieces(tree, content, p.text)
            return Draft(
                tree, at, Kind.JUDGE, pieces(tree, cue, p.text), spans, source, owner, tree.tokens[at].span
            )
    return None


def read_voiced(p: Passage, at: int) -> Draft | None:
    """Read "raised her concern about the raid", "expressed alarm at the toll": the noun's object is told."""
    tree = p.tree
    if tree.lemmas[at] not in load_speech().voices:
        return None
    who, noun = tree.subject(at), tree.first(at, "obj")
    if who is None or who > at or noun is None:
        return None
    for i in (*tree.by(noun, "nmod", "obl"), *tree.by(at, "obl")):
        marks = list(tree.by(i, "case"))
        if i > noun and marks and f"{tree.lemmas[noun]} {tree.words[marks[0]]}" in p.cues.stance:
            content = [t for t in tree.under(i) if t not in marks]
            draft = build(p, at, Kind.SAY, content=content, speaker=who)
            return replace(draft, cue=pieces(tree, [*range(at, marks[0] + 1)], p.text))
    return None
