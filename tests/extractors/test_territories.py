"""Territories: the table of cases, and what only whole articles show."""

import re
from typing import Any

import pytest

from kg.extraction import Article
from kg.extractors.territories import territories
from tests.extractors.conftest import Read, cases


def named(article: Article) -> dict[str, set[str]]:
    """The territories by label with their names; descriptions ("the islands") are left out, and articles."""
    forms = {one.label: {re.sub("^the ", "", m.text, flags=re.I) for m in one.mentions} for one in territories(article)}
    return {label: {form for form in several if form != form.lower()} for label, several in forms.items()}


@pytest.mark.parametrize("case", cases("territories"), ids=lambda case: case["id"])
def test_territories_of_the_table(read: Read, case: dict[str, Any]) -> None:
    assert named(read(case["text"])) == {one["label"]: set(one["mentions"]) for one in case["territories"]}


def test_mentions_are_the_text_at_their_offsets(read: Read) -> None:
    article = read(
        "Japan claims the Senkaku Islands.", "The Diaoyu Islands are Chinese, said Beijing; the islands are rich."
    )
    (one,) = territories(article)
    assert [m.text for m in one.mentions] == ["Senkaku Islands", "Diaoyu Islands", "the islands"]
    assert all(article.document.text[m.start : m.end] == m.text for m in one.mentions)


def test_furniture_names_no_territory(read: Read) -> None:
    article = read("Japan claims Shikotan.", furniture="Most read: Crimea, Gibraltar")
    assert [one.id for one in territories(article)] == ["territory/shikotan"]


def test_descriptions_are_left_open_where_two_territories_fit(read: Read) -> None:
    article = read("Dokdo and the Senkaku Islands are far apart.", "The islands are disputed.")
    assert {m.text for one in territories(article) for m in one.mentions} == {"Dokdo", "Senkaku Islands"}


def test_description_takes_the_territory_named_most_by_far_unless_another_stands_near(read: Read) -> None:
    paragraphs = [
        "Britain holds the Falkland Islands.",
        "The Falklands have sheep. The Falklands are far.",
        "Dokdo is steep.",
    ]

    def found(last: str) -> dict[str, int]:
        return {one.label: len(one.mentions) for one in territories(read(*paragraphs, last))}

    assert found("The islands are disputed.") == {"Falkland Islands": 4, "Liancourt Rocks": 1}
    assert found("Dokdo is steep. The islands are disputed.") == {"Falkland Islands": 3, "Liancourt Rocks": 3}
    assert found("Dokdo is no Falklands. The islands are disputed.") == {"Falkland Islands": 4, "Liancourt Rocks": 2}


def test_description_takes_the_only_territory_that_its_paragraph_named(read: Read) -> None:
    article = read("Dokdo is steep.", "Ships circled the Senkaku Islands. The islands are disputed.")
    found = {one.label: [m.text for m in one.mentions] for one in territories(article)}
    assert found == {"Liancourt Rocks": ["Dokdo"], "Senkaku Islands": ["Senkaku Islands", "The islands"]}


@pytest.mark.parametrize(
    ("text", "ident", "mentions"),
    [
        ("Talks on the disputed Ardan Islands failed. Ardan Islands fishermen went home.",
         "territory/new-ardan-islands", ["Ardan Islands", "Ardan Islands"]),
        ("The disputed island of Vestrey lies north of Belport.", "territory/new-vestrey", ["Vestrey"]),
        ("Troops took the Morven Valley, claimed by both sides.", "territory/new-morven-valley", ["Morven Valley"]),
        ("Lake Morven, which both sides claim, is deep.", "territory/new-lake-morven", ["Lake Morven"]),
        ("They quarrel: sovereignty over Morven Island is open.", "territory/new-morven-island", ["Morven Island"]),
        ("Borduria renewed its claim to Morven Island.", "territory/new-morven-island", ["Morven Island"]),
    ],
)  # fmt: skip
def test_territory_of_no_table_is_told_by_its_words(read: Read, text: str, ident: str, mentions: list[str]) -> None:
    assert [(one.id, [m.text for m in one.mentions]) for one in territories(read(text))] == [(ident, mentions)]


@pytest.mark.parametrize(
    "text",
    [
        "The island of Vestrey lies north of Belport. A disputed goal was scored.",
        "Morven Pass, which the army claims is open, was shut.",
        "Morven Valley, which is far away, claims nobody.",
        "They quarrel: the dispute over Morven Island Records is open.",
        "The ferry to Morven Island is late.",
    ],
)
def test_place_that_nobody_disputes_is_none(read: Read, text: str) -> None:
    assert list(territories(read(text))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("China, Taiwan and Vietnam have rival claims to the Spratly Islands.", {"Spratly Islands"}),
        ("Beijing claims Taiwan as a province.", {"Taiwan"}),
        ("Ships sail to the breakaway region of Somaliland.", {"Somaliland"}),
        ("Kosovo won the match.", set()),
        ("Spain went to war over Kosovo.", {"Kosovo"}),
        ("The sultan's rule over Kosovo ended long ago.", set()),
        ("Serbia refuses to recognise Kosovo.", {"Kosovo"}),
    ],
)
def test_name_of_a_state_is_a_territory_only_as_the_object_of_a_dispute(read: Read, text: str, found: set[str]) -> None:
    assert {one.label for one in territories(read(text))} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Japan holds a set of islets in the East China Sea called the Senkaku Islands.", {"Senkaku Islands"}),
        ("China drills in the East China Sea.", {"East China Sea"}),
        ("Kunashir is one of four islands of the Kuril chain.", {"Kunashir"}),
        ("Russia holds the island of Kunashir.", {"Kunashir"}),
    ],
)
def test_name_that_only_locates_another_is_no_territory(read: Read, text: str, found: set[str]) -> None:
    assert {one.label for one in territories(read(text))} == found


def test_short_form_of_a_part_counts_beside_its_whole(read: Read) -> None:
    article = read("The Senkaku Islands are five islands; Kuba is one, Taisho another.")
    assert {one.label for one in territories(article)} == {"Senkaku Islands", "Kuba Island", "Taisho Island"}
    assert list(territories(read("Mr. Kuba owned the shop on the island."))) == []


def test_part_that_bears_the_name_of_its_whole_is_taken_for_it_where_both_are_named(read: Read) -> None:
    def found(text: str) -> list[tuple[str, list[str]]]:
        return [(one.label, [m.text for m in one.mentions]) for one in territories(read(text))]

    both = "India rules part of Kashmir. The Kashmir Valley is under curfew."
    assert found(both) == [("Kashmir", ["Kashmir", "Kashmir Valley"])]
    assert found("The Kashmir Valley is under curfew.") == [("Kashmir Valley", ["Kashmir Valley"])]
    islands = "The Spratly Islands lie far south. Spratly Island has a school."
    assert [label for label, _ in found(islands)] == ["Spratly Islands", "Spratly Island"]


def test_short_form_of_a_part_is_not_cut_out_of_a_longer_name(read: Read) -> None:
    article = read("The Kashmir Valley lies in the region of Jammu and Kashmir.")
    assert {one.label: [m.text for m in one.mentions] for one in territories(article)} == {
        "Kashmir Valley": ["Kashmir Valley"],
        "Jammu and Kashmir": ["Jammu and Kashmir"],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran has soldiers on Abu Musa, a small island in the Gulf.", {"Abu Musa"}),
        ("Iran has soldiers on the island of Abu Musa.", {"Abu Musa"}),
        ("Iran has a baker called Abu Musa, a small man.", set()),
        ("In Iran the island is far and Abu Musa, a baker, is old.", set()),
    ],
)
def test_doubtful_name_is_a_place_where_it_is_called_one(read: Read, text: str, found: set[str]) -> None:
    assert {one.label for one in territories(read(text))} == found


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Guyana wants Essequibo mapped. The oil-rich region is large.", ["Essequibo", "The oil-rich region"]),
        ("Japan wants Takeshima mapped. The tiny, rocky islets are far.", ["Takeshima"]),
        ("Japan wants Takeshima mapped. The tiny rocky islets are far.", ["Takeshima", "The tiny rocky islets"]),
        ("Sudan claims Abyei. Roads in the contested area are bad.", ["Abyei", "the contested area"]),
        ("Sudan claims Abyei. Roads in the area are bad.", ["Abyei"]),
        ("Sudan claims Abyei. Roads in the flat region are bad.", ["Abyei"]),
    ],
)
def test_epithets_may_stand_in_a_description(read: Read, text: str, mentions: list[str]) -> None:
    (one,) = territories(read(text))
    assert [mention.text for mention in one.mentions] == mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roads to Abkhazia are bad. Shops in the breakaway region are empty.", {"Abkhazia"}),
        ("Roads to Abkhazia are bad. Shops in the region are empty.", set()),
        ("Shops in Melilla were empty. Morocco has claimed the enclave for years.", {"Melilla"}),
        ("Shops in Melilla were empty. Morocco has fed the enclave for years.", set()),
        ("Roads from Abkhazia to South Ossetia are bad. Shops in the breakaway region are empty.", set()),
    ],
)
def test_a_description_that_tells_of_a_dispute_makes_the_only_place_that_it_fits_a_territory(
    read: Read, text: str, found: set[str]
) -> None:
    assert set(named(read(text))) == found


def test_number_means_the_territories_of_which_there_are_so_many(read: Read) -> None:
    def meant(text: str, description: str) -> set[str]:
        return {one.label for one in territories(read(text)) if description in {m.text for m in one.mentions}}

    three = "Iran holds Greater Tunb, Lesser Tunb and Shikotan."
    assert meant(f"{three} The three islands are small.", "The three islands") == {
        "Greater Tunb",
        "Lesser Tunb",
        "Shikotan",
    }
    assert meant(f"{three} The two islands are small.", "The two islands") == set()
    near = read("Spain wants Gibraltar back.", "It holds Ceuta and Melilla. The two cities are old.")
    assert {one.label for one in territories(near) if len(one.mentions) > 1} == {"Ceuta", "Melilla"}


@pytest.mark.parametrize("text", ["The Golan brothers bake.", "Crimea & Sons bake.", "The Kashmir hotel is full."])
def test_what_bears_the_name_of_a_place_is_no_territory(read: Read, text: str) -> None:
    assert list(territories(read(text))) == []
