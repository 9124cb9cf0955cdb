"""Whom mentions mean, one construction at a time."""

from typing import Any

import pytest

from tests.extraction.coreference.test_coreference_table import meant_at
from tests.extraction.speech_table import occurrences


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
