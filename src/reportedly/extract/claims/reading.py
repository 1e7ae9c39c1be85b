"""Reads the figures of a sentence into drafts of claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.roles import surface_subject
from reportedly.frames import Slot
from reportedly.model import ActorKind, Cell, Mention, MentionKind, Span

from .borrowing.cells import headed, in_cell
from .borrowing.elliptic import elliptic
from .borrowing.gapping import gapped
from .borrowing.listing import counted_alike, gone_on, labelled
from .borrowing.pairing import paired, without
from .figures.aggregation import aggregation_of
from .figures.choosing import Choice, choose, continued
from .figures.outcomes import cause_of, outcome_of
from .figures.refusals import refused, singled_out
from .figures.things import counted_item
from .figures.tied import Figure, figures
from .figures.units import bare, unit_for
from .parties.filling import Parties, parties_of
from .parties.selves import spoken_of_itself
from .scene.drafts import Draft
from .scene.evidence import auxiliaries, stretch
from .scene.marks import Scene
from .telling.placing import place_of, route_of, slot_words
from .telling.speaking import chain_of
from .telling.timing import time_of
from .telling.voicing import voice_of


def read_figures(scene: Scene, before: Sequence[Draft] = ()) -> Iterator[Draft]:
    """Yield a draft for each figure of a sentence."""
    found: list[Draft] = []
    last: tuple[Figure, Choice] | None = None
    for figure in figures(scene):
        further = gapped(scene, figure, [*before, *found])
        if further is not None:
            found.append(further)
            continue
        pair = paired(scene, figure, found)
        if pair is not None:
            found[-1:] = [without(found[-1], pair.actor), pair]
            continue
        if refused(scene, figure):
            continue
        celled = headed(scene, figure)
        if celled is not None:
            found += _tabled(scene, *celled)
            continue
        again = elliptic(scene, figure, [*before, *found])
        if again is not None:
            found.append(again)
            continue
        choice = continued(scene, figure, choose(scene, figure), last)
        if singled_out(scene, figure) and choice.kind in {"count", "production"}:
            continue
        alike = counted_alike(scene, figure, [*before, *found])
        if alike is not None:
            found.append(labelled(gone_on(read_figure(scene, figure, choice), alike)))
            continue
        united = unit_for(scene, figure, choice, [*before, *found])
        if not bare(united, choice):
            draft = labelled(spoken_of_itself(_ours(read_figure(scene, united, choice))))
            found.append(_listed(draft, united, choice, found))
            last = united, choice
    yield from found


def _tabled(scene: Scene, figure: Figure, choice: Choice, cell: Cell) -> Iterator[Draft]:
    if not bare(figure, choice):
        yield in_cell(read_figure(scene, figure, choice), cell)


def _listed(draft: Draft, figure: Figure, choice: Choice, before: Sequence[Draft]) -> Draft:
    """Let a figure share the parties of the one that it is listed with, or is part of.

    A bare number in a list ("4,300 in France, 3,700 in Germany"), an item of one ("40 trucks and
    six cranes"), a share ("900 troops, including 50 medics").
    """
    for other in reversed(before):
        number = draft.scene.top(other.own)
        bare_number = figure.noun is None and other is before[-1] and draft.kind == "count"
        others = other is before[-1] and _others(draft, figure) and _alike_fates(draft, other)
        if draft.kind == other.kind and (number in choice.standing or bare_number or others):
            return replace(
                draft, actor=draft.actor or other.actor, recipient=draft.recipient or other.recipient
            )
    return draft


def _alike_fates(draft: Draft, other: Draft) -> bool:
    """Did one doer bring both about? Who pulls 35 guests out traps no others."""
    helped = "rescued" in {draft.outcome, other.outcome}
    return draft.kind == "casualty" and (draft.outcome == other.outcome or not helped)


def _others(draft: Draft, figure: Figure) -> bool:
    """Are they further victims ("and three others were hurt")?"""
    words = draft.scene.words(figure.quantity.span).lower().split()
    return bool({"other", "others", "more"} & set(words))


def _ours(draft: Draft) -> Draft:
    """Let "we" in the words of a body be that body: "we have told nine agencies," the firm wrote."""
    tree, subject = draft.scene.tree, surface_subject(draft.scene.tree, draft.at)
    who = draft.links[-1].actor if draft.links else None
    if draft.actor is not None or subject is None or tree.words[subject] != "we" or who is None:
        return draft
    if who.kind not in {ActorKind.ORGANISATION, ActorKind.COUNTRY}:
        return draft
    token = tree.tokens[subject]
    return replace(draft, actor=Mention(token.span, token.text, who, MentionKind.ANAPHOR))


def read_figure(scene: Scene, figure: Figure, choice: Choice) -> Draft:
    """Return what a figure claims under the frame chosen for it."""
    parties = parties_of(scene, figure, choice)
    links = chain_of(scene, figure.number, figure.quantity.number)
    time = time_of(scene, choice.at, figure.number, links)
    opening = choice.opening
    return Draft(
        scene=scene,
        kind=choice.kind,
        at=choice.at,
        span=_evidence(scene, figure, choice, parties),
        own=figure.quantity.span,
        voice=voice_of(scene, choice, links, time),
        links=links,
        opening=opening,
        actor=parties.actor,
        recipient=parties.recipient,
        item=counted_item(scene, figure),
        quantity=figure.quantity,
        aggregation=aggregation_of(scene, figure, choice, time),
        place=place_of(scene, opening, choice.verb),
        origin=slot_words(scene, opening, Slot.ORIGIN) if opening else None,
        destination=slot_words(scene, opening, Slot.DESTINATION) if opening else None,
        route=route_of(scene, opening),
        time=time,
        outcome=outcome_of(scene, choice),
        cause=cause_of(scene, choice),
    )


def _evidence(scene: Scene, figure: Figure, choice: Choice, parties: Parties) -> Span:
    """Return figure, trigger and the parties that stand in the trigger's own clause."""
    tokens = [figure.number, figure.top]
    if figure.noun is not None:
        tokens.append(figure.noun)
    if choice.opening is not None or scene.tree.tokens[choice.verb].pos == "VERB":
        tokens += auxiliaries(scene, choice.at)
    near = [m for m in (parties.actor, parties.recipient) if m is not None]
    return stretch(scene, tokens, near, figure.quantity.span)
