"""The noun phrase before a verb, read off the words where the parse is rough."""

from dataclasses import replace

from reportedly.extract.attributions.scene.drafts import Draft, Kind, pieces
from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech

from .subjects import hands_on

_STOPS = frozenset({",", "—", "–", "--", "-"})
_GOES_ON = frozenset({",", "”", '"', "''", "-", "—", "while"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_STARTS = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})


def named_left(p: Passage, cue: list[int]) -> list[int]:
    """Return the source that stands before a verb.

    Right before it ("officials said"), or parted from it by an aside, which
    is kept where it is an apposition ("Lee, a nurse, said") and left out
    where it is not ("Lee, wearing a cap, said").
    """
    parts = _parts(p, min(cue))
    if not parts or p.tree.words[min(cue) - 1] in {"when", "if", "as"}:
        return []
    if parts[-1]:
        return _noun_phrase(p, parts[-1]) if len(parts[-1]) < 20 else []
    good = [n for n, part in enumerate(parts) if part and _names(p, part)]
    if not good:
        return []
    held = list(parts[good[0]])
    for part in parts[good[0] + 1 :]:
        loose = bool(part) and p.tree.words[part[0]] in {"who", "whose"}
        if not part or not (_names(p, part) or (loose and not _bare(p, held))):
            break
        held.extend(part)
    while held and p.tree.tokens[held[0]].pos == "CCONJ":
        held.pop(0)
    return list(range(held[0], held[-1] + 1)) if 0 < len(held) < 40 else []


def _bare(p: Passage, held: list[int]) -> bool:
    """Tell a name alone, which a clause of "who" only says more of, from a noun that it picks out."""
    return p.tree.tokens[held[-1]].pos == "PROPN" and not any(
        p.tree.words[i] == "," for i in range(held[0], held[-1])
    )


def read_surface(p: Passage, at: int, cue: list[int]) -> tuple[list[int], list[int]] | None:
    """Return source and content of a plain reporting verb by the order of the words alone."""
    tree = p.tree
    source = named_left(p, cue)
    unfit = (
        hands_on(tree, at)
        or at in p.quoted
        or tree.tokens[at].tag == "VBG"
        or tree.passive(at)
        or tree.dep(at) == "acl"
    )
    if not source or tree.lemmas[at] not in load_speech().plain or unfit:
        return None
    end = len(tree) - 1
    while end > at and not tree.words[end][0].isalnum():
        end -= 1
    right = list(range(max(cue) + 1, end + 1))
    opens = bool(right) and tree.words[right[0]] not in _STOPS and not _leads_away(p, right)
    if opens and any(p.finite(i) for i in right):
        return source, right
    if tree.words[source[0]] in {"who", "which"} or tree.words[0] == "asked":
        return None
    before = tree.words[source[0] - 1] if source[0] > 0 else ""
    if before not in {",", "”", '"', "''"} or not any(p.finite(i) for i in range(source[0])):
        return None
    return source, list(range(source[0] - 1))


def _leads_away(p: Passage, right: list[int]) -> bool:
    """Tell "said in a letter" from "said about a third would go"."""
    tokens = [p.tree.tokens[i] for i in right[:2]]
    return tokens[0].pos == "ADP" and tokens[-1].pos != "NUM"


def _parts(p: Passage, end: int) -> list[list[int]]:
    """Cut the words before a verb at commas and dashes, back to a quotation or a stronger mark."""
    tree = p.tree
    parts: list[list[int]] = [[]]
    for i in range(end - 1, -1, -1):
        if i in p.quoted or tree.words[i] in {";", ":", "”", '"', "''"}:
            break
        if tree.words[i] in _STOPS and tree.tokens[i].pos == "PUNCT" and not _tight(p, i):
            parts.append([])
        else:
            parts[-1].insert(0, i)
    while parts and not parts[-1]:
        parts.pop()
    return parts[::-1]


def _tight(p: Passage, at: int) -> bool:
    """Tell a dash inside a name ("Export–Import Bank") from one that parts clauses."""
    if p.tree.words[at] == "," or not 0 < at < len(p.tree) - 1:
        return False
    before, mark, after = (p.tree.tokens[i].span for i in (at - 1, at, at + 1))
    return before.end == mark.start and mark.end == after.start


def _names(p: Passage, part: list[int]) -> bool:
    """Tell a noun phrase from an adverbial by its first word."""
    first = p.tree.tokens[part[0]]
    if len(part) < 5 and all(p.tree.tokens[i].text[0].isupper() for i in part):
        return p.tree.tokens[part[-1]].pos == "PROPN" and p.tree.lemmas[part[-1]] not in load_speech().time
    timed = p.tree.lemmas[part[-1]] in load_speech().time or p.tree.words[part[0]] in load_speech().time
    noun = any(p.tree.tokens[i].pos in _NOUNS for i in part[-2:])
    return first.pos in _STARTS and noun and not timed and not any(p.finite(i) for i in part)


def _noun_phrase(p: Passage, part: list[int]) -> list[int]:
    """Drop conjunctions, adverbs and earlier clauses from the front."""
    tree = p.tree
    verbs = [
        n
        for n, i in enumerate(part)
        if p.finite(i) or tree.tokens[i].pos == "SCONJ" or (tree.words[i] == "what" and i < part[-1])
    ]
    held = part[verbs[-1] + 1 :] if verbs else list(part)
    while held and tree.tokens[held[0]].pos in {"CCONJ", "ADV", "PUNCT", "PART"}:
        held.pop(0)
    if held and tree.tokens[held[-1]].pos == "CCONJ":
        return []
    if not held or tree.tokens[held[0]].pos == "ADP":
        return []
    return held if any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"} for i in held) else []


def sourced(p: Passage, draft: Draft, cue: list[int]) -> Draft | None:
    """Look for a source among the words where the parse shows none; without one it is no saying."""
    tree, at = p.tree, draft.at
    led = any(tree.words[m] == "to" for m in tree.by(at, "mark"))
    led = led or (tree.dep(at) == "acl" and tree.tokens[at].tag in {"VBN", "VBD"})
    if draft.speaker is None and tree.tokens[at].tag != "VBG" and not led and not tree.passive(at):
        named = named_left(p, cue)
        head = next((i for i in named if tree.tokens[i].head not in named), None)
        draft = replace(draft, source=pieces(tree, named, p.text), speaker=head)
    if draft.speaker is not None and draft.speaker < at and draft.source and tree.tokens[at].tag != "VBG":
        draft = with_name(p, draft, cue)
    nobody = not draft.source and draft.kind is Kind.SAY and not tree.passive(at)
    return None if nobody and draft.lemma != "ask" else draft


def with_name(p: Passage, draft: Draft, cue: list[int]) -> Draft:
    """Take in the name before an apposition that the parser made the subject ("Lee, a nurse, said")."""
    first = next(i for i, t in enumerate(p.tree.tokens) if t.span.start >= draft.source[0].start)
    opens = p.tree.words[first] in {"a", "an", "the", "then"} and first > 1 and p.tree.words[first - 1] == ","
    if not opens or p.tree.words[min(cue) - 1] != ",":
        return draft
    named = named_left(p, cue)
    if not named or named[0] >= first or not p.tree.tokens[named[0]].text[0].isupper():
        return draft
    return replace(draft, source=pieces(p.tree, named, p.text), speaker=named[0])


def speaker_near(p: Passage, at: int) -> int | None:
    """Return the subject that ", adding ..." goes on from: the last one that spoke."""
    tree = p.tree
    if tree.tokens[at].tag != "VBG" or at == 0 or tree.words[at - 1] not in _GOES_ON:
        return None
    if (named := _named_with(tree, at - 2)) is not None:
        return named
    over = tree.tokens[at].head
    if tree.dep(at) == "advcl" and over < at and tree.subject(over) is not None and not _reported(p, over):
        return tree.subject(over)
    for i in range(at - 1, -1, -1):
        if i in p.quoted or not p.finite(i) or tree.subject(i) is None:
            continue
        if tree.lemmas[i] in p.cues.say or tree.dep(i) == "root":
            return tree.subject(i)
    return None


def _named_with(tree: Tree, last: int) -> int | None:
    """Return the name in "with one diver, Odd Berg, saying": it is the one who goes on."""
    if last < 1 or tree.tokens[last].pos != "PROPN":
        return None
    for i in (last, *tree.rise(last)):
        if tree.dep(i) == "appos":
            outer = tree.tokens[i].head
            led = any(tree.words[c] == "with" for c in tree.by(outer, "case"))
            return i if led and min(tree.under(i)) > outer else None
        if tree.dep(i) not in {"flat", "compound", "nmod:desc"}:
            return None
    return None


def _reported(p: Passage, at: int) -> bool:
    """Tell whether a verb stands in what another one reports, or beside it."""
    tree = p.tree
    if any(
        tree.lemmas[k] in p.cues.say and tree.subject(k) is not None
        for k in tree.by(at, "parataxis", "ccomp")
    ):
        return True
    for i in (at, *tree.rise(at)):
        if tree.dep(i) in {"ccomp", "parataxis"} and tree.lemmas[tree.tokens[i].head] in p.cues.say:
            return True
    return at in p.quoted
