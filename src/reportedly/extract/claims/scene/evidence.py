"""The shortest contiguous stretch that states a claim, with its selectors."""

from collections.abc import Iterable

from reportedly.model import Evidence, Mention, Span

from .marks import Scene

_AROUND = 32  # characters of prefix and suffix, enough to find the words again


def stretch(scene: Scene, tokens: Iterable[int], parties: Iterable[Mention | None], *more: Span) -> Span:
    """Return the smallest stretch of a sentence that holds trigger, figure and parties."""
    spans = [scene.tree.tokens[i].span for i in tokens]
    spans += [m.span for m in parties if m is not None and scene.sentence.span.holds(m.span)]
    spans += [span for span in more if scene.sentence.span.holds(span)]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    return Span(start, end)


def cite(scene: Scene, span: Span) -> Evidence:
    """Return a stretch as evidence: its words, what stands round them, its block."""
    text = scene.text
    return Evidence(
        exact=span.of(text),
        prefix=text[max(0, span.start - _AROUND) : span.start],
        suffix=text[span.end : span.end + _AROUND],
        span=span,
        block=scene.block.kind,
        path=scene.block.path,
    )


def auxiliaries(scene: Scene, at: int) -> list[int]:
    """Return a predicate with its auxiliaries, negation and particle."""
    tree = scene.tree
    return [at, *tree.by(at, "aux", "aux:pass", "cop", "compound:prt")]
