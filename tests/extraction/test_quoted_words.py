"""Whose words a quotation holds where no verb of a list frames it, and which quoted words are nobody's."""

from typing import Any

import pytest

SPOKEN = [
    (
        "“Never again,” a sign outside the town hall reads.",
        ("a sign outside the town hall", "reads", ["“Never again,”"]),
    ),
    ("“The nets were cut and nobody saw it,” the letter read.", ("the letter", "read", None)),
    (
        "“They took the boats first,” she began, and wept.",
        ("she", "began", ["“They took the boats first,”"]),
    ),
    (
        "The mayor had to mend her answer: “Of course the gate was open.”",
        ("The mayor", ":", ["“Of course the gate was open.”"]),
    ),
    (
        "The admiral's advice to sailors: “Keep your heads down.”",
        ("The admiral", ":", ["“Keep your heads down.”"]),
    ),
    (
        "The mayor took it as a compliment -- “That makes me proud” -- and left the hall.",
        ("The mayor", "took", ["“That makes me proud”"]),
    ),
    (
        "The critics rated a fifth of the maps as “entirely false” in May.",
        ("The critics", "rated", ["a fifth of the maps as “entirely false”"]),
    ),
    ("The crowd shouted the slogan “Hands off our bay”.", ("The crowd", "shouted", ["“Hands off our bay”"])),
    ("“It is a start,” Ms. Bishop, 61, told me.", ("Ms. Bishop, 61", "told", ["“It is a start,”"])),
    ("I laughed and said, “There is no ghost.”", ("I", "said", ["“There is no ghost.”"])),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_a_quotation_has_a_speaker_by_its_place(
    text: str, expected: tuple[str, str, list[str] | None], read: Any
) -> None:
    source, cue, content = expected
    (draft,) = read(text).attributions
    assert (draft.source.text, draft.cue.text) == (source, cue)
    assert [span.text for span in draft.content] == (content or [text[: text.index("”") + 1]])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Jane Doe left. The ferry is a “disgrace”, in her words.", "her", ["The ferry is a “disgrace”"]),
        ("In Jane Doe's own words, the port is “a mess”.", "Jane Doe", ["the port is “a mess”"]),
        ("In the words of Mayor Jane Doe, the talks were “a farce”.", "Mayor Jane Doe", ["the talks were “a farce”"]),
        ("Jane Doe's demand for “an end to the farce” was ignored.", "Jane Doe", ["“an end to the farce”"]),
        ("The quarrel led the mayor to say that the port was shut.", "the mayor", ["that the port was shut"]),
        ("Jane Doe used a rally to accuse the mayor of theft.", "Jane Doe", ["the mayor of theft"]),
        ("The gate shuts at noon, per the club's bylaws.", "the club's bylaws", ["The gate shuts at noon"]),
        ("After saying that the port was shut, the mayor left.", "the mayor", ["that the port was shut"]),
        (
            "Jane Doe likened the plan to “digging a grave” - a charge that hurt.",
            "Jane Doe",
            ["the plan to “digging a grave”"],
        ),
        ("What the mayor called a “routine visit” was a raid.", "the mayor", ["a “routine visit”"]),
        ("The survey found a full 60 percent want a bridge.", "The survey", ["a full 60 percent want a bridge"]),
    ],
)
def test_who_says_it_stands_in_a_phrase(text: str, source: str, content: list[str], read: Any) -> None:
    said = [draft for draft in read(text).attributions if not draft.attitude]
    assert [(draft.source.text, [span.text for span in draft.content]) for draft in said] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania launched its “special naval operation” in May.",
        "The navy sent its “little blue men” to the island.",
        "The coast guard crossed the so-called “seven-stroke line” on Friday.",
        "Fishermen from the “Northern Lands” sailed home.",
        "The officials met for two days of “as is where is” bargaining.",
        "The mayor wants the clerk to say so.",
        "The clerk is to blame for the fire.",
        "He had tears in his eyes.",
        "In “a sign of goodwill”, the navy freed the crew.",
        "The bay has been held by Ruritania since 1920.",
        "The crew is paid twice, per head and month.",
    ],
)
def test_quoted_terms_and_what_is_only_possible_are_nobodys_words(text: str, read: Any) -> None:
    assert [draft.cue.text for draft in read(text).attributions if not draft.attitude] == []


def test_a_view_is_an_attitude(read: Any) -> None:
    (draft,) = read("In Peru's view, the reef is a rock.").attributions
    assert (draft.source.text, draft.attitude, [span.text for span in draft.content]) == (
        "Peru",
        True,
        ["the reef is a rock"],
    )


def test_they_are_whom_the_sentence_before_is_about(read: Any) -> None:
    article = read("Beekeepers from the hills blocked the road on Sunday. They said that the honey was spoilt.")
    assert [draft.speakers for draft in article.attributions] == [("group/beekeepers-from-the-hills",)]
