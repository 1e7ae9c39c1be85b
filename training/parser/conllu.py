"""Reads the treebanks out of their git mirrors and checks what may be used."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import entities
from tree import Tree, Word

FREE_GENRES = frozenset(
    {"academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
)


def show(repo: Path, path: str) -> str:
    """Read one file of the mirror's newest commit."""
    done = subprocess.run(["git", "-C", str(repo), "show", f"HEAD:{path}"], capture_output=True, check=True)
    return done.stdout.decode()


def read_trees(text: str, genre: str = "") -> Iterator[Tree]:
    """Yield every sentence whose words spell its text."""
    for block in re.split(r"\n\s*\n", text):
        meta = dict(m.groups() for m in re.finditer(r"^# ([\w:]+) = (.*)$", block, re.MULTILINE))
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        if rows and (tree := _tree(meta, rows, genre)):
            yield tree


def _tree(meta: dict[str, str], rows: list[list[str]], genre: str) -> Tree | None:
    spaces = _spaces(rows)
    plain = [r for r in rows if r[0].isdigit()]
    names = entities.marks(plain) if genre in FREE_GENRES else ("",) * len(plain)
    words = tuple(
        Word(r[1], spaces[int(r[0])], r[2], r[3], r[4], int(r[6]) - 1 if r[6] != "0" else i, r[7], names[i])
        for i, r in enumerate(plain)
    )
    tree = Tree(meta.get("sent_id", ""), genre, words)
    squeezed = re.sub(r"\s+", "", meta.get("text", ""))
    return tree if re.sub(r"\s+", "", tree.text) == squeezed else None


def _spaces(rows: Iterable[list[str]]) -> dict[int, bool]:
    spaces: dict[int, bool] = {}
    for row in rows:
        after = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), False) | {last: after}
        elif row[0].isdigit():
            spaces.setdefault(int(row[0]), after)
    return spaces


def name_agents(tree: Tree) -> Tree:
    """Give PUD the label that the other treebanks have: who a passive is done by."""
    words = list(tree.words)
    for i, word in enumerate(words):
        if word.dep == "obl" and _is_agent(words, i):
            words[i] = replace(word, dep="obl:agent")
    return replace(tree, words=tuple(words))


_NOT_AGENTS = re.compile(r"(?i)\d|year|month|week|day$|percent|time|end|means|way|hour|century|%")


def _is_agent(words: list[Word], at: int) -> bool:
    word, head = words[at], words[words[at].head]
    marked = any(w.head == at and w.dep == "case" and w.form.lower() == "by" for w in words)
    passive = head.dep == "acl" or any(w.head == word.head and w.dep.endswith(":pass") for w in words)
    return marked and passive and head.xpos == "VBN" and not _NOT_AGENTS.search(word.form)


def ewt(repo: Path, split: str) -> Iterator[Tree]:
    """Yield the English Web Treebank's sentences of train, dev or test."""
    if split != "train":
        yield from read_trees(show(repo, f"en_ewt-ud-{split}.conllu"), "ewt")
        return
    for name in show(repo, "not-to-release/file-lists/files.train").split():
        yield from read_trees(show(repo, f"not-to-release/sources/{name}"), f"ewt-{name.split('/')[0]}")


def gum(repo: Path, split: str) -> Iterator[Tree]:
    """Yield GUM's sentences of train, dev or test from documents free for every use."""
    for name in show(repo, f"not-to-release/file-lists/files.{split}").split():
        genre = name.split("_")[1]
        if genre in FREE_GENRES:
            yield from read_trees(show(repo, f"not-to-release/sources/{name}.conllu"), genre)


def pud(repo: Path, half: str) -> Iterator[Tree]:
    """Yield the training or the held-out half of PUD, whole documents at a time."""
    for tree in read_trees(show(repo, "en_pud-ud-test.conllu"), "pud"):
        document = int(re.sub(r"\D", "", tree.id)[:-3])
        if (document % 2 == 0) == (half == "train"):
            yield name_agents(tree)
