"""Whom mentions mean, one construction at a time."""

from typing import Any

import pytest

import kg.extractors.events
from kg.extraction import extract
from kg.facts import Event
from tests.extraction.coreference.test_coreference_table import meant_at
from tests.extraction.speech_table import occurrences

assert kg.extractors.events


def whom(read: Any, text: str, words: str) -> list[str]:
    """Return the labels of those whom the last occurrence of some words means."""
    article = read(text)
    actors = meant_at(article, occurrences(words, text)[-1])
    return sorted(article.cast.members[actor].label for actor in actors)


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("Ana Holm said the ferry was late. Holm said it sank.", "Holm", ["Ana Holm"]),
        ("Ana Holm, the mayor of Norby, left. The mayor said the ferry sank.", "The mayor", ["Ana Holm"]),
        ("President Ana Holm left for Norby. She said the ferry sank.", "She", ["Ana Holm"]),
        (
            "The Estonian foreign ministry closed. It said the ferry sank.",
            "It",
            ["Estonian Foreign Ministry"],
        ),
        (
            "Mayor Ana Holm met Governor Jan Dahl. The two leaders said the ferry sank.",
            "The two leaders",
            ["Ana Holm", "Jan Dahl"],
        ),
    ],
    ids=["surname", "role", "pronoun", "ministry", "pair"],
)
def test_a_mention_means_who_was_named(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


MET = "Mayor Ana Holm met Governor Jan Dahl. "


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        (MET + "The two said the ferry sank.", "The two", ["Ana Holm", "Jan Dahl"]),
        (MET + "Both denied that the ferry sank.", "Both", ["Ana Holm", "Jan Dahl"]),
        (MET + "Neither would say whether the ferry sank.", "Neither", ["Ana Holm", "Jan Dahl"]),
        (MET + "The former said the ferry sank.", "The former", ["Ana Holm"]),
        (MET + "The latter said the ferry sank.", "The latter", ["Jan Dahl"]),
    ],
)
def test_one_or_both_of_two(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


def test_the_former_mayor_is_no_pronoun(read: Any) -> None:
    assert whom(read, MET + "The former mayor of Norby said the ferry sank.", "former") == []


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("King Jan Dahl met Queen Ana Holm. Her warning that the ferry sank went unheard.", "Her", ["Ana Holm"]),
        ("Maria Holm attacked Peter Dahl. He said the ferry sank.", "He", ["Peter Dahl"]),
        ("Sailors told Mayor Tom Dahl that the ferry sank. He said he knew.", "He", ["Tom Dahl"]),
        ("Senator Ana Holm asked Mayor Jo Dahl what had sunk. He answered that it was the ferry.", "He", ["Jo Dahl"]),
        ("Mayor Ana Holm left. It rained. Snow fell. Ice came. She said the ferry sank.", "She", ["Ana Holm"]),
        ("Mayor Eva Dahl left. A letter was sent to Senator Jo Holm. She said it sank.", "She", ["Eva Dahl"]),
        ("Before she told the crew, Mayor Ana Holm said the ferry sank.", "she", ["Ana Holm"]),
    ],
    ids=["title", "given name", "number", "who is asked", "farther back", "subject", "behind the clause"],
)
def test_who_agrees(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("“I saw the ferry sink,” said Mayor Ana Holm.", "I", ["Ana Holm"]),
        (MET + "“He said the ferry sank,” she recalled.", "He", ["Jan Dahl"]),
        ("Mayor Ana Holm said she had seen the ferry sink.", "she", ["Ana Holm"]),
        ("The Estonian foreign ministry said that it had seen the ferry sink.", "it", ["Estonian Foreign Ministry"]),
        ("Mayor Ana Holm said Governor Jan Dahl denied he knew the ferry.", "he", ["Jan Dahl"]),
    ],
)
def test_a_pronoun_in_what_is_said(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("Jan Dahl took office in May. The former general said the ferry sank.", "The former general", ["Jan Dahl"]),
        ("Ana Holm, 52, lives in Norby. The mother of two said the ferry sank.", "The mother of two", ["Ana Holm"]),
        ("Ana Holm, 52, lives in Norby. The teacher said the ferry sank.", "The teacher", ["Ana Holm"]),
        ("Minister Ana Holm spoke in Riga. The Estonian said the ferry sank.", "The Estonian", ["Ana Holm"]),
        ("The Norby Harbour Forum met. The forum said the ferry sank.", "The forum", ["Norby Harbour Forum"]),
    ],
)
def test_a_description_takes_up_who_was_told_by_other_words(
    text: str, words: str, labels: list[str], read: Any
) -> None:
    assert whom(read, text, words) == labels


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        (
            "Ana Holm, a spokeswoman for the navy, left. Eva Dahl, a spokeswoman for the army, stayed. "
            "The navy spokeswoman said the ferry sank.",
            "The navy spokeswoman",
            ["Ana Holm"],
        ),
        (
            "Former President Ana Holm met President Jan Dahl. The former president said the ferry sank.",
            "The former president",
            ["Ana Holm"],
        ),
        (
            "President Jan Dahl met former President Ana Holm. The president said the ferry sank.",
            "The president",
            ["Jan Dahl"],
        ),
        (
            "Deputy Foreign Minister Ana Holm met Foreign Minister Jan Dahl. The deputy minister said it sank.",
            "The deputy minister",
            ["Ana Holm"],
        ),
        (
            "Transport Minister Ana Holm met Jan Dahl, the minister of finance. The finance minister said it sank.",
            "The finance minister",
            ["Jan Dahl"],
        ),
        (
            "President Jan Dahl met Vice President Ana Holm. The president said the ferry sank.",
            "The president",
            ["Jan Dahl"],
        ),
        (
            "Minister of the Interior Ana Holm met Minister of Mines Jan Dahl. The interior minister said it sank.",
            "The interior minister",
            ["Ana Holm"],
        ),
        (
            "Minister of Foreign Affairs Ana Holm met Trade Minister Jan Dahl. The foreign minister said it sank.",
            "The foreign minister",
            ["Ana Holm"],
        ),
        (
            "Transport Minister Ana Holm met her deputy, Jan Dahl. The deputy minister said the ferry sank.",
            "The deputy minister",
            ["Jan Dahl"],
        ),
        (
            "A spokesman for the navy said it sank. A spokesman for the army denied that. The navy spokesman said so.",
            "The navy spokesman",
            ["spokesman for the navy"],
        ),
    ],
    ids=["spokeswomen", "former", "now", "deputy", "ministers", "vice", "charge", "office", "her deputy", "unnamed"],
)
def test_the_words_beside_a_role_tell_its_holders_apart(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


def test_a_successor_holds_the_office(read: Any) -> None:
    text = "Former President Jan Dahl praised his successor, Ana Holm. The president said the ferry sank."
    assert whom(read, text, "The president") == ["Ana Holm"]


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("Jan Dahl, head of the port authority, left. The port chief said it sank.", "The port chief", ["Jan Dahl"]),
        ("Ana Holm, a chargé d’affaires, left. The diplomat said it sank.", "The diplomat", ["Ana Holm"]),
        (
            "Estonian Premier Ana Holm met her Latvian counterpart, Jan Dahl, and Mayor Eva Lund. "
            "Her Latvian counterpart said it sank.",
            "Her Latvian counterpart",
            ["Jan Dahl"],
        ),
        (
            "Estonia's border service closed. It said the ferry sank. The agency said it was sorry.",
            "The agency",
            ["Estonia's border service"],
        ),
    ],
)
def test_a_role_goes_by_another_noun_as_well(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


def test_a_family_name_opens_a_sentence_also_where_it_looks_like_a_noun(read: Any) -> None:
    text = "Mayor Ana Holm told her Finnish colleague Henrik Moisio that it sank. Moisio replied that it had not."
    assert whom(read, text, "Moisio") == ["Henrik Moisio"]


def test_who_acts_is_whom_a_pronoun_means_across_paragraphs(read: Any) -> None:
    text = "Talks in Norby\n\nJapanese Prime Minister Ana Holm said on Monday that the ferry would sail again soon.\n\n"
    article = read(text + "On Friday, she met Norwegian Prime Minister Jan Dahl in Oslo.")
    extract(article)
    happened = [event for event in article.facts(Event) if event.type == "CONSULT"]
    people = {article.cast.members[one].label for event in happened for one in event.participants}
    assert {"Ana Holm", "Jan Dahl"} <= people


def test_a_ministry_is_of_the_capital_in_which_it_speaks(read: Any) -> None:
    text = "A ferry sinks off Norby\n\nIn Riga, the Foreign Ministry said the ferry was Latvian.\n\n"
    text += "In Tallinn, the Foreign Ministry said that it was Estonian and had always been Estonian."
    assert whom(read, text, "the Foreign Ministry") == ["Estonian Foreign Ministry"]


TITLED = [
    ("Norway's minister of defence, Ana Holm, left.", "minister of defence", "state/NOR"),
    (
        "Ana Holm, Norway's deputy minister of trade and industry, left.",
        "deputy minister of trade and industry",
        "state/NOR",
    ),
    (
        "The Norwegian vice-minister for foreign affairs, Ana Holm, left.",
        "vice-minister for foreign affairs",
        "state/NOR",
    ),
    ("Norwegian Minister of Defence Ana Holm left.", "Minister of Defence", "state/NOR"),
    ("Minister for Women Ana Holm of Norway left.", "Minister for Women", "state/NOR"),
    ("Norway's minister of ferries, Ana Holm, left.", None, None),
]


@pytest.mark.parametrize(("text", "role", "state"), TITLED)
def test_a_minister_is_of_what_stands_behind_the_word(text: str, role: str, state: str, read: Any) -> None:
    (holm,) = [one for one in read(text).cast.members.values() if one.label == "Ana Holm"]
    assert [(one.role, one.represents) for one in holm.roles] == ([(role, state)] if role else [])


def test_a_role_of_many_words_is_nobodys_name(read: Any) -> None:
    text = "The Minister of Foreign Affairs, Trade and Fisheries of Norway left."
    assert [one.label for one in read(text).cast.members.values()] == ["Norway"]


SAID = [
    ("Norway's new foreign minister is Ana Holm. {}", "state/NOR"),
    ("The foreign minister of Norway is now Ana Holm. {}", "state/NOR"),
    ("Ana Holm is the foreign minister of Norway. {}", "state/NOR"),
    ("Ana Holm was named Norway's foreign minister on Monday. {}", "state/NOR"),
    ("Ana Holm, who became the Norwegian foreign minister in May, left. {}", "state/NOR"),
    ("Ana Holm has served as foreign minister of Norway. {}", "state/NOR"),
    ("Ana Holm is not the foreign minister of Norway. {}", None),
    ("Ana Holm is the foreign minister's best hope in Norway. {}", None),
    ("Norway's foreign minister is Ana Holm's guest. {}", None),
    ("Ana Holm met the foreign minister of Norway. {}", None),
]


@pytest.mark.parametrize(("text", "state"), SAID)
def test_who_a_clause_says_holds_a_role_holds_it(text: str, state: str | None, read: Any) -> None:
    text = text.format("Jan Dahl waited. The Norwegian foreign minister said the ferry sank.")
    (holm,) = [one for one in read(text).cast.members.values() if one.label == "Ana Holm"]
    assert (holm.represents, [(role.role, role.represents) for role in holm.roles]) == (
        (state, [("foreign minister", state)]) if state else (None, [])
    )
    assert (whom(read, text, "The Norwegian foreign minister") == ["Ana Holm"]) == bool(state)


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("India's opposition Congress wanted a ferry.", "Congress", ["Indian National Congress"]),
        ("Norway's Labour Party wanted a ferry.", "Labour Party", ["Labour Party"]),
        ("The British and the Labour Party wanted a ferry.", "Labour Party", ["Labour Party (UK)"]),
        (
            "The pact of India's External Affairs Ministry failed.",
            "India's External Affairs Ministry",
            ["Ministry of External Affairs (India)"],
        ),
        ("Ana Holm of the MEA came from India by ferry.", "MEA", ["Ministry of External Affairs (India)"]),
        ("Ana Holm wrote to the PCA from The Hague.", "PCA", ["Permanent Court of Arbitration"]),
        ("Ana Holm of the MEA came by ferry.", "MEA", []),
        ("Ana Holm wrote to the PCA from Norway.", "PCA", []),
    ],
)
def test_the_state_or_the_seat_tells_which_body_is_meant(text: str, words: str, labels: list[str], read: Any) -> None:
    assert whom(read, text, words) == labels


def test_a_quotation_names_nobody_for_what_stands_outside(read: Any) -> None:
    text = "Mayor Ana Holm waited. “Governor Jan Dahl lied,” she said. The ferry sank, she said."
    assert whom(read, text, "she") == ["Ana Holm"]
