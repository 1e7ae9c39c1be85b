"""Strategies that make any record of the model, within its own laws."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from reportedly.model import (
    Actor,
    ActorKind,
    Aggregation,
    Block,
    BlockKind,
    Bound,
    Capture,
    Claim,
    Document,
    Evidence,
    Granularity,
    Item,
    Link,
    Measure,
    Mention,
    MentionKind,
    Modality,
    Parse,
    Period,
    Polarity,
    Quantity,
    Reading,
    Review,
    RouteMode,
    Section,
    Sentence,
    SourceRole,
    Span,
    Stage,
    TimeExpression,
    TimexType,
    Token,
    Verdict,
    Voice,
)

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
names = st.text("abcdefgh-:", min_size=1, max_size=12)
spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 500), st.integers(0, 80))
amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False).map(
    lambda value: value.normalize() + 0
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
times = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(lambda t: t.replace(tzinfo=UTC))  # noqa: DTZ001


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(st.none() | amounts)
    high = draw(st.none() | amounts)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(
        span=draw(spans),
        number=draw(spans),
        words=draw(words),
        low=low,
        high=high,
        bound=draw(st.sampled_from(Bound)),
        measure=draw(st.sampled_from(Measure)),
        approximate=draw(st.booleans()),
        unit=draw(st.none() | words),
        currency=draw(st.none() | st.just("USD")),
        band=draw(st.none() | st.just((Decimal(24), Decimal(99)))),
    )


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.none() | days)
    length = timedelta(days=draw(st.integers(1, 4000)))
    end = draw(st.none() | (st.just(start + length) if start else days))
    return Period(start, end, draw(st.sampled_from(Granularity)), draw(st.booleans()))


actors = st.builds(Actor, names, words, st.sampled_from(ActorKind), st.none() | names)
mentions = st.builds(
    Mention, spans, words, actors, st.sampled_from(MentionKind), st.booleans(), st.none() | words
)
expressions = st.builds(
    TimeExpression, spans, words, st.sampled_from(TimexType), words, st.none() | periods(), st.none() | words
)
links = st.builds(
    Link,
    role=st.sampled_from(SourceRole),
    actor=st.none() | actors,
    words=words,
    cue=words,
    source_spans=st.tuples(spans),
    said_on=st.none() | periods(),
    carried=st.booleans(),
)
voices = st.builds(
    Voice,
    st.sampled_from(Modality),
    st.sampled_from(Polarity),
    st.none() | st.sampled_from(Stage),
    st.none() | words,
)
evidences = st.builds(Evidence, words, words, words, spans, st.sampled_from(BlockKind), words)
claims = st.builds(
    Claim,
    id=names,
    document=names,
    kind=names,
    section=st.sampled_from(Section),
    evidence=evidences,
    extractor=words,
    confidence=st.floats(0, 1),
    voice=voices,
    actor=st.none() | mentions,
    recipient=st.none() | mentions,
    item=st.none() | st.builds(Item, words, words, st.none() | names),
    quantity=st.none() | quantities(),
    aggregation=st.none() | st.sampled_from(Aggregation),
    route_mode=st.none() | st.sampled_from(RouteMode),
    time=st.none() | expressions,
    attribution=st.lists(links, max_size=2).map(tuple),
)
blocks = st.builds(Block, st.sampled_from(BlockKind), spans, words, st.none() | times)
documents = st.builds(
    Document,
    names,
    words,
    names,
    names,
    words,
    st.tuples(blocks),
    st.tuples(st.builds(Reading, names, words, words)),
)
tokens = st.builds(Token, spans, words, words, names, names, names, st.integers(0, 5))
parses = st.builds(
    Parse, names, names, st.tuples(st.builds(Sentence, spans, st.tuples(tokens), st.integers(0, 9)))
)
captures = st.builds(Capture, words, names, names, st.none() | times)
reviews = st.builds(Review, names, st.sampled_from(Verdict), words, times, st.none() | words)
