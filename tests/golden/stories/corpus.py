"""Six stories: hand-told pages, their copies made by rule, and what is known to be true of them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from .telling import Page, Said, Told, tell

STORIES = ("containers", "typhoon", "attack", "visit", "aid", "losses")
_FOLDER = Path(__file__).parent
_REPRINTS = (
    "Inland Reprint",
    "Second Page",
    "Corner Shop News",
    "Aggregator Nine",
    "Bay Mirror",
    "Lake Union Post",
)
_ASIDES = (
    "Our own desk has added nothing to what follows, except that the street outside was noisy while it was set in type.",
    "Before we hand over to colleagues elsewhere: the ferry does not run on Sunday, and the market moves to the lower field.",
    "Readers have asked for more from abroad; here is a piece that was passed on to us, below a notice about parking.",
)


@dataclass(frozen=True)
class Story:
    """One story: its pages as told, and its relations as anybody may check them."""

    name: str
    pages: tuple[Told, ...]
    relations: frozenset[tuple[str, str, str, str]]
    apart: frozenset[tuple[str, str, str]]
    again: frozenset[str]


@cache
def stories() -> tuple[Story, ...]:
    """Return the six stories."""
    return tuple(_story(name) for name in STORIES)


def _story(name: str) -> Story:
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    assert data["facts"], f"{name}: no addresses of its facts"
    pages = []
    for entry in data["page"]:
        page = _page(entry, data["like"])
        pages.append(page)
        pages.extend(_copies(page, entry.get("copied", ())))
    relations = frozenset(
        (kind, later, thing, earlier) for kind, later, thing, earlier in map(str.split, data["relations"])
    )
    apart = frozenset((later, thing, earlier) for later, thing, earlier in map(str.split, data["apart"]))
    return Story(
        name, tuple(tell(page) for page in pages), relations, apart, frozenset(data.get("again", ()))
    )


def _page(entry: dict, like: dict) -> Page:
    claims = {mark: _said(values, like) for mark, values in entry["claims"].items()}
    plain = {key: value for key, value in entry.items() if key not in {"claims", "copied"}}
    return Page(**{**plain, "day": f"{plain['day']}T08:00:00+00:00"}, claims=claims)


def _said(values: dict, like: dict) -> Said:
    known = {field.name for field in fields(Said)}
    whole = {**like.get(values.get("like", ""), {}), **values}
    whole.pop("like", None)
    assert set(whole) <= known, sorted(set(whole) - known)
    return Said(**{key: tuple(value) if isinstance(value, list) else value for key, value in whole.items()})


def _copies(page: Page, ways: list[str]) -> Iterator[Page]:
    random = Random(page.name)
    outlets = random.sample(_REPRINTS, len(ways))
    for number, (way, outlet) in enumerate(zip(ways, outlets, strict=True), 1):
        day = date.fromisoformat(page.day[:10]) + timedelta(days=number % 2 + (way == "part"))
        body = _edited(list(page.body), way, random)
        marks = {mark: said for mark, said in page.claims.items() if f"⟨{mark}|" in " ".join(body)}
        yield replace(
            page,
            name=f"{page.name}-{way}",
            outlet=outlet,
            day=f"{day}T{14 + number}:30:00+00:00",
            url="",
            headline=f"From elsewhere: {way} {number}",
            body=body,
            claims={mark: replace(said, drift=()) for mark, said in marks.items()},
            correction="",
            copies=page.name,
        )


def _edited(body: list[str], way: str, random: Random) -> list[str]:
    """Copy whole, with a word in fourteen changed, cut to the first part, or set into a longer page."""
    if way == "near":
        return [_changed(paragraph, random) for paragraph in body]
    if way == "cut":
        return body[: max(1, len(body) // 2)]
    if way == "part":
        return [random.choice(_ASIDES), *body, "More tomorrow, weather and the printing press permitting."]
    return body


def _changed(paragraph: str, random: Random) -> str:
    words, inside = [], False
    for word in paragraph.split(" "):
        inside = inside or "⟨" in word
        within_a_name = word[:1].isupper() and bool(words) and words[-1][:1].isupper()
        if not inside and random.random() < 1 / 14 and not within_a_name:
            words.append("indeed")
        words.append(word)
        inside = inside and "⟩" not in word
    return " ".join(words)
