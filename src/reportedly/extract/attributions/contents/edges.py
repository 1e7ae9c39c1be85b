"""Where a cue clause begins and ends among quotations, commas and dashes."""

from reportedly.extract.attributions.scene.passage import FINITE, Passage
from reportedly.lexicon import load_speech

_LISTENER = 4  # tokens of "told the news agency"


def interrupts(p: Passage, at: int, cue: list[int]) -> bool:
    """Tell a cue clause between two commas from a main clause ("France, Reuters reported, has ...")."""
    tree = p.tree
    if told_between(p, at, cue):
        return True
    subjects = [i for i in tree.by(at, "nsubj", "nsubj:outer") if i < at]
    if not subjects or tree.words[max(cue) + 1 : max(cue) + 2] != (",",):
        return False
    first = min(tree.under(subjects[-1]))
    apart = first > 0 and tree.words[first - 1] == ","
    return apart and (len(subjects) > 1 or _verb_alone(p, at) or _opens_its_clause(p, first, cue))


def told_between(p: Passage, at: int, cue: list[int]) -> bool:
    """Tell "The vote, several people told Reuters, has been put off", whose verb stands alone behind."""
    tree = p.tree
    told = tree.first(at, "obj", "iobj")
    if told is None or tree.lemmas[at] not in load_speech().listens or max(tree.under(told)) > at + _LISTENER:
        return False
    close = max(tree.under(told)) + 1
    verb = tree.words[close : close + 1] == (",",) and close + 1 < len(tree) and p.finite(close + 1)
    verb = verb or (tree.tokens[min(close + 1, len(tree) - 1)].pos == "AUX" and tree.words[close] == ",")
    return bool(verb) and "," in tree.words[: min(cue)] and not any(p.finite(i) for i in range(min(cue)))


def _opens_its_clause(p: Passage, first: int, cue: list[int]) -> bool:
    """Tell "Despite the rain, he said, the ice held", where all but the cue is what he said."""
    tree = p.tree
    behind = max(cue) + 2
    tight = tree.words[first - 1] == "," and tree.tokens[0].pos in {"ADP", "SCONJ", "ADV"}
    bare = not any(p.finite(i) for i in range(first)) and behind < len(tree) and behind not in p.quoted
    return tight and bare and tree.words[behind][0].isalnum() and tree.tokens[0].tag != "VBG"


def _verb_alone(p: Passage, at: int) -> bool:
    """Tell whether what follows starts with a verb whose subject stands left of the cue."""
    tree = p.tree
    verb = next((i for i in range(at + 1, len(tree)) if p.finite(i)), None)
    if verb is None or any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"} for i in range(at + 1, verb)):
        return False
    return tree.tokens[verb].tag in FINITE and not any(p.finite(i) for i in range(clause_start(p, at), at))


def clause_start(p: Passage, at: int) -> int:
    """Return the first token behind the last semicolon before a token."""
    return next((i + 1 for i in range(at - 1, -1, -1) if p.tree.words[i] == ";"), 0)


def edge_opens(p: Passage, end: int) -> bool:
    """Tell whether a colon or a quotation opens right behind the cue clause."""
    after = p.tree.words[end + 1 : end + 3]
    return bool(after) and (
        after[0] == ":" or any(i in p.quoted for i in range(end + 1, min(end + 3, len(p.tree))))
    )


def follows_quotation(p: Passage, cue: list[int]) -> bool:
    """Tell whether the cue clause stands right behind a closed quotation ("..., " said X)."""
    if opens_with_question(p) and min(cue) > 1:
        return False
    edge = closed_before(p, min(cue))
    if edge is not None and (_quotes_its_subject(p, edge, max(cue)) or _quotes_a_name(p, edge, max(cue))):
        return False
    return edge is not None and _spoken_between(p, edge, adverbs_before(p, min(cue)))


def _quotes_its_subject(p: Passage, edge: int, at: int) -> bool:
    """Tell "Holm, who calls it a "farce," said ...": the quoted words tell who speaks."""
    subject = p.tree.subject(at)
    return subject is not None and subject not in p.quoted and edge - 1 in p.tree.under(subject)


def _quotes_a_name(p: Passage, edge: int, at: int) -> bool:
    """Tell "On "The Late Hour," she said that ..." by the clause behind and no verb in the marks."""
    tree = p.tree
    behind = any(i > at and tree.subject(i) is not None for i in tree.by(at, "ccomp"))
    leads = 0 not in p.quoted
    return behind and leads and not any(p.finite(i) for i in range(edge))


def opens_with_question(p: Passage) -> bool:
    """Tell "Asked whether it was "fair," he said ...": the quoted words are the question's."""
    first = p.tree.words[:2]
    return first[:1] == ("asked",) or first == ("when", "asked")


def closed_before(p: Passage, at: int) -> int | None:
    """Return the closing mark of a finished quotation before a verb outside it."""
    if at in p.quoted:
        return None
    edge = next((i for i in range(at - 1, -1, -1) if i in p.quoted), None)
    if edge is None or edge == 0:
        return None
    after = p.tree.words[edge + 1 : edge + 2]
    return edge if p.tree.words[edge - 1][-1] in ",?!.—…-" or after == (",",) else None


def _spoken_between(p: Passage, edge: int, lead: int) -> bool:
    """Tell whether nothing but a name stands between a quotation and the verb."""
    between = [i for i in range(edge + 1, lead) if p.tree.words[i][0].isalnum()]
    if not between:
        return True
    if len(between) > 40 or p.tree.tokens[between[0]].pos in {"CCONJ", "SCONJ", "ADP", "VERB", "AUX"}:
        return False
    return not any(p.finite(i) and not in_relative(p, i) for i in between)


def in_relative(p: Passage, at: int) -> bool:
    """Tell whether a token stands in a clause that only says more of a noun."""
    return p.tree.dep(at) in {"acl:relcl", "acl"} or any(
        p.tree.dep(u) == "acl:relcl" for u in p.tree.rise(at)
    )


def adverbs_before(p: Passage, at: int) -> int:
    """Return where the adverbs right before a token begin, else the token."""
    while at > 0 and p.tree.tokens[at - 1].pos == "ADV":
        at -= 1
    return at


def own_end(p: Passage, at: int, last: int) -> int:
    """Return the last token of the cue clause: up to the next stop that a branch does not bridge."""
    tree = p.tree
    quoted = at in p.quoted
    end = last
    beside = {min(tree.under(k)) for k in tree.by(at, "conj") if k > at and tree.subject(k) is not None}
    for i in range(last + 1, len(tree)):
        if (i in p.quoted) != quoted or i in beside:
            break
        word = tree.words[i]
        if word in {",", ";", ":", "—", "–", "--"} or (not word[0].isalnum() and i == len(tree) - 1):
            break
        end = i
    return end
