"""Verbs that report: what they say, who says it, to whom, on what occasion."""

from collections.abc import Iterator

from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable
from reportedly.model import Span

from .drafts import Draft, Kind, pieces
from .sources import source_spans, speaker_of

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
_LISTENED = frozenset({"tell", "inform", "notify", "assure", "remind", "brief", "ask", "warn", "advise"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})


def find_verbs(tree: Tree, cues: CueTable, text: str, *, attitudes: bool) -> Iterator[Draft]:
    """Yield a draft for each verb of the sentence that lays words to a source."""
    for at, token in enumerate(tree.tokens):
        if token.pos not in {"VERB", "AUX"} or token.dep == "amod":
            continue
        lemma = tree.lemmas[at]
        if lemma in cues.say or lemma in cues.hold or lemma in cues.show or lemma in cues.own:
            draft = read_report(tree, at, cues, text)
            if draft is not None:
                yield draft
                continue
        if attitudes:
            draft = read_attitude(tree, at, cues, text)
            if draft is not None:
                yield draft


def read_report(tree: Tree, at: int, cues: CueTable, text: str) -> Draft | None:
    """Read a verb with a clause, a quotation or the words it stands beside."""
    lemma = tree.lemmas[at]
    kind = Kind.SAY if lemma in cues.say else Kind.HOLD if lemma in cues.hold else Kind.SHOW
    speaker = speaker_of(tree, at)
    content = content_of(tree, at, cues)
    if not content and (speaker is None or lemma not in cues.say or tree.first(at, "xcomp") is not None):
        return None
    if not content and tree.first(at, "obj") is not None and lemma not in _LISTENED:
        return None
    if tree.passive(at) and speaker is None and lemma not in _LISTENED:
        return None
    return build(tree, at, kind, text, content=content, speaker=speaker)


def content_of(tree: Tree, at: int, cues: CueTable) -> list[int]:
    """Return the tokens a reporting verb lays to its source."""
    clauses = list(tree.by(at, "ccomp"))
    if tree.lemmas[at] in cues.own:
        clauses += [i for i in tree.by(at, "xcomp") if tree.tokens[i].pos in {"VERB", "AUX"}]
    if clauses:
        held = sorted({t for c in clauses for t in tree.under(c)})
        return _with_what_stands_left(tree, at, held, cues)
    beside = _host(tree, at)
    if beside is not None:
        own = set(tree.under(at))
        held = [t for t in tree.under(_top(tree, beside)) if t not in own]
        return _with_what_stands_left(tree, at, held, cues)
    after = [i for i in tree.by(at, "parataxis") if i > at]
    return sorted({t for c in after for t in tree.under(c)})


def _host(tree: Tree, at: int) -> int | None:
    """Return the clause that "he said" or "as he said" stands beside."""
    head = tree.tokens[at].head
    if head == at:
        return None
    if tree.dep(at) == "parataxis" and tree.subject(at) is not None:
        return head
    if tree.dep(at) == "advcl" and any(tree.words[m] == "as" for m in tree.by(at, "mark", "advmod")):
        return head
    return None


def _top(tree: Tree, at: int) -> int:
    """Return the first of a row of coordinated clauses."""
    while tree.dep(at) == "conj" and tree.tokens[tree.tokens[at].head].pos in {"VERB", "AUX", "ADJ"}:
        at = tree.tokens[at].head
    return at


def _with_what_stands_left(tree: Tree, at: int, held: list[int], cues: CueTable) -> list[int]:
    """Take in all that stands left of a closing "he said" ("A did X, but B did Y, he said")."""
    own = own_tokens(tree, at, set(held))
    first = own[0]
    if not held or held[-1] < first or tree.dep(at) == "parataxis":
        left = [i for i in range(first) if i not in held]
        if left and not any(_speaks(tree, i, cues) for i in left):
            held = sorted({*held, *left} - set(own))
    return held


def _speaks(tree: Tree, at: int, cues: CueTable) -> bool:
    return tree.lemmas[at] in cues.say and tree.tokens[at].pos == "VERB" and tree.subject(at) is not None


def own_tokens(tree: Tree, at: int, content: set[int]) -> list[int]:
    """Return the tokens of a cue's own clause, without what it reports."""
    branches = [k for k in tree.kids[at] if k not in content]
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
    if tree.lemmas[at] in _LISTENED:
        held = tree.first(at, "iobj", "obj")
        if held is not None:
            return held
    for i in tree.by(at, "obl"):
        if any(tree.words[c] == "to" for c in tree.by(i, "case")):
            return i
    return None


def build(  # noqa: PLR0913 - one draft has this many parts
    tree: Tree, at: int, kind: Kind, text: str, *, content: list[int], speaker: int | None
) -> Draft:
    """Make a draft of a verb cue."""
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


def read_attitude(tree: Tree, at: int, cues: CueTable, text: str) -> Draft | None:
    """Read a verb of will or judgement with its infinitive or its noun."""
    lemma = tree.lemmas[at]
    speaker = speaker_of(tree, at)
    if speaker is None:
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
    content = sorted({t for p in parts for t in tree.under(p)})
    return build(tree, at, kind, text, content=content, speaker=speaker)


def _complements(tree: Tree, at: int) -> bool:
    marks = [tree.words[c] for c in tree.by(at, "case", "mark")]
    return bool(marks) and marks[0] in {"as", "of", "for"}
