"""Parties by their exact names: members of the UN, seats, organisations, outlets, offices."""

import importlib.util
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LexiconError
from reportedly.lexicon import ActorRow, Beware, OrganisationKind, load_actors, with_body
from reportedly.model import Actor, ActorKind, MentionKind


def _beside(name: str):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ACTORS = load_actors()
UN = _beside("un_members")
FORMS = [(code, form) for code, *forms in UN.members() for form in forms]
# Shared by two parties, or mostly something else: left open unless the text says more.
OPEN = {"Brussels", "Congolese", "Dominican", "Victoria", "Saint John's", "St. George's"}


def said(words: str) -> str | None:
    found = ACTORS.resolve(words)
    return found.id if found else None


def named(text: str) -> list[str | None]:
    return [sighting.actor.id if sighting.actor else None for sighting in ACTORS.find_all(text)]


def listed(file: str) -> dict[str, dict]:
    return tomllib.loads(files("reportedly.lexicon").joinpath(f"actors/{file}.toml").read_text("utf-8"))


def test_the_table_knows_every_member_of_the_un():
    codes = [code for code, *_ in UN.members()]
    assert len(set(codes)) == 193
    assert all(ACTORS.actor(f"country:{code}") for code in codes)


@pytest.mark.parametrize(("code", "form"), FORMS, ids=lambda value: value)
def test_names_adjectives_and_capitals_of_un_members_resolve_and_never_wrongly(code, form):
    assert said(form) == (None if form in OPEN else f"country:{code}")


def test_at_least_95_of_100_forms_of_un_members_resolve():
    right = sum(said(form) == f"country:{code}" for code, form in FORMS)
    assert right / len(FORMS) > 0.98


@pytest.mark.parametrize(("code", "name"), [pair for pair in UN.listed_names() if pair[1] != "Congo"])
def test_names_as_the_un_lists_them_resolve(code, name):
    assert said(name) == f"country:{code}"


@pytest.mark.parametrize(("code", "form"), FORMS, ids=lambda value: value)
def test_every_form_is_found_whole_in_a_sentence(code, form):
    (sighting,) = ACTORS.find_all(f"on behalf of {form}, and then")
    assert sighting.form == form.replace("’", "'")
    assert f"country:{code}" in {naming.actor.id for naming in sighting.namings}


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the Kremlin", "country:RU"),
        ("White House", "country:US"),
        ("Downing Street", "country:GB"),
        ("the Élysée", "country:FR"),
        ("Elysee Palace", "country:FR"),
        ("the Blue House", "country:KR"),
        ("Zhongnanhai", "country:CN"),
        ("Malacanang", "country:PH"),
        ("Aso Rock", "country:NG"),
        ("Palazzo Chigi", "country:IT"),
        ("the Pentagon", "org:us-dod"),
        ("Foggy Bottom", "org:us-state"),
        ("Quai d’Orsay", "org:fr-foreign"),
        ("Capitol Hill", "org:us-congress"),
        ("Turtle Bay", "org:un"),
    ],
)
def test_seats_of_power(words, actor):
    assert said(words) == actor


PARTIES = [
    (words, actor)
    for table in tomllib.loads(Path(__file__).with_name("parties.toml").read_text("utf-8")).values()
    for words, actor in table.items()
]


@pytest.mark.parametrize(("words", "actor"), PARTIES, ids=[words for words, _ in PARTIES])
def test_seats_and_organisations_are_all_right(words, actor):
    assert said(words) == (actor or None)


def test_the_table_of_seats_and_organisations_is_long_enough():
    named = {actor for _, actor in PARTIES if actor}
    assert sum(actor.startswith("org:") for actor in named) > 150
    assert sum(actor.startswith("country:") for actor in named) > 40


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("N. Korea", "country:KP"),
        ("DPRK", "country:KP"),
        ("Republic of Korea", "country:KR"),
        ("ROK", "country:KR"),
        ("U.S.", "country:US"),
        ("the US", "country:US"),
        ("UK", "country:GB"),
        ("UAE", "country:AE"),
        ("PRC", "country:CN"),
        ("Republic of China", "country:TW"),
        ("Burma", "country:MM"),
        ("Swaziland", "country:SZ"),
        ("Turkiye", "country:TR"),
        ("Cote d’Ivoire", "country:CI"),
        ("Kiev", "country:UA"),
        ("Peking", "country:CN"),
        ("Nigerien", "country:NE"),
        ("Nigerian", "country:NG"),
        ("Frenchmen", "country:FR"),
        ("Iraqis", "country:IQ"),
        ("Batswana", "country:BW"),
        ("Swiss", "country:CH"),
        ("Soviet", "country:SU"),
        ("East Germany", "country:DD"),
        ("Kosovar", "country:XK"),
        ("Hong Kong", "country:HK"),
        ("Bosnian Serb", "place:republika-srpska"),
        ("Gaza", "place:gaza"),
        ("Nato", "org:nato"),
        ("UN refugee agency", "org:unhcr"),
        ("International Atomic Energy Agency", "org:iaea"),
        ("Doctors Without Borders", "org:msf"),
        ("South Korea’s Joint Chiefs of Staff", "org:kr-jcs"),
        ("NIS", "org:kr-nis"),
        ("HUR", "org:ua-hur"),
        ("SBU", "org:ua-sbu"),
        ("FSB", "org:ru-fsb"),
        ("IRGC", "org:ir-irgc"),
        ("Iran's Revolutionary Guards", "org:ir-irgc"),
        ("IDF", "org:il-idf"),
        ("Mossad", "org:il-mossad"),
        ("MI6", "org:gb-mi6"),
        ("Treasury Department", "org:us-treasury"),
        ("OFAC", "org:us-ofac"),
        ("Ansar Allah", "org:houthis"),
        ("Daesh", "org:islamic-state"),
        ("al Shabaab", "org:al-shabab"),
        ("Kurdistan Workers’ Party", "org:pkk"),
        ("Rapid Support Forces", "org:rsf"),
        ("Wagner Group", "org:wagner"),
        ("Reuters", "org:reuters"),
        ("Agence France-Presse", "org:afp"),
        ("KCNA", "org:kcna"),
        ("the New York Times", "org:nyt"),
        ("The Washington Post", "org:wapo"),
        ("Dong-A Ilbo", "org:donga"),
        ("al-Jazeera", "org:al-jazeera"),
        ("Der Spiegel", "org:spiegel"),
        ("Süddeutsche Zeitung", "org:sz"),
        ("Kyiv Independent", "org:kyiv-independent"),
        ("the Guardian", "org:guardian"),
        ("CSIS", "org:csis"),
        ("Institute for the Study of War", "org:isw"),
        ("Stockholm International Peace Research Institute", "org:sipri"),
    ],
)
def test_names_as_news_writes_them(words, actor):
    assert said(words) == actor


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Papua New Guinea met Guinea-Bissau and Equatorial Guinea.",
            ["country:PG", "country:GW", "country:GQ"],
        ),
        ("New Mexico and the Gulf of Mexico", ["place:us-nm", None]),
        ("ships in the South China Sea", [None]),
        ("the Niger Delta of Nigeria", [None, "country:NG"]),
        ("Latin American and African American voters", ["place:latin-america", None]),
        ("South Sudanese and Sudanese officials", ["country:SS", "country:SD"]),
        (
            "Air India flew to the Republic of Ireland from Northern Ireland",
            ["org:air-india", "country:IE", "place:northern-ireland"],
        ),
        ("it cost US$5 and 30 Australian dollars", [None]),
        ("The Washington Post asked Washington", ["org:wapo", "country:US"]),
        (
            "U.S.-led talks with non-Russian and anti-American parties",
            ["country:US", "country:RU", "country:US"],
        ),
        ("the National Guard and the Guardian Council", ["org:ir-guardian-council"]),
        ("Chadwick, Jordanstown and Malian", ["country:ML"]),
    ],
)
def test_the_longest_form_is_found_and_hidden_names_stand_for_nobody(text, actors):
    assert named(text) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("NORTH KOREA SENDS SHELLS TO RUSSIA", ["country:KP", "country:RU"]),
        ("WHO KNOWS WHAT ICE MELTS", [None, None]),
        ("US TROOPS LEAVE CÔTE D'IVOIRE", ["country:US", "country:CI"]),
        ("They saw CHINA.", []),
        ("The WHO met ICE.", ["org:who", "org:us-ice"]),
    ],
)
def test_lines_of_capitals_are_read_and_words_in_them_are_no_parties(text, actors):
    assert named(text) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Congolese troops left.", [None]),
        ("Congolese troops left Brazzaville.", ["country:CG", "country:CG"]),
        ("Kinshasa said Congolese troops had left Congo.", ["country:CD"] * 3),
        ("Brussels fined Poland, the European Union said.", ["org:eu", "country:PL", "org:eu"]),
        ("Brussels, in Belgium", ["country:BE", "country:BE"]),
        ("The RSF shelled a town in Sudan.", ["org:rsf", "country:SD"]),
        ("The Senate voted.", [None]),
        (
            "The Missouri Senate and the Libyan House of Representatives voted, the US said.",
            ["place:us-mo", None, "country:LY", None, "country:US"],
        ),
        ("Victoria said it would wait.", [None]),
        ("Victoria, the capital of Seychelles", ["country:SC", "country:SC"]),
        ("The Senate voted, the White House said.", ["org:us-senate", "country:US"]),
        ("Congress and the Labour Party met in Britain.", [None, "org:gb-labour", "country:GB"]),
        ("North Korea and South Korea share Korean roots.", ["country:KP", "country:KR", None]),
    ],
)
def test_of_parties_that_share_a_form_the_one_is_meant_that_the_text_names_elsewhere(text, actors):
    assert named(text) == actors


EXAMPLES = [
    (example["text"], example["reads"])
    for groups in listed("examples").values()
    for examples in groups.values()
    for example in examples
]


@pytest.mark.parametrize(("text", "reads"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_every_group_of_parties_has_examples_that_read_as_they_say(text, reads):
    assert [actor or "" for actor in named(text)] == reads


def test_no_group_of_organisations_is_without_an_example():
    assert set(listed("organisations")) == set(listed("examples")["organisations"])
    assert set(listed("places")) == set(listed("examples")["places"])


def test_shared_forms_keep_every_reading_and_know_the_usual_one():
    (sighting,) = ACTORS.find_all("Congolese")
    assert {naming.actor.id for naming in sighting.namings} == {"country:CD", "country:CG"}
    assert sighting.actor is None
    assert sighting.likely.id == "country:CD"


@pytest.mark.parametrize(
    ("form", "sort"),
    [
        ("Georgia", Beware.PLACE),
        ("Jordan", Beware.PERSON),
        ("Chad", Beware.PERSON),
        ("Washington", Beware.PERSON),
        ("Turkey", Beware.WORD),
        ("Polish", Beware.WORD),
        ("Male", Beware.SELDOM),
        ("Reunion", Beware.SELDOM),
        ("Niger", Beware.PLACE),
        ("Guinea", Beware.PLACE),
        ("WHO", Beware.CAPS),
    ],
)
def test_forms_with_another_meaning_carry_a_caution(form, sort):
    assert next(naming.beware.sort for naming in ACTORS.find(form)) is sort
    assert all(naming.beware.why for naming in ACTORS.find(form))


def test_accents_carry_their_own_meaning():
    assert said("Malé") == "country:MV"
    assert said("Male") is None
    assert said("Réunion") == "country:RE"


def test_cautions_stand_on_forms_that_exist():
    for file in ("countries", "organisations", "outlets", "places"):
        for rows in [listed(file)] if file == "countries" else listed(file).values():
            for row in rows.values():
                for form in row.get("beware", {}) if isinstance(row, dict) else ():
                    assert form in ACTORS.forms, form


def test_how_a_party_is_named_is_kept():
    kinds = {
        form: ACTORS.find(form)[0].kind
        for form in ("Seoul", "Kremlin", "DPRK", "Russian", "Briton", "France")
    }
    assert list(kinds.values()) == [
        MentionKind.CAPITAL,
        MentionKind.SEAT,
        MentionKind.ABBREVIATION,
        MentionKind.ADJECTIVE,
        MentionKind.DEMONYM,
        MentionKind.NAME,
    ]
    assert [naming.kind for naming in ACTORS.find("Afghan")] == [MentionKind.ADJECTIVE, MentionKind.DEMONYM]


def test_there_are_enough_parties_of_every_sort():
    sorts = [row.sort for row in ACTORS.rows.values()]
    states = [row for row in ACTORS.rows.values() if row.actor.kind is ActorKind.COUNTRY]
    assert len(states) > 240
    assert sum(sort is not None for sort in sorts) > 200
    assert sorts.count(OrganisationKind.OUTLET) > 80
    assert all(sorts.count(sort) > 20 for sort in OrganisationKind)


def test_every_country_code_of_a_party_is_listed():
    for row in ACTORS.rows.values():
        assert row.actor.country is None or ACTORS.actor(f"country:{row.actor.country}"), row.actor


def test_every_office_of_a_party_is_listed():
    known = {body.id for body in ACTORS.bodies.values()} | {"state-media", "ruling-party", "cabinet"}
    assert {row.body for row in ACTORS.rows.values() if row.body} <= known


def test_forces_stand_for_their_state_and_ministries_do_not():
    assert ACTORS.stands_for_state(ACTORS.actor("org:il-idf"))
    assert not ACTORS.stands_for_state(ACTORS.actor("org:us-dod"))


BODIES = listed("bodies")


@pytest.mark.parametrize("name", BODIES)
def test_every_office_has_an_example_that_reads_as_it_says(name):
    text, expected = BODIES[name]["example"], BODIES[name]["reads"]
    sightings = [s for s in ACTORS.find_all(text) if s.actor and s.actor.id == expected[0]]
    joined = [found for s in sightings if (found := with_body(text, s, ACTORS))]
    assert expected[1] in {found.actor.id for found in joined}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Russia’s Defense Ministry said", "Russia’s Defense Ministry", "org:ru-defence-ministry"),
        ("the South Korean military said", "South Korean military", "country:KR"),
        ("the Ministry of Health of Lebanon said", "Ministry of Health of Lebanon", "org:lb-health-ministry"),
        ("the parliament of Portugal met", "parliament of Portugal", "org:pt-parliament"),
        ("South Korea’s main spy agency said", "South Korea’s main spy agency", "org:kr-nis"),
        ("the United States’ defense department", "United States’ defense department", "org:us-dod"),
        ("British intelligence said", "British intelligence", "org:gb-mi6"),
        ("North Korean state media said", "North Korean state media", "org:kcna"),
        ("the central bank of the Philippines", "central bank of the Philippines", "org:ph-central-bank"),
        ("the Russian army captain", "Russian army", "country:RU"),
    ],
)
def test_an_office_beside_a_state_is_an_organisation_or_the_state_itself(text, words, actor):
    found = [joined for s in ACTORS.find_all(text) if (joined := with_body(text, s, ACTORS))]
    assert [(text[f.start : f.end], f.actor.id) for f in found] == [(words, actor)]


@pytest.mark.parametrize(
    "text",
    ["Russian roulette", "Paris police", "Lebanon. The ministry said", "armies of Russia", "Wagner army"],
)
def test_other_words_beside_a_state_make_no_office(text):
    assert [joined for s in ACTORS.find_all(text) if (joined := with_body(text, s, ACTORS))] == []


def test_a_composed_office_is_named_after_its_state():
    (sighting,) = ACTORS.find_all("Saudi Interior Ministry")
    assert with_body("Saudi Interior Ministry", sighting, ACTORS).actor == Actor(
        "org:sa-interior-ministry", "Saudi Interior Ministry", ActorKind.ORGANISATION, "SA"
    )


TITLES = listed("titles")


@pytest.mark.parametrize("name", TITLES)
def test_every_title_has_an_example_in_which_it_stands(name):
    words = TITLES[name]["example"].rstrip(".").split()
    found = {
        title.id
        for start in range(len(words))
        for stop in range(start + 1, len(words) + 1)
        if (title := ACTORS.find_title(" ".join(words[start:stop])))
    }
    assert name in found


@pytest.mark.parametrize(
    ("words", "name", "several", "anonymous"),
    [
        ("Defense Minister", "defence-minister", False, False),
        ("secretary of defense", "defence-minister", False, False),
        ("secretaries general", "secretary-general", True, False),
        ("spokeswomen", "spokesperson", True, False),
        ("officials", "official", True, True),
        ("ministers of foreign affairs", "foreign-minister", True, False),
        ("lawmaker", "lawmaker", False, False),
        ("eyewitnesses", "witness", True, True),
    ],
)
def test_titles_singular_and_plural(words, name, several, anonymous):
    title = ACTORS.find_title(words)
    assert (title.id, title.several, title.anonymous) == (name, several, anonymous)


def test_every_title_is_found_at_the_end_of_its_own_words():
    assert all(ACTORS.title_at_end(tuple(words.split())) is title for words, title in ACTORS.titles.items())


@pytest.mark.parametrize("words", ACTORS.bodies)
def test_every_office_is_found_behind_its_state(words):
    text = f"Chile's {words} met."
    found = with_body(text, next(ACTORS.find_all(text)), ACTORS)
    assert found.form == f"Chile's {words}"


def test_the_longest_title_at_the_end_counts():
    assert ACTORS.title_at_end(("the", "South", "Korean", "defence", "minister")).id == "defence-minister"
    assert ACTORS.title_at_end(("the", "deputy", "prime", "minister")).id == "deputy-prime-minister"
    assert ACTORS.title_at_end(("the", "banana")) is None
    assert ACTORS.title_at_end(()) is None


def test_offices_and_titles_are_listed_in_the_spelling_they_are_looked_up_in():
    for entry in (*BODIES.values(), *TITLES.values()):
        for words in (*entry["say"], *entry.get("plurals", ())):
            assert words == " ".join(words.lower().split())
            assert "defense" not in words


def test_a_user_adds_parties_and_replaces_them():
    mine = ActorRow(
        Actor("org:blue-shield", "Blue Shield", ActorKind.ORGANISATION), adjectives=("Blueshieldian",)
    )
    table = ACTORS.with_extra([mine, ActorRow(Actor("country:KR", "Korea South", ActorKind.COUNTRY, "KR"))])
    assert table.resolve("Blue Shield").id == "org:blue-shield"
    assert table.find("Blueshieldian")[0].kind is MentionKind.ADJECTIVE
    assert table.resolve("Korea South").id == "country:KR"
    assert table.resolve("Seoul") is None
    assert table.resolve("Tokyo").id == "country:JP"
    assert ACTORS.resolve("Blue Shield") is None


def test_an_id_that_stands_twice_is_refused():
    row = ActorRow(Actor("org:twin", "Twin", ActorKind.ORGANISATION))
    with pytest.raises(LexiconError, match="org:twin: stands twice"):
        _build([row, ActorRow(Actor("org:twin", "Other", ActorKind.ORGANISATION))])


def _build(rows):
    from reportedly.lexicon.actors.table import build_table  # noqa: PLC0415 - a room's own door, opened for its test

    return build_table(rows, bodies={}, titles={})


@given(
    st.lists(
        st.sampled_from(
            [
                "Congo",
                "the",
                "US",
                "$5",
                "New",
                "Mexico",
                "’s",
                "\n",
                "RUSSIA",
                "Guinea-Bissau",
                ".",
                "Korean",
            ]
        ),
        max_size=12,
    )
)
def test_sightings_stand_in_the_text_in_order_and_never_overlap(words):
    text = " ".join(words)
    end = 0
    for sighting in ACTORS.find_all(text):
        assert end <= sighting.start < sighting.end <= len(text)
        assert text[sighting.start : sighting.end].upper().replace("\n", " ") == sighting.form.upper()
        end = sighting.end
