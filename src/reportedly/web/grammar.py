"""The grammar of marks: the same figure, voice, parties and speaker wherever a claim is shown.

In Python and not in a template, as a page may show four hundred claims, each with all four.
"""

from markupsafe import Markup, escape

from reportedly.model import UNKNOWN, Claim, counted, figure, party, source

from .lighting import LitBlock, Piece
from .marks import family


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
    negated = ", negated" if said.polarity.value == "negative" else ""
    stage = f'<span class="stage"> {escape(said.stage.replace("_", " "))}</span>' if said.stage else ""
    return Markup(f'<span class="voice {family(claim)}">{said.modality.value}{negated}{stage}</span>')  # noqa: S704


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


def shown(piece: Piece, chosen: str | None) -> Markup:
    """Return some words of a page, lit where claims stand on them; each leads to the last one's note."""
    anchors = "".join(f'<a id="w-{escape(name)}" class="anchor"></a>' for name in piece.begins)
    words = escape(piece.words)
    if not piece.claims:
        return Markup(anchors + words)  # noqa: S704 - the same
    marks = " figure" * piece.figure + " chosen" * (chosen in piece.claims)
    return Markup(f'{anchors}<a class="lit{marks}" href="#n-{escape(piece.claims[-1])}">{words}</a>')  # noqa: S704


def passage(block: LitBlock, chosen: str | None) -> Markup:
    """Return the words of one block of a page."""
    return Markup("".join(shown(piece, chosen) for piece in block.pieces))  # noqa: S704 - the same


def speaker(claim: Claim) -> Markup:
    """Return who says so, through whom."""
    if not claim.attribution:
        return Markup('<span class="own">the page</span>')
    chain = (f'<span class="who">{escape(source(link))}</span>' for link in claim.attribution)
    return Markup(' <span class="via" aria-label="citing">‹</span> '.join(chain))  # noqa: S704 - the same
