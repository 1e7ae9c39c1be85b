"""Every word that turns a role round does so in its example."""

from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.roles import agent, follow, patient
from reportedly.extract.tree import Tree, grow
from reportedly.lexicon import load_roles
from reportedly.model import Block, BlockKind, Document, Span

parser = cache(BiaffineParser)


def asked(example: str) -> tuple[Tree, int]:
    """Return the tree of an example, and the word that it asks about."""
    word = example.partition("[")[2].partition("]")[0]
    text = example.replace("[", "").replace("]", "")
    document = Document("d", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    tree = grow(parser().parse(document).sentences[0])
    return tree, next(i for i, token in enumerate(tree.tokens) if token.text == word)


def words(tree: Tree, *found: int | None) -> list[str]:
    return [tree.tokens[i].text for i in found if i is not None]


@pytest.mark.engine
@pytest.mark.parametrize("example", load_roles().control.values())
def test_a_subject_does_what_the_infinitive_says(example: str) -> None:
    tree, at = asked(example)
    assert words(tree, agent(tree, at)) == [example.split(maxsplit=1)[0]]


@pytest.mark.engine
@pytest.mark.parametrize("example", load_roles().bears.values())
def test_a_burden_lies_on_the_subject(example: str) -> None:
    tree, at = asked(example)
    assert words(tree, *follow(tree, at, "bearer")) == [example.split(maxsplit=1)[0]]


@pytest.mark.engine
@pytest.mark.parametrize("example", load_roles().measures.values())
def test_a_measure_behind_a_passive_is_nothing_given(example: str) -> None:
    tree, at = asked(example)
    assert words(tree, patient(tree, at)) == [example.split(maxsplit=1)[0]]
