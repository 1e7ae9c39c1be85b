"""Cuts a trained reader down to the layers, neurons and heads that matter most.

What a unit is worth is the square of how the loss would change if it were taken out, by the first term
of its series (Michel, Levy and Neubig 2019, "Are Sixteen Heads Really Better than One?").
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from biaffine import Biaffine, batches, dressed, loss
from encoder import Encoder, Layer, Pieces, Width
from torch import Tensor
from tree import Tree

NEURONS = {"wide": 0, "narrow": 1}  # which side of a layer's weights the neurons of its feed-forward net are
HEADS = {"query": 0, "key": 0, "value": 0, "out": 1}


@dataclass(frozen=True, slots=True)
class Worth:
    """What each unit of a reader is worth: a row for each layer."""

    neurons: Tensor
    heads: Tensor


def worth(reader: Biaffine, pieces: Pieces, trees: Sequence[Tree], most: int = 250) -> Worth:
    """Weigh every neuron and head on so many small batches of the treebanks."""
    layers = list(reader.encoder.layers)
    switches = [(torch.ones(len(la.wide.bias)), torch.ones(la.heads)) for la in layers]
    for switch in (s for pair in switches for s in pair):
        switch.requires_grad_()
    hooks = [_switch(la, *pair) for la, pair in zip(layers, switches, strict=True)]
    total = [(torch.zeros_like(n), torch.zeros_like(h)) for n, h in switches]
    chance = random.Random(9)
    reader.eval()
    for at, group in enumerate(batches(dressed(trees, chance), 300, chance)):
        if at == most:
            break
        value = loss(reader, pieces.batch([[w.form for w in t.words] for t in group]), group)
        slopes = torch.autograd.grad(value, [s for pair in switches for s in pair])
        for sums, slope in zip((s for pair in total for s in pair), slopes, strict=True):
            sums.add_(slope**2)
    for hook in (h for pair in hooks for h in pair):
        hook.remove()
    return Worth(torch.stack([n for n, _ in total]), torch.stack([h for _, h in total]))


def _switch(layer: Layer, neurons: Tensor, heads: Tensor) -> tuple[torch.utils.hooks.RemovableHandle, ...]:
    """Let a layer's neurons and heads pass through switches, all of them on."""
    each = len(layer.query.bias) // layer.heads
    return (
        layer.narrow.register_forward_pre_hook(lambda _, seen: (seen[0] * neurons,)),
        layer.out.register_forward_pre_hook(lambda _, seen: (seen[0] * heads.repeat_interleave(each),)),
    )


def leaner(reader: Biaffine, sizes: dict[str, int], widths: Sequence[Width], of: Worth) -> Biaffine:
    """Return a reader of the first layers alone, each with its best neurons and heads."""
    small = Biaffine(Encoder(sizes, widths), reader.labels)
    weights = reader.state_dict()
    each = sizes["hidden_size"] // sizes["num_attention_heads"]
    for at, (neurons, heads) in enumerate(widths):
        kept = _best(of.neurons[at], neurons)
        rows = torch.cat(
            [torch.arange(h * each, (h + 1) * each) for h in _best(of.heads[at], heads).tolist()]
        )
        for parts, units in ((NEURONS, kept), (HEADS, rows)):
            for part, side in parts.items():
                name = f"encoder.layers.{at}.{part}"
                weights[f"{name}.weight"] = weights[f"{name}.weight"].index_select(side, units)
                if side == 0:
                    weights[f"{name}.bias"] = weights[f"{name}.bias"][units]
    shares = weights["mix"].softmax(0)
    last = len(widths)
    weights["mix"] = torch.cat([shares[:last], shares[last:].sum()[None]]).log()
    small.load_state_dict({name: weights[name].clone() for name in small.state_dict()})
    return small


def _best(worth: Tensor, most: int) -> Tensor:
    """Return the places of the units worth most, in their order."""
    return worth.topk(most)[1].sort()[0]
