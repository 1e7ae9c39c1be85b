"""A small BERT, read from safetensors: words in, one vector a word and layer out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.backends.biaffine.network import written
from reportedly.backends.biaffine.pieces import Pieces as WordPieces

CASES = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as pieces: ids, which are real, the case of each, where each word's pieces lie."""

    ids: Tensor
    real: Tensor
    case: Tensor
    first: Tensor
    last: Tensor
    mask: Tensor


class Pieces:
    """Cuts words into the encoder's pieces, as the shipped reader does, and pads them to batches."""

    def __init__(self, folder: Path) -> None:
        self._cut = WordPieces.load(folder / "vocab.txt")

    def batch(self, sentences: Sequence[Sequence[str]]) -> Batch:
        """Pad sentences to one length, in pieces and in words."""
        rows, cases, firsts, lasts = [], [], [], []
        for words in sentences:
            ids, case, first, last = [self._cut.start], [0], [], []
            for word in words:
                first.append(len(ids))
                ids += self._cut.of(word)
                case += [written(word)] * (len(ids) - len(case))
                last.append(len(ids) - 1)
            rows.append([*ids, self._cut.end])
            cases.append([*case, 0])
            firsts.append(first)
            lasts.append(last)
        real = _padded([[1] * len(r) for r in rows]).bool()
        mask = _padded([[1] * len(f) for f in firsts]).bool()
        return Batch(_padded(rows), real, _padded(cases), _padded(firsts), _padded(lasts), mask)


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([list(row) + [0] * (longest - len(row)) for row in rows])


class Layer(nn.Module):
    """One layer of attention and its feed-forward net."""

    def __init__(self, size: int, inner: int, heads: int, head: int) -> None:
        super().__init__()
        seen = heads * head
        self.query, self.key, self.value = (nn.Linear(size, seen) for _ in range(3))
        self.out, self.out_norm = nn.Linear(seen, size), nn.LayerNorm(size, eps=1e-12)
        self.wide, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm, self.heads = nn.LayerNorm(size, eps=1e-12), heads

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        """Let every piece look at every real piece."""
        b, n, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(b, n, self.heads, -1).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=real[:, None, None, :]
        )
        x = self.out_norm(x + self.out(seen.transpose(1, 2).reshape(b, n, -1)))
        return self.norm(x + self.narrow(functional.gelu(self.wide(x))))


Width = tuple[int, int]  # of a layer: neurons of its feed-forward net, heads of its attention


class Encoder(nn.Module):
    """BERT without its pooler; the case of a word, which the pieces lack, is added to them.

    ``widths`` names the layers, each of its own width; without it they are BERT's.
    """

    def __init__(self, config: dict[str, int], widths: Sequence[Width] = ()) -> None:
        super().__init__()
        all_heads = config["num_attention_heads"]
        usual = [(config["intermediate_size"], all_heads)] * config["num_hidden_layers"]
        self.size, self.depth = config["hidden_size"], len(widths or usual)
        self.words = nn.Embedding(config["vocab_size"], self.size)
        self.places = nn.Embedding(config["max_position_embeddings"], self.size)
        self.kinds = nn.Embedding(config["type_vocab_size"], self.size)
        self.cases = nn.Embedding(CASES, self.size)
        self.norm, self.drop = nn.LayerNorm(self.size, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(self.size, *w, self.size // all_heads) for w in widths or usual)
        nn.init.zeros_(self.cases.weight)

    def forward(self, batch: Batch) -> list[Tensor]:
        """Return each layer's vectors, a word's first and last piece averaged."""
        places = torch.arange(batch.ids.shape[1])[None]
        x = self.words(batch.ids) + self.places(places) + self.kinds.weight[0] + self.cases(batch.case)
        x = self.drop(self.norm(x))
        seen = [x]
        for layer in self.layers:
            x = layer(x, batch.real)
            seen.append(x)
        return [(_pick(y, batch.first) + _pick(y, batch.last)) / 2 for y in seen]

    @classmethod
    def load(cls, folder: Path) -> "Encoder":
        """Read a BERT that was saved by its usual names."""
        encoder = cls(config(folder))
        saved = load_file(folder / "model.safetensors")
        own = {new: saved[old] for new, old in _names(encoder.depth)}
        encoder.load_state_dict(own | {"cases.weight": encoder.cases.weight})
        return encoder


def config(folder: Path) -> dict[str, int]:
    """Return the sizes of a BERT that was saved."""
    return dict(json.loads((folder / "config.json").read_text(encoding="utf-8")))


def widths(weights: Mapping[str, Tensor], sizes: dict[str, int]) -> list[Width]:
    """Tell how wide each layer of saved weights is."""
    head = sizes["hidden_size"] // sizes["num_attention_heads"]
    found = []
    for at in count():
        layer = f"encoder.layers.{at}"
        if f"{layer}.wide.bias" not in weights:
            return found
        found.append((len(weights[f"{layer}.wide.bias"]), len(weights[f"{layer}.query.bias"]) // head))
    return found


def _pick(vectors: Tensor, places: Tensor) -> Tensor:
    return vectors.gather(1, places[..., None].expand(-1, -1, vectors.shape[-1]))


_LAYER = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "out_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
}  # fmt: skip


def _names(depth: int) -> list[tuple[str, str]]:
    """Pair our names of the weights with BERT's."""
    tables = {"words": "word", "places": "position", "kinds": "token_type"}
    pairs = [(f"{new}.weight", f"embeddings.{old}_embeddings.weight") for new, old in tables.items()]
    for kind in ("weight", "bias"):
        pairs.append((f"norm.{kind}", f"embeddings.LayerNorm.{kind}"))
        for at in range(depth):
            pairs += [
                (f"layers.{at}.{new}.{kind}", f"encoder.layer.{at}.{old}.{kind}")
                for new, old in _LAYER.items()
            ]
    return pairs
