"""The `factuality` task: how far an event is told as fact, from -3 (denied) to 3 (asserted)."""

from reportedly.extract import read_voice
from reportedly.model import Block, BlockKind, Document, Modality, Polarity, Sentence, Span, Stage, Voice

from .attribution import parser

# Where each voice stands on the set's scale, when it is affirmed.
SCALE = {
    Modality.ASSERTED: 3.0,
    Modality.ADMITTED: 3.0,
    Modality.ANNOUNCED: 3.0,
    Modality.ESTIMATED: 2.0,
    Modality.ACCUSED: 2.0,
    Modality.DENIED: -2.0,
    Modality.PLEDGED: 2.0,
    Modality.PLANNED: 2.0,
    Modality.EXPECTED: 2.0,
    Modality.THREATENED: 1.0,
    Modality.REQUESTED: 1.6,
    Modality.POSSIBLE: 1.0,
    Modality.CAPABILITY: 1.0,
    Modality.HYPOTHETICAL: 1.0,
}


def predict(line: dict) -> dict[str, object]:
    """Answer one line: a value for each target, in order."""
    text = line["text"]
    document = Document("uw", "", "", "text/plain", text, (Block(BlockKind.BODY, Span(0, len(text)), ""),))
    sentences = parser().parse(document).sentences
    return {"values": [_value(sentences, text, target) for target in line["targets"]]}


def _value(sentences: tuple[Sentence, ...], text: str, target: dict) -> float:
    words = text.split(" ")
    start = len(" ".join(words[: target["span1"][0]])) + (target["span1"][0] > 0)
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            if token.span.start <= start < token.span.end:
                return factuality(read_voice(sentence, at))
    return 3.0


def factuality(voice: Voice) -> float:
    """Put a voice on the scale; a negation turns it round."""
    value = SCALE[voice.modality]
    if voice.stage is Stage.ATTEMPTED:
        value = 1.0
    if voice.polarity is Polarity.NEGATIVE:
        return -3.0 if value > 2 else -value
    if voice.band is not None and voice.band[1] <= 55:
        return -1.0 if voice.band[1] <= 45 else 0.0
    return value
