"""In whose voice a claim stands: the chain of sources round its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.claims.figures.choosing import governing_verb
from reportedly.extract.claims.scene.marks import Marks, Scene
from reportedly.extract.claims.scene.stamps import spoken_on
from reportedly.frames import Words
from reportedly.lexicon import ActorTable
from reportedly.model import (
    Actor,
    ActorKind,
    Attribution,
    BlockKind,
    Document,
    Link,
    Mention,
    MentionKind,
    Section,
    SourceRole,
    Span,
)

from .issuers import in_paper, issuer_of, maker_in_words, only_passed_on
from .reporting import by_report

_BY_TITLE = re.compile(
    r"^(?:on-the-record\s+)?(?:joint\s+|press\s+|opening\s+)*"
    r"(?:statement|remarks|address|message|speech|gaggle|briefing)\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>.+)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s(?:on|at|in|after|before|announcing|regarding|following|for|about|to|marking|welcoming)\s",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+)+[A-Z][\w.’'-]*$")
_HEAD = re.compile(r"\s(?:of|in|on|at|from|for|with|to)\s|,")
_CLAUSE = re.compile(r",\s+(?:\w+\s+of\s+)?(?:who|whom|which|whose|where)\b")
_TITLE = 40  # characters that a title before a name may take
_WORD = 14  # characters that one word between may take
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "may", "might", "could", "should"})
_SELF = frozenset({"i", "we", "us", "our", "me"})


def author_of(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Return who speaks throughout: the person whom a statement's title names."""
    title = (document.title or "").strip()
    match = _BY_TITLE.match(title)
    if match is None:
        return None
    who = _SUBJECT.split(match["who"])[0].strip(" ,")
    start = document.text.find(title) + match.start("who") if title in document.text else -1
    if start >= 0:
        span = Span(start, start + len(who))
        for mention in mentions:
            if span.holds(mention.span) and mention.actor.kind is ActorKind.PERSON:
                return mention
    return _named(document, who)


def _named(document: Document, who: str) -> Mention | None:
    """Return the full name that ends a run of titles ("Press Secretary Jen Psaki")."""
    match = _NAME.search(who)
    if match is None:
        return None
    name = " ".join(match.group().split()[-2:])
    actor = Actor("person:" + re.sub(r"[^a-z0-9]+", "-", name.lower()), name, ActorKind.PERSON)
    start = max(document.text.find(name), 0)
    return Mention(Span(start, start + len(name)), name, actor, MentionKind.NAME)


def ours(document: Document, author: Mention | None, actors: ActorTable) -> Mention | None:
    """Return who "we" are in a statement: the state whose seat issues it, else its author."""
    outlet = actors.resolve(document.outlet or "")
    state = actors.country(outlet) if outlet is not None else None
    if author is None or state is None:
        return author
    return Mention(author.span, author.words, state, MentionKind.ANAPHOR)


def chain_of(scene: Scene, at: int, span: Span) -> tuple[Link, ...]:
    """Return the chain of the narrowest attribution whose content holds a token; of two, the longer."""
    place = scene.tree.tokens[at].span
    told = scene.marks.attributions
    around = [a for a in told if _holds(a, place)] or [a for a in told if _holds(a, span)]
    around = around or [a for a in told if _spans(scene, a, place)]
    best = min(around, key=lambda a: (_breadth(a), -len(a.chain)), default=None)
    told_by = tuple(_told(link, scene.marks) for link in _own_voice(scene, at, best)) if best else ()
    links = spoken_on(told_by, scene.block)
    reported = tuple(_told(link, scene.marks) for link in by_report(scene, at)) if not links else ()
    return links or reported or in_paper(scene) or _by_author(scene.marks)


def _own_voice(scene: Scene, at: int, attribution: Attribution) -> Iterator[Link]:
    """Yield the links that lay the words to somebody; "we think" is its speaker's own voice."""
    verb = governing_verb(scene, at)
    for n, link in enumerate(attribution.chain):
        cued = verb != at and _cues(scene, verb, link)
        own = n > 0 and (cued or _shown(link))
        alone = link.words.lower() in _SELF or own
        if not alone and not (cued and _own_deed(scene, verb)) and _speaks(scene, link):
            yield link


def _shown(link: Link) -> bool:
    """Is it a paper or picture that its speaker holds up ("this imagery shows")?"""
    pointed = link.words.lower().startswith(("this ", "these ", "our ", "my "))
    return link.role is SourceRole.DOCUMENT and link.actor is None and pointed


def _speaks(scene: Scene, link: Link) -> bool:
    """Tell a link that lays words to a source from a mood, a thing, a headline's label."""
    return (
        not _mere_mood(link, scene.classes.hearsay)
        and not _mute(link, scene.classes)
        and not _label_above(scene, link)
        and not _scene_of_harm(scene, link)
    )


def _mute(link: Link, words: Words) -> bool:
    """Is the source a thing or a number, which cannot speak ("the total reported casualties", "37")?"""
    if link.actor is not None or link.role is not SourceRole.ANONYMOUS:
        return False
    head = _HEAD.split(link.words.lower())[0].split()[-1:]
    return any(
        word in words.mute or word in words.hazards or not any(c.isalpha() for c in word) for word in head
    )


def _own_deed(scene: Scene, verb: int) -> bool:
    """Tell a figure's own verb from a verb of saying ("added 1,000 parties to the list")."""
    if scene.tree.words[verb + 1 : verb + 2] == ("that",):  # "adding that 30 homes burned"
        return False
    ahead = any(scene.tree.words[aux] in _AHEAD for aux in scene.tree.by(verb, "aux"))
    return ahead or scene.tree.lemmas[verb] not in scene.classes.tells


def _cues(scene: Scene, verb: int, link: Link) -> bool:
    """Is a verb the cue by which a source is told?"""
    return any(cue.holds(scene.tree.tokens[verb].span) for cue in link.cue_spans)


def _label_above(scene: Scene, link: Link) -> bool:
    """Keep a label in a headline to the headline: it does not speak for the page."""
    if scene.section is Section.HEADLINE or not link.cue_spans:
        return False
    blocks = scene.marks.document.blocks
    return any(block.kind is BlockKind.HEADLINE and block.span.holds(link.cue_spans[0]) for block in blocks)


def _scene_of_harm(scene: Scene, link: Link) -> bool:
    """Tell a land that a headline is about from one that speaks: "Philippines: toll rises to 90"."""
    land = link.actor is not None and link.actor.kind is ActorKind.COUNTRY and link.cue == ":"
    return (
        land
        and scene.section is Section.HEADLINE
        and any(o.frame.name in {"casualty", "damage"} for o in scene.openings)
    )


def _spans(scene: Scene, attribution: Attribution, place: Span) -> bool:
    """Tell whether words in brackets or dashes stand inside what a source says."""
    content, sentence = attribution.content, scene.sentence.span
    if not content or not sentence.start <= content[0].start <= place.start:
        return False
    hull = Span(content[0].start, max(c.end for c in content))
    cues = [span for link in attribution.chain for span in (*link.cue_spans, *link.source_spans)]
    return hull.holds(place) and sentence.holds(hull) and not any(cue.holds(place) for cue in cues)


def _mere_mood(link: Link, hearsay: frozenset[str]) -> bool:
    """Tell a passive that is only a mood ("is expected") from hearsay ("is accused")."""
    if link.role is not SourceRole.PASSIVE_UNATTRIBUTED or link.actor is not None:
        return False
    return not any(stem[:5] in link.cue.lower() for stem in hearsay)


def _told(link: Link, marks: Marks) -> Link:
    """Name a source that the page's cast knows: the party that its words begin or end in."""
    if link.actor is not None or not link.source_spans:
        return link
    words = _undated(link, marks)
    source = link.source_spans[0]
    inside = [m for m in marks.mentions if not m.place and source.holds(m.span)]
    own = (m for m in inside if _stands_for(m, source, marks.document.text))
    best = next(own, None) or issuer_of(link, words, marks)
    ends = not any(source.end <= cue.start <= source.end + 1 for cue in link.cue_spans)
    best = best or next((m for m in marks.mentions if ends and _behind(m, source, marks.document.text)), None)
    best = best or _seated(source, words, marks)
    if best is None:
        return replace(link, words=maker_in_words(words, marks) or words)
    return replace(link, actor=best.actor, words=words)


def _seated(source: Span, words: str, marks: Marks) -> Mention | None:
    """Return the state whose organ sits in its capital: "the General Staff in Oslo" is Norway's."""
    organ, where, _ = words.lower().partition(" in ")
    if not where or not set(organ.split()) & marks.frames.words.seated:
        return None
    named = (m for m in marks.mentions if source.holds(m.span) and m.kind is MentionKind.CAPITAL)
    return next((m for m in named if m.span.start > source.start + len(organ)), None)


def _sits(mention: Mention, source: Span, text: str) -> bool:
    """Tell whether a name only says where its source sits: "police in Batangas", not "carmaker Acme"."""
    before = text[source.start : mention.span.start].lower().removesuffix("the ").split()
    return bool(before) and before[-1] in {"in", "at", "near", "from"}


def _stands_for(mention: Mention, source: Span, text: str) -> bool:
    """Tell whether a name is a source, or closes it after a description ("carmaker Acme (AC")."""
    if len(mention.span) >= len(source) - 4:
        return True
    named = mention.kind in {MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.SURNAME}
    named = named and not _sits(mention, source, text) and not only_passed_on(mention, source, text)
    person = mention.actor.kind is ActorKind.PERSON
    return named and (
        mention.span.end >= source.end - 5 or (person and mention.span.start - source.start < _TITLE)
    )


def _behind(mention: Mention, source: Span, text: str) -> bool:
    """Tell whether a name stands right behind a description cut short ("the Norwegian daily VG")."""
    between = text[source.end : mention.span.start] if 0 < mention.span.start - source.end < _WORD else "."
    return mention.kind is MentionKind.NAME and bool(re.fullmatch(r"\s(?:[a-z]+\s)?", between))


def _undated(link: Link, marks: Marks) -> str:
    """Return a source's words without the day on which it spoke, and without a clause that describes it."""
    span = link.source_spans[0]
    for time in marks.times:
        if span.holds(time.span) and time.span.start > span.start:
            cut = time.span.start - span.start
            return re.sub(
                r"\s+(?:as of|on|in|at|late|early|this|last)?\s*$", "", link.words[:cut], flags=re.IGNORECASE
            )
    return _CLAUSE.split(link.words)[0]


def _by_author(marks: Marks) -> tuple[Link, ...]:
    if marks.author is None:
        return ()
    author = marks.author
    return (Link(SourceRole.NAMED_PERSON, author.actor, author.words, "", source_spans=(author.span,)),)


def _holds(attribution: Attribution, span: Span) -> bool:
    return any(content.holds(span) for content in attribution.content)


def _breadth(attribution: Attribution) -> int:
    return sum(len(content) for content in attribution.content)
