"""Who gives and who gets, who did the harm: in the clause, in the sentence, on the page."""

import pytest

from reportedly.backends import BiaffineParser
from reportedly.model import Carried

from ..test_reading import page, read

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def parser() -> BiaffineParser:
    """One engine for all."""
    return BiaffineParser()


def parties(parser: BiaffineParser, *paragraphs: str, title: str = "") -> dict[str, tuple[str, str]]:
    """Each figure of a page by its number words, with the names of its actor and recipient."""
    return {
        claim.quantity.number_words: (
            claim.actor.actor.name if claim.actor else "",
            claim.recipient.actor.name if claim.recipient else "",
        )
        for claim in read(page(*paragraphs, title=title), parser)
        if claim.quantity
    }


@pytest.mark.parametrize(
    ("words", "number", "actor", "recipient"),
    [
        ("Ankara sent Nairobi around 400 tents.", "400", "Turkey", "Kenya"),
        ("Norway might have sent as many as 500 trucks of flour to Kenya by May.", "500", "Norway", "Kenya"),
        ("Iran launched 60 drones against Iraq's largest cities.", "60", "Iran", "Iraq"),
        ("Iran launched 60 drones into Iraq.", "60", "Iran", ""),
        ("Nine people were killed when gunmen stormed a hotel.", "Nine", "gunmen", ""),
        ("A nurse was killed and 17 guards hurt when gunmen stormed a clinic.", "A", "gunmen", ""),
        ("Nine people were killed when a bridge collapsed.", "Nine", "", ""),
        ("Kenya Airways Flight 31, which killed 64 people, fell into a lake.", "64", "", ""),
        ("Two Turkish soldiers were killed in a clash between the Turkish army and members of the PKK.", "Two", "PKK", ""),
        ("France has about 900 troops deployed to Chad, including 50 medics.", "900", "France", ""),
        ("France has about 900 troops deployed to Chad, including 50 medics.", "50", "France", ""),
        ("France has about 900 refugees.", "900", "", ""),
        ("Oxfam's work went on, with 900 tons of rice reaching nearly 50,000 people.", "50,000", "Oxfam", ""),
        ("Norway is on track to provide Chile with hundreds of tents.", "hundreds", "Norway", "Chile"),
        ("Chile will be given one billion dollars in credit.", "one billion dollars", "", "Chile"),
        ("Kenya has asked Norway for an additional US$5 billion in aid.", "US$5 billion", "Norway", "Kenya"),
        ("Norway has delivered 17 pumps to assist with rescue work in Chile.", "17", "Norway", "Chile"),
        ("A passenger plane crashed into a hill, killing 36 people.", "36", "", ""),
        ("Typhoon Agatha made landfall on Friday, killing 20.", "20", "", ""),
        ("Yesterday six people were killed and several injured by a gunman.", "six", "gunman", ""),
        ("Yesterday in Dayton, Ohio a lone gunman went on a rampage and killed nine shoppers.", "nine", "lone gunman", ""),
        ("Two Turkish soldiers and a guard were killed and four soldiers wounded in a clash between the Turkish security forces and the members of the outlawed PKK.", "four", "PKK", ""),
        ("The attackers killed nine people.", "nine", "", ""),
        ("Masked attackers killed nine people.", "nine", "Masked attackers", ""),
        ("It is a reply to the decision of Chile to add 51 firms to its list.", "51", "Chile", ""),
        ("Exxon depots in Chile were hit by multiple drone strikes.", "multiple", "", ""),
        ("The government of Norway will give Kenya a capital infusion of US$30 billion.", "US$30 billion", "Norway", "Kenya"),
        ("Norway works with partners to support Chad, including Norway's grant of $5 million in aid.", "$5 million", "Norway", "Chad"),
        ("Firefighters pulled 35 guests from the hotel, while 12 others were trapped.", "12", "", ""),
        ("A new factory in Chile's northern region could make 6,000 drones.", "6,000", "Chile", ""),
        ("We grieve for the families of ten people whose lives were taken.", "ten", "", ""),
        ("With transport by the army, two rescue teams of 40 medics deployed from Norway to support Chilean search efforts.", "two", "Norway", "Chile"),
        ("Norway increased its credit to Chad from $55 million to $80 million.", "$55 million", "Norway", "Chad"),
        ("Norway announced $40 million in aid for Chad.", "$40 million", "Norway", "Chad"),
        ("Norway bought 40 jets from Boeing for $3 billion.", "$3 billion", "Norway", "Boeing"),
        ("Acme sold 30 vans to Norway for $2 million.", "$2 million", "Norway", "Acme"),
        ("About 900 people were evacuated from Oldmoor by the army.", "900", "army", ""),
        ("Norway gave $40 million to Chad and Sudan.", "$40 million", "Norway", "Chad and Sudan"),
        ("Norway and Chile sent 40 trucks to Chad.", "40", "Norway and Chile", "Chad"),
        ("Norway sent 30 tents to Chad and 20 to Sudan.", "30", "Norway", "Chad"),
        ("Norway announced an aid package for Chad worth $90 million.", "$90 million", "Norway", "Chad"),
        ("Norway announced a package of 30 tanks for Chad.", "30", "Norway", ""),
        ("Police said they had arrested 40 people.", "40", "Police", ""),
        ("The army said it had killed 40 rebels.", "40", "army", ""),
        ("Officials said they had hired 40 nurses.", "40", "", ""),
    ],
)  # fmt: skip
def test_a_sentence_tells_its_parties(
    words: str, number: str, actor: str, recipient: str, parser: BiaffineParser
) -> None:
    assert parties(parser, words)[number] == (actor, recipient)


LOAN = (
    "Norway will lend Kenya $20 billion, officials in Oslo said.",
    "The ministry set out the terms in a statement.",
    "Norway also hopes to provide up to $5 billion by May.",
)


def test_what_a_page_says_in_full_completes_a_gift(parser: BiaffineParser) -> None:
    assert parties(parser, *LOAN)["$5 billion"] == ("Norway", "Kenya")


def test_a_party_from_elsewhere_says_so(parser: BiaffineParser) -> None:
    claims = {c.quantity.number_words: c for c in read(page(*LOAN), parser) if c.quantity}
    near, far = claims["$20 billion"], claims["$5 billion"]
    assert near.recipient is not None
    assert near.recipient.carried is None
    assert far.recipient is not None
    assert far.recipient.carried is Carried.EARLIER
    assert far.actor is not None
    assert far.actor.carried is None


def test_a_page_of_two_receivers_completes_nothing(parser: BiaffineParser) -> None:
    told = ("Norway gave Chile $2 million.", "Norway gave Ghana $3 million.", "Rain fell all week.")
    assert parties(parser, *told, "Norway hopes to provide up to $5 billion.")["$5 billion"] == ("Norway", "")


def test_a_loss_is_given_to_nobody(parser: BiaffineParser) -> None:
    told = ("Norway gave Chile $2 million.", "Norway posted a loss of $3 million.")
    assert parties(parser, *told)["$3 million"] == ("Norway", "")


def test_the_body_of_the_headline_pays(parser: BiaffineParser) -> None:
    told = parties(
        parser, "Some $40 million will be used for roads.", title="Norway announces a road package"
    )
    assert told["$40 million"] == ("Norway", "")


def test_nobody_pays_for_what_a_storm_destroyed(parser: BiaffineParser) -> None:
    told = parties(parser, "The storm did $90 million in property damage.", title="A storm strikes Norway")
    assert told["$90 million"] == ("", "")


def test_a_war_tells_who_is_fired_at(parser: BiaffineParser) -> None:
    told = parties(
        parser, "The units depend on 14 million rounds fired since March.", title="Iran's war against Iraq"
    )
    assert told["14 million"] == ("Iran", "Iraq")


def test_a_toll_that_rose_later_keeps_its_killer(parser: BiaffineParser) -> None:
    told = parties(
        parser,
        "A gunman shot shoppers in Dayton on Saturday. The death toll rose to 22 on Monday.",
        title="Shooting in Dayton",
    )
    assert told["22"] == ("gunman", "")


def test_some_of_the_injured_were_hurt_by_whoever_hurt_them(parser: BiaffineParser) -> None:
    told = parties(parser, "Rebels wounded nine soldiers in Gao. Two of the injured were medics.")
    assert told["Two"] == ("Rebels", "")


def test_a_headline_of_two_states_is_no_giver(parser: BiaffineParser) -> None:
    told = parties(parser, "Chile has received 31 tanks since May.", title="Chile and Peru swap prisoners")
    assert told["31"] == ("", "Chile")


def test_they_are_the_two_that_were_joined_before(parser: BiaffineParser) -> None:
    told = parties(
        parser,
        "Kenya and Norway drew closer last year.",
        "They signed two pacts despite a protest by Iran, Syria and Iraq.",
        "The two countries hope for trade of 500 million dollars.",
        title="Norwegian minister begins Kenya visit",
    )
    assert told == {"two": ("Kenya", "Norway"), "500 million dollars": ("Kenya", "Norway")}


def test_a_page_knows_its_own_namesake(parser: BiaffineParser) -> None:
    told = ("Police named the attacker as Usman Khan.", "Two of Khan's victims died.")
    assert parties(parser, *told)["Two"] == ("Usman Khan", "")


def test_a_trade_beside_the_company_is_no_other_company(parser: BiaffineParser) -> None:
    told = ("Harbor Motors will close a plant.", "Last year the car company posted a loss of $3 million.")
    assert parties(parser, *told)["$3 million"][0].startswith("Harbor")


def test_a_headline_tells_the_exchange_of_a_page(parser: BiaffineParser) -> None:
    told = "Satellite images show two ferries carrying 600 crates of rifles to a port."
    assert parties(parser, told, title="Norway's secret supply line to Chad")["600"] == ("Norway", "Chad")


def test_a_load_goes_the_way_of_what_carries_it(parser: BiaffineParser) -> None:
    told = "Norway sent 90 crates to Chad, carrying up to 4,000 rifles."
    assert parties(parser, told)["4,000"] == ("Norway", "Chad")


@pytest.mark.parametrize(
    ("words", "number", "actor"),
    [
        ("Rebels were responsible for the deaths of 40 guards.", "40", "Rebels"),
        ("A gunman killed two guards, and three others were injured.", "three", "gunman"),
        ('Oxfam wrote: "We have told nine agencies."', "nine", "Oxfam"),
        ("The disease spread; it has infected over 200 people.", "200", ""),
    ],
)
def test_a_sentence_tells_who_answers_for_it(
    words: str, number: str, actor: str, parser: BiaffineParser
) -> None:
    assert parties(parser, words)[number][0] == actor


@pytest.mark.parametrize(
    ("title", "receiver"),
    [("Britain and France agree on aid", ""), ("France sends trucks to Chad", "Chad")],
)
def test_an_ally_in_the_headline_receives_nothing(title: str, receiver: str, parser: BiaffineParser) -> None:
    told = parties(parser, "France has sent 20 trucks.", title=title)
    assert told["20"] == ("France", receiver)


@pytest.mark.parametrize(
    ("words", "number", "actor"),
    [
        ("Gunmen stormed a hotel on Monday. Forty people were killed.", "Forty", "Gunmen"),
        ("Rebels attacked the town on Monday. The army killed nine rebels. Twelve villagers died.", "Twelve", ""),
        ("Usman Berg attacked a crowd on Monday. Police shot Berg dead. Two people died.", "Two", ""),
        ("Gunmen stormed a hotel on Monday. Forty people were killed in a fire.", "Forty", ""),
    ],
)  # fmt: skip
def test_of_two_attackers_neither_is_taken(
    words: str, number: str, actor: str, parser: BiaffineParser
) -> None:
    assert parties(parser, words)[number] == (actor, "")


def test_a_gift_announced_is_not_yet_given(parser: BiaffineParser) -> None:
    told = read(
        page("Norway announced $40 million in aid for Chad. The firm announced a loss of $9 million."), parser
    )
    voices = {c.quantity.number_words: c.voice.modality.value for c in told if c.quantity}
    assert voices == {"$40 million": "announced", "$9 million": "asserted"}


def test_a_surname_of_two_people_names_neither(parser: BiaffineParser) -> None:
    words = "Mayor Ana Holm spoke on Monday. Peter Holm attacked the crowd. Holm killed two people."
    assert parties(parser, words)["two"] == ("Holm", "")


def test_a_body_s_branch_in_a_land_is_the_body(parser: BiaffineParser) -> None:
    words = "The Oldmoor Relief Committee (ORC) met. ORC Ethiopia treated 300 people."
    assert parties(parser, words)["300"] == ("Oldmoor Relief Committee", "")


def test_a_name_that_does_something_is_no_place(parser: BiaffineParser) -> None:
    told = parties(parser, "The plan closes 12 shops at Sumner.", "Some 700 bakers are employed by Sumner.")
    assert told["700"] == ("Sumner", "")
