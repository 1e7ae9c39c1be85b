"""Scores a pipeline on held-out sentences, as Reportedly would cut and parse them.

python training/parser/evaluate.py --model DIR --ewt DIR --gum DIR --pud DIR
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import conllu
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.backends.lemmas import Lemmas

Key = tuple[int, int]


def held_out(ewt: Path, gum: Path, pud: Path) -> Iterator[tuple[str, list[conllu.Tree]]]:
    """Yield the sets on which nothing was trained."""
    dev, test = list(conllu.gum(gum, "dev")), list(conllu.gum(gum, "test"))
    news = ("news", "interview")
    yield "PUD half (news, wiki)", list(conllu.pud(pud, "test"))
    yield "GUM news dev+test", [t for t in dev + test if t.genre == "news"]
    yield "GUM news+interview dev", [t for t in dev if t.genre in news]
    yield "GUM dev", dev
    yield "EWT dev", list(conllu.ewt(ewt, "dev"))
    yield "GUM test", test
    yield "EWT test", list(conllu.ewt(ewt, "test"))


def parse(nlp: Language, trees: Iterable[conllu.Tree]) -> list[Doc]:
    """Parse each sentence as one; the tokenizer is ours, the cut is given."""
    docs = []
    for tree in trees:
        doc = nlp.make_doc(tree.text)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    return list(nlp.pipe(docs))


def score(docs: Iterable[Doc], trees: Iterable[conllu.Tree], lemmas: Lemmas) -> Mapping[str, float]:
    """Return shares of the gold words, punctuation apart; a word cut wrongly is wrong."""
    hits: Counter[str] = Counter()
    for doc, tree in zip(docs, trees, strict=True):
        _compare(doc, tree, lemmas, hits)
    total = hits.pop("words")
    agents, found = hits.pop("agents"), hits.pop("agent found")
    shares = {name: 100 * hits[name] / total for name in ("cut", "upos", "xpos", "lemma", "uas", "las")}
    return shares | {"agents": 100 * found / max(agents, 1)}


def _compare(doc: Doc, tree: conllu.Tree, lemmas: Lemmas, hits: Counter[str]) -> None:
    places = _places(w.form for w in tree.words)
    read = {(t.idx, t.idx + len(t)): t for t in doc}
    blanks = _blanks(tree)
    where = [(a + blanks[i], b + blanks[i]) for i, (a, b) in enumerate(places)]
    for i, word in enumerate(tree.words):
        if word.upos in {"PUNCT", "_"} or word.dep == "goeswith":
            continue
        hits["words"] += 1
        token = read.get(where[i])
        hits["agents"] += word.dep in {"obl:agent", "nsubj", "nsubj:pass", "obj"}
        if token is None:
            continue
        hits["cut"] += 1
        hits["upos"] += token.pos_ == word.upos
        hits["xpos"] += token.tag_ == word.xpos
        hits["lemma"] += lemmas.lemma(token.text, token.pos_, token.tag_).lower() == word.lemma.lower()
        head = (token.head.idx, token.head.idx + len(token.head))
        if head == where[word.head]:
            label = "root" if token.head == token else token.dep_
            hits["uas"] += 1
            hits["las"] += label == word.dep
            core = word.dep in {"obl:agent", "nsubj", "nsubj:pass", "obj"}
            hits["agent found"] += core and label == word.dep


def _places(forms: Iterable[str]) -> list[Key]:
    at, places = 0, []
    for form in forms:
        places.append((at, at + len(form)))
        at += len(form)
    return places


def _blanks(tree: conllu.Tree) -> list[int]:
    blanks, count = [], 0
    for word in tree.words:
        blanks.append(count)
        count += word.space
    return blanks


def main() -> None:
    """Print one line per set, then the speed."""
    args = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "ewt", "gum", "pud"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--lemmas", type=Path)
    chosen = args.parse_args()
    nlp = spacy.load(chosen.model)
    lemmas = Lemmas.load(chosen.lemmas or chosen.model / "lemmas.json")
    words, began = 0, time.process_time()
    for name, trees in held_out(chosen.ewt, chosen.gum, chosen.pud):
        docs = parse(nlp, trees)
        words += sum(map(len, docs))
        shares = score(docs, trees, lemmas)
        roots = sum(sum(t.head == t for t in d) != 1 for d in docs)
        line = "  ".join(f"{k} {v:.1f}" for k, v in shares.items())
        print(f"{name:24} {len(trees):5} sentences  {line}  many roots {roots}")
    print(f"{words / (time.process_time() - began):.0f} words a CPU-second, scoring included")


if __name__ == "__main__":
    main()
