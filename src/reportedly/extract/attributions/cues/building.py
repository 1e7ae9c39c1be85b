"""From a verb and its content to a draft: cue words, source, listener, occasion."""

from dataclasses import replace

from reportedly.extract.attributions.contents.complements import up_to_next
from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.subjects import leading_verb, source_spans
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech
from reportedly.model import Span

from .circumstances import addressee_of, occasion_of


def own_tokens(tree: Tree, at: int, content: set[int]) -> list[int]:
    """Return the tokens of a cue's own clause, without what it reports."""
    beside = {k for k in tree.by(at, "conj") if k > at and tree.subject(k) is not None}
    branches = [k for k in tree.kids[at] if k not in content and k not in beside and tree.dep(k) != "punct"]
    return sorted({at} | {t for b in branches for t in tree.under(b) if t not in content})


def cue_tokens(tree: Tree, at: int) -> list[int]:
    """Return the words of a cue: verb, auxiliaries, negation, particle, governing verb."""
    held = {at}
    held.update(tree.by(at, "aux", "aux:pass", "compound:prt"))
    adverbs = {i for i in tree.by(at, "advmod") if tree.tokens[i].tag != "WRB"}
    while min(held) - 1 in adverbs:
        held.add(min(held) - 1)
    held.update(i for i in adverbs if min(held) < i < at)
    head = tree.tokens[at].head
    if tree.dep(at) == "xcomp" and tree.tokens[head].pos == "VERB" and 0 < at - head <= 3:
        held.update(range(head, at))
        held.update(cue_tokens(tree, head))
    leads = leading_verb(tree, at)
    if leads is not None:
        held.update(range(leads, at))
    return sorted(held)


def build(p: Passage, at: int, kind: Kind, *, content: list[int], speaker: int | None) -> Draft:
    """Make a draft of a verb cue."""
    tree, text = p.tree, p.text
    right = [i for i in content if i > at]
    if right and kind in {Kind.JUDGE, Kind.WILL}:
        content = [i for i in content if i < at] + up_to_next(p, at, right)
    own = [i for i in own_tokens(tree, at, set(content)) if (i in p.quoted) == (at in p.quoted)]
    cue = cue_tokens(tree, at)
    occasion, addressee = occasion_of(tree, at), addressee_of(tree, at)
    return Draft(
        tree,
        at,
        kind,
        pieces(tree, _with_occasion(tree, cue, occasion), text),
        pieces(tree, [i for i in content if i not in cue], text),
        source_spans(tree, speaker, at, text) if speaker is not None else (),
        speaker,
        _cover(tree, own),
        _phrase(tree, addressee, text),
        _phrase(tree, occasion, text, whole=True),
    )


def without_content(draft: Draft, text: str) -> Draft:
    """Cut a source where its own content begins: "told by the envoy of nine dead"."""
    if not draft.source or not any(s.meets(c) for s in draft.source for c in draft.content):
        return draft
    start, end = draft.source[0].start, min(c.start for c in draft.content)
    named = text[start:end].rstrip(" \"“'").removesuffix(" of")
    return replace(draft, source=(Span(start, start + len(named)),)) if start < end else draft


def _with_occasion(tree: Tree, cue: list[int], occasion: int | None) -> list[int]:
    """Take "in a statement" into the cue where it follows at once."""
    if occasion is None or tree.lemmas[occasion] not in load_speech().stated:
        return cue
    if not cue[-1] < occasion <= cue[-1] + 4 or tree.words[cue[-1] + 1] != "in":
        return cue
    return [*cue, *range(cue[-1] + 1, occasion + 1)]


def _cover(tree: Tree, own: list[int]) -> Span:
    return tree.tokens[own[0]].span.cover(tree.tokens[own[-1]].span)


def _phrase(tree: Tree, at: int | None, text: str, *, whole: bool = False) -> str | None:
    if at is None:
        return None
    clauses = [i for k in tree.under(at) for i in tree.by(k, "acl:relcl", "acl", "ccomp", "punct")]
    held = tree.under(at, without=clauses if whole else [*clauses, *tree.by(at, "case")])
    return " ".join(s.of(text) for s in pieces(tree, held, text)) or None
