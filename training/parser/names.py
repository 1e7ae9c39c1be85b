"""Puts other names in the places of names, so that no name must have been seen."""

import random
from collections.abc import Iterator
from dataclasses import replace

from conllu import Word
from edit import children, insert

_GIVEN = (
    "Amina Bello Chidi Dana Elif Farid Goran Hana Ivo Jonas Keiko Leila Marek Nadia Omar Priya Quentin Rosa Sergei "
    "Tomas Ursula Viktor Wei Ximena Yusuf Zoya Aleksandr Beatriz Kofi Oleh Olena Recep Vladimir Volodymyr Benjamin "
    "Emmanuel Narendra Xi Jens Antonio Kaja Mohammed Abdul Ismail Yahya Mahmoud Ursula Shigeru Fumio Ferdinand"
).split()
_FAMILY = (
    "Okafor Lindqvist Petrov Hale Yilmaz Rahman Kovac Suzuki Haddad Nowak Ivanova Mensah Sharma Duarte Kuznetsov "
    "Novak Reyes Melnyk Weber Chen Morales Demir Volkova Santos Adeyemi Syniehubov Shevchenko Zelenskyy Putin Lavrov "
    "Guterres Stoltenberg Erdogan Netanyahu Gallant Sinwar Haniyeh Modi Kishida Lula Macron Scholz Sunak Tusk Peskov"
).split()
_FIRST = "Kim Lee Park Shin Choi Jung Kang Cho Yoon Han Lim Song Ri Ahn Hwang Moon Seo Kwon Tsai Lai".split()
_SECOND = "Jong Won Myung Jae Suk Yo Min Hyun Dong Chul Ki Sang Young Tae Joo Ing Ching".split()
_THIRD = "un sik jung in yeol jong ho soo kyun woo hee su nam il bae wen te".split()
_PLACES = (
    "Russia Ukraine Moscow Kyiv Seoul Pyongyang Beijing Taiwan Tehran Iran Israel Gaza Lebanon Syria Yemen Sudan "
    "Khartoum Myanmar Ethiopia Niger Mali Turkey Ankara Qatar Egypt Cairo India Pakistan Kabul Belarus Minsk Poland "
    "Warsaw Germany Berlin Brussels Washington London Paris Tokyo Kharkiv Odesa Mariupol Kherson Rafah Aleppo Haiti"
).split()
_KNOWN = frozenset(_PLACES) | frozenset(
    "Iraq Baghdad Afghanistan America China Japan France Europe Africa Canada Australia Mexico Spain Italy Texas "
    "California Houston Chicago Britain England Ireland Scotland Palestine Jerusalem Boston Florida Korea Fallujah "
    "Vietnam Cuba Brazil Argentina Greece Rome Sweden Norway Denmark Kenya Nigeria Somalia Libya Algeria".split()
)


def vary_names(words: list[Word], chance: random.Random) -> list[Word]:
    """Swap persons and places for others of our own choosing."""
    words = list(words)
    for i, word in enumerate(words):
        if word.form in _KNOWN and word.upos == "PROPN" and not _parts(words, i) and chance.random() < 0.5:
            words[i] = replace(word, form=chance.choice(_PLACES))
    for at in reversed([i for i, _ in _persons(words)]):
        if chance.random() < 0.5:
            words = _rename(words, at, chance)
    return words


def _persons(words: list[Word]) -> Iterator[tuple[int, int]]:
    for i, word in enumerate(words[:-1]):
        after = words[i + 1]
        lone = word.form.isalpha() and word.form.istitle() and after.form.isalpha() and after.form.istitle()
        flat = after.dep == "flat" and after.head == i and after.upos == word.upos == "PROPN"
        if lone and flat and _parts(words, i) == [i + 1] and not children(words, i + 1):
            yield i, i + 1


def _parts(words: list[Word], at: int) -> list[int]:
    return [c for c in children(words, at) if words[c].dep in {"flat", "compound"}]


def _rename(words: list[Word], at: int, chance: random.Random) -> list[Word]:
    if chance.random() < 0.65:
        words[at] = replace(words[at], form=chance.choice(_GIVEN))
        words[at + 1] = replace(words[at + 1], form=chance.choice(_FAMILY))
        return words
    words[at] = replace(words[at], form=chance.choice(_FIRST))
    space = words[at + 1].space
    words[at + 1] = replace(words[at + 1], form=chance.choice(_SECOND), space=False)
    third = chance.choice(_THIRD)
    third = third.title() if chance.random() < 0.2 else third
    words = insert(
        words,
        at + 2,
        [("-", "PUNCT", "HYPH", "punct", 1), (third, "PROPN", "NNP", "flat", None)],
        head=at + 1,
    )
    words[at + 2] = replace(words[at + 2], space=False)
    words[at + 3] = replace(words[at + 3], space=space)
    return words
