"""Persons by their full names, and what the text says of their office and state."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.extract.tree import Tree
from reportedly.lexicon import CueTable, load_naming
from reportedly.lexicon.actors import ActorTable, OfficeHolders, Title, person
from reportedly.model import Actor, Mention, MentionKind, Span

from .runs import Run, find_runs
from .scene import Scene


@dataclass(frozen=True, slots=True)
class Known:
    """A person whom the document has named so far."""

    actor: Actor
    surnames: frozenset[str]
    titles: tuple[Title, ...] = ()
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The tables that naming a person needs."""

    actors: ActorTable
    holders: OfficeHolders
    cues: CueTable


def find_persons(
    scene: Scene, lexicons: Lexicons, taken: Iterable[Mention]
) -> tuple[list[Mention], dict[str, Known]]:
    """Return the persons a document names in full, then by surname."""
    named = tuple(taken)
    runs = list(find_runs(scene, lexicons.actors, named))
    known: dict[str, Known] = {}
    mentions = [m for r in runs if len(r.words) > 1 for m in _full(scene, r, lexicons, named, known)]
    shared = _shared(runs, known)
    alone = (r for r in runs if len(r.words) == 1 and r.words[0] not in shared)
    mentions += [m for r in alone for m in _surname(scene, r, lexicons, named, known)]
    return mentions, known


def _shared(runs: Iterable[Run], known: dict[str, Known]) -> set[str]:
    """Return the surnames that a page gives to two people, though nothing shows that one is a person.

    Beside the mayor Sadiq Khan, "Usman Khan attacked": then a bare "Khan" may be either.
    """
    borne: dict[str, set[str]] = {}
    for name in (*(k.actor.name for k in known.values()), *(" ".join(r.words) for r in runs)):
        if " " in name:
            borne.setdefault(name.split()[-1], set()).add(name)
    return {surname for surname, names in borne.items() if _different(names)}


def _different(names: set[str]) -> bool:
    """Have some of the names no first name in common ("Joe Biden" and "President Joe R. Biden" have)?"""
    first = [set(name.split()[:-1]) for name in names]
    return any(not one & other for one in first for other in first)


def _full(
    scene: Scene, run: Run, lexicons: Lexicons, named: tuple[Mention, ...], known: dict[str, Known]
) -> Iterator[Mention]:
    """Read a name of two words or more, if something shows that a person bears it."""
    name = " ".join(run.words)
    actor = person(name)
    held = lexicons.holders.named(name)
    if held:
        actor = held[0].person
    elif actor.id not in known and (load_naming().no_name(name) or not _human(scene, run, lexicons)):
        return
    country = _country(scene, run, named) or _sole(h.party for h in held)
    before = known.get(actor.id)
    country = country or (before.actor.country if before else None)
    actor = replace(actor, country=country)
    titles = (*(before.titles if before else ()), *run.titles, *_title_beside(scene, run, lexicons.actors))
    office = run.office or (before.office if before else None)
    known[actor.id] = Known(actor, surnames_of(name, held[0].surname if held else None), titles, office)
    yield Mention(run.span, run.span.of(scene.text), actor, MentionKind.NAME, office=run.office)


def surnames_of(name: str, told: str | None) -> frozenset[str]:
    """Return the words by which a person may be called alone.

    Names of three words, or with a hyphenated second one, may carry the
    surname first (Ban Ki-moon, Xi Jinping).
    """
    words = name.split()
    if told is not None:
        return frozenset({told, *([words[-1]] if told != words[0] else [])})
    eastern = (len(words) == 2 and "-" in words[1]) or (len(words) == 3 and all(len(w) < 6 for w in words))
    return frozenset({words[0], words[-1]} if eastern else {words[-1]})


def _surname(
    scene: Scene, run: Run, lexicons: Lexicons, named: tuple[Mention, ...], known: dict[str, Known]
) -> Iterator[Mention]:
    """Read a lone surname: of one person the document knows, else of one office holder."""
    word = run.words[0]
    fits = [k for k in known.values() if word in k.surnames]
    if not fits and (run.titles or run.honorific):
        fits = [k for k in known.values() if k.actor.name.split()[0] == word]
    rows = lexicons.holders.named(word, on=scene.document.published) or lexicons.holders.named(word)
    people = {row.person.id: row for row in rows}
    if len(fits) == 1 and not (len(people) == 1 and _of_another(run, fits[0], people)):
        yield Mention(
            run.span, run.span.of(scene.text), fits[0].actor, MentionKind.SURNAME, office=run.office
        )
        return
    if len(fits) > 1 or load_naming().no_name(word):
        return
    if len(people) == 1:
        (row,) = people.values()
        actor = replace(row.person, country=_sole([row.party]))
    elif run.titles or run.honorific:
        actor = replace(person(word), country=_country(scene, run, named))
    else:
        return
    known[actor.id] = Known(actor, frozenset({word}), run.titles, run.office)
    yield Mention(run.span, run.span.of(scene.text), actor, MentionKind.SURNAME, office=run.office)


def _of_another(run: Run, known: Known, people: Container[str]) -> bool:
    """Tell whether a title says that another bears the surname: "President Khan", beside his wife Asma."""
    return bool(run.titles) and known.actor.id not in people and not set(run.titles) & set(known.titles)


def _human(scene: Scene, run: Run, lexicons: Lexicons) -> bool:
    """Look for proof of a person: a title, an honorific, an apposition, a verb of saying."""
    if run.titles or run.honorific:
        return True
    tree = scene.trees[run.sentence]
    head = run.head
    if tree.dep(head) in {"nsubj", "obl:agent"} and tree.lemmas[tree.tokens[head].head] in lexicons.cues.say:
        return True
    beside = [i for i in (run.tokens[0] - 1, run.tokens[-1] + 1) if 0 <= i < len(tree)]
    if any(tree.lemmas[i] in lexicons.cues.say and tree.tokens[i].pos == "VERB" for i in beside):
        return True
    return bool(_title_beside(scene, run, lexicons.actors))


def _title_beside(scene: Scene, run: Run, actors: ActorTable) -> tuple[Title, ...]:
    """Return the title in an apposition: "Shin, the defence minister" or "the minister, Shin"."""
    tree = scene.trees[run.sentence]
    beside = [*tree.by(run.head, "appos", "nmod:desc")]
    if tree.dep(run.head) in {"appos", "flat", "nmod:desc"}:
        beside.append(tree.tokens[run.head].head)
    first = run.tokens[0]
    if first > 1 and tree.words[first - 1] == "," and tree.dep(run.head) == "vocative":
        beside.append(first - 2)
    found = (title_of(tree, b, actors) for b in beside if b not in run.tokens)
    return tuple(t for t in found if t is not None and not t.several)


def title_of(tree: Tree, head: int, actors: ActorTable) -> Title | None:
    """Return the title that a noun and the words before it make."""
    if tree.tokens[head].pos not in {"NOUN", "PROPN"}:
        return None
    tail = tree.words[head + 1 : head + 4]
    if tail and tail[0] == "of":
        longer = actors.find_title(" ".join((tree.words[head], *tail[:2]))) or actors.find_title(
            " ".join((tree.words[head], *tail))
        )
        if longer is not None:
            return longer
    if not actors.ends_title(tree.words[head]):
        return None
    return actors.title_at_end(_title_words(tree, head))


def _title_words(tree: Tree, head: int) -> tuple[str, ...]:
    """Return a noun with the nouns and adjectives right before it."""
    first = head
    while (
        first > 0
        and head - first < 5
        and (tree.tokens[first - 1].pos in {"NOUN", "PROPN", "ADJ"} or tree.words[first - 1] == "-")
    ):
        first -= 1
    return tuple(" ".join(tree.words[first : head + 1]).replace(" - ", "-").split())


def _country(scene: Scene, run: Run, named: tuple[Mention, ...]) -> str | None:
    """Return the state in a person's title or apposition: "Russian President Vladimir Putin"."""
    tree = scene.trees[run.sentence]
    held = set(tree.under(run.head))
    if tree.dep(run.head) in {"appos", "nmod:desc", "flat"}:
        held |= set(tree.under(tree.tokens[run.head].head))
    spans = [Span(run.lead, run.span.start)] if run.lead < run.span.start else []
    spans += [
        tree.tokens[i].span
        for i in held
        if tree.dep(i) in {"amod", "nmod:poss", "compound", "nmod"} or i == run.head
    ]
    codes = [
        m.actor.country
        for m in named
        if m.actor.country and any(s.meets(m.span) for s in spans) and not m.place
    ]
    return codes[0] if codes else None


def _sole(parties: Iterable[str]) -> str | None:
    codes = {p.partition(":")[2] for p in parties if p.startswith("country:")}
    return codes.pop() if len(codes) == 1 else None
