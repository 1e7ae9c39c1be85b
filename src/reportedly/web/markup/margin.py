"""The notes beside a page's words, each with one claim in one line.

In Python and not in a template, as a page may show four hundred of them.
"""

# ruff: noqa: E501 - markup reads better in one piece

from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol

from markupsafe import Markup

from reportedly.model import Claim, when
from reportedly.web.rulings import Ruling

from .archived import Archived
from .grammar import amount, parties, speaker, voice
from .voices import family


class Shown(Protocol):
    """What of a page's view its notes need."""

    @property
    def rulings(self) -> Mapping[str, Ruling]:
        """How each claim stands with its reviewers."""

    @property
    def archived(self) -> Archived | None:
        """The page as archived, where it is shown so."""


class Marks(Protocol):
    """What of ``marks.html`` notes are made with."""

    def ruling(self, it: Ruling) -> str:
        """How a claim stands with its reviewers."""

    def fields(self, claim: Claim) -> str:
        """Every field of a claim, and how each was read."""


def notes(claims: Iterable[Claim], view: Shown, chosen: str | None, marks: Marks) -> Markup:
    """Return the notes of some claims; the chosen one tells how it was read."""
    kept = "&amp;as=archived" if view.archived is not None else ""
    return Markup("".join([_note(claim, view, kept, chosen, marks) for claim in claims]))  # noqa: S704 - escaped


def _note(claim: Claim, view: Shown, kept: str, chosen: str | None, marks: Marks) -> str:
    name, ruling = escape(claim.id), view.rulings[claim.id]
    is_chosen = claim.id == chosen
    state = " rejected" * ruling.rejected + f" {family(claim)}" + " chosen" * is_chosen
    between = f" {parties(claim)}" if claim.actor or claim.recipient else ""
    day = f' <span class="day">{escape(when(claim.time))}</span>' if claim.time else ""
    said = f" {marks.ruling(ruling)}" if ruling.word or ruling.corrections else ""
    how = _how(claim, marks) if is_chosen else ""
    return (
        f'<li id="n-{name}" data-claim="{name}" class="entry note{state}">\n'
        f'<a href="?claim={name}{kept}#w-{name}" class="note-line"><span class="kind">{escape(claim.kind)}</span> '
        f"{amount(claim)}{between}{day}</a>\n"
        f'<span class="note-voice">{speaker(claim)}: {voice(claim)}</span>\n'
        f'<a class="more" href="/claims/{name}" aria-label="all fields of this claim, and your word on it">fields</a>'
        f"{said}{how}</li>\n"
    )


def _how(claim: Claim, marks: Marks) -> str:
    return f'<details class="how" open><summary>How it was read</summary>{marks.fields(claim)}</details>'
