"""A page as archived: its words lit in place, and nothing of it that loads, runs or escapes."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import IngestError
from reportedly.ingest import Tag, Words, as_archived, read_page
from reportedly.ledger import ClaimFilter, Ledger
from reportedly.model import Evidence, Span
from reportedly.pipeline import add_pages, sample_sources, wake
from reportedly.settings import Settings
from reportedly.web.markup.archived import Archived, archived

from ...building import claims, page
from ..visiting import get, listening

PLAIN = {
    "p", "ul", "ol", "li", "div", "span", "a", "blockquote", "pre", "hr", "br", "figure", "figcaption", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "b", "strong", "i", "em", "u", "s", "sub", "sup",
    "small", "code", "q", "cite", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
WORDS = "According to Tirania, at least 120 trucks left for Borduria on Friday, as the border office said."
FIGURE = "at least 120 trucks"
NASTY = {
    "a script": "<script>alert(1)</script>",
    "a script without end": "<script>alert(1)",
    "a picture that runs": "<img src=x onerror=alert(1) alt='a port'>",
    "a picture of elsewhere": "<img src='https://evil.example/pixel.gif' srcset='https://evil.example/2x.gif 2x'>",
    "a style": "<style>@import 'https://evil.example/x.css'; body{background:url(https://evil.example/b)}</style>",
    "a style attribute": "<p style=\"background:url('https://evil.example/p')\">grey</p>",
    "a link that runs": "<a href='javascript:alert(1)' onclick='alert(1)' ping='https://evil.example/'>go</a>",
    "a frame": "<iframe src='https://evil.example/' srcdoc='<script>alert(1)</script>'></iframe>",
    "a drawing": "<svg onload=alert(1)><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "mathematics that turns": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
    "an object": "<object data='https://evil.example/x.swf'><param name=a value=b></object><embed src='https://evil.example/y'>",
    "a way out": "</div></article></main></body></html><script>alert(1)</script>",
    "a base": "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "a form": "<form action='https://evil.example/'><input name=token value=1><button formaction='javascript:alert(1)'>send</button></form>",
    "a film": "<video src='https://evil.example/v' poster='https://evil.example/p' autoplay></video><audio src=x>",
    "a comment": "<!--><script>alert(1)</script>--><!--[if IE]><script>alert(1)</script><![endif]-->",
    "words that look like tags": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;",
    "a quoted alt": "<img alt='\"><script>alert(1)</script>' src=x>",
    "a strange tag": "<x-y<z onfocus=alert(1) autofocus tabindex=1>odd</x-y<z><custom-thing id=main class=top>mine</custom-thing>",
    "ids of ours": "<div id='verdict' class='skip top'><a name='main' id='words'>taken</a></div>",
    "a table in pieces": "<table><p>astray</p><td colspan='9999999999' rowspan=-1 onclick=alert(1)>cell</td><tr><td colspan=2>two</td></table>",
    "a list in pieces": "<ul>astray<p>x</p><li>item</ul><li>alone</li><dl><dd>left</dl>",
    "a template": "<template><script>alert(1)</script></template><noscript><img src='https://evil.example/n'></noscript>",
    "a broken encoding": "\x00<scr\x00ipt>alert(1)</scr\x00ipt>+ADw-script+AD4-",
}  # fmt: skip


class Markup(HTMLParser):
    """What a parser makes of some markup: its tags and attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.odd: list[str] = []
        self.balance = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.balance += tag not in {"br", "hr"}
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser names it so
        self.balance -= 1

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def shown(folder: Path, html: str) -> Archived:
    """Return a page as archived, with a claim on its trucks."""
    body = html.encode("utf-8", "replace")
    document = read_page(body, url="https://evil.example.org/page", media_type="text/html")
    with Ledger.open(folder / "one.db") as ledger:
        ledger.archive.keep(body)
        return archived(ledger, document, list(trucks(document)), None)


def trucks(document):
    """Yield a claim on the trucks, where the page has them outside its furniture."""
    start = document.text.find(FIGURE)
    span = Span(max(start, 0), max(start, 0) + len(FIGURE))
    block = document.block_at(span)
    if start >= 0 and block and not block.kind.furniture:
        evidence = Evidence(FIGURE, "", "", span, block.kind, block.path)
        yield replace(claims(page()[2])[0], id="ab12", document=document.id, evidence=evidence, quantity=None)


def check(markup: str) -> None:
    found = Markup(markup)
    assert set(found.tags) <= PLAIN
    assert found.odd == []
    assert found.balance == 0
    for tag, name, value in found.attributes:
        if tag == "a":
            assert (name, bool(re.fullmatch(r"anchor|(lit|figure|chosen| )+|#n-\w+|w-\w+", value or ""))) in {
                ("class", True), ("href", True), ("id", True),
            }  # fmt: skip
        elif tag == "span":
            assert (name, value) in {("class", "grey"), ("class", "absent"), ("class", "was-link")}
        else:
            assert tag in {"td", "th"}
            assert name in {"colspan", "rowspan"}
            assert 1 < int(value or 0) <= 40


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("where", ["before", "inside"])
def test_nothing_of_a_nasty_page_comes_through_but_its_words(tmp_path: Path, name: str, where: str) -> None:
    middle = f"<p>{WORDS}</p>{NASTY[name]}<p>{WORDS}</p>"
    if where == "inside":
        middle = f"<p>{WORDS[:40]}{NASTY[name]}{WORDS[40:]}</p><p>{WORDS}</p>"
    view = shown(tmp_path, f"<html><body><article><h1>Trucks</h1>{middle}</article></body></html>")
    check(view.markup)
    assert "evil.example/" not in view.markup


@given(st.text(alphabet="<>/\"'=&;!-abpsctrihdul \x00#", max_size=200))
def test_no_markup_however_broken_comes_through(tmp_path_factory: pytest.TempPathFactory, noise: str) -> None:
    try:
        view = shown(tmp_path_factory.mktemp("noise"), f"<body><p>{WORDS}</p>{noise}<p>{WORDS}</p>")
    except IngestError:
        return
    check(view.markup)


def test_depth_and_length_have_an_end(tmp_path: Path) -> None:
    deep = shown(tmp_path, "<div>" * 200 + f"<p>{WORDS}</p>" + "</div>" * 200)
    check(deep.markup)
    assert deep.markup.count("<div>") < 60
    assert "120 trucks" in deep.markup
    long = shown(tmp_path, f"<p>{WORDS}</p>" * 6000)
    check(long.markup)
    assert long.cut
    assert len(long.markup) < 700_000


def test_a_picture_is_told_by_its_words(tmp_path: Path) -> None:
    view = shown(
        tmp_path, f"<p>{WORDS}</p><figure><img src=x alt='Two ships'><figcaption>Ships</figcaption></figure>"
    )
    assert '<span class="absent">[picture: Two ships]</span>' in view.markup
    assert "<figcaption>" in view.markup


def test_furniture_is_grey_and_a_headline_keeps_its_rank(tmp_path: Path) -> None:
    view = shown(
        tmp_path,
        f"<nav>Home | World</nav><h1>Trucks</h1><p>{WORDS}</p><p>{WORDS}</p><footer>Related Posts</footer>",
    )
    assert '<span class="grey">Related Posts</span>' in view.markup
    assert "<h2>Trucks</h2>" in view.markup


def test_a_claim_that_a_link_cuts_in_two_is_lit_in_both_parts(tmp_path: Path) -> None:
    html = "<p>According to Tirania, at least <a href='/x'>120</a> trucks left for Borduria on Friday.</p>"
    view = shown(tmp_path, html)
    assert view.unlit == frozenset()
    assert re.sub(r"</?(a|span)\b[^>]*>", "", view.markup).count("at least 120 trucks left") == 1
    assert view.markup.count('class="lit"') == 3
    assert view.markup.count('id="w-ab12"') == 1


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    with Ledger.open(path) as ledger:
        list(add_pages(sample_sources(), ledger, wake(Settings(path))))
    return path


@pytest.mark.engine
def test_every_claim_of_the_samples_is_lit_at_its_own_words(samples: Path) -> None:
    with Ledger.open(samples) as ledger:
        for page in ledger.pages():
            document = ledger.document(page.id)
            parts = as_archived(ledger.body(document), document)
            claims = [entry.claim for entry in ledger.entries(ClaimFilter(document=page.id))]
            view = archived(ledger, document, claims, None)
            if parts is None:
                assert "plain text" in view.fault
                continue
            assert view.unlit == frozenset()
            assert not any(isinstance(p, Words) and p.span is None and p.text.strip() for p in parts)
            check(view.markup)


@pytest.mark.engine
def test_the_reader_switches_between_text_and_archive(samples: Path) -> None:
    for room in listening(samples):
        with Ledger.open(samples) as ledger:
            pages = {p.url: p.id for p in ledger.pages()}
        html = next(p for url, p in pages.items() if url.endswith("ten-thousand-containers"))
        status, shown, headers = get(f"{room}/pages/{html}?as=archived")
        assert status == 200
        assert 'aria-current="true">as archived' in shown
        assert "script-src 'self'" in headers["content-security-policy"]
        text = next(p for url, p in pages.items() if "brisk" in url)
        assert "This page is plain text" in get(f"{room}/pages/{text}?as=archived")[1]


def test_a_page_whose_bytes_are_gone_says_so(tmp_path: Path) -> None:
    body = f"<p>{WORDS}</p>".encode()
    document = read_page(body, url="https://gone.example.org/", media_type="text/html")
    with Ledger.open(tmp_path / "gone.db") as ledger:
        assert "not in the archive" in archived(ledger, document, (), None).fault


def test_parts_are_balanced_where_a_page_is_not() -> None:
    body = b"<body><b><p>one <i>two</b> three</i><table><tr><td>four"
    document = read_page(body, url="https://odd.example.org/", media_type="text/html")
    open_tags: list[str] = []
    for part in as_archived(body, document):
        if isinstance(part, Tag) and part.closes:
            assert open_tags.pop() == part.name
        elif isinstance(part, Tag) and part.name not in {"br", "hr"}:
            open_tags.append(part.name)
    assert open_tags == []
