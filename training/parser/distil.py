"""Trains the leaner reader that ships on what the full one says of free and of annotated texts.

python training/parser/distil.py --teacher DIR --encoder DIR --ewt DIR --gum DIR --pud DIR \\
    --events DIR --wikitext DIR --open DIR --out DIR

The student begins as the teacher's own first layers (see lean.py) and learns the whole of what the teacher
says, not its best guess alone (Hinton, Vinyals and Dean 2015): how likely each head, relation and tag is,
and the teacher's vectors half way and at the end.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import conllu
import free_texts
import torch
from biaffine import Biaffine, Course, batches, dressed, load, save, score
from encoder import Batch, Pieces, Width, config
from lean import leaner, worth
from silver import cut
from torch import Tensor, nn
from torch.nn import functional
from train import gather
from tree import Tree

import reportedly

WIDTHS: tuple[Width, ...] = ((1280, 10), (1152, 11), (832, 9), (512, 5))
HALF_WAY = 2  # the layer whose vectors the student's layer of the same number shall have
GOLD = 0.2  # the weight of the treebanks' own heads and relations beside the teacher's
TAGS = 0.4


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the teacher says of one sentence, word by word: log chances, and two layers of vectors."""

    tree: Tree
    annotated: bool
    arcs: Tensor
    heads: Tensor
    dep: Tensor
    tags: dict[str, Tensor]
    vectors: Tensor


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says of a batch."""

    arcs: Tensor
    dep: Tensor
    tags: dict[str, Tensor]
    vectors: Tensor


def forms(trees: Sequence[Tree]) -> list[list[str]]:
    """Return the words of sentences."""
    return [[w.form for w in t.words] for t in trees]


def say(reader: Biaffine, batch: Batch, heads: Tensor | None = None) -> Said:
    """Read a batch; relations are those to the heads that are given, or else to the likeliest ones."""
    kept: list[list[Tensor]] = []
    hook = reader.encoder.register_forward_hook(lambda _, __, layers: kept.append(layers))
    arcs, child, head, tags = reader(batch)
    hook.remove()
    dep = reader.relations(child, head, arcs.argmax(-1) if heads is None else heads)
    last = sum(w * x for w, x in zip(reader.mix.softmax(0), kept[0], strict=True))
    chances = {f: scores.log_softmax(-1) for f, scores in tags.items()}
    return Said(arcs.log_softmax(-1), dep.log_softmax(-1), chances, torch.stack([kept[0][HALF_WAY], last]))


@torch.inference_mode()
def lessons(teacher: Biaffine, pieces: Pieces, trees: Sequence[Tree], *, annotated: bool) -> Iterator[Lesson]:
    """Yield what the teacher says of each sentence, in half precision."""
    teacher.eval()
    for group in batches(trees, 1500, random.Random(3)):
        said = say(teacher, pieces.batch(forms(group)))
        for row, tree in enumerate(group):
            n = len(tree.words)
            arcs, dep = said.arcs[row, :n, :n], said.dep[row, :n]
            tags = {f: t[row, :n].half() for f, t in said.tags.items()}
            vectors = said.vectors[:, row, :n].half()
            yield Lesson(tree, annotated, arcs.half(), arcs.argmax(-1), dep.half(), tags, vectors)


def padded(rows: Sequence[Tensor], *shape: int, fill: float = 0.0) -> Tensor:
    """Put rows of many lengths into one table."""
    table = torch.full((len(rows), *shape), fill)
    for at, row in enumerate(rows):
        table[(at, *map(slice, row.shape))] = row.float()
    return table


def loss(student: Biaffine, pieces: Pieces, group: Sequence[Lesson], spread: Tensor) -> Tensor:
    """Sum how far the student is from the teacher's chances and vectors, and from the treebanks' trees."""
    batch = pieces.batch(forms([x.tree for x in group]))
    n, real = batch.mask.shape[1], batch.mask
    heads = padded([x.heads for x in group], n).long()
    said = say(student, batch, heads)

    def apart(wanted: Tensor, given: Tensor) -> Tensor:
        gap = (wanted.exp() * (wanted.clamp(min=-30) - given.clamp(min=-30))).sum(-1)
        return (gap * real).sum() / real.sum()

    total = apart(padded([x.arcs for x in group], n, n, fill=-1e4), said.arcs)
    total = total + apart(padded([x.dep for x in group], n, said.dep.shape[-1]), said.dep)
    for field, given in said.tags.items():
        total = total + TAGS * apart(padded([x.tags[field] for x in group], n, given.shape[-1]), given)
    for at, given in enumerate(said.vectors):
        wanted = padded([x.vectors[at] for x in group], n, given.shape[-1])
        total = total + (((given - wanted) ** 2).mean(-1) * real).sum() / real.sum() / spread[at]
    return total + GOLD * _from_gold(student, group, said, heads)


def _from_gold(student: Biaffine, group: Sequence[Lesson], said: Said, heads: Tensor) -> Tensor:
    """Return how unlikely the student finds the treebanks' heads, and relations where the heads agree."""
    gold, labels = torch.full_like(heads, -1), torch.full_like(heads, -1)
    for row, lesson in enumerate(group):
        if lesson.annotated:
            n = len(lesson.tree.words)
            gold[row, :n] = torch.tensor([w.head for w in lesson.tree.words])
            labels[row, :n] = torch.tensor(student.labels.ids(lesson.tree, "dep"))
    labels[gold != heads] = -1
    words = sum(len(x.tree.words) for x in group)
    return sum(
        functional.nll_loss(given.transpose(1, 2), wanted, ignore_index=-1, reduction="sum") / words
        for given, wanted in ((said.arcs, gold), (said.dep, labels))
    )


def train(
    student: Biaffine, pieces: Pieces, taught: Sequence[Lesson], passes: float, dev: Sequence[Tree]
) -> None:
    """Train with a rate that rises for a twentieth of the steps and then falls to nothing."""
    for part in student.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.05 if part is student.drop else 0.0
    by_tree = {id(x.tree): x for x in taught}
    trees, chance, seen, began = [x.tree for x in taught], random.Random(5), 0, time.time()
    steps = int(passes * len(list(batches(trees, 600, random.Random(0)))))
    course = Course(student, (2.5e-4, 5e-4), steps, rise=0.05)
    spread = torch.cat([x.vectors for x in taught[:400]], 1).float().var(1).mean(-1)
    while seen < steps:
        for group in batches(trees, 600, chance):
            student.train()
            value = loss(student, pieces, [by_tree[id(t)] for t in group], spread)
            course.step(value)
            seen += 1
            if seen % 100 == 0:
                print(f"{seen}/{steps} loss {value.item():.3f} {time.time() - began:.0f} s", flush=True)
            if seen == steps:
                break
        print(*(f"{k} {v:.2f}" for k, v in score(student, pieces, dev).items()), flush=True)


def main() -> None:
    """Weigh, cut, teach, save."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("teacher", "encoder", "ewt", "gum", "pud", "events", "wikitext", "open", "out"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--passes", type=float, default=2.9)
    chosen = args.parse_args()
    torch.manual_seed(5)
    torch.set_flush_denormal(True)
    banks = {name: str(getattr(chosen, name)) for name in ("ewt", "gum", "pud")}
    gold = [t for t in gather("train", **banks) if 1 < len(t.words) <= 70]
    teacher, pieces = load(chosen.encoder, chosen.teacher), Pieces(chosen.encoder)
    student = leaner(teacher, config(chosen.encoder), WIDTHS, worth(teacher, pieces, gold))
    drawn = [t for seed in (1, 2) for t in dressed(gold, random.Random(seed)) if len(t.words) <= 80]
    paragraphs = chain(
        free_texts.current_events(chosen.events),
        free_texts.wikitext(chosen.wikitext),
        free_texts.open_texts(chosen.open),
    )
    own = free_texts.own_examples(Path(reportedly.__file__).parent)
    free = list(cut(list(free_texts.sentences(chain(paragraphs, own)))))
    taught = [
        *lessons(teacher, pieces, drawn, annotated=True),
        *lessons(teacher, pieces, free, annotated=False),
    ]
    print(len(taught), "sentences", json.dumps(WIDTHS), flush=True)
    train(
        student,
        pieces,
        taught,
        chosen.passes,
        [t for t in conllu.gum(chosen.gum, "dev") if len(t.words) <= 200],
    )
    save(student, chosen.out)
    for name, trees in (
        ("PUD half", conllu.pud(chosen.pud, "test")),
        ("EWT dev", conllu.ewt(chosen.ewt, "dev")),
    ):
        print(name, *(f"{k} {v:.2f}" for k, v in score(student, pieces, list(trees)).items()))


if __name__ == "__main__":
    main()
