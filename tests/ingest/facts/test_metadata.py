import json

import pytest

from reportedly.ingest import read_page
from reportedly.model import Document

BODY = "<p>The ministry said on Friday that at least ten ships had left the harbour, more than in April.</p>"
URL = "https://wire.example.org/ships"


def read(head: str = "", body: str = "", url: str = URL) -> Document:
    page = f"<html><head>{head}</head><body><main>{body}{BODY}</main></body></html>"
    return read_page(page.encode(), url=url)


def linked(**told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **told})}</script>'


def values(document: Document, field: str) -> list[str]:
    return [r.value for r in document.readings if r.field == field]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ten ships counted | Example Wire</title>", "Ten ships counted"),
        ("<title>Ten ships counted - wire.example.org</title>", "Ten ships counted"),
        ("<title>Ships - ten of them - left</title>", "Ships - ten of them - left"),
        (
            '<meta property="og:title" content="Ten ships counted - Wire">'
            + linked(headline="Ten ships counted"),
            "Ten ships counted",
        ),
        (
            "<title>SEO ships</title><meta property='og:title' content='SEO ships'>"
            + linked(headline="Ten ships counted"),
            "Ten ships counted",
        ),
        ("<title>Tom &amp; Ana</title>", "Tom & Ana"),
    ],
)
def test_the_title_is_the_headline_without_the_site(head: str, title: str) -> None:
    assert read(head).title == title


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (linked(author={"@type": "Person", "name": "Ana Ruiz"}), "", ["Ana Ruiz"]),
        (linked(author=[{"name": "Ana Ruiz"}, {"name": "Tom Berg"}]), "", ["Ana Ruiz", "Tom Berg"]),
        (linked(author={"givenName": "Ana", "familyName": "Ruiz"}), "", ["Ana Ruiz"]),
        (linked(author="Ana Ruiz and Tom Berg"), "", ["Ana Ruiz", "Tom Berg"]),
        (linked(author="https://wire.example.org/ana"), "", []),
        ('<meta name="author" content="By Ana Ruiz">', "", ["Ana Ruiz"]),
        ("", '<p class="byline">By Ana Ruiz, Tom Berg</p>', ["Ana Ruiz", "Tom Berg"]),
        ("", "<h1>Ten ships</h1><div>Von Ana Ruiz 03.05.2024, 20:59 Uhr</div>", ["Ana Ruiz"]),
        ("", '<form><p class="author-name">Your Name</p></form>', []),
        ("", "", []),
    ],
)
def test_authors_are_names_without_trimmings(head: str, body: str, authors: list[str]) -> None:
    assert values(read(head, body), "author") == authors


def test_a_person_is_believed_before_the_outlet() -> None:
    head = linked(author={"name": "Example Wire"}, publisher={"name": "Example Wire"})
    document = read(head, '<p class="byline">By Ana Ruiz</p>')
    assert values(document, "author") == ["Ana Ruiz", "Example Wire"]


@pytest.mark.parametrize(
    ("head", "body", "url", "day"),
    [
        (linked(datePublished="2024-05-03T08:00:00Z"), "", URL, "2024-05-03T08:00:00+00:00"),
        ('<meta property="article:published_time" content="2024-05-03">', "", URL, "2024-05-03"),
        ("", '<time datetime="2024-05-03T08:00:00+02:00">Friday</time>', URL, "2024-05-03T08:00:00+02:00"),
        ("", "<h1>Ten ships</h1><div>May 3, 2024</div>", URL, "2024-05-03"),
        ("", "", "https://wire.example.org/2024/05/03/ships", "2024-05-03"),
        ("", "", URL, None),
        ("", "<h1>Ten ships</h1><div>04/06/2024</div>", "page.html", None),
    ],
)
def test_the_day_is_read_where_the_page_tells_it(head: str, body: str, url: str, day: str | None) -> None:
    assert read(head, body, url).reading("published") == day


def test_readers_that_differ_are_both_kept_and_say_so() -> None:
    document = read(linked(datePublished="2024-05-03") + '<meta name="date" content="2024-05-09">')
    told = [(r.value, r.source) for r in document.readings if r.field == "published"]
    assert told == [("2024-05-03", "json-ld datePublished"), ("2024-05-09", "meta date (differs)")]


def test_the_shown_day_is_believed_beside_a_utc_stamp_of_the_night() -> None:
    head = linked(datePublished="2024-05-04T02:10:00Z")
    assert read(head, "<h1>Ten ships</h1><div>May 3, 2024</div>").reading("published") == "2024-05-03"
    far = "<h1>Ten ships</h1><div>May 1, 2024</div>"
    assert read(head, far).reading("published") == "2024-05-04T02:10:00+00:00"


def test_other_facts_say_where_they_were_read() -> None:
    head = '<link rel="canonical" href="/ships"><meta property="article:section" content="World"><meta http-equiv="content-language" content="en-GB">'
    document = read(
        head,
        "<h1>Ships</h1><p>LONDON (Reuters) - The ministry counted ten ships in the harbour on Friday.</p>",
        URL + "?x=1",
    )
    assert values(document, "canonical") == [URL]
    assert values(document, "section") == ["World"]
    assert values(document, "language") == ["en-GB"]
    assert values(document, "agency") == ["Reuters"]


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[[[",
        '{"@type": "NewsArticle", "headline": 7, "author": {"name": {"a": 1}}}',
        "null",
        '"x"',
        '{"@type": ["NewsArticle"], "@graph": [[[]]]}',
    ],
)
def test_broken_json_ld_spoils_nothing(broken: str) -> None:
    document = read(f'<script type="application/ld+json">{broken}</script><title>Ten ships</title>')
    assert document.title == "Ten ships"


def test_json_ld_with_commas_and_comments_is_read_all_the_same() -> None:
    script = '<script type="application/ld+json">//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ten\tships",}\n//]]></script>'
    assert read(script).title == "Ten ships"


@pytest.mark.parametrize(
    ("head", "paywall"),
    [
        ('<meta property="article:content_tier" content="locked">', "yes"),
        ('<meta property="article:content_tier" content="free">', "no"),
        (
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gates shut", '
                '"isAccessibleForFree": false}</script>'
            ),
            "yes",
        ),
        ("", None),
    ],
)
def test_a_page_says_whether_it_is_paid_for(head: str, paywall: str | None) -> None:
    page = f"<html><head>{head}<title>Gates shut</title></head><body><h1>Gates shut</h1><p>The gates were shut.</p></body></html>"
    assert read_page(page.encode(), url="https://harbour.example.org/x").reading("paywall") == paywall


def test_the_number_of_a_post_tells_its_moment() -> None:
    url = "https://twitter.com/harbour/status/1800000000000000000"
    document = read_page(b"<h1>Ten ships</h1><p>The ministry counted ten ships.</p>", url=url)
    assert document.reading("published") == "2024-06-10T03:00:17+00:00"
    assert [r.source for r in document.readings if r.field == "published"] == ["url post id"]


def test_a_prompt_to_subscribe_tells_that_a_page_is_paid_for_unless_the_page_itself_says_no() -> None:
    body = "<h1>Port closed</h1><p>Ten ships left the port of Bergen on Monday.</p>"
    prompt = "<div class='paywall'><p>Subscribe to continue reading.</p></div>"
    free = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
    read = [
        read_page(
            f"<html><head>{head}</head><body><article>{body}{end}</article></body></html>".encode(),
            url="https://x.example.org/",
        )
        for head, end in (("", ""), ("", prompt), (free, prompt))
    ]
    assert [document.reading("paywall") for document in read] == [None, "yes", "no"]
