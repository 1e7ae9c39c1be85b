"""Every notice is read in its example, and by all its words."""

import pytest

from reportedly.ingest.words.notices import line_kind

from ..rules import rules


@pytest.mark.parametrize("entry", rules("words/notices"), ids=lambda e: e["kind"])
def test_each_notice_reads_its_example(entry: dict) -> None:
    assert line_kind(entry["example"]) == entry["kind"]


@pytest.mark.parametrize("entry", rules("words/notices"), ids=lambda e: e["kind"])
def test_each_notice_reads_all_its_words(entry: dict) -> None:
    for words in (*entry["whole"], *entry["opens"]):
        assert line_kind(words) or line_kind(f"{words} x"), words
