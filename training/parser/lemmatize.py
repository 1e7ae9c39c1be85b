"""Learns which ending of a word leads to which lemma."""

import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tree import Tree

from reportedly.backends.lemmas import endings_of, kind_of, plain_form

_OWN_LEMMA = {"PROPN", "NUM", "PUNCT", "SYM", "X", "_"}
_NOT_WORDS = {"ADD", "AFX", "CD", "FW", "GW", "LS", "NFP", "NNP", "NNPS", "SYM", "UH"}


def own_words() -> Iterator[tuple[str, str, str]]:
    """Yield (tag, form, lemma) of the news words in ``words.toml``."""
    raw = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    for entry in raw["verbs"].replace("\n", ";").split(";"):
        if entry.strip():
            lemma, past, ing = entry.split()
            yield from (("VBD", past, lemma), ("VBN", past, lemma), ("VBG", ing, lemma))
    for group in raw["word"]:
        yield from map(tuple, group["words"])


def learn(trees: Iterable[Tree], own: Iterable[tuple[str, str, str]] = ()) -> dict[str, dict[str, str]]:
    """Return the fewest endings that give every word its commonest lemma.

    ``own`` adds (tag, form, lemma) that the treebanks may lack.
    """
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for tree in trees:
        for word in tree.words:
            if word.upos not in _OWN_LEMMA and word.xpos not in _NOT_WORDS and word.lemma != "_":
                kind = kind_of(word.upos, word.xpos)
                seen[kind][plain_form(word.form, kind)][_cased(word.lemma, kind, word.form)] += 1
    for kind, form, lemma in own:
        seen[kind][form][lemma] += 1_000_000
    _pool(seen["VBD"], seen["VBN"])
    return {
        kind: _fewest({form: counts.most_common(1)[0][0] for form, counts in sorted(forms.items())})
        for kind, forms in sorted(seen.items())
    }


def _pool(one: dict[str, Counter[str]], other: dict[str, Counter[str]]) -> None:
    """Let "seized" as a past teach "seized" as a participle, and the other way round."""
    for here, there in ((one, other), (other, one)):
        for form in [f for f in here if f.endswith("ed") and f not in there]:
            there[form] = Counter(here[form])


def _cased(lemma: str, kind: str, form: str) -> str:
    return lemma if plain_form(form, kind) != form.lower() else lemma.lower()


def rule(form: str, lemma: str) -> str:
    """Say how a form becomes its lemma: ("carried", "carry") is "3y"."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}{lemma[same:]}"


def _fewest(lemmas: dict[str, str]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in lemmas.items():
        for ending in endings_of(form):
            votes[ending][rule(form, lemma)] += 1
    kept: dict[str, str] = {}
    for ending in sorted(votes, key=len):
        best, count = votes[ending].most_common(1)[0]
        whole = ending.startswith("^")
        if best != _nearest(kept, ending) and (whole or count > 1 or not ending):
            kept[ending] = best
    return kept


def _nearest(kept: dict[str, str], ending: str) -> str:
    return next((kept[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in kept), "0")


def save(table: dict[str, dict[str, str]], path: Path) -> None:
    """Write a table so that two versions can be compared line by line."""
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
