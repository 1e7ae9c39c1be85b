"""Whose words a stretch of a page is: a transcript's turns, a statement's author."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.lexicon import load_naming, load_speech
from reportedly.lexicon.actors import (
    ActorTable,
    OfficeHolders,
    load_actors,
    load_office_holders,
    person,
)
from reportedly.model import Actor, Block, Document, Mention, Span

_NAME = r"[A-Z][\w.’'-]*"
_LABEL = re.compile(
    rf"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|Adm)\.\s)?{_NAME}(?:\s(?:{_NAME}|of|the|de|van|al|bin)){{0,6}})"
    r"(?:\s[(\[][^)\]\n]{1,60}[)\]]|,\s(?P<office>[^\n,:]{3,60}))?:(?=\s*\S)"
)
_QUESTION = re.compile(r"(?P<name>Q(?:UESTION)?)(?::|\.|\s)\s*(?=[A-Z\"“‘(\[…—–-])")
_SHOUTED = re.compile(r"(?:[A-Z][A-Z.’'-]+)(?:\s(?:[A-Z][A-Z.’'-]+|Mc[A-Z]+)){0,5}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch in one speaker's words; no label where only the title names the author."""

    words: str
    actor: Actor | None
    content: tuple[Span, ...]
    label: Span | None = None
    question: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What tells who a label means."""

    document: Document
    mentions: tuple[Mention, ...]
    holders: OfficeHolders


def find_turns(
    document: Document, mentions: tuple[Mention, ...], holders: OfficeHolders | None = None
) -> tuple[Turn, ...]:
    """Return the turns of a transcript, else the one turn of a signed statement.

    ``holders`` says who held which office; without it the package's list does.
    """
    page = _Page(document, mentions, holders or load_office_holders())
    author = _author(page)
    labels = list(_labels(document))
    if not labels:
        blocks = [b for b in document.blocks if not b.kind.furniture]
        return (
            (Turn(author.name, author, tuple(b.span for b in blocks)),)
            if author is not None and blocks
            else ()
        )
    return tuple(_turns(page, labels, author))


@dataclass(frozen=True, slots=True)
class _Label:
    """A label, the first words after it, and the office between: "Lena Holm, spokesperson: ..."."""

    name: Span
    rest: Span
    office: str | None = None


def _labels(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield each label and the first words after it.

    A lone label in running text may be a title ("Correction: ..."); so a label
    counts only in a transcript: it is shouted beside others, it recurs, it bears
    an office, or it marks a question. A lone shout is a notice ("UPDATE: ...").
    """
    found = [x for b in document.blocks if not b.kind.furniture for x in _in_block(document.text, b)]
    names = [label.name.of(document.text) for label in found]
    several = len({n for n in names if _shouted(n)}) > 1
    for label, name in zip(found, names, strict=True):
        lone = " " not in name and not several
        told = names.count(name) > 1 and (label.office is None or _holds(label.office))
        holds = " " in name and label.office is not None and _holds(label.office)
        if (_shouted(name) and not lone) or told or holds or name in {"Q", "QUESTION"}:
            yield label.name, label.rest


def _holds(office: str) -> bool:
    """Tell whether words are an office: "Defense Secretary", "spokesperson of the ministry"."""
    words = office.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0]
    return load_actors().title_at_end(tuple(words.split())) is not None


def _shouted(name: str) -> bool:
    return _SHOUTED.fullmatch(name) is not None and len(name) > 2


def _in_block(text: str, block: Block) -> Iterator[_Label]:
    start = block.span.start
    for line in block.span.of(text).splitlines(keepends=True):
        words = line.rstrip()
        match = _QUESTION.match(words) or (_LABEL.match(words) if ":" in words else None)
        if match is not None and match.end() < len(words):
            rest = len(words) - len(words[match.end() :].lstrip())
            yield _Label(
                Span(start + match.start("name"), start + match.end("name")),
                Span(start + rest, start + len(words)),
                match.groupdict().get("office"),
            )
        start += len(line)


def _turns(page: _Page, labels: list[tuple[Span, Span]], author: Actor | None) -> Iterator[Turn]:
    """Run each turn on to the next label, block by block."""
    document = page.document
    text = document.text
    blocks = [b.span for b in document.blocks if not b.kind.furniture]
    ends = [label.start for label, _ in labels[1:]] + [len(text)]
    before = tuple(
        Span(b.start, min(b.end, labels[0][0].start)) for b in blocks if b.start < labels[0][0].start
    )
    if author is not None and before:
        yield Turn(author.name, author, before)
    for (label, rest), end in zip(labels, ends, strict=True):
        pieces = [
            Span(max(b.start, rest.start), min(b.end, end))
            for b in blocks
            if b.end > rest.start and b.start < end
        ]
        name = label.of(text)
        question = name in {"Q", "QUESTION"}
        actor = None if question else _speaker(page, name, author, label)
        yield Turn(name, actor, tuple(p for p in pieces if len(p)), label, question)


def _author(page: _Page) -> Actor | None:
    """Read the one person or body that a title names as author: "Statement from ..."."""
    document = page.document
    match = load_speech().authored.search(document.title or "")
    if match is None:
        return None
    words = load_speech().author_ends.split(match.group("name"), maxsplit=1)[0].strip()
    if " and " in words or not words:
        return None
    actors = load_actors()
    body = actors.resolve(words)
    if body is not None:
        return body
    name = _without_title(words, actors)
    if not re.fullmatch(rf"{_NAME}(?:\s{_NAME}){{0,3}}", name):
        return None
    held = page.holders.named(name, on=document.published)
    if held:
        return held[0].person
    return person(name) if " " in name else None


def _without_title(words: str, actors: ActorTable) -> str:
    """Drop the offices before a name: "NSC Spokesperson Adrienne Watson"."""
    parts = words.split()
    for cut in range(len(parts) - 1, 0, -1):
        if actors.title_at_end(tuple(parts[:cut])) is not None:
            return " ".join(parts[cut:])
    return words


def _speaker(page: _Page, name: str, author: Actor | None, label: Span) -> Actor | None:
    """Tell who a label means: a name in the title or the text that ends in it."""
    words = _without_title(name.title() if name.isupper() else name, load_actors())
    first, _, rest = words.partition(" ")
    words = rest if rest and _is_small(first) else words
    last = words.split()[-1]
    if author is not None and (author.name.split()[-1].lower() == last.lower() or name.startswith("THE ")):
        return author
    full = rf"\b({_NAME}(?:\s[A-Z]\.)?)\s({re.escape(last)}|{re.escape(last.upper())})\b"
    told = {
        f"{m[1]} {last}"
        for m in re.finditer(full, f"{page.document.title or ''}\n{page.document.text}")
        if _first_name(m[1])
    }
    if len(told) == 1:
        return person(told.pop())
    surname = Span(label.end - len(last), label.end)  # "MR. KIRBY" is who KIRBY is
    meant = next((m.actor for m in page.mentions if m.span.meets(surname)), None)
    if meant is not None and not meant.name.isupper():
        return meant
    held = {h.person.id: h.person for h in page.holders.named(last)}
    if len(held) == 1:
        return next(iter(held.values()))
    return person(words)


def _first_name(word: str) -> bool:
    plain = word.rstrip(".").lower()
    return (
        word[1:2].islower()
        and "." not in word
        and load_actors().find_title(plain) is None
        and not _is_small(word)
    )


def _is_small(word: str) -> bool:
    """Tell a word that goes before a name and is none of it: "Mr.", "The"."""
    return word.rstrip(".").lower() in {"the", *load_naming().honorific}
