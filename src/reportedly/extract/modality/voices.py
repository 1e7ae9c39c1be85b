"""How a clause is put: its modality, polarity, stage and certainty words."""

from collections.abc import Iterator
from functools import lru_cache

from reportedly.extract.tree import Tree, grow
from reportedly.lexicon import ModalityTable, load_certainty, load_cues, load_modality
from reportedly.model import Link, Modality, Polarity, Sentence, Stage, Voice

from .clauses import climb, negations

_WEAK = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.HYPOTHETICAL})
_NEUTRAL_LINKS = frozenset({Modality.POSSIBLE, Modality.ANNOUNCED})


def read_voice(sentence: Sentence, at: int, link: Link | None = None) -> Voice:
    """Read the voice of the clause that governs a token, as its innermost source puts it.

    The nearest modal word decides; a source's own verb ("denied that ...")
    counts where no nearer word does. ``link`` is that source, for words whose
    cue stands in another sentence.
    """
    tree, table = grow(sentence), load_modality()
    words = [w for step in climb(tree, at, table) for w in step if w is not None]
    if _is_announced_deed(tree, at):
        words.append(Modality.PLANNED)
    if link is not None and (found := _of_cue(link, table)) is not None:
        words.append(found)
    modality = _nearest(words)
    modality = modality or Modality.ASSERTED
    polarity = _polarity(tree, at, table)
    certainty, band = _certainty(tree, at)
    return Voice(
        modality,
        polarity,
        _stage(tree, at, modality, polarity),
        certainty,
        band,
        is_unverified(sentence),
    )


def _is_announced_deed(tree: Tree, at: int) -> bool:
    """Tell the headline form "Japan to send trucks": an infinitive, and no verb with a tense."""
    if any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tree.tokens):
        return False
    verb = next((i for i in (at, *tree.rise(at)) if tree.tokens[i].pos == "VERB"), None)
    return verb is not None and any(tree.words[m] == "to" for m in tree.by(verb, "mark"))


def _nearest(words: list[Modality]) -> Modality | None:
    """Return the nearest modality; a bare "will" gives way to what governs it."""
    if not words:
        return None
    if words[0] in _WEAK:
        return next((w for w in words[1:] if w is not Modality.ANNOUNCED), words[0])
    return words[0]


@lru_cache(maxsize=512)  # every claim of a sentence asks
def is_unverified(sentence: Sentence) -> bool:
    """Tell whether a sentence says that something could not be verified."""
    words = " ".join(t.text for t in sentence.tokens).replace("can not", "cannot")
    return load_certainty().says_unverified(words)


def takes_back(sentence: Sentence) -> bool:
    """Tell whether a sentence calls unverified what was said before it ("The claim was not verified")."""
    if not is_unverified(sentence):
        return False
    words = " ".join(t.text for t in sentence.tokens)
    return load_certainty().pointing.search(words) is not None


def _of_cue(link: Link, table: ModalityTable) -> Modality | None:
    """Return what a source's cue does to all that it gives, where it does more than say."""
    for word in link.cue.lower().split():
        for form in _lemmas(word):
            found = table.verbs.get(form)
            if found is not None and found not in _NEUTRAL_LINKS and form in load_cues().say:
                return found
    return None


def _lemmas(word: str) -> Iterator[str]:
    yield word
    for ending, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("s", ""),
        ("d", ""),
        ("ed", ""),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending):
            yield word.removesuffix(ending) + put


def _polarity(tree: Tree, at: int, table: ModalityTable) -> Polarity:
    """Count the negations on the clause and on what governs it up to its source."""
    counted = sum(negations(tree, at, table))
    return Polarity.NEGATIVE if counted % 2 else Polarity.POSITIVE


_NOT_YET = {
    Modality.PLEDGED: Stage.COMMITTED,
    Modality.PLANNED: Stage.PLANNED,
    Modality.EXPECTED: Stage.PLANNED,
    Modality.ANNOUNCED: Stage.COMMITTED,
    Modality.REQUESTED: Stage.PLANNED,
    Modality.THREATENED: Stage.PLANNED,
}
_OPEN = frozenset({Modality.CAPABILITY, Modality.HYPOTHETICAL, Modality.POSSIBLE, Modality.DENIED})


def _stage(tree: Tree, at: int, modality: Modality, polarity: Polarity) -> Stage | None:
    """Read how far a thing has come from its verb, its tense and its modality."""
    table = load_modality()
    verb = next((i for i in (at, *tree.rise(at)) if tree.tokens[i].pos == "VERB"), None)
    if verb is None or modality in _OPEN:
        return None
    if tree.dep(verb) == "xcomp" and tree.lemmas[tree.tokens[verb].head] in table.attempts:
        return Stage.ATTEMPTED
    if polarity is Polarity.NEGATIVE:
        return None
    stage = table.stages.get(tree.lemmas[verb])
    if stage is None:
        return None
    if stage in {Stage.DELIVERED, Stage.USED, Stage.IN_TRANSIT} and modality in _NOT_YET:
        return _NOT_YET[modality]
    if stage is Stage.DELIVERED and _ongoing(tree, verb):
        return Stage.IN_TRANSIT
    return stage


def _ongoing(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag == "VBG" and any(
        tree.words[k] in {"is", "are"} for k in tree.by(verb, "aux")
    )


def _certainty(tree: Tree, at: int) -> tuple[str | None, tuple[int, int] | None]:
    """Return the likelihood words of the clause, as written, and their band."""
    if load_certainty().starts.isdisjoint(tree.words):
        return None, None
    head = tree.clause(at)
    held = set(tree.under(head, without=tree.by(head, "ccomp", "parataxis", "advcl", "conj")))
    up = tree.tokens[head].head
    if tree.tokens[up].pos in {"ADJ", "NOUN", "VERB"} and tree.dep(head) in {
        "xcomp",
        "ccomp",
        "csubj",
        "acl",
    }:
        held |= {up, *tree.by(up, "advmod", "amod", "obl")}
    if not any(tree.words[i] in load_certainty().starts for i in held):
        return None, None
    words = " ".join(tree.tokens[i].text for i in sorted(held))
    match = load_certainty().pattern.search(words)
    if match is None:
        return None, None
    entry = load_certainty().named(match.group())
    return match.group(), entry.band if entry else None
