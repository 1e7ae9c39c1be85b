"""Which line of a chart a claim belongs to: said to have happened, to be able, to come, denied."""

from enum import StrEnum

from reportedly.model import Claim, Modality, Polarity, Stage


class Family(StrEnum):
    """The voices that are never added to one another."""

    HAPPENED = "happened"
    ALLEGED = "alleged"
    ABLE = "able"
    TO_COME = "to come"
    DENIED = "denied"


_FAMILIES = {
    Modality.ASSERTED: Family.HAPPENED,
    Modality.ESTIMATED: Family.HAPPENED,
    Modality.ADMITTED: Family.HAPPENED,
    Modality.ANNOUNCED: Family.HAPPENED,
    Modality.ACCUSED: Family.ALLEGED,
    Modality.DENIED: Family.DENIED,
    Modality.PLEDGED: Family.TO_COME,
    Modality.PLANNED: Family.TO_COME,
    Modality.EXPECTED: Family.TO_COME,
    Modality.THREATENED: Family.TO_COME,
    Modality.REQUESTED: Family.TO_COME,
    Modality.POSSIBLE: Family.ABLE,
    Modality.CAPABILITY: Family.ABLE,
    Modality.HYPOTHETICAL: Family.ABLE,
}
_IMPLIED = {
    Family.HAPPENED: (Stage.DELIVERED, Stage.IN_TRANSIT),
    Family.ALLEGED: (Stage.DELIVERED, Stage.IN_TRANSIT),
    Family.TO_COME: (Stage.PLANNED,),
    Family.ABLE: tuple(Stage),
    Family.DENIED: tuple(Stage),
}


def family(claim: Claim) -> Family:
    """Return a claim's family of voices; what is negated counts as denied."""
    if claim.voice.polarity is Polarity.NEGATIVE:
        return Family.DENIED
    if claim.voice.modality is Modality.ANNOUNCED and claim.voice.stage in {Stage.PLANNED, Stage.COMMITTED}:
        return Family.TO_COME
    return _FAMILIES[claim.voice.modality]


def line(claim: Claim) -> str:
    """Return the line a claim is drawn on: its family, and its stage where that says more.

    A pledge is a commitment whether or not the stage was read; goods sent are
    on the line of goods delivered.
    """
    voice, stage = family(claim), claim.voice.stage
    if claim.voice.modality is Modality.PLEDGED and stage is None:
        stage = Stage.COMMITTED
    if voice is Family.ALLEGED:
        voice = Family.HAPPENED
    if stage is None or stage in _IMPLIED[voice]:
        return voice.value
    return f"{voice.value}: {stage.value}"
