"""What a reporting verb gives beside a plain clause, and what of a clause is not its own."""

from reportedly.extract.attributions.scene.passage import Passage
from reportedly.extract.attributions.sources.subjects import agent_of
from reportedly.extract.tree import Tree
from reportedly.lexicon import load_speech


def thing_of(p: Passage, at: int) -> list[int]:
    """Return the noun that a verb reports: "announced a visit", "denounced the loading"."""
    tree = p.tree
    if tree.lemmas[at] not in p.cues.thing or _handles(p, at):
        return []
    if tree.passive(at):
        noun = tree.first(at, "nsubj:pass", "nsubj")
        return tree.under(noun) if noun is not None and agent_of(tree, at) is not None else []
    noun = tree.first(at, "obj")
    if noun is None or noun < at or tree.lemmas[noun] in load_speech().time:
        return []
    parts = [noun, *(i for i in tree.by(at, "obl", "advcl", "xcomp") if is_complement(tree, i))]
    return sorted({t for i in parts for t in tree.under(i) if t > at})


def _handles(p: Passage, at: int) -> bool:
    """Tell a find in the mud ("rescuers found two bodies") from a finding ("the study found flaws")."""
    subject = p.tree.subject(at)
    if p.tree.lemmas[at] != "find" or subject is None:
        return False
    noun = p.tree.lemmas[subject]
    return (
        not any(noun in words for words in (p.cues.document, p.cues.body))
        and p.tree.tokens[subject].pos == "NOUN"
    )


def unless_added(p: Passage, at: int, content: list[int]) -> list[int]:
    """Drop what only ", adding that ..." reports where the verb closes a clause of its own."""
    tree = p.tree
    fronted = any(c < at and tree.words[at - 1] != "that" for c in tree.by(at, "ccomp"))
    added = (i for i in tree.by(at, "advcl") if tree.tokens[i].tag == "VBG" and tree.lemmas[i] in p.cues.say)
    return [] if fronted and content and any(at < i < min(content) for i in added) else content


def as_aside(p: Passage, at: int) -> list[int]:
    """Return all that stands beside "as the ministry said"."""
    tree = p.tree
    by = tree.tokens[at].tag == "VBN" and agent_of(tree, at) is not None
    if tree.subject(at) is None and not by:
        return []
    if not any(tree.words[m] == "as" for m in tree.by(at, "mark", "advmod")):
        return []
    if tree.first(at, "ccomp", "obj") is not None or tree.dep(at) not in {
        "advcl",
        "parataxis",
        "ccomp",
        "conj",
    }:
        return []
    own = set(tree.under(at))
    return [i for i in range(len(tree)) if i not in own]


def told_of(p: Passage, at: int) -> list[int]:
    """Return what somebody is told: "he was told by the envoy of nine dead"."""
    tree, agent = p.tree, agent_of(p.tree, at)
    if agent is None or not tree.passive(at) or tree.lemmas[at] not in load_speech().listens:
        return []
    of = next(
        (i for i in range(agent + 1, len(tree)) if tree.words[i] == "of" and tree.dep(i) == "case"), None
    )
    heads = () if of is None else (tree.tokens[of].head, tree.tokens[tree.tokens[of].head].head)
    if of is None or not {at, agent} & set(heads):
        return []
    ends = (i for i in range(of + 1, len(tree)) if tree.words[i] in {",", ";", "."} and i not in p.quoted)
    return list(range(of + 1, next(ends, len(tree))))


def answer_of(tree: Tree, at: int) -> list[int]:
    """Return the bare answer that a verb gives: "he said no"."""
    last = at + 1 < len(tree) and (at + 2 >= len(tree) or not tree.words[at + 2][0].isalnum())
    answers = tree.lemmas[at] == "say" and last and tree.words[at + 1] in load_speech().answers
    return [at + 1] if answers else []


def without_according(tree: Tree, content: list[int]) -> list[int]:
    """Leave a closing "according to ..." to the source that it names."""
    for n in range(len(content) - 1, 0, -1):
        i = content[n]
        if tree.words[i] == "according" and tree.words[i + 1 : i + 2] == ("to",):
            return content[:n]
    return content


def without_question(tree: Tree, content: list[int]) -> list[int]:
    """Leave out a closing "when asked whether ...", which is another's question."""
    for n, i in enumerate(content):
        if tree.words[i : i + 2] == ("when", "asked"):
            return content[:n]
    return content


def accusation(p: Passage, at: int) -> list[int]:
    """Return whom a verb accuses, and of what: "accused the council of wasting the fund"."""
    tree = p.tree
    if tree.lemmas[at] not in load_speech().accuses or tree.passive(at):
        return []
    whom = tree.first(at, "obj", "iobj")
    if whom is None or whom < at:
        return []
    parts = [whom, *(i for i in tree.by(at, "obl", "advcl", "xcomp") if i > whom and _charged(tree, i))]
    charged = len(parts) > 1 or any(_charged(tree, i) for i in tree.by(whom, "acl", "nmod"))
    return sorted({t for i in parts for t in tree.under(i)}) if charged else []


def _charged(tree: Tree, at: int) -> bool:
    return any(tree.words[c] in {"of", "for", "with"} for c in tree.by(at, "case", "mark"))


def is_complement(tree: Tree, at: int) -> bool:
    """Tell "accused him of ...", "described it as ..." from a plain adverbial."""
    marks = [tree.words[c] for c in tree.by(at, "case", "mark")]
    return bool(marks) and marks[0] in {"as", "of", "for"}
