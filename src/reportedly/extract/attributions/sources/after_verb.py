"""The name after a verb: "..., said Ann Lee, a nurse"."""

from reportedly.extract.attributions.scene.passage import Passage
from reportedly.lexicon import load_speech


def name_right(p: Passage, at: int) -> list[int]:
    """Return a bare name that closes the sentence after the verb: "..., said Ban Ki-moon."."""
    tree = p.tree
    held = [i for i in range(at + 1, len(tree)) if tree.words[i][0].isalnum() or tree.words[i] == "-"]
    if not 1 <= len(held) <= 6 or held != list(range(at + 1, at + 1 + len(held))):
        return []
    named = tree.tokens[held[0]].text[0].isupper() and tree.tokens[held[0]].tag in {"NNP", "NNPS"}
    tight = all(
        tree.tokens[i].text[0].isupper() or tree.words[i - 1] == "-" or tree.words[i] == "-" for i in held
    )
    return held if named and tight else []


def noun_right(p: Passage, at: int) -> list[int]:
    """Return the name after the verb with its appositions: "said Ann Lee, a nurse, ..."."""
    tree = p.tree
    held: list[int] = []
    fresh = True
    for i in range(at + 1, len(tree)):
        word, pos = tree.words[i], tree.tokens[i].pos
        if (
            i in p.quoted
            or word in {";", ":", "—", "–"}
            or (word == "(" and ")" not in tree.words[i : i + 6])
        ):
            break
        if (
            fresh
            and held
            and word not in load_speech().styling
            and (
                pos in {"VERB", "ADP", "SCONJ", "ADV", "CCONJ"}
                or (word in load_speech().aside and word not in {"who", "whose"})
            )
        ):
            break
        if (
            not fresh
            and pos in {"ADP", "SCONJ"}
            and word in load_speech().loose
            and not any(w == "," for w in tree.words[at + 1 : i])
        ):
            break
        fresh = word == ","
        held.append(i)
    held = strip_marks(p, held)
    return held if any(tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"} for i in held[:8]) else []


def strip_marks(p: Passage, held: list[int]) -> list[int]:
    """Drop marks at the end of a name, but no possessive and no bracket."""
    while (
        held and not p.tree.words[held[-1]][0].isalnum() and p.tree.words[held[-1]] not in {")", "'s", "’s"}
    ):
        held = held[:-1]
    return held
