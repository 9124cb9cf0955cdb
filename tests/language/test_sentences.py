"""Sentences by rule: the table of cases, and what the table does not hold."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.sentences import sentence_starts
from tests.language.language_cases import assert_linear, paragraphs, read_cases

TEXTS = st.text(alphabet=st.sampled_from(list(".!?… \n\r\t\"'“”()[]-aBSt1,:—")), max_size=120)


def split(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize("case", read_cases("sentences"))
def test_sentences_of_the_table(case: dict[str, Any]) -> None:
    assert split(case["text"]) == case["sentences"]


@pytest.mark.parametrize("case", read_cases("sentences"))
def test_sentences_of_the_table_are_those_of_the_tokens(case: dict[str, Any]) -> None:
    assert [span.text for span in paragraphs(case["text"])[0].sentence_spans] == case["sentences"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The United Nations (U.N.) Security Council met.", "It adjourned."],
        ["The base (built by Acme Corp.) closed.", "It rusts."],
        ["The meeting began at 5 p.m. Tokyo time.", "It was short."],
        ["The meeting began at 5 p.m. ET on Friday.", "It was short."],
        ["The meeting began at 5 p.m. E.T. sharp.", "It was short."],
        ["The meeting began at 5 p.m.", "UN officials came."],
        ["NORFOLK, Va. - Two ships left.", "A third stayed."],
        ["Mr. He and Gen. So met.", "Dr. An was absent."],
        ["The text is in Res. 242.", "Both sides cite it."],
        ["The U.S. President has agreed.", "So has the U.S. Congress."],
        ['"Is it ours?" Foreign Minister Ito asked.', "Nobody spoke."],
        ['"Is it ours? Is it theirs?" Ito asked.', "Nobody spoke."],
        ['"Why?"', "Ito said that nobody knew."],
        ['He asked: "Is it ours?"', '"No," she said.'],
        ['The reply was "no".', "He left."],
        ["He left. ", '"No," she said.'],
        ["The fleet of J. He left.", "The rest stayed."],
        ["The talks failed.", "The ships left."],
        ["1. The first line holds.", "2. The second does not."],
        ["It holds 3.", "4 are lost."],
        ["We . . . will not go.", "They will."],
        ["そうだ.", "東京は言った."],
    ],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    text = " ".join(sentence.strip() for sentence in sentences)
    if sentences[0].startswith("1."):
        text = "\n".join(sentences)
    assert split(text) == [sentence.strip() for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The talks failed.The ships left.", ["The talks failed.", "The ships left."]),
        ("See www.example.Com/a.Then for it.", ["See www.example.Com/a.Then for it."]),
        ("Write to a.Smith@port.example now.", ["Write to a.Smith@port.example now."]),
        ('"We go. " Then he left.', ['"We go. "', "Then he left."]),
        ("The talks failed,\n\nbut the ships left.", ["The talks failed,\n\nbut the ships left."]),
        ("The talks failed with the\n\nJapanese side.", ["The talks failed with the\n\nJapanese side."]),
        (
            "Talks between Russian President Vladimir\nPutin and his guest ended on Tuesday.",
            ["Talks between Russian President Vladimir\nPutin and his guest ended on Tuesday."],
        ),
        ("The talks\r\nfailed.\r\nThe ships left.", ["The talks\r\nfailed.", "The ships left."]),
        ("A deal:\n- Two ships leave\n- One\nstays", ["A deal:", "- Two ships leave", "- One\nstays"]),
        ("He named a first point\n- the sea - and left.", ["He named a first point\n- the sea - and left."]),
        ("", []),
        (" \n ", []),
        ("...", ["..."]),
    ],
)
def test_broken_text_is_split_sensibly(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(TEXTS)
def test_sentences_begin_with_a_character_and_lose_none(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)
    assert bool(starts) == bool(text.strip())
    assert not starts or not text[: starts[0]].strip()


PIECES = [
    ".",
    ". ",
    "A. ",
    "U.S. ",
    '"A. B" ',
    "? ",
    '?" Ab ',
    "\n",
    "a\n",
    "A b c\n",
    "- a\n",
    "ab.Cd",
    '"A. ',
    "a b ",
    "(",
]


@pytest.mark.parametrize("piece", PIECES)
def test_sentences_are_found_in_linear_time(piece: str) -> None:
    assert_linear(sentence_starts, piece)
