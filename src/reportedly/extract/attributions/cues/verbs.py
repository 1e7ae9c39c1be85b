"""Verbs that report: what they say, who says it, to whom, on what occasion."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.attributions.contents.asides import Aside, read_aside
from reportedly.extract.attributions.contents.complements import clause_after, taken_back
from reportedly.extract.attributions.contents.edges import follows_quotation, interrupts
from reportedly.extract.attributions.contents.reported import (
    accusation,
    answer_of,
    as_aside,
    thing_of,
    told_of,
    unless_added,
    without_according,
    without_question,
)
from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.before_verb import (
    named_left,
    read_surface,
    sourced,
    speaker_near,
)
from reportedly.extract.attributions.sources.subjects import agent_of, quoted_as, speaker_of
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech

from .attitudes import read_attitude, read_stance, read_voiced
from .building import build, cue_tokens, without_content

_NO_VERB = frozenset({"compound", "amod", "nmod", "nsubj", "obj", "obl", "nmod:poss"})


def find_verbs(p: Passage, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each verb of the sentence that lays words to a source."""
    tree, voices = p.tree, load_speech().voices
    for at, token in enumerate(tree.tokens):
        if attitudes and token.pos == "NOUN" and (stance := read_stance(p, at)) is not None:
            yield stance
        reports = tree.lemmas[at] in p.cues.reports
        if not (reports or attitudes or tree.lemmas[at] in voices):
            continue
        if token.dep == "amod" or not _is_verb(tree, at):
            continue
        if (voiced := read_voiced(p, at)) is not None:
            yield voiced
            continue
        if not attitudes and tree.words[at] in load_speech().citing:
            continue
        if reports:
            draft = read_report(p, at)
            if draft is not None:
                yield draft
            if draft is not None and draft.content:
                continue
        if attitudes:
            draft = read_attitude(p, at)
            if draft is not None:
                yield draft


def _is_verb(tree: Tree, at: int) -> bool:
    """Tell a verb, even where the parser misread its class but saw its subject."""
    if tree.tokens[at].pos in {"VERB", "AUX"}:
        return True
    if tree.words[at].endswith("s") and tree.words[at + 1 : at + 2] == ("that",) and at > 0:
        return tree.tokens[at - 1].pos in {"PROPN", "PRON", "NOUN"} and tree.tokens[at + 1].pos == "SCONJ"
    if not tree.kids[at] or tree.deps[at] in _NO_VERB:
        return False
    return tree.subject(at) is not None and tree.first(at, "ccomp", "parataxis", "mark") is not None


def read_report(p: Passage, at: int) -> Draft | None:
    """Read a verb with a clause, a quotation or the words it stands beside."""
    tree = p.tree
    if any(quoted_as(tree, k) == at for k in tree.kids[at]):
        return None  # "was quoted as saying" is read at its last word
    cue, speaker = cue_tokens(tree, at), _speaker(p, at)
    apart = _stands_apart(p, at, cue)
    content = _clause(p, at, apart=apart)
    if speaker is not None and content and speaker > at and min(content) <= speaker <= max(content):
        speaker = None if named_left(p, cue) else _before_conj(tree, at)
    if not content:
        if (quoted := quoted_as(tree, at)) is not None:
            aside = read_aside(p, quoted, [*cue_tokens(tree, quoted), *range(quoted + 1, at + 1)])
            return _beside(p, at, aside) if aside is not None else None
        if (aside := _aside(p, at, cue, apart=apart)) is not None:
            return _beside(p, at, aside)
        content = _told_otherwise(p, at)
    if not content and (read := read_surface(p, at, cue)) is not None:
        drafted = build(p, at, _kind(p, at), content=read[1], speaker=None)
        return replace(drafted, source=pieces(tree, read[0], p.text), speaker=read[0][-1])
    return _drafted(p, at, cue, content, speaker)


def _kind(p: Passage, at: int) -> Kind:
    lemma = p.tree.lemmas[at]
    return Kind.SAY if lemma in p.cues.say else Kind.HOLD if lemma in p.cues.hold else Kind.SHOW


def _speaker(p: Passage, at: int) -> int | None:
    """Return who says it, but no time ("Friday said"); of "when asked", who asks."""
    if _is_asked(p.tree, at):
        return agent_of(p.tree, at)
    speaker, goes_on = speaker_near(p, at), taken_back(p, at)
    if speaker is None:
        speaker = speaker_of(p.tree, at if goes_on is None else goes_on)
    return None if speaker is None or p.tree.lemmas[speaker] in load_speech().time else speaker


def _stands_apart(p: Passage, at: int, cue: list[int]) -> bool:
    """Tell a cue that closes a quotation or interrupts what it reports."""
    closes = p.tree.lemmas[at] in p.cues.say and follows_quotation(p, cue) and not _opens_its_own(p.tree, at)
    return closes or interrupts(p, at, cue)


def _clause(p: Passage, at: int, *, apart: bool) -> list[int]:
    """Return the clause behind a verb, unless it stands apart; else what "as the army said" stands beside."""
    behind = [] if apart else without_question(p.tree, without_according(p.tree, clause_after(p, at)))
    return as_aside(p, at) or accusation(p, at) or unless_added(p, at, behind)


def _aside(p: Passage, at: int, cue: list[int], *, apart: bool) -> Aside | None:
    lemma = p.tree.lemmas[at]
    reports = any(lemma in words for words in (p.cues.say, p.cues.hold, p.cues.show))
    may = reports and not _picks_out(p.tree, at) and (apart or not _has_object(p.tree, at))
    return read_aside(p, at, cue) if may else None


def _told_otherwise(p: Passage, at: int) -> list[int]:
    """Return what is said where no clause follows: one in front, a thing, an answer, what one is told of."""
    tree = p.tree
    fronted = [t for c in tree.by(at, "ccomp") if c < at for t in tree.under(c)]
    return fronted or thing_of(p, at) or answer_of(tree, at) or told_of(p, at)


def _drafted(p: Passage, at: int, cue: list[int], content: list[int], speaker: int | None) -> Draft | None:
    """Return the draft of a cue that says something, or has somebody to say what is quoted beside it."""
    tree, kind, asked = p.tree, _kind(p, at), _is_asked(p.tree, at)
    if not content and (kind is not Kind.SAY or speaker is None or _has_object(tree, at)):
        return None
    if tree.passive(at) and speaker is None and tree.lemmas[at] not in load_speech().listens:
        return None
    drafted = build(p, at, Kind.PASSIVE if asked else kind, content=content, speaker=speaker)
    drafted = without_content(drafted, p.text)
    return drafted if asked else sourced(p, drafted, cue)


def _picks_out(tree: Tree, at: int) -> bool:
    """Tell ", a point that Lee also made" from a saying beside its content."""
    subject = tree.subject(at)
    noun = tree.tokens[at].head
    if tree.dep(at) != "acl:relcl" or subject is None or not noun < subject < at:
        return False
    return "," not in tree.words[noun:subject]


def _opens_its_own(tree: Tree, at: int) -> bool:
    """Tell ", adding, "..."" by the clause that follows the participle."""
    return tree.tokens[at].tag == "VBG" and any(i > at for i in tree.by(at, "ccomp"))


def _before_conj(tree: Tree, at: int) -> int | None:
    """Return who spoke before "and says that ...", whatever stands behind the verb."""
    return speaker_of(tree, tree.tokens[at].head) if tree.dep(at) == "conj" else None


def _is_asked(tree: Tree, at: int) -> bool:
    """Tell "he said when asked whether ..." and "Asked if ..., he said": another one asks."""
    if tree.lemmas[at] != "ask" or tree.tokens[at].tag not in {"VBN", "VBD"} or tree.subject(at) is not None:
        return False
    return at == 0 or tree.words[at - 1] in {"when", "if"}


def _has_object(tree: Tree, at: int) -> bool:
    if tree.first(at, "xcomp") is not None:
        return True
    if tree.subject(at) is None and at > 0 and tree.words[at - 1] in {",", "”", '"'}:
        return False
    thing = tree.first(at, "obj")
    return (
        thing is not None
        and tree.lemmas[at] not in load_speech().listens
        and tree.lemmas[thing] not in load_speech().time
    )


def _beside(p: Passage, at: int, aside: Aside) -> Draft:
    """Make a draft of a cue clause that stands beside its content."""
    tree = p.tree
    own = tree.tokens[aside.own[0]].span.cover(tree.tokens[aside.own[1]].span)
    head = next((i for i in aside.source if tree.tokens[i].head not in aside.source), None)
    drafted = build(p, at, _kind(p, at), content=list(aside.content), speaker=head)
    return replace(drafted, source=pieces(tree, list(aside.source), p.text), own=own)
