"""Where on the page a claim stands."""

from reportedly.model import BlockKind, Document, Section

_SECTIONS = {
    BlockKind.HEADLINE: Section.HEADLINE,
    BlockKind.STANDFIRST: Section.LEAD,
    BlockKind.LIST: Section.LIST,
    BlockKind.TABLE: Section.TABLE,
    BlockKind.CAPTION: Section.CAPTION,
    BlockKind.CORRECTION: Section.CORRECTION,
    BlockKind.LIVE_UPDATE: Section.LIVE_UPDATE,
}


def section_of(document: Document, block: int) -> Section:
    """Return a block's section; the first body paragraph of a page is its lead."""
    kind = document.blocks[block].kind
    if kind in _SECTIONS:
        return _SECTIONS[kind]
    first = next((i for i, b in enumerate(document.blocks) if b.kind is BlockKind.BODY), None)
    return Section.LEAD if block == first else Section.BODY
