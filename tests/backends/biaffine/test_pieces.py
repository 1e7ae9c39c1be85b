import pytest

from reportedly.backends.biaffine.pieces import Pieces
from reportedly.backends.sentencewise import WEIGHTS

PIECES = Pieces.load(WEIGHTS / "biaffine" / "pieces.txt")
NAMES = (WEIGHTS / "biaffine" / "pieces.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("containers", "containers"),
        ("Containers", "containers"),
        ("shellings", "shell ##ings"),
        ("Zelenskyy", "ze ##len ##sky ##y"),
        ("Đukanović", "đ ##uka ##nov ##ic"),
        ("café", "cafe"),
        ("F-16", "f - 16"),
        ("“", '"'),
        ("n’t", "n ' t"),
        ("", "[UNK]"),
        ("\u200b", "[UNK]"),
        ("한국", "ᄒ ##ᅡ ##ᆫ ##ᄀ ##ᅮ ##ᆨ"),
        ("x" * 101, "[UNK]"),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_known(word, pieces):
    assert " ".join(NAMES[i] for i in PIECES.of(word)) == pieces


def test_of_a_monster_six_pieces_are_enough():
    assert len(PIECES.of("antidisestablishmentarianistically-pseudopneumonoultramicroscopic")) == 6
