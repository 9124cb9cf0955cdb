"""Verbs of saying that say nothing here, and what they govern when they do."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The Ruritanian foreign ministry called off a dialogue with Strelsau on the reef.",
        "Spain ruled the coast as a colony until it withdrew in 1975.",
        "Anna Kallas pointed out to sea.",
        "Japanese said saying",
    ],
)
def test_nobody_speaks(text: str, read: Any) -> None:
    assert [[span.text for span in draft.content] for draft in read(text).attributions] == []


def test_a_relative_clause_behind_an_infinitive_is_not_what_is_agreed(read: Any) -> None:
    text = "Anna Kallas and Edi Kodra agreed to go on working toward the treaty that both governments want."
    assert [[span.text for span in draft.content] for draft in read(text).attributions] == []


def test_a_clause_behind_what_somebody_wants_is_no_part_of_it(read: Any) -> None:
    text = "They worked toward the treaty that both governments want, but neither man told of progress."
    assert [[span.text for span in draft.content] for draft in read(text).attributions if draft.attitude] == []
    believed = read("The islands, Anna Kallas believes, were never Dutch.").attributions
    assert [[span.text for span in draft.content] for draft in believed] == [["The islands", "were never Dutch"]]


def test_a_court_still_rules(read: Any) -> None:
    drafts = read("The court ruled that the islet belonged to neither side.").attributions
    assert [[span.text for span in draft.content] for draft in drafts] == [["that the islet belonged to neither side"]]
