"""What people decided, read from their reviews: rejected, split off, joined, corrected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportedly.model import Aggregation, Claim, Modality, Polarity, Review, Stage, Verdict

from .correcting import corrected_figure, corrected_item, corrected_party, corrected_time, corrected_unit
from .told import Told

ORIGIN = "origin"
SERIES = "series"
_DECIDES = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.SPLIT, Verdict.JOIN})


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that stand, by claim.

    ``apart`` are claims split from their series or origin (the review's
    ``field`` says which, else both); ``joined`` maps a claim to the one whose
    series or origin it shares.
    """

    rejected: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    joined: Mapping[tuple[str, str], str] = field(default_factory=dict)
    corrected: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)


def decide(reviews: Iterable[Review]) -> Decisions:
    """Return the decisions that stand: the last word counts, an undo takes the last one back."""
    stacks: dict[str, list[Review]] = {}
    for review in sorted(
        reviews, key=lambda r: (r.at, r.by, r.verdict, r.field or "", r.value or "", r.target or "")
    ):
        stack = stacks.setdefault(review.claim, [])
        if review.verdict is Verdict.UNDO:
            del stack[-1:]
        elif review.verdict in _DECIDES:
            stack.append(review)
    rejected, corrected = set(), {}
    placed: dict[tuple[str, str], str | None] = {}
    for claim, stack in stacks.items():
        votes = [r.verdict for r in stack if r.verdict in {Verdict.ACCEPT, Verdict.REJECT}]
        if votes and votes[-1] is Verdict.REJECT:
            rejected.add(claim)
        corrected[claim] = tuple(r for r in stack if r.verdict is Verdict.CORRECT)
        for review in stack:
            if review.verdict in {Verdict.SPLIT, Verdict.JOIN}:
                target = review.target if review.verdict is Verdict.JOIN else None
                placed.update(((claim, what), target) for what in _scope(review))
    return Decisions(
        frozenset(rejected),
        frozenset(name for name, target in placed.items() if target is None),
        {name: target for name, target in placed.items() if target is not None},
        {claim: found for claim, found in corrected.items() if found},
    )


def kept(claims: Iterable[Claim], decisions: Decisions) -> Iterator[Claim]:
    """Yield the claims that nobody rejected, as people corrected them."""
    for claim in claims:
        if claim.id not in decisions.rejected:
            corrected = claim
            for review in decisions.corrected.get(claim.id, ()):
                corrected = _correct(corrected, review)
            yield corrected


def placed(told: Told, decisions: Decisions, targets: Mapping[str, Told]) -> Told:
    """Return a claim where people put it: split off by itself, or beside another."""
    for what in (SERIES, ORIGIN):
        target = targets.get(decisions.joined.get((told.id, what), ""))
        if (told.id, what) in decisions.apart:
            alone = f"split:{told.id}"
            told = replace(told, cell=alone) if what == SERIES else replace(told, saying=alone, source=None)
        elif target and what == SERIES:
            told = replace(told, measure=target.measure, cell=target.cell)
        elif target:
            told = replace(
                told, saying=target.saying, circle=target.circle, speaker=target.speaker, day=target.day
            )
    return told


def _scope(review: Review) -> tuple[str, ...]:
    return (review.field,) if review.field in {SERIES, ORIGIN} else (SERIES, ORIGIN)


def _correct(claim: Claim, review: Review) -> Claim:
    """Return a claim with one field as a person says; a value that is no value of it changes nothing."""
    value = review.value or ""
    try:
        match review.field:
            case "modality":
                return replace(claim, voice=replace(claim.voice, modality=Modality(value)))
            case "polarity":
                return replace(claim, voice=replace(claim.voice, polarity=Polarity(value)))
            case "stage":
                return replace(claim, voice=replace(claim.voice, stage=Stage(value) if value else None))
            case "aggregation":
                return replace(claim, aggregation=Aggregation(value) if value else None)
            case "kind":
                return replace(claim, kind=value)
            case "place":
                return replace(claim, place=value or None)
            case "outcome":
                return replace(claim, outcome=value or None)
            case "speaker" | "actor" | "recipient" as field:
                return corrected_party(claim, field, value)
            case "item":
                return corrected_item(claim, value)
            case "low" | "high" as field:
                return corrected_figure(claim, field, value)
            case "unit":
                return corrected_unit(claim, value)
            case "time":
                return corrected_time(claim, value)
            case _:
                return claim
    except ValueError:
        return claim
