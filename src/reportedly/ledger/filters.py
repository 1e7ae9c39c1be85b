"""Which claims: a filter, and the SQL that it means."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a reader asks of the ledger; an empty field asks nothing.

    ``actor``, ``recipient`` and ``speaker`` match an id or, whatever its case,
    a name; ``items`` are vocabulary ids or words; ``since`` and ``until`` are
    compared with the claim's own days, or with its page's where it has none.
    """

    kind: str | None = None
    actor: str | None = None
    recipient: str | None = None
    items: tuple[str, ...] = ()
    speaker: str | None = None
    modality: str | None = None
    since: date | None = None
    until: date | None = None
    document: str | None = None
    outlet: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A condition in SQL and the values that fill it."""

    sql: str
    values: tuple[str, ...]


def where(asked: ClaimFilter) -> Where:
    """Return the condition that a filter means, over ``claim`` and ``document``."""
    parts = [Where("claim.current = 1", ())]
    closer = asked.actor or asked.recipient or asked.speaker or asked.items or asked.words or asked.document
    loose = "+" if closer else ""  # a plus keeps the broad indexes out where a closer one can serve
    parts += [_equal(f"{loose}{c}" if c in _BROAD else c, v) for c, v in _columns(asked) if v]
    parts += [_party(c, v) for c, v in _parties(asked) if v]
    if asked.items:
        marks = ", ".join("?" * len(asked.items))
        parts.append(
            Where(
                f"(claim.item IN ({marks}) OR claim.item_words COLLATE NOCASE IN ({marks}))", asked.items * 2
            )
        )
    if asked.since:
        parts.append(Where("coalesce(claim.day_last, document.published) >= ?", (asked.since.isoformat(),)))
    if asked.until:
        parts.append(Where("coalesce(claim.day_first, document.published) <= ?", (asked.until.isoformat(),)))
    if asked.words and not asked.words.isspace():
        found = "claim.number IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)"
        parts.append(Where(found, (_phrase(asked.words),)))
    return Where(" AND ".join(p.sql for p in parts), tuple(v for p in parts for v in p.values))


def over(condition: Where, *wanted: str) -> str:
    """Return the tables that a condition and some columns need; a count is cheaper without pages."""
    paged = any("document." in words.replace("claim.document", "") for words in (condition.sql, *wanted))
    return "claim JOIN document ON document.id = claim.document" if paged else "claim"


_BROAD = frozenset({"claim.kind", "claim.modality"})


def _columns(asked: ClaimFilter) -> tuple[tuple[str, str | None], ...]:
    return (
        ("claim.kind", asked.kind),
        ("claim.modality", asked.modality),
        ("claim.document", asked.document),
        ("document.outlet", asked.outlet),
    )


def _parties(asked: ClaimFilter) -> tuple[tuple[str, str | None], ...]:
    return (("actor", asked.actor), ("recipient", asked.recipient), ("speaker", asked.speaker))


def _equal(column: str, value: str) -> Where:
    return Where(f"{column} = ?", (value,))


def _party(column: str, value: str) -> Where:
    return Where(f"(claim.{column} = ? OR claim.{column}_name = ? COLLATE NOCASE)", (value, value))


_TERM = re.compile(r'-?"[^"]*"|\S+')


def _phrase(words: str) -> str:
    """Return what a person types as FTS5: every word quoted, so that none is read as syntax.

    Words in quotes stand together, a minus leaves a word out, a star ends a word's beginning.
    """
    wanted, unwanted = terms_of(words)
    return " NOT ".join([f"({' '.join(wanted)})", *unwanted]) if unwanted else " ".join(wanted)


def terms_of(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the terms of what a person types, each as FTS5 quotes it: those wanted, those left out.

    Where all are to be left out there is nothing to leave them out of: all are wanted.
    """
    found = _TERM.findall(words.replace("\0", " ")) or ['""']
    terms = [(term.startswith("-") and len(term) > 1, term) for term in found]
    wanted = tuple(_quoted(term) for left_out, term in terms if not left_out)
    if not wanted:
        return tuple(_quoted(term) for _, term in terms), ()
    return wanted, tuple(_quoted(term[1:]) for left_out, term in terms if left_out)


def _quoted(term: str) -> str:
    bare = term.strip('"').removesuffix("*").replace('"', '""')
    return f'"{bare}"*' if term.endswith("*") and bare else f'"{bare}"'
