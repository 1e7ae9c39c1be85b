"""The ledger in a terminal: tables for eyes, one object a line for programs."""

from collections.abc import Sequence

from reportedly.ledger import Entry, Page, Refusal
from reportedly.model import UNKNOWN, Claim, Mention, Polarity, chain, counted, figure, party, when

from .output import bold, fit, width

_WIDTHS = (8, 16, 10, 24, 26, 12, 12)
_HEADS = ("id", "who says", "what", "how much", "from → to", "when", "voice")
_INDENT = " " * 10


def print_claims(entries: Sequence[Entry], *, total: int, empty: bool) -> None:
    """Print claims as a table, the words of each on a line of their own."""
    if not entries:
        hint = "the ledger is empty: try 'reportedly demo', or 'reportedly add page.html'"
        print(hint if empty else "no claim fits these filters: drop one, or see 'reportedly claims'")
        return
    print(bold(_row(_HEADS)))
    for entry in entries:
        print(_row(_cells(entry)))
        print(_INDENT + fit(_words(entry), width() - len(_INDENT)).rstrip())
    if len(entries) < total:
        print(f"{len(entries)} of {total} claims; --limit 0 prints all, --json every field")
    else:
        print(f"{total} claims")


def _row(cells: Sequence[str]) -> str:
    return "  ".join(fit(cell, wide) for cell, wide in zip(cells, _WIDTHS, strict=True)).rstrip()


def _cells(entry: Entry) -> tuple[str, ...]:
    claim, said = entry.claim, entry.claim.voice
    parties = f"{party(claim.actor)} → {party(claim.recipient)}" if claim.recipient else party(claim.actor)
    return (
        claim.id[:8],
        chain(claim.attribution[-1:]) or "the page",
        claim.kind,
        f"{figure(claim.quantity)} {counted(claim)}".strip(),
        parties,
        when(claim.time),
        said.modality.value + (" not" if said.polarity is Polarity.NEGATIVE else ""),
    )


def _words(entry: Entry) -> str:
    page = entry.page
    return f"{page.published or UNKNOWN} {page.outlet or page.url}: “{entry.claim.evidence.exact}”"


def print_claim(entry: Entry) -> None:
    """Print one claim whole: its fields, then its words between those around them."""
    claim, page = entry.claim, entry.page
    for name, value in _fields(claim):
        print(f"{bold(fit(name, 12))} {value}")
    evidence = claim.evidence
    print(f"\n…{evidence.prefix}{bold('[' + evidence.exact + ']')}{evidence.suffix}…\n")
    print(f"{page.title or UNKNOWN}\n{page.outlet or UNKNOWN}, {page.published or UNKNOWN}\n{page.url}")
    print(f"{evidence.block.value} at {evidence.path}, characters {evidence.span.start}-{evidence.span.end}")


def _fields(claim: Claim) -> list[tuple[str, str]]:
    voice = claim.voice
    fields = [
        ("claim", claim.id),
        ("kind", claim.kind),
        ("who says", chain(claim.attribution) or "the page"),
        ("actor", _read(claim.actor)),
        ("recipient", _read(claim.recipient)),
        ("how much", figure(claim.quantity)),
        ("what", counted(claim) or UNKNOWN),
        ("when", when(claim.time) + (f' "{claim.time.words}"' if claim.time else "")),
        ("where", claim.place or UNKNOWN),
        ("voice", ", ".join(v.value for v in (voice.modality, voice.polarity, voice.stage) if v)),
        ("scope", claim.aggregation.value if claim.aggregation else UNKNOWN),
        ("section", claim.section.value),
        ("outcome", claim.outcome or ""),
        ("cause", claim.cause or ""),
        ("carried by", claim.carrier or ""),
        ("in return", claim.exchange or ""),
        ("read by", f"{claim.extractor}, confidence {claim.confidence:.2f}"),
    ]
    return [(name, value) for name, value in fields if value]


def _read(mention: Mention | None) -> str:
    if mention is None:
        return UNKNOWN
    name = mention.actor.name
    how = [f"read from '{mention.words}'", mention.kind.value] if mention.words != name else []
    how += [f"carried from {mention.carried.value}"] if mention.carried else []
    return f"{name} ({', '.join(how)})" if how else name


def print_pages(pages: Sequence[Page], refused: Sequence[Refusal]) -> None:
    """Print the pages of the ledger, then those that were refused."""
    if not pages and not refused:
        print("the ledger is empty: try 'reportedly demo', or 'reportedly add page.html'")
    for page in pages:
        title = fit(page.title or page.url, max(30, width() - 60))
        print(
            f"{page.id}  {page.published or UNKNOWN:<10}  {page.claims:>4} claims  {title}  "
            f"{page.outlet or UNKNOWN}"
        )
    for refusal in refused:
        print(f"refused  {refusal.reason}")
