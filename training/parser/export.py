"""Packs a trained pipeline: no word list, no settings that only training needs."""

import json
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

META = {
    "name": "reportedly_news",
    "license": "CC-BY-SA-4.0",
    "author": "Reportedly, from the Universal Dependencies treebanks EWT, GUM and PUD",
    "description": "English tagger and parser with Universal Dependencies, for news.",
    "url": "",
    "email": "",
}


def pack(trained: Path, out: Path, *, version: str, scores: dict[str, object]) -> None:
    """Write the pipeline to ``out`` without the training's words and settings."""
    nlp = spacy.load(trained)
    nlp.meta.update(META | {"version": version, "performance": scores})
    nlp.config["nlp"]["after_creation"] = None
    for section in ("training", "pretraining", "corpora", "paths"):
        nlp.config[section] = {}
    nlp.config["initialize"] = {"components": {}, "tokenizer": {}}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    for pipe in ("tok2vec",):
        _forget(out / pipe / "cfg")
    (out / "vocab" / "strings.json").write_text(json.dumps(sorted(_labels(nlp))), encoding="utf-8")


def _labels(nlp: Language) -> set[str]:
    """Return the strings that the pipeline must know: its labels, not the texts' words."""
    return {label for name in nlp.pipe_names for label in nlp.get_pipe(name).labels}


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)
