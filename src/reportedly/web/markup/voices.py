"""The four families of voices, each with a hue, a shape and a label."""

from reportedly.model import Claim, Modality, Polarity

_FAMILIES = {
    Modality.ASSERTED: "happened",
    Modality.ESTIMATED: "happened",
    Modality.ADMITTED: "happened",
    Modality.CAPABILITY: "able",
    Modality.POSSIBLE: "able",
    Modality.HYPOTHETICAL: "able",
    Modality.ANNOUNCED: "to-come",
    Modality.PLEDGED: "to-come",
    Modality.PLANNED: "to-come",
    Modality.EXPECTED: "to-come",
    Modality.THREATENED: "to-come",
    Modality.REQUESTED: "to-come",
    Modality.ACCUSED: "disputed",
    Modality.DENIED: "disputed",
}


def family(claim: Claim) -> str:
    """Return a claim's family: said to have happened, to be able, to come, or disputed."""
    if claim.voice.polarity is Polarity.NEGATIVE:
        return "disputed"
    return _FAMILIES[claim.voice.modality]


LINES = {"happened": "happened", "able": "able", "to come": "to-come", "denied": "disputed"}
