"""Trains the English pipeline that Reportedly ships.

python training/parser/train.py --ewt DIR --gum DIR --pud DIR --out DIR
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import conllu
import lemmatize
import spacy
from augment import vary
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, load_model_from_config
from speech import may_be_said, report
from thinc.api import Config
from tokens import fit_tokenizer
from tree import Tree, load_trees

from export import pack

HERE = Path(__file__).parent


def gather(split: str, *, ewt: str | None, gum: str | None, pud: str | None) -> list[Tree]:
    """Return the sentences of one split of the treebanks that are named."""
    return list(
        chain(
            conllu.ewt(Path(ewt), split) if ewt else (),
            conllu.gum(Path(gum), split) if gum else (),
            conllu.pud(Path(pud), split) if pud else (),
        )
    )


def gold(nlp: Language, tree: Tree) -> Doc:
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
        ents=_whole_names([w.name for w in words]),
        sent_starts=[i == 0 for i in range(len(words))],
    )


def _whole_names(marks: list[str]) -> list[str]:
    """Let every name begin with B-, also one whose first word was left out."""
    before = ["O", *marks]
    return [
        f"B{mark[1:]}" if mark[:1] == "I" and before[i][1:] != mark[1:] else mark
        for i, mark in enumerate(marks)
    ]


def example(nlp: Language, tree: Tree) -> Example:
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
def read(  # noqa: PLR0913, PLR0917 (spaCy hands in the settings by name)
    split: str, ewt: str | None, gum: str | None, pud: str | None, silver: str | None, augment: float
) -> Callable[[Language], Iterator[Example]]:
    """Yield the sentences in a new order and, some, in a new dress at each pass."""
    trees = gather(split, ewt=ewt, gum=gum, pud=pud)
    trees += load_trees(Path(silver)) if silver else []
    chance = random.Random(11)

    def corpus(nlp: Language) -> Iterator[Example]:
        order = trees
        if augment:
            order = [tree for tree in trees for _ in range(_share(tree.genre, chance))]
            chance.shuffle(order)
        for tree in order:
            if augment and chance.random() < augment and may_be_said(tree):
                yield example(nlp, vary(report(tree, chance), chance))
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
    """Train, then pack the best model under ``--out``/weights."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("ewt", "gum", "pud", "out"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--version", default="0.0.0", help="the version that the weights will name")
    args.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=JSON")
    args.add_argument("--settle", type=int, default=3000, help="last steps, at a falling rate")
    args.add_argument("--settle-only", action="store_true", help="go on from an earlier run")
    args.add_argument("--silver", type=Path, help="the biaffine reader's readings, see silver.py")
    args.add_argument("--from", dest="start", type=Path, help="go on from these weights, at a falling rate")
    chosen = args.parse_args()
    banks = {name: str(getattr(chosen, name)) for name in ("ewt", "gum", "pud")}
    paths = banks | ({"silver": str(chosen.silver)} if chosen.silver else {})
    config = configured(paths, dict(pair.split("=", 1) for pair in chosen.set))
    if not chosen.start and not chosen.settle_only:
        fit(config, chosen.out)
    start = spacy.load(chosen.start or chosen.out / "model-best")
    go_on(start, config, chosen.out / "settled", steps=chosen.settle)
    weights = chosen.out / "weights"
    pack(chosen.out / "settled" / "model-last", weights, version=chosen.version)
    table = lemmatize.learn(gather("train", **banks), lemmatize.own_words())
    lemmatize.save(table, weights / "lemmas.json")


def configured(paths: dict[str, str], settings: dict[str, str]) -> Config:
    """Return ``config.cfg`` with these paths and settings."""
    overrides = {f"paths.{name}": path for name, path in paths.items()}
    overrides |= {key: json.loads(value) for key, value in settings.items()}
    return load_config(HERE / "config.cfg", overrides=overrides, interpolate=False)


def fit(config: Config, out: Path) -> None:
    """Train from nothing, at a steady rate."""
    nlp = init_nlp(load_model_from_config(config, auto_fill=True).config)
    nlp.config["training"]["max_epochs"] = -1
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out, stdout=sys.stdout, stderr=sys.stderr)


def go_on(nlp: Language, config: Config, out: Path, *, steps: int) -> None:
    """Go on from a trained pipeline for some steps while the learning rate falls to nothing."""
    filled = load_model_from_config(config, auto_fill=True).config
    for section in ("paths", "corpora", "training"):
        nlp.config[section] = filled[section]
    nlp.config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1",
        "initial_rate": 0.001,
        "warmup_steps": 50,
        "total_steps": steps,
    }
    nlp.config["training"] |= {"max_steps": steps, "max_epochs": -1, "eval_frequency": min(1000, steps)}
    nlp.config["training"]["batcher"]["size"] = 1200
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
