"""The grammar of marks: the same figure, voice, parties and speaker wherever a claim is shown.

In Python and not in a template, as a page may show four hundred claims, each with all four.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from re import sub

from markupsafe import Markup

from reportedly.ledger import Entry
from reportedly.model import UNKNOWN, Claim, counted, figure, party, source, when

from .columns import Column
from .lighting import LitBlock, Piece
from .voices import family

_OWN = Markup('<span class="own">the page</span>')


def amount(claim: Claim) -> Markup:
    """Return how much of what, with the words at hand."""
    parts = []
    if claim.quantity:
        words, told = escape(claim.quantity.words), escape(figure(claim.quantity))
        parts.append(f'<span class="figure" title="{words}">{told}</span>')
    thing = counted(claim)
    if thing:
        parts.append(f'<span class="item">{escape(thing)}</span>')
    return Markup(" ".join(parts))  # noqa: S704 - every word is escaped


def voice(claim: Claim) -> Markup:
    """Return what the source does, in the class of its family."""
    said = claim.voice
    return _voice(family(claim), said.modality.value, said.polarity.value, said.stage)


@lru_cache(maxsize=512)
def _voice(family: str, modality: str, polarity: str, stage: str | None) -> Markup:
    negated = ", negated" if polarity == "negative" else ""
    at = f'<span class="stage"> {escape(stage.replace("_", " "))}</span>' if stage else ""
    return Markup(f'<span class="voice {family}">{modality}{negated}{at}</span>')  # noqa: S704 - the same


def parties(claim: Claim) -> Markup:
    """Return from whom to whom, as the page names them at hand."""
    actor, recipient = claim.actor, claim.recipient
    if not actor and not recipient:
        return Markup(f'<span class="unknown">{UNKNOWN}</span>')  # noqa: S704
    told = f'<span class="who" title="{escape(actor.words if actor else "")}">{escape(party(actor))}</span>'
    if recipient:
        told += (
            ' <span class="to" aria-label="to">→</span> '
            f'<span class="who" title="{escape(recipient.words)}">{escape(party(recipient))}</span>'
        )
    return Markup(told)  # noqa: S704 - the same


def shown(piece: Piece, chosen: str | None) -> str:
    """Return some words of a page, lit where claims stand on them; each leads to the last one's note."""
    words = escape(piece.words)
    if not piece.claims:
        return words
    anchors = "".join([f'<a id="w-{escape(name)}" class="anchor"></a>' for name in piece.begins])
    marks = " figure" * piece.figure + " chosen" * (chosen in piece.claims)
    return f'{anchors}<a class="lit{marks}" href="#n-{escape(piece.claims[-1])}">{words}</a>'


def passage(block: LitBlock, chosen: str | None) -> Markup:
    """Return the words of one block of a page."""
    return Markup("".join([shown(piece, chosen) for piece in block.pieces]))  # noqa: S704 - the same


def speaker(claim: Claim) -> Markup:
    """Return who says so, through whom."""
    if not claim.attribution:
        return _OWN
    chain = [f'<span class="who">{escape(source(link))}</span>' for link in claim.attribution]
    return Markup(' <span class="via" aria-label="citing">‹</span> '.join(chain))  # noqa: S704 - the same


def around(claim: Claim) -> tuple[str, str]:
    """Return what stands before and after a claim's words, without the halves of words that were cut.

    >>> _whole_words("d at the port of "), _whole_words(". They had tol"[::-1])[::-1]
    ('at the port of ', '. They had')
    """
    evidence = claim.evidence
    return _whole_words(evidence.prefix), _whole_words(evidence.suffix[::-1])[::-1]


def _whole_words(words: str) -> str:
    half, _, whole = words.partition(" ")
    return whole if half and whole else words


def _plain(words: str | None) -> str:
    return escape(words.replace("_", " ") if words else UNKNOWN)


_CELLS: Mapping[str, Callable[[Entry], str]] = {
    "speaker": lambda entry: speaker(entry.claim),
    "kind": lambda entry: f"{escape(entry.claim.kind)}{_outcome(entry.claim)}",
    "figure": lambda entry: amount(entry.claim) or UNKNOWN,
    "parties": lambda entry: parties(entry.claim),
    "time": lambda entry: escape(when(entry.claim.time)),
    "modality": lambda entry: voice(entry.claim),
    "item": lambda entry: escape(counted(entry.claim) or UNKNOWN),
    "place": lambda entry: escape(_place(entry.claim)),
    "stage": lambda entry: _plain(entry.claim.voice.stage),
    "scope": lambda entry: _plain(entry.claim.aggregation),
    "section": lambda entry: _plain(entry.claim.section),
    "outlet": lambda entry: escape(entry.page.outlet or UNKNOWN),
    "published": lambda entry: escape(entry.page.published or UNKNOWN),
    "title": lambda entry: escape(entry.page.title or UNKNOWN),
}
_CLASSES = {"kind": ' class="kind"', "time": ' class="day"', "published": ' class="day"'}


def _outcome(claim: Claim) -> str:
    return f' <span class="outcome">{escape(claim.outcome)}</span>' if claim.outcome else ""


def _place(claim: Claim) -> str:
    return (claim.place or UNKNOWN) + (f" by {claim.route_mode}" if claim.route_mode else "")


def cells(columns: Iterable[Column], entry: Entry) -> Markup:
    """Return a claim's cells in the ledger's table."""
    told = (
        f'<td data-head="{column.head}"{_CLASSES.get(column.name, "")}>{_CELLS[column.name](entry)}</td>'
        for column in columns
    )
    return Markup("\n".join(told))  # noqa: S704 - the same


def marked(number: int) -> Markup:
    """Return the sign that leads to one of a report's notes."""
    return Markup(f'<sup><a href="#note-{number}" aria-label="note {number}">{number}</a></sup>')  # noqa: S704


def cited(words: str, notes: Iterable[int]) -> Markup:
    """Return a sentence of a report with the signs of its notes; a figure keeps its bound beside it."""
    whole = sub("([≥≤≈<>]) (?=[0-9$€£¥])", "\\1\N{NO-BREAK SPACE}", words)
    return Markup(escape(whole) + "".join(marked(number) for number in notes))  # noqa: S704 - the same
