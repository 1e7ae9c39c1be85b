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
from tree import Tree

from probes import as_one, probe
from reportedly.backends.lemmas import Lemmas

Key = tuple[int, int]


def held_out(ewt: Path, gum: Path, pud: Path) -> Iterator[tuple[str, list[Tree]]]:
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


def parse(nlp: Language, trees: Iterable[Tree]) -> list[Doc]:
    """Parse each sentence as one; the tokenizer is ours, the cut is given."""
    return list(nlp.pipe([as_one(nlp, tree.text) for tree in trees]))


def score(docs: Iterable[Doc], trees: Iterable[Tree], lemmas: Lemmas) -> Mapping[str, float]:
    """Return shares of the gold words, punctuation apart; a word cut wrongly is wrong."""
    hits: Counter[str] = Counter()
    for doc, tree in zip(docs, trees, strict=True):
        _compare(doc, tree, lemmas, hits)
    total = hits.pop("words")
    core, found = hits.pop("core"), hits.pop("core found")
    named, read, right = hits["names"], hits["names read"], hits["names right"]
    shares = {name: 100 * hits[name] / total for name in ("cut", "upos", "xpos", "lemma", "uas", "las")}
    shares |= {"core": 100 * found / max(core, 1)}
    return shares | ({"names": 200 * right / (named + read)} if named else {})


def _compare(doc: Doc, tree: Tree, lemmas: Lemmas, hits: Counter[str]) -> None:
    where = _places(tree)
    read = {(t.idx, t.idx + len(t)): t for t in doc}
    _compare_names(doc, tree, where, hits)
    for i, word in enumerate(tree.words):
        if word.upos in {"PUNCT", "_"} or word.dep == "goeswith":
            continue
        hits["words"] += 1
        hits["core"] += word.dep in _CORE
        if (token := read.get(where[i])) is None:
            continue
        hits["cut"] += 1
        hits["upos"] += token.pos_ == word.upos
        hits["xpos"] += token.tag_ == word.xpos
        hits["lemma"] += lemmas.lemma(token.text, token.pos_, token.tag_).lower() == word.lemma.lower()
        label = "root" if token.head == token else token.dep_
        head = (token.head.idx, token.head.idx + len(token.head))
        if head == where[word.head]:
            hits["uas"] += 1
            hits["las"] += label == word.dep
            hits["core found"] += word.dep in _CORE and label == word.dep


_CORE = {"nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp"}


def _compare_names(doc: Doc, tree: Tree, where: list[Key], hits: Counter[str]) -> None:
    if not any(w.name for w in tree.words):
        return
    gold: list[list[object]] = []
    for (first, last), word in zip(where, tree.words, strict=True):
        if word.name.startswith("B-"):
            gold.append([first, last, word.name[2:]])
        elif word.name.startswith("I-"):
            gold[-1][1] = last
    read = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
    hits["names"] += len(gold)
    hits["names read"] += len(read)
    hits["names right"] += len(read & {tuple(g) for g in gold})


def _places(tree: Tree) -> list[Key]:
    at, places = 0, []
    for word in tree.words:
        places.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return places


def main() -> None:
    """Print one line per set, then the speed."""
    args = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "ewt", "gum", "pud"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--lemmas", type=Path)
    args.add_argument("--verbose", action="store_true", help="print the probes that failed")
    chosen = args.parse_args()
    nlp = spacy.load(chosen.model)
    lemmas = Lemmas.load(chosen.lemmas or chosen.model / "lemmas.json")
    words, spent = 0, 0.0
    for name, trees in held_out(chosen.ewt, chosen.gum, chosen.pud):
        began = time.process_time()
        docs = parse(nlp, trees)
        spent += time.process_time() - began
        words += sum(map(len, docs))
        shares = score(docs, trees, lemmas)
        roots = sum(sum(t.head == t for t in d) != 1 for d in docs)
        line = "  ".join(f"{k} {v:.1f}" for k, v in shares.items())
        print(f"{name:24} {len(trees):5} sentences  {line}  many roots {roots}")
    found, asked, misses = probe(nlp)
    print("\n".join(misses) if chosen.verbose else "", f"probes {found}/{asked}", sep="\n")
    print(f"{words / spent:.0f} words a CPU-second")


if __name__ == "__main__":
    main()
