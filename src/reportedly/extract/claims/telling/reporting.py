"""Who tells a figure where no verb of saying lays it to him: "the agency speaks of 126 cases"."""

from reportedly.extract.claims.scene.marks import Scene
from reportedly.extract.claims.scene.parties import bare, first_of, party, phrase
from reportedly.extract.roles import case_of, surface_subject, verbal
from reportedly.lexicon import load_cues
from reportedly.model import ActorKind, Link, Mention, MentionKind, SourceRole

_ROLES = {ActorKind.OUTLET: SourceRole.OUTLET, ActorKind.PERSON: SourceRole.NAMED_PERSON}
_MAKERS = frozenset({"compound", "nmod:poss", "nmod", "amod", "nmod:desc"})


def by_report(scene: Scene, at: int) -> tuple[Link, ...]:
    """Return who reports a figure as the object of a verb of telling: its clause's, or one behind it."""
    tree, below = scene.tree, at
    counted = tree.tokens[at].head if tree.dep(at) == "nummod" else at
    for kid in tree.by(counted, "acl:relcl"):  # "7,000 containers that Seoul has counted"
        if tree.lemmas[kid] in scene.classes.tells and tree.first(kid, "obj") is not None:
            return _teller(scene, kid)
    for up in tree.rise(at):
        if verbal(tree, up):
            return _teller(scene, up) if not tree.passive(up) and _tells(scene, up, below) else ()
        below = up
    return ()


def _tells(scene: Scene, verb: int, below: int) -> bool:
    """Is a figure told by its verb: "reported 126", "speaks of 126", "raised its count to 126"?"""
    tree, classes = scene.tree, scene.classes
    lemma, case = tree.lemmas[verb], case_of(tree, below)
    if lemma in classes.tells:
        return True
    if lemma in classes.tells_of:
        return case.split()[:1] == ["of"]
    moved = tree.first(verb, "obj")
    told = moved is not None and tree.lemmas[moved] in classes.accounts | classes.tolls
    if told and moved == below:  # "gave a toll of 90"
        return lemma in classes.putting
    told = told and moved is not None and tree.first(moved, "nmod") is None
    return lemma in classes.putting and told and bool({"to", "at", "as"} & set(case.split()))


def _teller(scene: Scene, verb: int) -> tuple[Link, ...]:
    """Return the subject of a verb of telling as a source: a party, who made a paper, a body by its words."""
    tree, subject = scene.tree, surface_subject(scene.tree, verb)
    if subject is None or tree.words[subject] in {"i", "we"}:
        return ()
    cue = tree.tokens[verb].span
    body = bool({tree.lemmas[subject], tree.words[subject]} & load_cues().body.keys())
    who = party(scene, subject) or _maker(scene, subject)
    if who is not None and who.kind is MentionKind.DESCRIPTION and not body and _befell(scene, verb):
        return ()
    if who is not None and not (who.kind is MentionKind.DESCRIPTION and body):
        role = _ROLES.get(who.actor.kind, SourceRole.INSTITUTION)
        role = SourceRole.ANONYMOUS if who.kind is MentionKind.DESCRIPTION else role
        return (Link(role, who.actor, who.words, scene.words(cue), (who.span,), (cue,)),)
    paper = tree.lemmas[subject] in load_cues().document
    if not body and not paper:
        return ()
    span = phrase(scene, subject)
    if paper:
        span = tree.tokens[first_of(tree, subject)].span.cover(span)
        role = SourceRole.DOCUMENT
        return (Link(role, None, " ".join(scene.words(span).split()), scene.words(cue), (span,), (cue,)),)
    return (Link(SourceRole.INSTITUTION, None, bare(scene.words(span)), scene.words(cue), (span,), (cue,)),)


def _befell(scene: Scene, verb: int) -> bool:
    """Tell whether a participle tells what came of an event: "Nine were hurt, raising the toll to 31"."""
    token = scene.tree.tokens[verb]
    return token.tag == "VBG" and token.dep == "advcl"


def _maker(scene: Scene, subject: int) -> Mention | None:
    """Return whose paper or count it is that tells: "a Seoul count", "the ministry's figures"."""
    tree = scene.tree
    if not {tree.lemmas[subject], tree.words[subject]} & load_cues().document.keys():
        return None
    spans = [tree.tokens[kid].span for kid in tree.kids[subject] if tree.dep(kid) in _MAKERS]
    made = (m for m in scene.mentions if any(m.span.holds(span) for span in spans))
    return next((m for m in made if m.actor.kind is not ActorKind.PLACE), None)
