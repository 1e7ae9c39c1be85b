"""A claim as it is first read, before it has an id."""

from dataclasses import dataclass

from reportedly.extract.roles import Opening
from reportedly.model import (
    Aggregation,
    Item,
    Link,
    Mention,
    Quantity,
    RouteMode,
    Span,
    TimeExpression,
    Voice,
)

from .marks import Scene


@dataclass(frozen=True, slots=True)
class Draft:
    """What a claim will say.

    ``at`` is the token it turns on; ``span`` its evidence, ``own`` a narrower
    stretch of its own, should two claims share the first.
    """

    scene: Scene
    kind: str
    at: int
    span: Span
    own: Span
    voice: Voice
    links: tuple[Link, ...]
    opening: Opening | None = None
    actor: Mention | None = None
    recipient: Mention | None = None
    item: Item | None = None
    quantity: Quantity | None = None
    aggregation: Aggregation | None = None
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    route: RouteMode | None = None
    time: TimeExpression | None = None
    outcome: str | None = None
    cause: str | None = None
