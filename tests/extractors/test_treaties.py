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
    "instruments-047": "an offer that was never signed bears no name and no parties",
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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Armenia and Azerbaijan fought over Nagorno-Karabakh's status. Yerevan wants a peace treaty.",
         ["Armenia-Azerbaijan peace treaty"]),
        ("Armenia and Russia spoke of Nagorno-Karabakh's status. Yerevan wants a peace treaty.", []),
    ],
)  # fmt: skip
def test_peace_treaty_of_one_side_is_with_the_other_side_of_the_dispute(
    read: Read, text: str, labels: list[str]
) -> None:
    assert [one.label for one in found(read(text)) if one.kind == "proposed"] == labels


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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Spain gave up Gibraltar, which it ceded by treaty long ago.", "Treaty of Utrecht"),
        (
            "The base in the Chagos Archipelago rests on an exchange of notes in 1966.",
            "1966 US-UK Exchange of Notes on BIOT",
        ),
        ("Syria points to resolution 497 on the Golan Heights.", "UN Security Council Resolution 497"),
        ("Iraq and Iran met in Algiers. The Algiers pact is dead.", "Algiers Agreement (1975)"),
    ],
)
def test_treaty_of_the_tables_is_told_by_what_stands_around(read: Read, text: str, label: str) -> None:
    assert [one.label for one in found(read(text))] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Gibraltar was ceded under the treaty.",
        "The Algiers pact is dead.",
        "Iran and Iraq met. The Iran-Iraq pact is dead.",
        "Gibraltar is British by treaty.",
    ],
)
def test_bare_words_and_states_alone_tell_no_treaty_of_the_tables(read: Read, text: str) -> None:
    assert [one for one in found(read(text)) if not one.id.startswith("treaty/new-")] == []


@pytest.mark.parametrize(
    ("text", "form", "year"),
    [
        ("The two fell out over the 2011 river water accord.", "2011 river water accord", 2011),
        ("They broke the 1987 pact on sharing harbours, he said.", "1987 pact on sharing harbours", 1987),
        ("They broke the 1987 pact on sardines and herring.", "1987 pact on sardines and herring", 1987),
        ("The court's 2009 order told both to withdraw.", "court's 2009 order", 2009),
        ("The 1996 harvest cease-fire held.", "1996 harvest cease-fire", 1996),
    ],
)
def test_instrument_is_told_by_its_year_and_what_it_is_on(read: Read, text: str, form: str, year: int) -> None:
    assert [(one.mentions[0].text, one.year) for one in found(read(text))] == [(form, year)]


def test_pact_on_something_else_is_not_that_of_the_tables(read: Read) -> None:
    first = "Japan and South Korea quarrel over Dokdo."
    basic = found(read(first, "The 1965 treaty was hailed.", published="2005-03-01"))
    other = found(read(first, "The 1965 treaty on sharing harbours was hailed.", published="2005-03-01"))
    assert [one.label for one in basic] == ["Treaty on Basic Relations between Japan and the Republic of Korea"]
    assert [one.label for one in other] == ["treaty on sharing harbours"]


def test_capital_behind_with_is_a_party_and_names_no_treaty(read: Read) -> None:
    first = "Abkhazia broke away from Georgia."
    assert found(read(first, "Crowds jeered at a deal with Moscow.")) == []
    (one,) = found(read(first, "Crowds jeered at a timber agreement with Moscow."))
    assert (one.label, one.mentions[0].text) == ("timber agreement with Moscow", "timber agreement with Moscow")
    assert found(read("Crowds jeered at a timber agreement with Moscow.")) == []


def test_year_of_signing_follows_in_a_clause(read: Read) -> None:
    (one,) = found(read("Morocco left Western Sahara to a ceasefire that both accepted and signed in 1991."))
    assert (one.label, one.year) == ("Settlement Plan for Western Sahara", 1991)


def test_place_before_the_noun_means_the_only_instrument_over_it(read: Read) -> None:
    (one,) = found(read("Falklands pact in doubt.", "Britain regrets the end of the Foradori-Duncan agreement."))
    assert [mention.text for mention in one.mentions] == ["Falklands pact", "Foradori-Duncan agreement"]


def test_bare_words_mean_the_instrument_of_the_day(read: Read) -> None:
    text = "Mauritius hailed the opinion of the court on the Chagos Islands. The ruling was clear."
    assert [one.label for one in found(read(text, published="2019-02-26"))] == [
        "ICJ advisory opinion on the Chagos Archipelago"
    ]
    assert found(read(text, published="2019-06-26")) == []
