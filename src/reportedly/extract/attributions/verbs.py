"""Verbs that report: what they say, who says it, to whom, on what occasion."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.tree import Tree
from reportedly.model import Span

from .closing import Aside, follows_quotation, read_aside
from .complements import LISTENED, TIMES, clause_after
from .drafts import Draft, Kind, pieces
from .passage import Passage
from .sources import agent_of, source_spans, speaker_of

_OCCASIONS = frozenset(
    {
        "statement",
        "interview",
        "speech",
        "letter",
        "tweet",
        "email",
        "e-mail",
        "conference",
        "briefing",
        "report",
    }
    | {
        "memo",
        "post",
        "message",
        "address",
        "testimony",
        "release",
        "debate",
        "hearing",
        "appearance",
        "article",
    }
    | {
        "op-ed",
        "editorial",
        "essay",
        "filing",
        "affidavit",
        "call",
        "meeting",
        "rally",
        "telegram",
        "communique",
    }
)


def find_verbs(p: Passage, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each verb of the sentence that lays words to a source."""
    tree, cues = p.tree, p.cues
    for at, token in enumerate(tree.tokens):
        if token.dep == "amod" or not _is_verb(tree, at):
            continue
        lemma = tree.lemmas[at]
        if lemma in cues.say or lemma in cues.hold or lemma in cues.show or lemma in cues.own:
            draft = read_report(p, at)
            if draft is not None:
                yield draft
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
    speaker, cue = speaker_of(tree, at), cue_tokens(tree, at)
    speaker = speaker_near(p, at) if speaker is None else speaker
    closes = lemma in cues.say and follows_quotation(p, cue)
    content = as_aside(p, at) or ([] if closes else without_according(tree, clause_after(p, at)))
    open_to_aside = not content and (lemma in cues.say or lemma in cues.hold)
    aside = read_aside(p, at, cue) if open_to_aside and (closes or not _has_object(tree, at)) else None
    if aside is not None:
        return _beside(p, at, kind, aside)
    fronted = [t for c in tree.by(at, "ccomp") if c < at for t in tree.under(c)] if not content else []
    content = content or fronted
    content = content or _thing(p, at)
    if not content and (kind is not Kind.SAY or speaker is None or _has_object(tree, at)):
        return None
    if tree.passive(at) and speaker is None and lemma not in LISTENED:
        return None
    return build(p, at, kind, content=content, speaker=speaker)


def _thing(p: Passage, at: int) -> list[int]:
    """Return the noun that a verb reports: "announced a visit", "denounced the loading"."""
    tree = p.tree
    if tree.lemmas[at] not in p.cues.thing:
        return []
    if tree.passive(at):
        noun = tree.first(at, "nsubj:pass", "nsubj")
        return tree.under(noun) if noun is not None and agent_of(tree, at) is not None else []
    noun = tree.first(at, "obj")
    if noun is None or noun < at or tree.lemmas[noun] in TIMES:
        return []
    parts = [noun, *(i for i in tree.by(at, "obl", "advcl", "xcomp") if _complements(tree, i))]
    return sorted({t for i in parts for t in tree.under(i) if t > at})


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


def speaker_near(p: Passage, at: int) -> int | None:
    """Return the subject that ", adding ..." goes on from, where no branch shows it."""
    tree = p.tree
    if (
        tree.tokens[at].tag != "VBG"
        or at == 0
        or tree.words[at - 1] not in {",", "and", "by", "”", '"', "''"}
    ):
        return None
    for i in range(at - 1, -1, -1):
        told = tree.lemmas[i] in p.cues.say or tree.dep(i) == "root"
        if told and i not in p.quoted and p.finite(i) and tree.subject(i) is not None:
            return tree.subject(i)
    return None


def named_left(p: Passage, cue: list[int]) -> list[int]:
    """Return the noun phrase that stands right before a finite verb, where no branch shows it."""
    tree = p.tree
    parts: list[list[int]] = [[]]
    for i in range(min(cue) - 1, -1, -1):
        if (
            i in p.quoted
            or p.finite(i)
            or tree.tokens[i].pos == "SCONJ"
            or tree.words[i] in {";", ":", "—", "–"}
        ):
            break
        if tree.words[i] == ",":
            parts.append([])
        else:
            parts[-1].append(i)
    wanted = parts[:2] if not parts[0] else parts[:1]
    if not parts[0]:
        wanted = parts[1:3]
    while wanted and wanted[-1] and tree.tokens[wanted[-1][-1]].pos == "ADP":
        wanted = wanted[:-1]
    held = sorted(i for part in wanted for i in part)
    held = list(range(held[0], held[-1] + 1)) if held else []
    while held and tree.tokens[held[0]].pos in {"CCONJ", "PUNCT", "ADV"}:
        held.pop(0)
    named = any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM"} for i in held)
    return held if named and len(held) < 30 else []


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


def own_tokens(tree: Tree, at: int, content: set[int]) -> list[int]:
    """Return the tokens of a cue's own clause, without what it reports."""
    branches = [k for k in tree.kids[at] if k not in content and tree.dep(k) != "punct"]
    return sorted({at} | {t for b in branches for t in tree.under(b) if t not in content})


def cue_tokens(tree: Tree, at: int) -> list[int]:
    """Return the words of a cue: verb, auxiliaries, negation, particle, governing verb."""
    held = {at}
    held.update(tree.by(at, "aux", "aux:pass", "compound:prt"))
    while held and min(held) - 1 in tree.kids[at] and tree.dep(min(held) - 1) == "advmod":
        held.add(min(held) - 1)
    for i in tree.by(at, "advmod"):
        if min(held) < i < at:
            held.add(i)
    head = tree.tokens[at].head
    if tree.dep(at) == "xcomp" and tree.tokens[head].pos == "VERB" and 0 < at - head <= 3:
        held.update(range(head, at))
        held.update(cue_tokens(tree, head))
    return sorted(held)


def occasion_of(tree: Tree, at: int) -> int | None:
    """Return the noun of the occasion: "in a statement", "at a briefing"."""
    for i in tree.by(at, "obl"):
        case = [tree.words[c] for c in tree.by(i, "case")]
        if tree.lemmas[i] in _OCCASIONS and case and case[0] in {"in", "at", "during", "on"}:
            return i
    return None


def addressee_of(tree: Tree, at: int) -> int | None:
    """Return the noun of the one who is told."""
    if tree.lemmas[at] in LISTENED:
        held = tree.first(at, "iobj", "obj")
        if held is not None:
            return held
    for i in tree.by(at, "obl"):
        if any(tree.words[c] == "to" for c in tree.by(i, "case")):
            return i
    return None


def build(p: Passage, at: int, kind: Kind, *, content: list[int], speaker: int | None) -> Draft:
    """Make a draft of a verb cue."""
    tree, text = p.tree, p.text
    own = own_tokens(tree, at, set(content))
    cue = cue_tokens(tree, at)
    occasion, addressee = occasion_of(tree, at), addressee_of(tree, at)
    return Draft(
        tree,
        at,
        kind,
        pieces(tree, cue, text),
        pieces(tree, [i for i in content if i not in cue], text),
        source_spans(tree, speaker, at, text) if speaker is not None else (),
        speaker,
        _cover(tree, own),
        _phrase(tree, addressee, text),
        _phrase(tree, occasion, text, whole=True),
    )


def _cover(tree: Tree, own: list[int]) -> Span:
    return tree.tokens[own[0]].span.cover(tree.tokens[own[-1]].span)


def _phrase(tree: Tree, at: int | None, text: str, *, whole: bool = False) -> str | None:
    if at is None:
        return None
    held = tree.under(at, without=() if whole else tree.by(at, "case"))
    return " ".join(s.of(text) for s in pieces(tree, held, text)) or None


# "would support", "to support": nobody has yet said so.
_IDLE = frozenset({"to", "would", "could", "might", "may", "should", "must", "by", "for", "if"})


def read_attitude(p: Passage, at: int) -> Draft | None:
    """Read a verb of will or judgement with its infinitive or its noun."""
    tree, cues = p.tree, p.cues
    lemma = tree.lemmas[at]
    speaker = speaker_of(tree, at)
    if speaker is None or not (
        p.finite(at) or tree.tokens[at].tag == "VBG" or tree.first(at, "aux") is not None
    ):
        return None
    if tree.dep(at) in {"acl", "csubj"} or any(tree.words[a] in _IDLE for a in tree.by(at, "aux", "mark")):
        return None
    infinitive = list(tree.by(at, "xcomp"))
    if lemma in cues.will and infinitive:
        parts = [*tree.by(at, "obj"), *infinitive]
        kind = Kind.WILL
    elif lemma in cues.judge and tree.first(at, "obj") is not None:
        parts = [*tree.by(at, "obj"), *infinitive]
        parts += [i for i in tree.by(at, "obl", "advcl") if _complements(tree, i)]
        kind = Kind.JUDGE
    else:
        return None
    content = sorted({t for i in parts for t in tree.under(i)})
    return build(p, at, kind, content=content, speaker=speaker)


def _complements(tree: Tree, at: int) -> bool:
    marks = [tree.words[c] for c in tree.by(at, "case", "mark")]
    return bool(marks) and marks[0] in {"as", "of", "for"}
