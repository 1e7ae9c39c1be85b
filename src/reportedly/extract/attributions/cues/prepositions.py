"""Sources that hang on a preposition: "according to X", "citing X", "in the words of X"."""

from collections.abc import Iterator

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import FINITE
from reportedly.extract.attributions.sources.subjects import source_tokens
from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_speech

# "By a tally," to "By the Belgrade government's own latest tally,"
_SHORTEST_COUNT, _LONGEST_COUNT = 3, 10
_SUBJECTS = frozenset({"PRON", "DET", "NUM", "NOUN", "PROPN", "ADJ", "ADV"})


def find_phrases(tree: Tree, cues: CueTable, text: str) -> Iterator[Draft]:
    """Yield a draft for each phrase that names a source."""
    for at, word in enumerate(tree.words):
        if word == "according" and at + 1 < len(tree) and tree.words[at + 1] == "to":
            draft = _according(tree, at, cues, text)
        elif word == "per" and at + 1 < len(tree) and tree.tokens[at + 1].pos == "PROPN" and at == 0:
            draft = _phrase(tree, at, [at], cues, text)
        elif at == 0 and word == "in":
            draft = _issued(tree, cues, text)
        elif at == 0 and word == "by":
            draft = _reckoned(tree, cues, text)
        elif word == "by" and tree.words[at - 1] == ",":
            draft = _counted(tree, at, text)
        elif word in load_speech().citing:
            draft = _citing(tree, at, cues, text)
        else:
            continue
        if draft is not None:
            yield draft


def _according(tree: Tree, at: int, cues: CueTable, text: str) -> Draft | None:
    return _phrase(tree, at, [at, at + 1], cues, text)


def _phrase(tree: Tree, at: int, cue: list[int], cues: CueTable, text: str) -> Draft | None:
    """Read a prepositional source and the clause it stands with."""
    noun = _noun_after(tree, at, cue[-1])
    source = [i for i in source_tokens(tree, noun, at) if i > cue[-1]] if noun is not None else []
    if noun is None or not source or source[0] > cue[-1] + 1:
        source = _words_after(tree, cue[-1])
        noun = source[-1] if source else None
    if noun is None:
        return None
    source = _before_clause(tree, source)
    if not source:
        return None
    phrase = {*source, *cue, *range(cue[0], source[-1] + 1)}
    content = (
        _bracketed(tree, phrase)
        or _included(tree, phrase)
        or [i for i in _reach(tree, at, noun, phrase, cues) if i not in phrase]
    )
    return Draft(
        tree,
        at,
        Kind.PHRASE,
        pieces(tree, cue, text),
        pieces(tree, content, text),
        pieces(tree, source, text),
        noun,
        tree.tokens[cue[0]].span.cover(tree.tokens[source[-1]].span),
    )


def _bracketed(tree: Tree, phrase: set[int]) -> list[int]:
    """Return what stands in the same brackets: "(nine in ten, according to a poll)"."""
    first, last = min(phrase), max(phrase)
    opens = next((i for i in range(first - 1, -1, -1) if tree.words[i] in {"(", ")"}), None)
    closes = next((i for i in range(last + 1, len(tree)) if tree.words[i] in {"(", ")"}), None)
    if opens is None or closes is None or (tree.words[opens], tree.words[closes]) != ("(", ")"):
        return []
    held = [i for i in range(opens + 1, closes) if i not in phrase]
    return held if any(tree.words[i][0].isalnum() for i in held) else []


def _included(tree: Tree, phrase: set[int]) -> list[int]:
    """Return what "including, according to the ministry, 54 children" lays to the phrase's source."""
    first, last = min(phrase), max(phrase)
    if (
        first < 2
        or tree.words[first - 2 : first] != ("including", ",")
        or tree.words[last + 1 : last + 2] != (",",)
    ):
        return []
    stop = next((i for i in range(last + 2, len(tree)) if not tree.words[i][0].isalnum()), len(tree))
    return list(range(last + 2, stop))


def _before_clause(tree: Tree, source: list[int]) -> list[int]:
    """Cut a source at a comma behind which the sentence goes on (", among the dead")."""
    for n, i in enumerate(source[:-1]):
        if tree.words[i] == "," and tree.tokens[source[n + 1]].pos in {
            "NUM",
            "ADP",
            "VERB",
            "AUX",
            "SCONJ",
            "PRON",
        }:
            return source[:n]
    return source


def _issued(tree: Tree, cues: CueTable, text: str) -> Draft | None:
    """Read "In a report of the ministry, nine houses fell": a paper that opens the sentence."""
    at = 0
    noun = tree.tokens[at].head
    if tree.dep(at) != "case" or tree.lemmas[noun] not in cues.document or tree.dep(noun) != "obl":
        return None
    makers = [
        i for i in tree.by(noun, "nmod") if {tree.words[c] for c in tree.by(i, "case")} & {"of", "by", "from"}
    ]
    source = [i for i in source_tokens(tree, noun, at) if i > at]
    closed = source and tree.words[source[-1] + 1 : source[-1] + 2] == (",",)
    asks = tree.lemmas[noun] in load_speech().measured
    said = tree.lemmas[tree.tokens[noun].head] in cues.say
    if not closed or not (asks or (makers and not said)):
        return None
    content = list(range(source[-1] + 2, len(tree)))
    own = tree.tokens[at].span.cover(tree.tokens[source[-1]].span)
    cue, named = pieces(tree, [at], text), pieces(tree, source, text)
    return Draft(tree, at, Kind.PHRASE, cue, pieces(tree, content, text), named, noun, own)


def _reckoned(tree: Tree, cues: CueTable, text: str) -> Draft | None:
    """Read "By a Belgrade tally, six planes came": a count that opens the sentence, whoever parses it."""
    stop = next((i for i, word in enumerate(tree.words[:_LONGEST_COUNT]) if word == ","), None)
    if stop is None or stop < _SHORTEST_COUNT or tree.words[stop - 1] not in cues.document:
        stop = _uncut(tree)
    if stop is None:
        return None
    source = list(range(1, stop))
    content = list(range(stop, len(tree)))
    own = tree.tokens[0].span.cover(tree.tokens[stop - 1].span)
    cue, named = pieces(tree, [0], text), pieces(tree, source, text)
    return Draft(tree, 0, Kind.PHRASE, cue, pieces(tree, content, text), named, stop - 1, own)


def _counted(tree: Tree, at: int, text: str) -> Draft | None:
    """Read "six planes came, by the count of the mayor": somebody's count, behind what it counts."""
    noun = tree.tokens[at].head
    named = {tree.words[noun], tree.lemmas[noun]} & load_speech().reckoning.keys()
    if not named or tree.dep(at) != "case":
        return None
    owners = (*tree.by(noun, "nmod:poss", "nmod"), *(i for i in tree.by(noun, "compound") if _name(tree, i)))
    stop = next((i for i in range(noun, len(tree)) if tree.words[i] == ","), len(tree))
    source = [i for i in source_tokens(tree, noun, at) if at < i < stop]
    if not source or not any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"} for i in owners):
        return None
    beside = [i for i in _beside(tree, {at, *source}) if i not in {at, *source}]
    before = [i for i in beside if i < at - 1]
    content = before if any(tree.tokens[i].tag in FINITE for i in before) else beside
    own = tree.tokens[at].span.cover(tree.tokens[source[-1]].span)
    cue, who = pieces(tree, [at], text), pieces(tree, source, text)
    return Draft(tree, at, Kind.PHRASE, cue, pieces(tree, content, text), who, noun, own)


def _name(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos == "PROPN"


def _uncut(tree: Tree) -> int | None:
    """Return where the clause begins behind "By the mayor's reckoning", which no comma closes."""
    for i in range(_SHORTEST_COUNT - 1, min(_LONGEST_COUNT, len(tree) - 1)):
        if tree.words[i] in load_speech().reckoning:
            owned = tree.tokens[1].pos == "PRON" or {"'s", "’s", "’", "'"} & set(tree.words[2:i])
            return i + 1 if owned and tree.tokens[i + 1].pos in _SUBJECTS else None
    return None


def _words_after(tree: Tree, last: int) -> list[int]:
    """Return the words after "according to" up to the next stop, where no branch holds them."""
    held: list[int] = []
    for i in range(last + 1, len(tree)):
        if (not tree.words[i][0].isalnum() and tree.words[i] not in {"-", "’s", "'s", "."}) or tree.tokens[
            i
        ].tag in {"VBD", "VBZ", "MD"}:
            break
        held.append(i)
    while held and not tree.words[held[-1]][0].isalnum():
        held.pop()
    return held


def _noun_after(tree: Tree, at: int, last: int) -> int | None:
    """Return the head noun of the phrase, however the parser hangs "according"."""
    for i in (at, *tree.rise(at)):
        if i > last and tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"}:
            return i
    return next(
        (i for i in tree.kids[at] if i > last and tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"}), None
    )


def _reach(tree: Tree, at: int, noun: int, phrase: set[int], cues: CueTable) -> list[int]:
    """Return the clause a phrase stands with: all of the sentence, unless a saying holds the phrase."""
    head = tree.tokens[noun].head
    if head == at:
        head = tree.tokens[at].head
    if _of_participle(tree, head, phrase):
        return tree.under(head)
    at_edge = min(phrase) == 0 or all(
        not tree.words[i][0].isalnum() for i in range(max(phrase) + 1, len(tree))
    )
    for i in (head, *tree.rise(head)):
        if tree.dep(i) == "ccomp" and tree.lemmas[tree.tokens[i].head] in cues.say and not at_edge:
            return tree.under(i)
        if tree.dep(i) == "acl:relcl" and not at_edge:
            return [t for t in tree.under(i) if t not in phrase]
    return _beside(tree, phrase)


def _of_participle(tree: Tree, head: int, phrase: set[int]) -> bool:
    """Tell ", killing nine according to the mayor" from ", killing nine, according to the mayor"."""
    first = min(tree.under(head))
    opens = first > 0 and "," in (tree.words[first], tree.words[first - 1])
    tight = 0 < head < min(phrase) and tree.words[min(phrase) - 1] != ","
    return tight and opens and tree.tokens[head].tag == "VBG" and tree.dep(head) in {"advcl", "acl"}


def _beside(tree: Tree, phrase: set[int]) -> list[int]:
    """Return the words on a phrase's side of a semicolon; all where there is none."""
    stops = [i for i, word in enumerate(tree.words) if word == ";"]
    first = max((i + 1 for i in stops if i < min(phrase)), default=0)
    last = min((i for i in stops if i > max(phrase)), default=len(tree))
    held = list(range(first, last))
    verbs = any(tree.tokens[i].tag in FINITE for i in held if i not in phrase)
    return held if verbs else list(range(len(tree)))


def _verb_over(tree: Tree, at: int) -> int:
    """Return the verb whose source cites: "the ministry, citing X, said"."""
    up = tree.tokens[at].head
    return (
        tree.tokens[up].head
        if tree.tokens[up].pos in {"NOUN", "PROPN", "PRON"} and tree.dep(at) == "acl"
        else up
    )


def _citing(tree: Tree, at: int, cues: CueTable, text: str) -> Draft | None:
    """Read "citing X": X stands behind what the citing source says."""
    noun = tree.first(at, "obj")
    if noun is None or tree.dep(at) not in {"advcl", "acl", "xcomp", "conj", "parataxis", "case", "dep"}:
        return None
    source = source_tokens(tree, noun, at)
    if not source or tree.words[source[0] - 1] in {'"', "“", "''", "``"}:
        return None  # "citing “strong winds”" gives a reason, no source
    host = _verb_over(tree, at)
    clauses = [i for i in tree.by(host, "ccomp") if i != at]
    own = set(tree.under(at))
    content = sorted({t for c in clauses for t in tree.under(c)} - own)
    if not content and tree.dep(host) == "ccomp" and tree.lemmas[tree.tokens[host].head] in cues.say:
        content = [i for i in tree.under(host) if i not in own]
    if not content:
        content = [i for i in _reach(tree, at, host, own, cues) if i not in own]
    return Draft(
        tree,
        at,
        Kind.CITING,
        pieces(tree, [at], text),
        pieces(tree, content, text),
        pieces(tree, source, text),
        noun,
        tree.tokens[min(own)].span.cover(tree.tokens[max(own)].span),
    )
