"""Pairs of mentions: whether both stand for one and the same, as a table written before the rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Article, extract
from kg.facts import Territory
from kg.pipeline.reader import load_extractors
from tests.extraction.coreference.test_coreference_table import meant_at

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
]
WITHIN = [case for case in CASES if len(case["articles"]) == 1]
KNOWN = {
    "w210": "'the Sudanese president' of whom nothing else is told, beside one whose state no word tells",
}


def place_of(mention: dict[str, Any], text: str, body: int) -> range:
    """Return where a mention stands in a text whose body begins at an offset."""
    at = body - 1
    for _ in range(mention["nth"] + 1):
        at = text.index(mention["text"], at + 1)
    return range(at, at + len(mention["text"]))


def stands_for(article: Article, place: range, kind: str) -> set[str]:
    """Return the identifiers of the territories or actors that the words at a place stand for."""
    if kind == "territory":
        territories = article.facts(Territory)
        return {
            one.id for one in territories for span in one.mentions if span.start < place.stop and place.start < span.end
        }
    texts = (article.cast.mentions(paragraph.index) for paragraph in article.analysis.paragraphs)
    heads = (one for text in texts for one in text if range(one.head.start, one.head.end) == place and one.is_name)
    named = next(heads, None)
    return set(article.cast.of(named)) if named else meant_at(article, place)


@pytest.mark.parametrize("case", WITHIN, ids=[case["id"] for case in WITHIN])
def test_two_mentions_of_an_article(case: dict[str, Any], read: Any, request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True, raises=AssertionError))
    load_extractors()
    title, body = case["articles"][0]["title"], case["articles"][0]["text"]
    text = f"{title}\n\n{body}"
    article = read(text)
    extract(article)
    one, other = (
        stands_for(article, place_of(case[which], text, len(title) + 2), case["kind"]) for which in ("one", "other")
    )
    assert (bool(one) and one == other) == case["same"], f"{case['why']}: {one}, {other}"
