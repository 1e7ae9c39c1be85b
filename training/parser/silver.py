"""Lets the biaffine reader read free texts, and keeps what it is sure of.

python training/parser/silver.py --trained DIR --encoder DIR --ewt DIR --gum DIR --pud DIR \\
    --events DIR --wikitext DIR --open DIR --out FILE
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import biaffine
import free_texts
import spacy
import torch
from encoder import Pieces
from tense import told_in_the_past
from tokens import fit_tokenizer
from train import gather
from tree import Tree, Word, save_trees

SURE = 0.3


def cut(sentences: Sequence[str]) -> Iterator[Tree]:
    """Cut sentences into words, as the shipped parser will."""
    nlp = spacy.blank("en")
    fit_tokenizer(nlp)
    for doc in nlp.tokenizer.pipe(sentences):
        words = tuple(
            Word(t.text, bool(t.whitespace_), "", "_", "_", t.i, "dep") for t in doc if not t.is_space
        )
        if 4 <= len(words) <= 70:
            yield Tree("", "silver", words)


def is_tree(heads: Sequence[int]) -> bool:
    """Does every word lead to the one root?"""
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for at in range(len(heads)):
        seen = set()
        while heads[at] != at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]  # noqa: PLW2901 (walks up)
    return True


def readings(
    model: biaffine.Biaffine, pieces: Pieces, trees: Sequence[Tree], refused: Counter[str]
) -> Iterator[Tree]:
    """Yield the sentences with the reading, save those that it is unsure of."""
    pool = sorted(trees, key=lambda t: len(t.words))
    at = 0
    while at < len(pool):
        size = max(1, 4000 // len(pool[at].words))
        group, at = pool[at : at + size], at + size
        forms = [[w.form for w in t.words] for t in group]
        for tree, heads, read, sure in biaffine.parse(model, pieces, forms, group):
            if not is_tree(heads):
                refused["no tree"] += 1
            elif sure < SURE:
                refused["unsure"] += 1
            else:
                yield _labelled(tree, heads, read)


def _labelled(tree: Tree, heads: Sequence[int], read: dict[str, list[str]]) -> Tree:
    words = tuple(
        Word(w.form, w.space, "", read["upos"][i], read["xpos"][i], heads[i],
             "root" if heads[i] == i else read["dep"][i], read["name"][i])
        for i, w in enumerate(tree.words)
    )  # fmt: skip
    return Tree(tree.id, tree.genre, words)


def main() -> None:
    """Read, count, save."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("trained", "encoder", "ewt", "gum", "pud", "events", "wikitext", "open", "out"):
        args.add_argument(f"--{name}", required=True, type=Path)
    chosen = args.parse_args()
    model = biaffine.load(chosen.encoder, chosen.trained)
    pieces = Pieces(chosen.encoder)
    gold = gather("train", ewt=str(chosen.ewt), gum=str(chosen.gum), pud=str(chosen.pud))
    sources = {
        "events": free_texts.current_events(chosen.events),
        "wikitext": free_texts.wikitext(chosen.wikitext),
        "open": free_texts.open_texts(chosen.open),
    }
    kept: list[Tree] = []
    for name, paragraphs in sources.items():
        refused: Counter[str] = Counter()
        trees = list(cut(list(free_texts.sentences(paragraphs))))
        with torch.inference_mode():
            read = list(readings(model, pieces, trees, refused))
        kept = list(chain(kept, told_in_the_past(read, gold) if name == "events" else read))
        print(name, len(trees), "sentences,", len(read), "kept,", dict(refused), flush=True)
    save_trees(kept, chosen.out)


if __name__ == "__main__":
    main()
