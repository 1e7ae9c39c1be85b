"""The walk in docs/frames.md works as written: its frame loads, and its examples yield claims."""

import re
import tomllib
from pathlib import Path

import pytest

from reportedly.backends import BiaffineParser
from reportedly.errors import LexiconError
from reportedly.extract import find_claims
from reportedly.frames import Frames, load_frames
from reportedly.lexicon import load_actors, load_items

from .test_examples import fits, page


def written(root: Path) -> str:
    """The frame that the walk asks a reader to save."""
    text = (root / "docs" / "frames.md").read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.*?)```", text, flags=re.DOTALL)
    assert found
    return found.group(1)


@pytest.fixture
def frames(root: Path, tmp_path: Path) -> Frames:
    """Our frames and the one of the walk."""
    path = tmp_path / "seizure.toml"
    path.write_text(written(root), encoding="utf-8")
    return load_frames([path])


def test_the_walks_frame_loads_beside_ours(frames: Frames) -> None:
    assert frames["seizure"].about == "Goods taken by an authority."
    assert frames["transfer"].triggers
    assert frames.name != load_frames().name


@pytest.mark.engine
def test_the_walks_examples_yield_claims(frames: Frames) -> None:
    parser = BiaffineParser()
    for example in frames["seizure"].examples:
        document = page(example.text)
        claims = tuple(
            find_claims(
                document, parser.parse(document), frames=frames, actors=load_actors(), items=load_items()
            )
        )
        assert any(c.kind == "seizure" and fits(c, example) for c in claims), example.text


def test_a_frame_of_the_same_name_adds_to_ours(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(
        'name = "transfer"\n[[trigger]]\nverbs = ["teleport"]\nitem = ["object"]\n'
        'example = [{ text = "Norway teleported 40 trucks to Kenya." }]\n',
        encoding="utf-8",
    )
    words = {trigger.word for trigger in load_frames([path])["transfer"].triggers}
    assert {"teleport", "send"} <= words


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("name = ", "bad.toml"),
        ('name = "x"\n', "at least one [[trigger]]"),
        ('name = "x"\n[[trigger]]\nverbs = ["go"]\n', "no example"),
        ('name = "x"\n[[trigger]]\nactor = ["subject"]\nexample = [{ text = "A." }]\n', "needs verbs"),
        ('name = "x"\ncolour = "red"\n[[trigger]]\nverbs = ["go"]\nexample = [{ text = "A." }]\n', "colour"),
    ],
)
def test_a_frame_that_breaks_the_rules_is_named(text: str, culprit: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(culprit)):
        load_frames([path])


def test_a_missing_frame_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        load_frames([Path("nowhere.toml")])


def test_the_walk_names_every_key_that_a_frame_may_have(root: Path) -> None:
    text = (root / "docs" / "frames.md").read_text(encoding="utf-8")
    home = root / "src" / "reportedly" / "frames"
    keys = set()
    for file in home.glob("*.toml"):
        if file.stem not in {"words", "classes"}:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            keys |= {*table, *(key for trigger in table["trigger"] for key in trigger)}
    assert not {key for key in keys - {"trigger"} if f"`{key}`" not in text}
