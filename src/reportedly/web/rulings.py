"""What people's words on a claim come to: the last word counts, an undo takes one back."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Review, Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a claim stands with its reviewers.

    ``verdict`` is accept or reject, or nothing; ``corrections`` are fields with
    their new values; ``placed`` are the standing words that split it off or
    join it to another; ``last`` is the newest word that stands, ``graded`` the
    grade's.
    """

    verdict: Verdict | None = None
    grade: str | None = None
    corrections: tuple[tuple[str, str], ...] = ()
    notes: tuple[Review, ...] = ()
    last: Review | None = None
    graded: Review | None = None
    placed: tuple[Review, ...] = ()

    @property
    def rejected(self) -> bool:
        """Did the last verdict reject it?"""
        return self.verdict is Verdict.REJECT

    @property
    def word(self) -> str | None:
        """The ruling in one word, or nothing."""
        if self.verdict:
            return {"accept": "accepted", "reject": "rejected"}[self.verdict.value]
        if self.corrections:
            return "corrected"
        if self.placed:
            return {"split": "split off", "join": "joined"}[self.placed[-1].verdict.value]
        if self.grade:
            return "graded"
        return "noted" if self.notes else None


def rule(reviews: Iterable[Review]) -> Ruling:
    """Return what the reviews of one claim come to.

    An undo takes back the last accept, reject, correct, split or join; a grade
    without a mark takes back the grade, a note that targets a moment the note of then.
    """
    stack: list[Review] = []
    graded: Review | None = None
    notes: dict[str, Review] = {}
    for review in reviews:
        if review.verdict is Verdict.UNDO:
            del stack[-1:]
        elif review.verdict is Verdict.GRADE:
            graded = review if review.grade else None
        elif review.verdict is Verdict.NOTE and review.target:
            notes.pop(review.target, None)
        elif review.verdict is not Verdict.NOTE:
            stack.append(review)
        if review.note:
            notes[review.at.isoformat()] = review
    verdicts = [r.verdict for r in stack if r.verdict in {Verdict.ACCEPT, Verdict.REJECT}]
    corrected = {r.field: r.value or "" for r in stack if r.verdict is Verdict.CORRECT and r.field}
    return Ruling(
        verdicts[-1] if verdicts else None,
        graded.grade if graded else None,
        tuple(corrected.items()),
        tuple(notes.values()),
        stack[-1] if stack else None,
        graded,
        tuple(r for r in stack if r.verdict in {Verdict.SPLIT, Verdict.JOIN}),
    )
