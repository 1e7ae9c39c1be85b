"""Packs a trained pipeline: no word list, no settings that only training needs."""

import json
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

META = {
    "name": "reportedly_news",
    "license": "CC-BY-SA-4.0",
    "author": "the Reportedly authors, from the Universal Dependencies treebanks EWT, GUM and PUD",
    "description": "English tagger, parser and name finder with Universal Dependencies, for news.",
    "spacy_version": ">=3.8,<3.9",
}
LICENCE = """The weights and the lemma table in this folder are licensed under CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/legalcode), not under the code's
licence. NOTICE, in the distribution's metadata, names the treebanks they were
trained on and whom to credit.
"""
_TRAINING = ("training", "pretraining", "corpora", "paths", "initialize")
_KEPT = ("lang", "name", "version", "spacy_version", "description", "author", "license", "pipeline")


def pack(trained: Path, out: Path, *, version: str) -> None:
    """Write the pipeline to ``out`` without the training's words and settings."""
    nlp = spacy.load(trained)
    nlp.config["nlp"]["after_creation"] = None
    for section in _TRAINING:
        nlp.config[section] = {}
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    _write(out / "vocab" / "strings.json", sorted(_labels(nlp)))
    meta = {"lang": nlp.lang, "pipeline": nlp.pipe_names, "version": version} | META
    _write(out / "meta.json", {key: meta[key] for key in _KEPT})
    (out / "LICENSE.txt").write_text(LICENCE, encoding="utf-8")


def _labels(nlp: Language) -> set[str]:
    """Return the strings that the pipeline must know: its labels, not the texts' words."""
    return {label for name in nlp.pipe_names for label in nlp.get_pipe(name).labels}


def _write(path: Path, what: object) -> None:
    path.write_text(json.dumps(what, indent=1) + "\n", encoding="utf-8")
