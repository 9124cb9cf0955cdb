"""Frames set in between a subject and its verb: what is said around them, and whose the verb behind them is."""

from typing import Any

import pytest

import kg.extractors.actors
import kg.extractors.attitudes
import kg.extractors.positions
import kg.extractors.statements
import kg.extractors.territories
import kg.extractors.treaties  # noqa: F401 - these register what positions are read from
from kg.extraction import Article, extract
from kg.facts import Position
from tests.extraction.speech_table import read_table, said, unmatched

KNOWN = {
    "inserted-020": "'his biographer X' behind the cue is not read as who says it",
    "inserted-032": "a sentence without a verb, that answers a question: 'Guyana, said the minister yesterday.'",
    "inserted-039": "the present of 'says' behind an apposition is taken for a frame turned round",
    "inserted-040": "'having said for years that' goes on to the end of the sentence",
    "inserted-041": "'told by X, her spokeswoman, that' in the middle of a sentence is taken for the minister's",
    "inserted-045": "a frame that closes a sentence with an apposition before its cue: '..., X, its spokeswoman, said'",
}
KNOWN_HOLDERS = {
    "inserted-019": "'it' before the frame is taken for the ministry that speaks",
}


def ids(article: Article, name: str) -> set[str]:
    """Return what a name of the gazetteer may mean."""
    return {one.entry.id for one in article.gazetteer.lookup(name)}


@pytest.mark.parametrize("case", read_table("inserted", KNOWN))
def test_what_is_said_stands_on_both_sides_of_the_frame(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    missing, _ = unmatched(article, case["statements"], said(article))
    assert missing == []


@pytest.mark.parametrize("case", read_table("inserted", KNOWN_HOLDERS))
def test_no_state_holds_what_is_said_of_another(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    extract(article)
    wanted = {
        (holder, one["stance"], target)
        for one in case["positions"]
        for holder in ids(article, one["holder"])
        for target in ids(article, one["target"])
    }
    found = {(one.holder, one.stance, one.target) for one in article.facts(Position)}
    assert {one for one in found if one[0].startswith("state/")} <= wanted
