"""Scores a reader on held-out sentences, as Reportedly would cut and parse them.

python training/parser/evaluate.py [--reader spacy] [--model DIR] --ewt DIR --gum DIR --pud DIR
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import conllu
from tree import Tree

from probes import probe, read_whole
from reportedly.backends import BiaffineParser, SpacyParser
from reportedly.model import Token

Key = tuple[int, int]
Tokens = Sequence[Token]
READERS = {"biaffine": BiaffineParser, "spacy": SpacyParser}


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


def score(read: Iterable[Tokens], trees: Iterable[Tree]) -> Mapping[str, float]:
    """Return shares of the gold words, punctuation apart; a word cut wrongly is wrong."""
    hits: Counter[str] = Counter()
    for tokens, tree in zip(read, trees, strict=True):
        _compare(tokens, tree, hits)
    total = hits.pop("words")
    core, found = hits.pop("core"), hits.pop("core found")
    named, read, right = hits["names"], hits["names read"], hits["names right"]
    shares = {name: 100 * hits[name] / total for name in ("cut", "upos", "xpos", "lemma", "uas", "las")}
    shares |= {"core": 100 * found / max(core, 1)}
    return shares | ({"names": 200 * right / (named + read)} if named else {})


def _compare(tokens: Tokens, tree: Tree, hits: Counter[str]) -> None:
    where = _places(tree)
    read = {(t.span.start, t.span.end): t for t in tokens}
    _compare_names(tokens, tree, where, hits)
    for i, word in enumerate(tree.words):
        if word.upos in {"PUNCT", "_"} or word.dep == "goeswith":
            continue
        hits["words"] += 1
        hits["core"] += word.dep in _CORE
        if (token := read.get(where[i])) is None:
            continue
        hits["cut"] += 1
        hits["upos"] += token.pos == word.upos
        hits["xpos"] += token.tag == word.xpos
        hits["lemma"] += token.lemma.lower() == word.lemma.lower()
        head = tokens[token.head].span
        if (head.start, head.end) == where[word.head]:
            hits["uas"] += 1
            hits["las"] += token.dep == word.dep
            hits["core found"] += word.dep in _CORE and token.dep == word.dep


_CORE = {"nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp"}


def _compare_names(tokens: Tokens, tree: Tree, where: list[Key], hits: Counter[str]) -> None:
    if not any(w.name for w in tree.words):
        return
    gold: list[list[object]] = []
    for (first, last), word in zip(where, tree.words, strict=True):
        if word.name.startswith("B-"):
            gold.append([first, last, word.name[2:]])
        elif word.name.startswith("I-"):
            gold[-1][1] = last
    read = {
        (run[0].span.start, run[-1].span.end, kind)
        for kind, run in ((k, list(r)) for k, r in groupby(tokens, key=lambda t: t.entity))
        if kind
    }
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
    args.add_argument("--reader", choices=READERS, default="biaffine")
    args.add_argument("--model", type=Path, help="another folder than the one that ships")
    for name in ("ewt", "gum", "pud"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--verbose", action="store_true", help="print the probes that failed")
    chosen = args.parse_args()
    parser = READERS[chosen.reader](model=chosen.model)
    words, spent = 0, 0.0
    for name, trees in held_out(chosen.ewt, chosen.gum, chosen.pud):
        began = time.process_time()
        read = [read_whole(parser, tree.text) for tree in trees]
        spent += time.process_time() - began
        words += sum(map(len, read))
        line = "  ".join(f"{k} {v:.1f}" for k, v in score(read, trees).items())
        print(f"{name:24} {len(trees):5} sentences  {line}")
    found, asked, misses = probe(parser)
    print("\n".join(misses) if chosen.verbose else "", f"probes {found}/{asked}", sep="\n")
    print(f"{words / spent:.0f} words a CPU-second")


if __name__ == "__main__":
    main()
