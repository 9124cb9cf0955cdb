"""What statements are about as a table: the territories of a short text, and which of them each statement concerns."""

import re
from typing import Any

import pytest

from kg.extraction import Article
from kg.extractors.statements import statements
from kg.extractors.territories import territories
from kg.facts import Territory
from tests.extractors.conftest import Read, cases

KNOWN = {
    "topics-006": "an aside on a town that no table knows",
    "topics-029": "nothing tells that steel has no part in the dispute",
    "topics-042": "a land that is a state as well falls with no word of dispute",
    "topics-055": "a dispute long asleep; its land is named as any other",
}


def named(article: Article) -> dict[str, set[str]]:
    """The territories by label with their names; descriptions ("the islands") are left out, and articles."""
    forms = {
        one.label: {re.sub("^(the|both) ", "", m.text, flags=re.I) for m in one.mentions}
        for one in article.facts(Territory)
    }
    return {
        label: {form for form in several if form != form.lower() or not form.isascii()}
        for label, several in forms.items()
    }


def topics_of(article: Article, words: str) -> set[str]:
    """The labels of what the innermost statement with these words is about; none where no statement has them."""
    labels = {one.id: one.label for one in article.facts(Territory)}
    holding = [one for one in statements(article) if any(words in span.text for span in one.content)]
    innermost = min(holding, key=lambda one: sum(map(len, one.content)), default=None)
    return {labels[ident] for ident in innermost.about} if innermost else set()


@pytest.mark.parametrize("case", cases("topics"), ids=lambda case: case["id"])
def test_statements_are_about(read: Read, case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True))
    article = read(*case["text"].split("\n\n"))
    article.found[Territory] = tuple(territories(article))
    wanted = {
        one["label"]: {re.sub("^the ", "", form, flags=re.I) for form in one["mentions"]} for one in case["territories"]
    }
    about = [topics_of(article, one["words"]) for one in case["statements"]]
    assert (named(article), about) == (wanted, [set(one["about"]) for one in case["statements"]])


def about(read: Read, words: str, *paragraphs: str) -> set[str]:
    article = read(*paragraphs)
    article.found[Territory] = tuple(territories(article))
    return topics_of(article, words)


def test_words_follow_their_sentence_to_another_territory_but_not_to_a_place_within_the_first(read: Read) -> None:
    dispute = "Morocco and Algeria quarrel over Western Sahara. Western Sahara was Spanish."
    elsewhere = "Asked about Ceuta, the minister said that nothing would change."
    assert about(read, "nothing would change", dispute, elsewhere) == {"Ceuta"}
    within = "After shots at Guerguerat, the minister said that the truce was over."
    assert about(read, "the truce was over", dispute, within) == {"Western Sahara"}
    part = "Asked about Guerguerat, the minister said that the truce was over."
    assert about(read, "the truce was over", dispute, part) == {"Guerguerat"}


def test_article_on_two_disputes_alike_is_about_neither(read: Read) -> None:
    first = "Dokdo and Crimea are in the news. Crimea has been annexed; Dokdo is claimed."
    assert about(read, "The dispute goes on", first, '"The dispute goes on," a reader wrote.') == set()
    assert about(read, "The dispute goes on", f"{first} Dokdo is steep.", '"The dispute goes on," a reader wrote.') == {
        "Liancourt Rocks"
    }


def test_islands_rather_than_the_sea_that_is_named_as_often_are_what_an_article_is_about(read: Read) -> None:
    first = "Ships met in the East China Sea on Monday. Both states claim the Senkaku Islands."
    assert about(read, "a grave step", first, '"It is a grave step," a minister said.') == {"Senkaku Islands"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the fleet would sail into Norway", set()),
        ("nobody would invade Norway", set()),
        ("the fleet would sail into Norway to claim what is ours", {"Southern Kuril Islands"}),
        ("an invasion of Norway had spoilt what Russia and Japan had begun", {"Southern Kuril Islands"}),
        ("the fleet would sail", {"Southern Kuril Islands"}),
    ],
)
def test_words_on_what_happens_in_another_land_are_not_about_the_article_s(
    read: Read, words: str, found: set[str]
) -> None:
    said = f"Nobody lives in the Northern Territories. An admiral in the Northern Territories said {words}."
    assert about(read, words, said) == found


def test_words_on_an_attack_are_about_the_territory_of_an_article_that_names_it_once(read: Read) -> None:
    paragraphs = ["Israel annexed the Golan Heights.", *["It rained all day and the shops were shut."] * 4]
    shots = "The army said the rockets came from the north."
    assert about(read, "came from the north", *paragraphs, shots) == {"Golan Heights"}
    assert about(read, "came from the north", *paragraphs, shots.replace("rockets", "clouds")) == set()


def test_whole_counts_beside_its_part_unless_it_only_says_where_that_lies(read: Read) -> None:
    both = {"Mischief Reef", "Spratly Islands"}
    assert about(read, "is", '"Mischief Reef in the Spratly Islands is ours," Manila said.') == {"Mischief Reef"}
    assert about(read, "is", '"Mischief Reef is ours as the Spratly Islands are," Manila said.') == both
    twice = '"Mischief Reef in the Spratly Islands is ours, and the Spratly Islands too," Manila said.'
    assert about(read, "is", twice) == both


def test_pronoun_takes_up_what_its_paragraph_turned_to(read: Read) -> None:
    dispute = "Morocco and Algeria quarrel over Western Sahara. Western Sahara was Spanish."
    aside = 'Spain holds Ceuta. "{}" an old man said.'
    assert about(read, "and always", dispute, aside.format("It is ours and always was,")) == {"Ceuta"}
    assert about(read, "and always", dispute, aside.format("We are tired and always were,")) == {"Western Sahara"}
    back = 'Ceuta is far from Western Sahara. "It is ours and always was," an old man said.'
    assert about(read, "and always", dispute, back) == {"Western Sahara"}


def test_reef_rather_than_the_sea_around_it_is_what_an_article_is_about(read: Read) -> None:
    paragraphs = [
        "A Chinese ship rammed a boat near Sabina Shoal.",
        "Sabina Shoal lies in the South China Sea. China claims most of the South China Sea.",
    ]
    assert about(read, "a grave step", *paragraphs, '"It is a grave step," a minister said.') == {"Sabina Shoal"}


def test_place_of_the_title_outweighs_a_whole_that_is_named_by_its_parts(read: Read) -> None:
    paragraphs = [
        "Trump called Jerusalem the capital of Israel. Jerusalem is claimed by both.",
        "The Palestinian territories were calm, but for Gaza. Gaza was shelled, Hebron shut, and the West Bank closed.",
    ]
    assert about(read, "a grave step", *paragraphs, '"It is a grave step," a minister said.') == {"Jerusalem"}


def test_state_without_part_in_the_dispute_speaks_of_the_one_named_before(read: Read) -> None:
    dispute = "Japan and South Korea quarrel over Dokdo. Dokdo is steep, and Dokdo is small."
    aside = "Japan also holds the Senkaku Islands."
    said = "The {} foreign ministry said that nobody would be let go."
    assert about(read, "nobody would", dispute, aside, said.format("Chinese")) == {"Senkaku Islands"}
    assert about(read, "nobody would", dispute, aside, said.format("South Korean")) == {"Liancourt Rocks"}
    far = ["It rained all day.", "The shops were shut."]
    assert about(read, "nobody would", dispute, aside, *far, said.format("Chinese")) == {"Liancourt Rocks"}


def test_sentence_that_names_the_article_s_territory_turns_to_no_other(read: Read) -> None:
    dispute = "Argentina claims the Falkland Islands. The Falkland Islands are British."
    aside = "The secretary for the Falkland Islands and Antarctica said that nobody had asked."
    assert about(read, "nobody had asked", dispute, aside) == {"Falkland Islands"}


def test_town_in_which_something_is_and_the_waters_around_are_not_the_topic(read: Read) -> None:
    dispute = "Georgia lost Abkhazia. Abkhazia has a flag, and Abkhazia a hymn."
    assert about(read, "no talks", dispute, "A minister said that there would be no talks in Sukhumi.") == {"Abkhazia"}
    reef = "A ship was rammed at Sabina Shoal. Sabina Shoal is in the South China Sea."
    assert about(read, "patrol", reef, '"We will patrol these waters," an admiral said.') == {"Sabina Shoal"}


def test_paragraph_on_the_people_of_the_territory_is_on_it(read: Read) -> None:
    paragraphs = ["Georgia lost Abkhazia.", *["It rained all day and the shops were shut."] * 4]
    people = '"The Abkhaz will sign nothing," a writer said.'
    assert about(read, "sign nothing", *paragraphs, people) == {"Abkhazia"}
    assert about(read, "sign nothing", *paragraphs, people.replace("Abkhaz", "bakers")) == set()


def test_government_in_a_capital_is_no_place_elsewhere(read: Read) -> None:
    dispute = "Azerbaijan took Nagorno-Karabakh. Nagorno-Karabakh had a parliament."
    said = "Its mayors said that no government in Yerevan could sell it."
    assert about(read, "no government", dispute, said) == {"Nagorno-Karabakh"}


@pytest.mark.parametrize(
    ("words", "found"),
    [("the shops in Russia were empty", {"Southern Kuril Islands"}), ("the shops in Moscow were empty", set())],
)
def test_what_is_in_a_party_s_land_but_not_in_its_capital_may_be_of_the_dispute(
    read: Read, words: str, found: set[str]
) -> None:
    dispute = "Nobody lives in the Northern Territories."
    assert about(read, words, dispute, f"An admiral said {words}.") == found
    assert about(read, words, f"{dispute} An admiral said {words}.") == {"Southern Kuril Islands"}


def test_article_that_speaks_of_disputes_keeps_to_a_territory_that_it_names_at_the_top(read: Read) -> None:
    top, quarrel = "Guyana holds the Essequibo.", "The border dispute went to the court, and the treaty is in dispute."
    said = '"We will sleep well," an old man said.'
    assert about(read, "sleep well", top, *[quarrel] * 5, said) == {"Essequibo"}
    assert about(read, "sleep well", *[quarrel] * 5, top, said) == set()


def test_what_a_crowd_did_in_the_streets_is_not_about_the_territory(read: Read) -> None:
    crowd = "Japan claims the Northern Territories. Hundreds marched through Sapporo. "
    assert about(read, "nine had", crowd + "Police said nine had been detained.") == set()
    assert about(read, "the rallies would", crowd, "An organizer said the rallies would go on.") == set()
    fishermen = "Japan claims the Northern Territories. A trawler did not come back. "
    assert about(read, "nine had", fishermen + "Police said nine had been detained.") == {"Southern Kuril Islands"}


def test_place_from_which_somebody_speaks_is_not_the_topic(read: Read) -> None:
    dispute = "Israel annexed the Golan Heights. Syria wants the Golan Heights back."
    speech = "A cleric, in a sermon in Gaza on Friday, urged believers to rise."
    assert about(read, "believers to rise", dispute, speech) == {"Golan Heights"}


def test_what_the_next_speaker_of_a_sentence_names_is_his_topic_alone(read: Read) -> None:
    dispute = "Argentina claims the Falkland Islands. The Falkland Islands are British."
    both = "The envoy accused London of cowardice and said that Gibraltar was a colony."
    assert about(read, "of cowardice", dispute, both) == {"Falkland Islands"}
    assert about(read, "was a colony", dispute, both) == {"Gibraltar"}


def test_region_in_which_there_is_to_be_peace_is_no_territory(read: Read) -> None:
    dispute = "Trump called Jerusalem the capital of Israel. Jerusalem is claimed by both. Gaza was quiet."
    said = "An envoy said the step was unhelpful for peace in the region."
    assert about(read, "unhelpful", dispute, said) == {"Jerusalem"}


def test_island_is_the_topic_rather_than_the_group_that_it_is_one_of(read: Read) -> None:
    paragraphs = [
        "Russia has built a runway on Shikotan, one of the Southern Kuril Islands, an airline said on Monday.",
        "The first flight to Shikotan carried a minister.",
        "Fishermen have worked off the Southern Kurils for years, and most boats leave from Iturup.",
        "The head of the airline called the runway 'a gift'.",
    ]
    assert about(read, "a gift", *paragraphs) == {"Shikotan"}


def test_headings_do_not_count_among_the_paragraphs_of_which_many_name_the_territory(read: Read) -> None:
    paragraphs = [
        "Shikotan is to have a runway of its own, the airline said on Monday.",
        "What is planned?",
        "The builders are to begin with the road that leads from the harbour to the hill.",
        "Who will fly?",
        "The head of the airline called the plan 'a gift'.",
        "What comes next?",
        "Tickets will be sold from the first week of June, and cheap ones will be rare.",
        "Shikotan had a runway of gravel that was given up half a century ago.",
        "What does it cost?",
        "Nobody at the ministry would name a sum, and the builders were as silent.",
    ]
    assert about(read, "a gift", *paragraphs) == {"Shikotan"}


TWINS = (
    "Abkhazia and South Ossetia broke away in 2008. Russia keeps troops in Abkhazia and South Ossetia.",
    "Abkhazia and South Ossetia are Georgian, Georgia says.",
)


@pytest.mark.parametrize(
    ("paragraph", "words", "topics"),
    [
        (
            '"The occupation must end," Georgian diplomat Nino Beridze said.',
            "occupation",
            {"Abkhazia", "South Ossetia"},
        ),
        ('In Abkhazia shops were shut. "They claim our land," Nino Beridze said.', "claim", {"Abkhazia"}),
        ('"It is the price of bread that worries me," Nino Beridze said.', "bread", set()),
        ('"Bread is dearer than a border treaty," Nino Beridze said.', "Bread", {"Abkhazia", "South Ossetia"}),
    ],
)
def test_two_named_in_one_breath_are_what_an_article_is_about(
    read: Read, paragraph: str, words: str, topics: set[str]
) -> None:
    assert about(read, words, *TWINS, paragraph) == topics
