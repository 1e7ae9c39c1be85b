"""From where a claim took a party that its own sentence leaves out."""

from dataclasses import replace

from reportedly.extract.claims.scene.marks import Scene
from reportedly.model import BlockKind, Carried, Mention


def marked(mention: Mention | None, scene: Scene) -> Mention | None:
    """Return a party marked by where it was read, if that is not the claim's own sentence.

    What a reader of the ledger sees as giver or attacker is then told from what the page only
    says elsewhere: in its headline, before, or further down.
    """
    if mention is None or scene.sentence.span.meets(mention.span):
        return mention
    blocks = scene.marks.document.blocks
    above = any(b.kind is BlockKind.HEADLINE and b.span.holds(mention.span) for b in blocks)
    before = mention.span.end <= scene.sentence.span.start
    return replace(
        mention, carried=Carried.HEADLINE if above else Carried.EARLIER if before else Carried.LATER
    )
