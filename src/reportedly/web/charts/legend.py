"""What the marks of a chart mean: only for those that it shows, in as many lines as they need."""

# ruff: noqa: E501 - markup reads better in one piece

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from .glyphs import FAMILIES, glyph
from .outlines import NAMES, whole
from .placing import Placed
from .records import Tie, TieKind

LINE = 21
_LETTER, _GAP = 6.6, 26
Key = tuple[Callable[[float, float], str], str]


def legend(
    placed: Sequence[Placed],
    ties: Sequence[Tie],
    outline: Mapping[str, str],
    across: tuple[float, float],
    faint: int = 0,
) -> list[list[tuple[float, Key]]]:
    """Return the keys of a chart in lines, each key with its place across."""
    lines: list[list[tuple[float, Key]]] = []
    for keys in (_voices(placed), _speakers(placed, outline), _others(placed, ties, faint)):
        at = across[1] + 1
        for key in keys:
            wide = 12 + _LETTER * len(key[1]) + _GAP
            if at + wide > across[1]:
                lines.append([])
                at = across[0]
            lines[-1].append((at, key))
            at += wide
    return lines


def written(lines: Sequence[Sequence[tuple[float, Key]]], top: float) -> Iterator[str]:
    """Yield the lines of a legend as markup."""
    for row, keys in enumerate(lines):
        y = top + row * LINE
        for x, (sign, words) in keys:
            yield sign(x, y)
            yield f'<text x="{x + 12}" y="{y + 4}" class="soft" fill="#625d54">{escape(words)}</text>'


def _voices(placed: Sequence[Placed]) -> Iterator[Key]:
    for family, (colour, label) in FAMILIES.items():
        if any(at.mark.family == family for at in placed):
            yield _voice(family, colour), label


def _voice(family: str, colour: str) -> Callable[[float, float], str]:
    return lambda x, y: f'<g class="f-{family}" color="{colour}">{glyph(family, x, y)}</g>'


def _speakers(placed: Sequence[Placed], outline: Mapping[str, str]) -> Iterator[Key]:
    """Yield whose outline is whose, where there is more than one speaker."""
    named = dict.fromkeys(at.mark.speaker for at in placed if at.mark.known is not None)
    if len(named) < 2:
        return
    shown = [speaker for speaker in outline if speaker in named][: len(NAMES)]
    for speaker in shown:
        yield _edge(outline[speaker]), speaker if len(speaker) <= 40 else speaker[:39] + "…"
    if len(named) > len(shown):
        yield (lambda _x, _y: ""), "others as the first"


def _edge(outline: str) -> Callable[[float, float], str]:
    def drawn(x: float, y: float) -> str:
        return f'<path d="{whole(outline, x, y, 5)}" class="soft" fill="none" stroke="#625d54" stroke-width="1.6"/>'

    return drawn


def _others(placed: Sequence[Placed], ties: Sequence[Tie], faint: int) -> Iterator[Key]:
    marks = [at.mark for at in placed if at.mark.known is not None]
    kinds = {tie.kind for tie in ties}
    told = (
        (
            any(m.word is None and (m.low is None or m.high is None) for m in marks),
            _FADING,
            "this end is left open",
        ),
        (any(m.word is not None for m in marks), _HATCHED, "a vague word"),
        (any(at.run for at in placed), _RUN, "the days it speaks of"),
        (any(m.pages > 1 for m in marks), _NUMBER, "pages that go back to one origin"),
        (any(m.headline for m in marks), _BAR, "a headline"),
        (TieKind.STEP in kinds, _STEP, "growth"),
        (TieKind.DENIAL in kinds, _DASHED, "denied"),
        (TieKind.CONFLICT in kinds, _BRACKET, "accounts part"),
        (faint > 0, _THIN, f"{faint:,} more figure{'' if faint == 1 else 's'}, without words here"),
    )
    for shown, sign, words in told:
        if shown:
            yield _put(sign), words


def _put(sign: str) -> Callable[[float, float], str]:
    return lambda x, y: f'<g transform="translate({x} {y})">{sign}</g>'


_GREY = 'class="line" fill="none" stroke="#625d54" stroke-width="1.6"'
_FADING = (
    '<g color="#625d54" class="soft-sign"><rect x="-4" y="-8" width="8" height="15" fill="currentColor" '
    f'opacity="0.5" mask="url(#c-fade-up)"/></g><path d="M-4 -4L0 -9L4 -4" {_GREY}/>'
)
_HATCHED = (
    '<rect x="-4" y="-7" width="8" height="14" fill="url(#c-hatch)" stroke="#8a8579" stroke-dasharray="2 3"/>'
)
_RUN = f'<path d="M-8 -3v6M-8 0h14M6 -3v6" {_GREY}/>'
_NUMBER = f'<circle r="7" {_GREY}/><text y="3.6" text-anchor="middle" font-size="10" class="soft" fill="#625d54">n</text>'
_BAR = f'<path d="M-7 -4h13" {_GREY}/><path d="M-7 -4h13" class="line" stroke="#625d54" stroke-width="3"/>'
_STEP = f'<path d="M-8 5H3V-6" {_GREY}/>'
_DASHED = '<path d="M-6 6L5 -6" class="denial" fill="none" stroke="#a32a1d" stroke-width="1.6" stroke-dasharray="3 3"/>'
_BRACKET = '<path d="M-8 5V-4H5V5" class="bracket" fill="none" stroke="#a32a1d" stroke-width="1.4"/>'
_THIN = '<path d="M-6 5V-3M-2 6v-9M2 3v-8M5 6v-5" class="line" fill="none" stroke="#625d54" stroke-width="1.3" opacity="0.6"/>'
