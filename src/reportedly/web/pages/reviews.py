"""People's words on claims: accept, reject, correct, grade, note, undo; each a new row."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.errors import UsageError
from reportedly.ledger import Ledger
from reportedly.model import Aggregation, Modality, Polarity, Review, RouteMode, Stage, Verdict, read_edtf
from reportedly.web.answering.answers import missing
from reportedly.web.answering.forms import back, fields, remember, reviewer
from reportedly.web.room import Room
from reportedly.web.rulings import Ruling, rule

CHOICES: Mapping[str, tuple[str, ...]] = {
    "modality": tuple(Modality),
    "polarity": tuple(Polarity),
    "stage": tuple(Stage),
    "aggregation": tuple(Aggregation),
    "route_mode": tuple(RouteMode),
}
FIELDS = (
    "speaker", "actor", "recipient", "item", "low", "high", "unit", "time", "place", "kind", "outcome",
    *CHOICES,
)  # fmt: skip
PLACES = ("series", "origin")


def routes(room: Room) -> list[BaseRoute]:
    """Return the routes of reviewing."""

    async def take(request: Request) -> Response:
        given = await fields(request, room)
        return await run_in_threadpool(_take, room, request, given)

    async def name(request: Request) -> Response:
        given = await fields(request, room)
        by = given.get("by", "")[:80]
        if not by:
            raise HTTPException(400, "review: whose is it? (give your name)")
        return remember(back(given, "/queue"), by)

    return [
        Route("/claims/{id}/review", take, methods=["POST"]),
        Route("/reviewer", name, methods=["POST"]),
    ]


def _take(room: Room, request: Request, given: Mapping[str, str]) -> Response:
    name = request.path_params["id"]
    with room.open() as ledger:
        entry = ledger.claim(name)
        if entry is None or entry.claim.id != name:
            raise missing(name, "claim")
        try:
            by = given.get("by", "") or reviewer(request, room)
            review = review_of(name, given, by[:80], datetime.now(UTC), rule(ledger.reviews(name)))
            if review.verdict is Verdict.JOIN:
                review = replace(review, target=_other(ledger, review.target or "", name))
            ledger.review(review)
        except UsageError as error:
            raise HTTPException(400, str(error)) from error
    return remember(back(given, f"/claims/{name}"), by[:80])


def _other(ledger: Ledger, target: str, claim: str) -> str:
    """Return the id of the claim that another is joined to, as it may be typed in part."""
    entry = ledger.claim(target) if target else None
    if entry is None or entry.claim.id == claim:
        raise UsageError(f"{target[:40]}: not another claim (give the start of its id)")
    return entry.claim.id


def review_of(claim: str, given: Mapping[str, str], by: str, at: datetime, ruling: Ruling) -> Review:
    """Return the review that a form gives.

    Raises UsageError for a form without a name, a verdict, or a sound value.
    """
    if not by:
        raise UsageError("review: whose is it? (give your name)")
    note = given.get("note") or None
    match given.get("verdict", ""):
        case "accept" | "reject" as word:
            return Review(claim, Verdict(word), by, at, note=note)
        case "correct":
            field, value = _correction(given)
            return Review(claim, Verdict.CORRECT, by, at, field=field, value=value, note=note)
        case "grade":
            return Review(claim, Verdict.GRADE, by, at, grade=_grade(given), note=note)
        case "note" if note:
            return Review(claim, Verdict.NOTE, by, at, note=note)
        case "split" | "join" as word:
            return _placed(claim, Verdict(word), by, at, given)
        case "undo":
            return _undo(claim, by, at, ruling)
    raise UsageError("review: nothing to keep (accept, reject, correct, grade, split, join, note or undo)")


def _placed(claim: str, word: Verdict, by: str, at: datetime, given: Mapping[str, str]) -> Review:
    """Return the row that splits a claim from its series or origin, or joins it to another claim's."""
    what, target = given.get("what", ""), given.get("target", "")
    if what not in PLACES:
        raise UsageError(
            f"{what or 'what'}: neither series nor origin (say from which to split, or what to join)"
        )
    if word is Verdict.SPLIT:
        return Review(claim, word, by, at, field=what, note=given.get("note") or None)
    if not target or target == claim:
        raise UsageError("join: to which other claim? (choose a line, or give a claim's id)")
    return Review(claim, word, by, at, field=what, target=target, note=given.get("note") or None)


def _undo(claim: str, by: str, at: datetime, ruling: Ruling) -> Review:
    """Return the row that takes the newest standing word back."""
    standing = [r for r in (ruling.last, ruling.graded, *ruling.notes[-1:]) if r]
    if not standing:
        raise UsageError("review: nothing to undo on this claim (it stands as it was read)")
    newest = max(standing, key=lambda r: r.at)
    if newest.verdict is Verdict.GRADE:
        return Review(claim, Verdict.GRADE, by, at)
    if newest.verdict is Verdict.NOTE:
        return Review(claim, Verdict.NOTE, by, at, target=newest.at.isoformat())
    return Review(claim, Verdict.UNDO, by, at)


def _correction(given: Mapping[str, str]) -> tuple[str, str]:
    field, value = given.get("field", ""), given.get("value", "")
    if field not in FIELDS:
        raise UsageError(f"{field or 'field'}: not a field to correct (choose one of {', '.join(FIELDS)})")
    if value and value not in CHOICES.get(field, (value,)):
        raise UsageError(f"{value}: not a {field} (choose one of {', '.join(CHOICES[field])})")
    if field in {"low", "high"} and value and not value.replace(",", "").replace(".", "", 1).isdecimal():
        raise UsageError(f"{value}: not a number (write 10000 or 4.8)")
    if field == "time" and value and read_edtf(value) is None:
        raise UsageError(
            f"{value}: not a date (write 2024, 2024-06, 2024-06-14, 2024-06/2024-08 or 2023-09/..)"
        )
    return field, value


def _grade(given: Mapping[str, str]) -> str:
    source, information = given.get("source", ""), given.get("information", "")
    grade = given.get("grade", "") or source + information
    if len(grade) != 2 or grade[0] not in "ABCDEF" or grade[1] not in "123456":
        raise UsageError(f"{grade or 'grade'}: not an Admiralty mark (A to F, then 1 to 6, as in B2)")
    return grade
