"""Every word of the grammar of reporting sentences does in its example what its table says."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache

import pytest

from reportedly.backends import BiaffineParser
from reportedly.extract.attributions import find_attributions
from reportedly.lexicon import SpeechTable, load_speech
from reportedly.model import Attribution, Block, BlockKind, Document, Reading, SourceRole, Span

# Sentences that the shipped parser takes for something else; the rule is right, the tree is not.
MISREAD_AT_MOST = 0.08

parser = cache(BiaffineParser)


def read(text: str, *, title: str | None = None, attitudes: bool = False) -> tuple[Attribution, ...]:
    text = text.replace("[", "").replace("]", "")
    blocks = (Block(BlockKind.BODY, Span(0, len(text)), ""),)
    readings = (Reading("title", title, "test"),) if title else ()
    document = Document("d", "", "", "text/plain", text, blocks, readings)
    return find_attributions(document, parser().parse(document), (), attitudes=attitudes)


def contents(example: str) -> list[str]:
    plain = example.replace("[", "").replace("]", "")
    return [" … ".join(span.of(plain) for span in said.content) for said in read(example)]


def said_by(example: str, source: str) -> bool:
    return any(said.chain[-1].words == source for said in read(example))


def is_told(_: str, example: str) -> bool:
    return any(said.chain[-1].addressee for said in read(example))


def is_whole_clause(_: str, example: str) -> bool:
    subject = "the repairs" if "repairs" in example else "the gate was locked"
    return any(words.startswith(subject) for words in contents(example))


def is_what_stands_before(_: str, example: str) -> bool:
    return any(words.startswith("The quay") for words in contents(example))


def is_no_source_behind(_: str, example: str) -> bool:
    found = read(example)
    return bool(found) and all("Holm" not in said.chain[-1].words for said in found)


def is_object_that_speaks(_: str, example: str) -> bool:
    return said_by(example, example[example.index("[") + 1 : example.index("]")])


def says_of_whom(_: str, example: str) -> bool:
    return any(words.startswith("the council") for words in contents(example))


def is_of_the_cue(_: str, example: str) -> bool:
    return any("saying" in said.chain[-1].cue.split()[1:] for said in read(example))


def is_the_guild_s(_: str, example: str) -> bool:
    return said_by(example, "The guild")


def is_occasion(word: str, example: str) -> bool:
    return any(word in (said.chain[-1].occasion or "") for said in read(example))


def is_told_or_set(_: str, example: str) -> bool:
    return any(said.chain[-1].addressee or said.chain[-1].occasion for said in read(example))


def is_no_speaker(word: str, example: str) -> bool:
    found = read(example)
    return bool(found) and all(word not in said.chain[-1].words.lower().split() for said in found)


def opens_the_clause(word: str, example: str) -> bool:
    return any(words.startswith((word, "the well was dry")) for words in contents(example))


def is_not_what_is_said(_: str, example: str) -> bool:
    return not contents(example)


def ends_the_name(_: str, example: str) -> bool:
    return said_by(example, "Lena Holm" if "Lena" in example else "Holm")


def is_an_office(_: str, example: str) -> bool:
    office = example[example.index("Lena") :].rstrip(".")
    return any(span.of(example) == office for s in read(example) for span in s.chain[-1].source_spans)


def gives_what_it_found(word: str, example: str) -> bool:
    return any(s.chain[0].words == f"a {word} released on Monday" for s in read(example))


def is_a_name(_: str, example: str) -> bool:
    return not any("Long Evening" in words for words in contents(example))


def is_only_thought_of(_: str, example: str) -> bool:
    return not any(s.chain[-1].words == "the guild" for s in read(example, attitudes=True))


def is_an_outlet(_: str, example: str) -> bool:
    return any(said.chain[-1].role is SourceRole.OUTLET for said in read(example))


def is_the_page(_: str, example: str) -> bool:
    return not read(example)


def is_signed(_: str, example: str) -> bool:
    (said,) = read("The ice is thin.", title=example)
    return said.chain[0].words == "Lena Holm"


def goes_on(_: str, example: str) -> bool:
    return any(words.startswith("The stones would fill 90 carts") for words in contents(example))


def opens_unparted(_: str, example: str) -> bool:
    return any(words.startswith("they ") for words in contents(example))


def is_all_that_is_said(word: str, example: str) -> bool:
    return contents(example)[-1] == word


def tells_about_what(_: str, example: str) -> bool:
    return contents(example) == ["nine hundred empty mills"]


def lets_another_speak(_: str, example: str) -> bool:
    return any(link.words == "Lena Holm" for said in read(example) for link in said.chain)


def stands_in_the_cue(word: str, example: str) -> bool:
    return any(said.chain[-1].cue.endswith(word) for said in read(example))


def is_told_by_nobody(_: str, example: str) -> bool:
    return any(not said.chain[-1].words for said in read(example))


def seems_so_to_nobody(_: str, example: str) -> bool:
    found = read(example, attitudes=True)
    return bool(found) and not found[0].chain[-1].words and not read(example)


def is_meant_by_they(word: str, example: str) -> bool:
    return [said.chain[-1].words.split()[-1] for said in read(example)] == [word, word]


READERS: dict[str, Callable[[str, str], bool]] = {
    "listens": is_told,
    "bare": is_whole_clause,
    "plain": is_what_stands_before,
    "straight": is_no_source_behind,
    "object": is_object_that_speaks,
    "accuses": says_of_whom,
    "issue": is_of_the_cue,
    "paper": is_of_the_cue,
    "carry": is_the_guild_s,
    "occasion": is_occasion,
    "speaking": is_told_or_set,
    "nobody": is_the_page,
    "time": is_no_speaker,
    "opener": opens_the_clause,
    "adverbial": is_not_what_is_said,
    "aside": ends_the_name,
    "styling": is_an_office,
    "measured": gives_what_it_found,
    "loose": ends_the_name,
    "title": is_a_name,
    "idle": is_only_thought_of,
    "quoted": lets_another_speak,
    "citing": lets_another_speak,
    "stated": stands_in_the_cue,
    "rumours": is_told_by_nobody,
    "seems": seems_so_to_nobody,
    "many": is_meant_by_they,
    "press": is_an_outlet,
    "itself": is_the_page,
    "signed": is_signed,
    "about": is_signed,
    "onward": goes_on,
    "runs": goes_on,
    "reckoning": opens_unparted,
    "answers": is_all_that_is_said,
    "voices": tells_about_what,
}


def test_every_table_has_a_reader():
    tables = {f.name for f in fields(SpeechTable)} - {"before_title", "authored", "author_ends"}
    assert set(READERS) == tables


@pytest.mark.engine
@pytest.mark.parametrize("table", READERS)
def test_each_word_does_in_its_example_what_its_table_says(table):
    words = getattr(load_speech(), table)
    missed = [word for word, example in words.items() if not READERS[table](word, example)]
    assert len(missed) <= max(1, MISREAD_AT_MOST * len(words)), missed


@pytest.mark.parametrize("table", READERS)
def test_each_word_stands_in_its_example(table):
    for word, example in getattr(load_speech(), table).items():
        stem = word[: max(2, len(word) - 3)]
        assert stem in example.lower() or word in IRREGULAR, (word, example)


# Verbs whose past tense shows little of the stem.
IRREGULAR = {
    "find",
    "make",
    "say",
    "tell",
    "take",
    "think",
    "give",
    "write",
    "see",
    "send",
    "lead",
    "get",
    "hold",
}
