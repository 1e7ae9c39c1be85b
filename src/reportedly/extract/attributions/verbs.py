"""Verbs that report: what they say, who says it, to whom, on what occasion."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.tree import Tree

from .attitudes import is_complement, read_attitude, read_stance
from .building import build, cue_tokens
from .closing import Aside, follows_quotation, interrupts, read_aside
from .complements import clause_after
from .drafts import Draft, Kind, pieces
from .leading import named_left, read_surface
from .openings import LISTENED, TIMES
from .passage import Passage
from .sources import agent_of, speaker_of


def find_verbs(p: Passage, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each verb of the sentence that lays words to a source."""
    tree, cues = p.tree, p.cues
    for at, token in enumerate(tree.tokens):
        if attitudes and token.pos == "NOUN" and (stance := read_stance(p, at)) is not None:
            yield stance
        if token.dep == "amod" or not _is_verb(tree, at):
            continue
        lemma = tree.lemmas[at]
        if not attitudes and tree.words[at] in {"citing", "quoting"}:
            continue
        if any(lemma in words for words in (cues.say, cues.hold, cues.show, cues.own, cues.thing)):
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
    if tree.dep(at) in {"compound", "amod", "nmod", "nsubj", "obj", "obl", "nmod:poss"}:
        return False
    return tree.subject(at) is not None and tree.first(at, "ccomp", "parataxis", "mark") is not None


def read_report(p: Passage, at: int) -> Draft | None:
    """Read a verb with a clause, a quotation or the words it stands beside."""
    tree, cues = p.tree, p.cues
    lemma = tree.lemmas[at]
    kind = Kind.SAY if lemma in cues.say else Kind.HOLD if lemma in cues.hold else Kind.SHOW
    cue = cue_tokens(tree, at)
    speaker = speaker_near(p, at)
    speaker = speaker_of(tree, at) if speaker is None else speaker
    if speaker is not None and tree.lemmas[speaker] in TIMES:
        speaker = None
    asked = _is_asked(tree, at)
    speaker = agent_of(tree, at) if asked else speaker
    closes = lemma in cues.say and follows_quotation(p, cue)
    between = interrupts(p, at, cue)
    content = (
        [] if closes or between else _without_question(tree, without_according(tree, clause_after(p, at)))
    )
    content = as_aside(p, at) or _unless_added(p, at, content)
    if speaker is not None and content and speaker > at and min(content) < speaker and named_left(p, cue):
        speaker = None
    open_to_aside = not content and (lemma in cues.say or lemma in cues.hold or lemma in cues.show)
    aside = (
        read_aside(p, at, cue) if open_to_aside and (closes or between or not _has_object(tree, at)) else None
    )
    if aside is not None:
        return _beside(p, at, kind, aside)
    fronted = [t for c in tree.by(at, "ccomp") if c < at for t in tree.under(c)] if not content else []
    content = content or fronted
    content = content or _thing(p, at)
    if not content and (read := read_surface(p, at, cue)) is not None:
        drafted = build(p, at, kind, content=read[1], speaker=None)
        return replace(drafted, source=pieces(tree, read[0], p.text), speaker=read[0][-1])
    if not content and (kind is not Kind.SAY or speaker is None or _has_object(tree, at)):
        return None
    if tree.passive(at) and speaker is None and lemma not in LISTENED:
        return None
    drafted = build(p, at, Kind.PASSIVE if asked else kind, content=content, speaker=speaker)
    return drafted if asked else _sourced(p, drafted, cue)


def _is_asked(tree: Tree, at: int) -> bool:
    """Tell "he said when asked whether ..." and "Asked if ..., he said": another one asks."""
    if tree.lemmas[at] != "ask" or tree.tokens[at].tag not in {"VBN", "VBD"} or tree.subject(at) is not None:
        return False
    return at == 0 or tree.words[at - 1] in {"when", "if"}


def _sourced(p: Passage, draft: Draft, cue: list[int]) -> Draft | None:
    """Look for a source among the words where the parse shows none; without one it is no saying."""
    tree, at = p.tree, draft.at
    led = any(tree.words[m] == "to" for m in tree.by(at, "mark"))
    led = led or (tree.dep(at) == "acl" and tree.tokens[at].tag in {"VBN", "VBD"})
    if draft.speaker is None and tree.tokens[at].tag != "VBG" and not led and not tree.passive(at):
        named = named_left(p, cue)
        head = next((i for i in named if tree.tokens[i].head not in named), None)
        draft = replace(draft, source=pieces(tree, named, p.text), speaker=head)
    if draft.speaker is not None and draft.speaker < at and draft.source:
        draft = _with_name(p, draft, cue)
    nobody = not draft.source and draft.kind is Kind.SAY and not tree.passive(at)
    return None if nobody and draft.lemma != "ask" else draft


def _with_name(p: Passage, draft: Draft, cue: list[int]) -> Draft:
    """Take in the name before an apposition that the parser made the subject ("Lee, a nurse, said")."""
    first = next(i for i, t in enumerate(p.tree.tokens) if t.span.start >= draft.source[0].start)
    opens = p.tree.words[first] in {"a", "an", "the", "then"} and first > 1 and p.tree.words[first - 1] == ","
    if not opens or p.tree.words[min(cue) - 1] != ",":
        return draft
    named = named_left(p, cue)
    if not named or named[0] >= first or not p.tree.tokens[named[0]].text[0].isupper():
        return draft
    return replace(draft, source=pieces(p.tree, named, p.text), speaker=named[0])


def _thing(p: Passage, at: int) -> list[int]:
    """Return the noun that a verb reports: "announced a visit", "denounced the loading"."""
    tree = p.tree
    if tree.lemmas[at] not in p.cues.thing or _handles(p, at):
        return []
    if tree.passive(at):
        noun = tree.first(at, "nsubj:pass", "nsubj")
        return tree.under(noun) if noun is not None and agent_of(tree, at) is not None else []
    noun = tree.first(at, "obj")
    if noun is None or noun < at or tree.lemmas[noun] in TIMES:
        return []
    parts = [noun, *(i for i in tree.by(at, "obl", "advcl", "xcomp") if is_complement(tree, i))]
    return sorted({t for i in parts for t in tree.under(i) if t > at})


def _handles(p: Passage, at: int) -> bool:
    """Tell a find in the mud ("rescuers found two bodies") from a finding ("the study found flaws")."""
    subject = p.tree.subject(at)
    if p.tree.lemmas[at] != "find" or subject is None:
        return False
    noun = p.tree.lemmas[subject]
    return (
        not any(noun in words for words in (p.cues.document, p.cues.body))
        and p.tree.tokens[subject].pos == "NOUN"
    )


def _unless_added(p: Passage, at: int, content: list[int]) -> list[int]:
    """Drop what only ", adding that ..." reports where the verb closes a clause of its own."""
    tree = p.tree
    fronted = any(c < at and tree.words[at - 1] != "that" for c in tree.by(at, "ccomp"))
    added = (i for i in tree.by(at, "advcl") if tree.tokens[i].tag == "VBG" and tree.lemmas[i] in p.cues.say)
    return [] if fronted and content and any(at < i < min(content) for i in added) else content


def as_aside(p: Passage, at: int) -> list[int]:
    """Return all that stands beside "as the ministry said"."""
    tree = p.tree
    if tree.subject(at) is None or not any(tree.words[m] == "as" for m in tree.by(at, "mark", "advmod")):
        return []
    if tree.first(at, "ccomp", "obj") is not None or tree.dep(at) not in {
        "advcl",
        "parataxis",
        "ccomp",
        "conj",
    }:
        return []
    own = set(tree.under(at))
    return [i for i in range(len(tree)) if i not in own]


def without_according(tree: Tree, content: list[int]) -> list[int]:
    """Leave a closing "according to ..." to the source that it names."""
    for n in range(len(content) - 1, 0, -1):
        i = content[n]
        if tree.words[i] == "according" and tree.words[i + 1 : i + 2] == ("to",):
            return content[:n]
    return content


def _without_question(tree: Tree, content: list[int]) -> list[int]:
    """Leave out a closing "when asked whether ...", which is another's question."""
    for n, i in enumerate(content):
        if tree.words[i : i + 2] == ("when", "asked"):
            return content[:n]
    return content


def speaker_near(p: Passage, at: int) -> int | None:
    """Return the subject that ", adding ..." goes on from: the last one that spoke."""
    tree = p.tree
    if tree.tokens[at].tag != "VBG" or at == 0 or tree.words[at - 1] not in {",", "”", '"', "''", "-", "—"}:
        return None
    for i in range(at - 1, -1, -1):
        if i in p.quoted or not p.finite(i) or tree.subject(i) is None:
            continue
        if tree.lemmas[i] in p.cues.say or tree.dep(i) == "root":
            return tree.subject(i)
    return None


def _has_object(tree: Tree, at: int) -> bool:
    if tree.first(at, "xcomp") is not None:
        return True
    if tree.subject(at) is None and at > 0 and tree.words[at - 1] in {",", "”", '"'}:
        return False
    thing = tree.first(at, "obj")
    return thing is not None and tree.lemmas[at] not in LISTENED and tree.lemmas[thing] not in TIMES


def _beside(p: Passage, at: int, kind: Kind, aside: Aside) -> Draft:
    """Make a draft of a cue clause that stands beside its content."""
    tree = p.tree
    own = tree.tokens[aside.own[0]].span.cover(tree.tokens[aside.own[1]].span)
    head = next((i for i in aside.source if tree.tokens[i].head not in aside.source), None)
    drafted = build(p, at, kind, content=list(aside.content), speaker=head)
    return replace(drafted, source=pieces(tree, list(aside.source), p.text), own=own)
