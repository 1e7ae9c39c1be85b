"""Trains the English pipeline that Reportedly ships.

python training/parser/train.py --ewt DIR --gum DIR --pud DIR --out DIR [--quick]
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import conllu
import spacy
from augment import vary
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, load_model_from_config
from tokens import fit_tokenizer

HERE = Path(__file__).parent


def gather(split: str, *, ewt: str | None, gum: str | None, pud: str | None) -> list[conllu.Tree]:
    """Return the sentences of one split of the treebanks that are named."""
    return list(
        chain(
            conllu.ewt(Path(ewt), split) if ewt else (),
            conllu.gum(Path(gum), split) if gum else (),
            conllu.pud(Path(pud), split) if pud else (),
        )
    )


def gold(nlp: Language, tree: conllu.Tree) -> Doc:
    """Return a sentence as spaCy wants to learn it."""
    words = tree.words
    return Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.xpos for w in words],
        pos=["" if w.upos == "_" else w.upos for w in words],
        heads=[w.head for w in words],
        deps=["ROOT" if w.dep == "root" else w.dep for w in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def example(nlp: Language, tree: conllu.Tree) -> Example:
    """Pair what our tokenizer makes of a sentence with the treebank's reading."""
    reference = gold(nlp, tree)
    return Example(nlp.make_doc(reference.text), reference)


NEWSLIKE = {"news", "interview", "bio", "speech", "pud", "ewt-weblog", "ewt-newsgroup"}
CHATTY = {"conversation", "vlog", "ewt-email", "ewt-reviews", "ewt-answers"}


def _share(genre: str, chance: random.Random) -> int:
    """Say how often a pass meets a sentence: prose near to news twice, chat less."""
    if genre in NEWSLIKE:
        return 2
    return int(chance.random() < 0.6) if genre in CHATTY else 1


@spacy.registry.readers("reportedly.trees.v1")
def read(
    split: str, ewt: str | None, gum: str | None, pud: str | None, augment: float
) -> Callable[[Language], Iterator[Example]]:
    """Yield the sentences in a new order and, some, in a new dress at each pass."""
    trees = gather(split, ewt=ewt, gum=gum, pud=pud)
    chance = random.Random(11)

    def corpus(nlp: Language) -> Iterator[Example]:
        order = trees
        if augment:
            order = [tree for tree in trees for _ in range(_share(tree.genre, chance))]
            chance.shuffle(order)
        for tree in order:
            yield example(nlp, vary(tree, chance) if chance.random() < augment else tree)

    return corpus


@spacy.registry.callbacks("reportedly.tokenizer.v1")
def with_tokenizer() -> Callable[[Language], Language]:
    """Fit the tokenizer as soon as the pipeline is made."""

    def fit(nlp: Language) -> Language:
        fit_tokenizer(nlp)
        return nlp

    return fit


def main() -> None:
    """Train, then leave the best model under ``--out``."""
    args = argparse.ArgumentParser(description=__doc__)
    for name in ("ewt", "gum", "pud", "out"):
        args.add_argument(f"--{name}", required=True)
    args.add_argument("--config", default=str(HERE / "config.cfg"))
    args.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=VALUE")
    chosen = args.parse_args()
    overrides = {f"paths.{k}": getattr(chosen, k) for k in ("ewt", "gum", "pud")}
    for pair in chosen.set:
        key, value = pair.split("=", 1)
        overrides[key] = json.loads(value)
    config = load_config(chosen.config, overrides=overrides, interpolate=False)
    filled = load_model_from_config(config, auto_fill=True).config
    nlp = init_nlp(filled)  # a finite corpus, so that every label is seen ...
    nlp.config["training"]["max_epochs"] = -1  # ... then read afresh, and varied anew, at each pass
    train(nlp, Path(chosen.out), stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
