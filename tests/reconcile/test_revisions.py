"""Two captures of one page: which blocks and claims changed, in whose words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Block, BlockKind, Claim, Document, Modality, Span, Voice, decode, encode
from reportedly.reconcile import Change, FieldChange, Revision, Wording, align, revise, wordings

from ..building import TEXT, claims, page


def document(*blocks: str, kind: BlockKind = BlockKind.BODY, name: str = "d") -> Document:
    text, found, at = "\n\n".join(blocks), [], 0
    for number, words in enumerate(blocks):
        found.append(Block(kind, Span(at, at + len(words)), f"/p[{number}]"))
        at += len(words) + 2
    return Document(name, "https://wire.example.org/a", "sha256:0", "text/html", text, tuple(found))


def changes(before: Document, after: Document) -> list[tuple[str, str, str]]:
    return [(c.change.value, c.before, c.after) for c in revise(before, (), after, ()).blocks]


FLOOD = "At least 41 people were killed in the valley on Friday."
RISEN = "At least 44 people were killed in the valley on Friday."
BOATS = "Twelve boats lay in the harbour."
WHEAT = "The price of wheat rose again, traders said."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([FLOOD, BOATS], [FLOOD, BOATS], []),
        ([FLOOD], [RISEN], [("reworded", FLOOD, RISEN)]),
        ([FLOOD], [FLOOD, BOATS], [("added", "", BOATS)]),
        ([FLOOD, BOATS], [FLOOD], [("removed", BOATS, "")]),
        ([FLOOD], [BOATS], [("removed", FLOOD, ""), ("added", "", BOATS)]),
        ([FLOOD, BOATS, WHEAT], [BOATS, WHEAT, FLOOD], [("moved", FLOOD, FLOOD)]),
        ([FLOOD, BOATS], [WHEAT, RISEN, BOATS], [("added", "", WHEAT), ("reworded", FLOOD, RISEN)]),
    ],
)
def test_blocks_are_new_gone_moved_or_reworded(before: list[str], after: list[str], expected) -> None:
    assert changes(document(*before), document(*after)) == expected


def test_only_the_words_that_differ_are_shown() -> None:
    (change,) = revise(document(FLOOD), (), document(RISEN), ()).blocks
    assert change.wordings == (Wording("41", "44"),)


def test_white_space_and_furniture_do_not_count() -> None:
    assert not changes(document("Twelve  boats."), document("Twelve\nboats."))
    teaser = BlockKind.TEASER
    assert not changes(document(BOATS, kind=teaser), document(WHEAT, kind=teaser))


def test_an_editor_s_note_counts() -> None:
    note = BlockKind.EDITOR_NOTE
    assert changes(document(kind=note), document(BOATS, kind=note)) == [("added", "", BOATS)]


def told(text: str) -> tuple[Document, tuple[Claim, ...]]:
    _, _, read = page(text)
    return read, claims(read)


def test_a_figure_that_rose_is_one_claim_told_otherwise() -> None:
    before, old = told(TEXT)
    after, new = told("An update. " + TEXT)
    quantity = new[0].quantity
    assert quantity is not None
    risen = replace(
        new[0],
        quantity=replace(quantity, low=Decimal(150)),
        evidence=replace(new[0].evidence, exact="at least 150 trucks"),
    )
    (change,) = revise(before, old, after, (risen, new[1])).claims
    assert (change.change, change.before, change.after) == (Change.REWORDED, old[0].id, risen.id)
    assert (change.words_before, change.words_after) == ("at least 120 trucks", "at least 150 trucks")
    assert change.fields == (FieldChange("figure", "≥ 120", "≥ 150"),)


def test_the_same_words_in_another_voice_are_a_change() -> None:
    before, old = told(TEXT)
    denied = replace(old[0], voice=Voice(Modality.DENIED))
    (change,) = revise(before, old, before, (denied, old[1])).claims
    assert change.fields == (FieldChange("modality", "asserted", "denied"),)


def test_claims_that_are_new_or_gone_say_so() -> None:
    read, (transfer, capacity) = told(TEXT)
    gone, come = revise(read, (transfer,), read, (capacity,)).claims
    assert (gone.change, gone.words_before, gone.after) == (Change.REMOVED, "at least 120 trucks", None)
    assert (come.change, come.words_after, come.before) == (Change.ADDED, "able to hold 9,000 tents", None)


def test_where_two_fit_none_is_guessed() -> None:
    read, (transfer, _) = told(TEXT)
    twin = replace(transfer, id="t", evidence=replace(transfer.evidence, exact="some trucks"))
    other = replace(transfer, id="o", evidence=replace(transfer.evidence, exact="more trucks"))
    found = revise(read, (transfer,), read, (twin, other)).claims
    assert [change.change.value for change in found] == ["removed", "added", "added"]


_BLOCKS = st.lists(st.sampled_from([FLOOD, RISEN, BOATS, WHEAT, "Boats lay."]), max_size=6)


@given(_BLOCKS, _BLOCKS)
def test_a_page_against_itself_has_not_changed_and_a_revision_survives_json(
    old: list[str], new: list[str]
) -> None:
    one, other = document(*old), document(*new, name="e")
    assert not changes(one, one)
    revision = revise(one, (), other, ())
    assert bool(revision.blocks) == (old != new)
    assert decode(Revision, encode(revision)) == revision


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_wordings_name_words_of_each_side_alone(before: str, after: str) -> None:
    for words in wordings(before, after):
        assert words.before != words.after
        assert words.before in " ".join(before.split())
        assert words.after in " ".join(after.split())


def test_two_captures_stand_side_by_side_in_page_order() -> None:
    before, after = document(FLOOD, BOATS, WHEAT), document(RISEN, WHEAT, BOATS)
    found = [(one.change and one.change.value, one.before, one.after) for one in align(before, after)]
    assert ("reworded", FLOOD, RISEN) in found
    assert {change for change, *words in found if FLOOD not in words} == {"moved", None}
    assert [one.after for one in align(before, after) if one.after] == [RISEN, WHEAT, BOATS]
    assert [one.before for one in align(before, after) if one.before] == [FLOOD, BOATS, WHEAT]
