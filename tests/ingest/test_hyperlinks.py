"""Links and credits that say where a page has its story from."""

import tomllib
from importlib.resources import files

import pytest

from reportedly.ingest import read_page
from reportedly.ingest.translations import translation_readings

_PAGE = """<html><head><title>Boxes</title>{head}</head><body>
<nav><a href="/home">Home</a> <a href="/world">World</a></nav>
<article><h1>Boxes by the thousand</h1>
<p>Seoul counts  <em>ten <a href="{href}">thousand
 boxes</a></em>, the Harbour Wire wrote on Friday, and nobody has said otherwise since.</p>
<p>A second paragraph stands here <a href="#top">so that</a> the <a href="mailto:a@b.org">page reads</a> like one.</p>
<p>A third one brings the count of paragraphs up to what a reader of pages expects to see.</p></article></body></html>"""


def _links(href: str, head: str = "") -> list[tuple[str, str]]:
    page = read_page(_PAGE.format(href=href, head=head).encode(), url="https://a.example.org/news/1")
    return [(link.span.of(page.text), link.url) for link in page.links]


@pytest.mark.parametrize(
    ("href", "head", "url"),
    [
        ("https://b.example.org/x#part", "", "https://b.example.org/x"),
        ("/2", "", "https://a.example.org/2"),
        ("2", "", "https://a.example.org/news/2"),
        ("2", '<base href="https://c.example.org/d/">', "https://c.example.org/d/2"),
    ],
)
def test_a_link_in_a_paragraph_is_kept_with_its_words_and_whole_address(
    href: str, head: str, url: str
) -> None:
    assert _links(href, head) == [("thousand boxes", url)]


@pytest.mark.parametrize(
    "href", ["#part", "javascript:void(0)", "mailto:x@y.org", "", "http://[bad", "/news/1"]
)
def test_what_leads_nowhere_else_is_no_link(href: str) -> None:
    assert _links(href) == []


def test_every_credit_of_a_translation_is_read_in_its_example() -> None:
    table = tomllib.loads((files("reportedly.ingest") / "translations.toml").read_text("utf-8"))
    for entry in table["credit"]:
        assert list(translation_readings(["Ten ships left.", entry["example"]])), entry


def test_a_credit_in_brackets_at_the_end_is_read_and_a_sentence_about_a_translation_is_not() -> None:
    assert [r.value for r in translation_readings(["Ten left the port. (Translated by Mina Holt)"])] == [
        "Translated by Mina Holt"
    ]
    assert not list(translation_readings(["The treaty was translated by a clerk in 1905.", "He was first."]))
