from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reportedly.backends.biaffine.arborescence import best_heads


def is_tree(heads):
    """Say whether one word heads itself and all others climb to it."""
    tops = list(range(len(heads)))
    for _ in heads:
        tops = [heads[top] for top in tops]
    roots = {at for at, head in enumerate(heads) if head == at}
    return len(roots) == 1 and set(tops) == roots


def worth(scores, heads):
    return sum(float(scores[at, head]) for at, head in enumerate(heads))


def scores(most):
    sizes = st.integers(1, most)
    grain = st.integers(-40, 0).map(lambda n: n / 4)
    return sizes.flatmap(lambda n: arrays(np.float32, (n, n), elements=grain))


@given(scores(4))
def test_no_other_tree_is_worth_more(table):
    best = max(worth(table, h) for h in product(range(len(table)), repeat=len(table)) if is_tree(h))
    assert worth(table, best_heads(table)) == best


@given(scores(24))
def test_the_heads_always_make_one_tree(table):
    assert is_tree(best_heads(table))


def test_two_words_that_head_each_other_are_parted_where_it_costs_least():
    table = np.array([[-3, -1, -9], [-1, -8, -9], [-9, -1, -8]], dtype=np.float32)
    assert best_heads(table) == [0, 0, 1]


def test_a_second_root_never_pays():
    table = np.full((3, 3), -50, dtype=np.float32)
    np.fill_diagonal(table, -1)
    assert sum(head == at for at, head in enumerate(best_heads(table))) == 1
