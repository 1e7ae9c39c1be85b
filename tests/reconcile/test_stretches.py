"""Two runs held against each other."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reconcile.stretches import matched, matched_words

runs = st.lists(st.sampled_from("abcdefgh"), max_size=14)


@given(runs, runs)
def test_stretches_cover_both_runs_in_order_and_the_same_is_the_same(old: list[str], new: list[str]) -> None:
    a = c = 0
    for same, one, upto, other, until in matched(old, new):
        assert (one, other) == (a, c)
        assert (old[one:upto] == new[other:until]) is same
        assert upto > one or until > other
        a, c = upto, until
    assert (a, c) == (len(old), len(new))


@given(runs)
def test_a_run_is_the_same_as_itself(run: list[str]) -> None:
    assert all(same for same, *_ in matched(run, run))


def test_what_stands_once_is_matched_across_what_is_repeated() -> None:
    found = list(matched("xxaxxbxx", "xaxxxbx"))
    assert (True, 2, 5, 1, 4) in found


def test_words_are_held_against_words() -> None:
    same = [one for one in matched_words("at least 41 people", "at least 44 people") if one[0]]
    assert same == [(True, 0, 2, 0, 2), (True, 3, 4, 3, 4)]
