"""Shapes: the outline tells the speaker, its filling the voice, so that colour is never alone."""

# ruff: noqa: E501 - markup reads better in one piece

from collections.abc import Iterator
from html import escape

from .outlines import OTHERS, half, whole
from .placing import WIDTH, Placed

FAMILIES = {
    "happened": ("#14507a", "said to have happened"),
    "able": ("#6a3d8f", "said to be able"),
    "to-come": ("#7a5200", "said to come"),
    "disputed": ("#a32a1d", "disputed"),
}
_HALO = 'paint-order="stroke" stroke="#fbf9f5" stroke-width="4" stroke-linejoin="round"'
DEFINITIONS = (
    '<defs><linearGradient id="c-up" x1="0" y1="1" x2="0" y2="0"><stop offset="0" stop-color="#fff"/>'
    '<stop offset="1" stop-color="#000"/></linearGradient><linearGradient id="c-down" x1="0" y1="0" x2="0" y2="1">'
    '<stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>'
    '<mask id="c-fade-up" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#c-up)"/></mask>'
    '<mask id="c-fade-down" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#c-down)"/></mask>'
    '<pattern id="c-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff" fill-opacity="0"/><line x1="0" y1="0" x2="0" y2="6" stroke="#8a8579" '
    'stroke-width="2.4"/></pattern></defs>'
)


def glyph(family: str, x: float, y: float, outline: str = OTHERS, radius: float = 5.5) -> str:
    """Return a speaker's outline at a point, filled as its voice asks: full, half, empty, crossed."""
    edge = f'<path d="{whole(outline, x, y, radius)}"'
    hollow = f'{edge} class="ground" fill="#fbf9f5" stroke="currentColor" stroke-width="2"/>'
    match family:
        case "able":
            return f'{hollow}<path d="{half(outline, x, y, radius)}" fill="currentColor"/>'
        case "to-come":
            return hollow
        case "disputed":
            return crossed(x, y, radius)
        case _:
            return f'{edge} fill="currentColor"/>'


def crossed(x: float, y: float, radius: float = 5.5) -> str:
    """Return a cross: what is disputed has no outline of its own."""
    r = radius * 0.75
    cross = f"M{x - r} {y - r}l{2 * r} {2 * r}M{x - r} {y + r}l{2 * r} {-2 * r}"
    return f'<path d="{cross}" stroke="currentColor" stroke-width="2.6" fill="none"/>'


def shape(at: Placed, outline: str = OTHERS) -> str:
    """Return a mark as a link to its lit words, with a title that reads them."""
    mark = at.mark
    pages = f"{mark.pages} page{'' if mark.pages == 1 else 's'}"
    where = "headline, " if mark.headline else ""
    spoken = f"{mark.label}, {mark.speaker}, {mark.day or 'undated'}, {where}{pages}: “{mark.words}”"
    colour = FAMILIES[mark.family][0]
    drawn = glyph(mark.family, at.x, at.y, outline)
    inner = "".join((*_run(at), *_bar(at), drawn, *_badge(at), *_struck(at), *_words(at)))
    tag = f'a href="{escape(mark.link)}"' if mark.link else 'g role="img"'
    return (
        f'<{tag} aria-label="{escape(spoken)}" class="mark f-{mark.family}" color="{colour}">'
        f"<title>{escape(spoken)}</title>{inner}</{tag[0]}>"
    )


def _run(at: Placed) -> Iterator[str]:
    """Yield a thin line over the days that a figure speaks of."""
    if at.run:
        d = f"M{at.run[0]} {at.y - 3}v6M{at.run[0]} {at.y}H{at.run[1]}M{at.run[1]} {at.y - 3}v6"
        yield f'<path d="{d}" fill="none" stroke="currentColor" stroke-width="1.2" opacity="0.7"/>'


def _bar(at: Placed) -> Iterator[str]:
    """Yield the bar from low to high; an open end fades out with an arrowhead, a vague one is hatched."""
    mark, left = at.mark, round(at.x - WIDTH / 2, 1)
    tall = round(at.bottom - at.top, 1)
    if mark.known is None or (tall < 1 and mark.word is None):
        return
    rect = f'<rect x="{left}" y="{at.top}" width="{WIDTH}" height="{max(tall, 3)}" rx="1.5"'
    if mark.word is not None:
        yield f'{rect} fill="url(#c-hatch)" stroke="currentColor" stroke-dasharray="2 3"/>'
        return
    fade = "up" if mark.high is None else "down" if mark.low is None else ""
    yield f'{rect} fill="currentColor" opacity="0.55"' + (f' mask="url(#c-fade-{fade})"/>' if fade else "/>")
    if fade:
        tip, back = (at.top, 7) if fade == "up" else (at.bottom, -7)
        yield f'<path d="M{at.x - 5} {tip + back}L{at.x} {tip}L{at.x + 5} {tip + back}" fill="none" stroke="currentColor" stroke-width="1.8"/>'


def _badge(at: Placed) -> Iterator[str]:
    """Yield the number of pages on which one origin stands, where it is more than one."""
    if at.mark.pages > 1:
        x, y = at.x - 11, at.y + 11
        yield f'<circle cx="{x}" cy="{y}" r="8" class="ground" fill="#fbf9f5" stroke="currentColor"/>'
        yield (
            f'<text x="{x}" y="{y + 3.6}" text-anchor="middle" font-size="10.5" font-weight="650" '
            f'fill="currentColor">{at.mark.pages}</text>'
        )
    if at.mark.headline:
        yield f'<path d="M{at.x - 8} {at.y - 9}h16" stroke="currentColor" stroke-width="3"/>'


def _struck(at: Placed) -> Iterator[str]:
    if at.mark.struck:
        line = f'd="M{at.x - 13} {at.y + 7}l26 -14" stroke="#a32a1d" stroke-width="2.4" class="strike"'
        yield f'<path {line} fill="none"/>'


def _words(at: Placed) -> Iterator[str]:
    if at.label is None:
        return
    x, y, text = at.label
    speaker = at.mark.speaker if len(at.mark.speaker) <= 22 else at.mark.speaker[:21] + "…"
    line = ' text-decoration="line-through"' if at.mark.struck else ""
    halo = "" if at.mark.struck else f" {_HALO}"
    note = f"{speaker} (headline)" if at.mark.headline else speaker
    yield f'<text x="{x}" y="{y}" class="ink"{halo} fill="#1f1d1a" font-weight="650"{line}>{escape(text)}</text>'
    yield f'<text x="{x}" y="{y + 13}" class="soft" {_HALO} fill="#625d54" font-size="11">{escape(note)}</text>'
