"""Packs a trained biaffine reader as the reader that ships: one sentence at a time, in eight-bit numbers.

python training/parser/export_biaffine.py --trained DIR --encoder DIR --out DIR --version 1.0.0

Needs torch, onnx and onnxruntime; only the last is needed when Reportedly runs.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from biaffine import FIELDS, Biaffine, load
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

LICENCE = """The weights in this folder are licensed under CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/legalcode), not under the code's
licence. NOTICE, in the distribution's metadata, names the treebanks they were
trained on, the encoder they began as, and whom to credit.
"""
META = {
    "lang": "en",
    "name": "reportedly_news",
    "description": "English tagger, parser and name finder with Universal Dependencies, for news.",
    "author": "the Reportedly authors, from the Universal Dependencies treebanks EWT, GUM and PUD",
    "license": "CC-BY-SA-4.0",
}
Names = tuple[str, ...]
INPUTS = ("ids", "cases", "first", "last")
OUTPUTS = ("arcs", "child", "head", *FIELDS[1:])


class OneSentence(nn.Module):
    """The reader without padding or masks; a layer's three questions are asked as one."""

    def __init__(self, net: Biaffine) -> None:
        super().__init__()
        self.net = net
        self.asked = nn.ModuleList(_asked(layer) for layer in net.encoder.layers)

    def forward(self, ids: Tensor, cases: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return log chances of heads (word, head), both sides of the relations, and tags."""
        pieces = self._pieces(ids, cases)
        words = (pieces[first] + pieces[last]) / 2
        one = torch.ones_like(words[:, :1])
        t = self.net
        arc_child, arc_head = (functional.gelu(f(words)) for f in (t.arc_child, t.arc_head))
        arcs = torch.cat([arc_child, one], 1) @ t.arc @ arc_head.T
        child, head = (torch.cat([functional.gelu(f(words)), one], 1) for f in (t.dep_child, t.dep_head))
        return (arcs.log_softmax(1), child, head, *(t.taggers[f](words) for f in FIELDS[1:]))

    def _pieces(self, ids: Tensor, cases: Tensor) -> Tensor:
        e = self.net.encoder
        x = e.norm(e.words(ids) + e.places.weight[: ids.shape[0]] + e.kinds.weight[0] + e.cases(cases))
        shares = self.net.mix.softmax(0)
        total = shares[0] * x
        for at, (layer, asked) in enumerate(zip(e.layers, self.asked, strict=True), 1):
            n = x.shape[0]
            query, key, value = asked(x).view(n, 3, layer.heads, -1).permute(1, 2, 0, 3)
            seen = (query @ key.transpose(1, 2)).softmax(-1) @ value
            x = layer.out_norm(x + layer.out(seen.transpose(0, 1).reshape(n, -1)))
            x = layer.norm(x + layer.narrow(functional.gelu(layer.wide(x))))
            total = total + shares[at] * x
        return total


class Relations(nn.Module):
    """Scores of the relations between words and the heads that the tree gave them."""

    def __init__(self, net: Biaffine) -> None:
        super().__init__()
        self.labels, child, self.width = net.dep.shape
        self.sides = nn.Parameter(net.dep.detach().permute(1, 0, 2).reshape(child, -1))

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """Return scores (word, relation)."""
        sides = (child @ self.sides).view(-1, self.labels, self.width)
        return (sides @ head[:, :, None])[:, :, 0]


def _asked(layer: nn.Module) -> nn.Linear:
    """Join a layer's query, key and value; the query's scale goes into its weights."""
    parts = (layer.query, layer.key, layer.value)
    size, seen = layer.query.in_features, layer.query.out_features
    scales = ((seen / layer.heads) ** -0.5, 1.0, 1.0)
    joined = nn.Linear(size, 3 * seen)
    joined.weight.data = torch.cat([p.weight * s for p, s in zip(parts, scales, strict=True)]).detach()
    joined.bias.data = torch.cat([p.bias * s for p, s in zip(parts, scales, strict=True)]).detach()
    return joined


def pack(net: Biaffine, encoder: Path, out: Path, version: str) -> None:
    """Write both networks, the labels, the pieces, and who they are."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    words = tuple(torch.tensor(row) for row in ([101, 7592, 2088, 102], [0, 1, 0, 0], [1, 2], [1, 2]))
    sides = (torch.zeros(2, net.dep.shape[1]), torch.zeros(2, net.dep.shape[2]))
    _write(OneSentence(net), words, (INPUTS, OUTPUTS), out / "network.onnx")
    _write(Relations(net), sides, (("child", "head"), ("relations",)), out / "relations.onnx")
    (out / "labels.json").write_text(json.dumps(net.labels.of, indent=1) + "\n", encoding="utf-8")
    shutil.copy(encoder / "vocab.txt", out / "pieces.txt")
    (out / "meta.json").write_text(json.dumps(META | {"version": version}, indent=1) + "\n", encoding="utf-8")
    (out / "LICENSE.txt").write_text(LICENCE, encoding="utf-8")


def _write(net: nn.Module, example: tuple[Tensor, ...], names: tuple[Names, Names], out: Path) -> None:
    """Write a network in eight-bit numbers; the first side of every table grows with the sentence."""
    rows = {name: {0: "pieces" if name in INPUTS[:2] else "words"} for part in names for name in part}
    if "arcs" in rows:
        rows["arcs"][1] = "words"
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        given, got = map(list, names)
        torch.onnx.export(
            net.eval(), example, exact, dynamo=False, opset_version=17,
            input_names=given, output_names=got, dynamic_axes=rows,
        )  # fmt: skip
        quantize_dynamic(exact, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def main() -> None:
    """Pack what was trained."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("trained", "encoder", "out"):
        args.add_argument(f"--{name}", required=True, type=Path)
    args.add_argument("--version", required=True)
    chosen = args.parse_args()
    pack(load(chosen.encoder, chosen.trained), chosen.encoder, chosen.out, chosen.version)


if __name__ == "__main__":
    main()
