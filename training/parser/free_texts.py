"""Gathers sentences that may be learned from and that nobody has annotated."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from reportedly.backends.sentences import split_sentences
from reportedly.model import Span

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))+(?:\s+\"[^\"]*\")?\)")
_SOURCE = re.compile(r"\s*(?:\[?\(\*?[^()]{2,60}\*?\)\]?\s*)+$")
_ITEM = re.compile(r"^\s*\* (.*[.!?”\"])\s*$")


def _git(repo: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(repo), *words], capture_output=True, check=True)
    return done.stdout.decode()


def current_events(repo: Path) -> Iterator[str]:
    """Yield what Wikipedia's Current Events portal told (CC BY-SA 4.0), from a mirror in Markdown."""
    for path in _git(repo, "ls-tree", "-r", "--name-only", "HEAD", "docs/_posts").split():
        for line in _git(repo, "show", f"HEAD:{path}").splitlines():
            plain = line
            for _ in range(3):
                plain = _LINK.sub(r"\1", plain)
            plain = _SOURCE.sub("", plain)
            if found := _ITEM.match(plain):
                yield found[1].replace("*", "")


def wikitext(repo: Path) -> Iterator[str]:
    """Yield paragraphs of WikiText-2's smaller parts (CC BY-SA), put together again as they were written."""
    for part in ("valid", "test"):
        for line in _git(repo, "show", f"HEAD:word_language_model/data/wikitext-2/{part}.txt").splitlines():
            if line.strip() and not line.startswith(" =") and "<unk>" not in line:
                yield joined(line.strip())
            elif "<unk>" in line:
                yield from (joined(s.strip()) for s in re.split(r"(?<= [.!?]) ", line) if "<unk>" not in s)


def joined(tokens: str) -> str:
    """Undo the spaces that WikiText puts round punctuation."""
    text = re.sub(r" @([-.,])@ ", r"\1", tokens)
    text = re.sub(r" ([.,;:!?%)\]]|'s|n't|'re|'ve|'ll|'d|'m)(?= |$)", r"\1", text)
    text = re.sub(r"([(\[$£€]) ", r"\1", text)
    text = re.sub(r"\" ([^\"]*?) \"", r'"\1"', text)
    return re.sub(r"(?<=\d) – (?=\d)", "–", text.replace("s ' ", "s' "))


def open_texts(folder: Path) -> Iterator[str]:
    """Yield the paragraphs of the claims that may be learned from (Wikinews; US government).

    Texts with an odd number stay a test: they are left out.
    """
    for path in sorted(folder.glob("docs/*.json")):
        if int("".join(filter(str.isdigit, path.stem))) % 2 == 0:
            yield from json.loads(path.read_text(encoding="utf-8"))["text"].splitlines()


def own_examples(package: Path) -> Iterator[str]:
    """Yield the sentences of our own that the package's tables give as examples, without their brackets."""
    for path in sorted(package.rglob("*.toml")):
        for text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            plain = re.sub(r"[\[\]]", "", text)
            if len(plain.split()) >= 5 and plain[0].isupper() and "|" not in plain:
                yield plain


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def sentences(paragraphs: Iterator[str]) -> Iterator[str]:
    """Yield each sentence once, of a length that tells something."""
    seen = set()
    for text in paragraphs:
        for span in split_sentences(text, Span(0, len(text))):
            sentence = text[span.start : span.end]
            if 25 < len(sentence) < 420 and sentence not in seen:
                seen.add(sentence)
                yield sentence
