"""Where words stand now, when a better reader has moved a page's offsets."""

from reportedly.model import Evidence, Span


def anchor(evidence: Evidence, text: str) -> Span | None:
    """Return where a claim's words stand in a text, by quote, prefix and suffix.

    Follows the W3C Web Annotation text-quote selector. Returns nothing where
    the words are gone, or where two places fit them equally well.
    """
    if evidence.exact and evidence.span.of(text) == evidence.exact:
        return evidence.span
    places = sorted(_places(evidence.exact, text), key=lambda span: -_fit(evidence, text, span))
    if not places:
        return None
    if len(places) > 1 and _fit(evidence, text, places[0]) == _fit(evidence, text, places[1]):
        return None
    return places[0]


def _places(exact: str, text: str) -> list[Span]:
    places, at = [], text.find(exact) if exact else -1
    while at >= 0:
        places.append(Span(at, at + len(exact)))
        at = text.find(exact, at + 1)
    return places


def _fit(evidence: Evidence, text: str, span: Span) -> int:
    """Return how many characters of prefix and suffix stand beside a place."""
    before, after = text[: span.start], text[span.end :]
    return _same(evidence.prefix[::-1], before[::-1]) + _same(evidence.suffix, after)


def _same(wanted: str, found: str) -> int:
    count = 0
    for a, b in zip(wanted, found, strict=False):
        if a != b:
            break
        count += 1
    return count
