"""Long work as it goes: a line for each page read, for each claim that fails."""

import sys
from collections.abc import Iterable

from reportedly.pipeline import Fate, Finding, Outcome

from .output import as_json


def print_outcomes(outcomes: Iterable[Outcome], *, json: bool) -> int:
    """Print a line for each page as it is read; return 1 if any was refused."""
    counts = dict.fromkeys(Fate, 0)
    found = 0
    for outcome in outcomes:
        counts[outcome.fate] += 1
        found += outcome.claims
        if json:
            print(as_json(_outcome(outcome)), flush=True)
        else:
            print(_line(outcome), file=sys.stderr if outcome.fate is Fate.REFUSED else sys.stdout, flush=True)
    if not json:
        said = ", ".join(f"{number} {fate.value}" for fate, number in counts.items() if number)
        print(f"{said or 'nothing to add'}; {found} new claims")
    return 1 if counts[Fate.REFUSED] else 0


def _outcome(outcome: Outcome) -> dict[str, str | int | None]:
    return {
        "source": outcome.source,
        "fate": outcome.fate.value,
        "claims": outcome.claims,
        "document": outcome.document,
        "reason": outcome.reason,
    }


def _line(outcome: Outcome) -> str:
    if outcome.reason is not None:
        return f"{outcome.fate.value:<10} {outcome.reason}"
    claims = f"{outcome.claims:>4} claims" if outcome.fate is Fate.ADDED else " " * 11
    return f"{outcome.fate.value:<10} {claims}  {outcome.source}"


def print_findings(findings: Iterable[Finding], *, json: bool) -> int:
    """Print each claim whose words are not where it says; return 1 if there is any."""
    looked, failed = 0, 0
    for finding in findings:
        looked += 1
        if finding.fault is None:
            continue
        failed += 1
        claim = finding.entry.claim
        fault = {"claim": claim.id, "document": claim.document, "fault": finding.fault}
        print(as_json(fault) if json else f"failed  {finding.fault}", flush=True)
    if not json:
        print(f"{looked - failed} of {looked} claims found word for word in the archived bytes")
    return 1 if failed else 0
