"""A revision as a person reads it: words before and after, then the claims that differ."""

from collections.abc import Iterator
from datetime import datetime

from reportedly.pipeline import Revised
from reportedly.reconcile import BlockChange, Change, ClaimChange

from .output import bold


def lines(revised: Revised) -> Iterator[str]:
    """Yield the lines of one revision."""
    revision = revised.revision
    yield bold(f"{revised.url}  {_moment(revised.before)} → {_moment(revised.after)}")
    if not revision.blocks and not revision.claims:
        yield "  no words changed outside the page's furniture"
    for block in revision.blocks:
        yield from _block(block)
    for claim in revision.claims:
        yield from _claim(claim)


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ".."


def _block(block: BlockChange) -> Iterator[str]:
    head = f"  {block.change.value:<9} {block.kind.value}"
    if block.change is not Change.REWORDED:
        yield f"{head}: {block.after or block.before}"
        return
    yield f"{head}: {block.after}"
    for words in block.wordings:
        yield f'            "{words.before}" → "{words.after}"'


def _claim(claim: ClaimChange) -> Iterator[str]:
    number = (claim.after or claim.before or "")[:8]
    head = f"  {claim.change.value:<9} claim {number} ({claim.kind})"
    if claim.change is not Change.REWORDED:
        yield f'{head}: "{claim.words_after or claim.words_before}"'
        return
    yield f'{head}: "{claim.words_before}" → "{claim.words_after}"'
    for field in claim.fields:
        yield f"            {field.field}: {field.before or '..'} → {field.after or '..'}"
