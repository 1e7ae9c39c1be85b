"""A report written out: one HTML file that opens offline, Markdown, or an object for programs."""

import re
from collections.abc import Iterator
from importlib.resources import files

from reportedly.export import Value
from reportedly.model import UNKNOWN, figure
from reportedly.web.answering.answers import environment

from .records import Note, Part, Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def html(report: Report) -> str:
    """Return a report as one HTML file: no script, no font, no picture that is fetched."""
    style = (files("reportedly.web") / "static" / "report.css").read_text("utf-8")
    return environment().get_template("report_alone.html").render(report=report, style=style, room="")


def markdown(report: Report) -> str:
    """Return a report as Markdown with footnotes; a table stands for each chart."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {_plain(report.title)}", "", _plain(report.intro), "")
    for part in report.parts:
        yield from _part(part)
    yield from ("## Words and sources", "")
    for note in report.notes:
        yield f"[^{note.number}]: {_note(note)}"


def _part(part: Part) -> Iterator[str]:
    yield from (f"## {_plain(part.title)}", "")
    if part.about:
        yield from (f"*{_plain(part.about)}*", "")
    mark = "" if part.about else "- "
    for sentence in part.sentences:
        yield mark + _plain(sentence.words) + "".join(f"[^{n}]" for n in sentence.notes)
    yield ""
    if part.seen:
        yield from ("| as of | figure | who says | words |", "|---|---|---|---|")
        for one, number in part.seen:
            o = one.observation
            cells = (o.as_of.edtf, figure(o.quantity), one.speaker, one.entry.claim.evidence.exact)
            yield "| " + " | ".join(_plain(cell) for cell in cells) + f"[^{number}] |"
        yield ""


def _note(note: Note) -> str:
    page, claim = note.entry.page, note.entry.claim
    where = ", ".join((page.title or page.url, page.outlet or UNKNOWN, page.published or "no date"))
    link = f"<{page.url}>" if re.fullmatch(r"https?://[^\s<>]+", page.url) else _plain(page.url)
    words = f"“{_plain(claim.evidence.exact)}” {_plain(where)}."
    return f"{words} {link}, archived as {note.digest}, claim {claim.id}"


def _plain(words: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def as_object(report: Report) -> dict[str, Value]:
    """Return a report for programs."""
    return {
        "title": report.title,
        "intro": report.intro,
        "parts": [
            {
                "title": part.title,
                "about": part.about,
                "sentences": [{"words": s.words, "notes": list(s.notes)} for s in part.sentences],
            }
            for part in report.parts
        ],
        "notes": [
            {
                "number": note.number,
                "claim": note.entry.claim.id,
                "words": note.entry.claim.evidence.exact,
                "page": note.entry.page.facts,
                "digest": note.digest,
            }
            for note in report.notes
        ],
    }
