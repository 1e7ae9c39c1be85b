"""Who is quoted: in "The Star quoted Ann Lee as saying" the paper relays, and Ann Lee speaks."""

from reportedly.model import ActorKind, Link, MentionKind, SourceRole

from .marks import Scene
from .parties import party


def with_quoted(scene: Scene, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return a chain with whoever its last source quotes "as saying" behind it."""
    if not links:
        return links
    tree = scene.tree
    for cue in links[-1].cue_spans:
        at = scene.top(cue) if scene.sentence.span.holds(cue) else None
        verb = _quoting_verb(scene, at) if at is not None else None
        quoted = tree.first(verb, "obj") if verb is not None else None
        if verb is not None and quoted is not None and not tree.passive(verb):
            link = _link(scene, quoted, verb)
            return links if link is None else (*links, link)
    return links


def _quoting_verb(scene: Scene, at: int) -> int | None:
    """Return the verb of quoting that a cue is, or is the "saying" of."""
    tree = scene.tree
    for verb in (at, tree.tokens[at].head):
        says = any("as" in _marks(scene, kid) for kid in tree.by(verb, "advcl", "xcomp", "obl"))
        if says and tree.lemmas[verb] in scene.classes.quoting:
            return verb
    return None


def _marks(scene: Scene, at: int) -> set[str]:
    return {scene.tree.words[kid] for kid in scene.tree.by(at, "mark", "case")}


def _link(scene: Scene, at: int, verb: int) -> Link | None:
    who, cue = party(scene, at), scene.tree.tokens[verb].span
    if who is None or who.place:
        return None
    role = SourceRole.NAMED_PERSON if who.actor.kind is ActorKind.PERSON else SourceRole.INSTITUTION
    role = SourceRole.ANONYMOUS if who.kind is MentionKind.DESCRIPTION else role
    return Link(role, who.actor, who.words, scene.words(cue), (who.span,), (cue,))
