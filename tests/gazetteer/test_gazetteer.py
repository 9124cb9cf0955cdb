import pytest

from kg.gazetteer import Gazetteer


def test_entry_holds_the_cells_of_its_row(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry("territory/shikotan")
    assert (entry.kind, entry.label, entry.type, entry.part_of, entry.status) == (
        "territory",
        "Shikotan",
        "island",
        "territory/kuril-islands-southern",
        "disputed",
    )
    assert (entry.claimants, entry.administered_by) == (("state/RUS", "state/JPN"), ("state/RUS",))
    assert (entry.latitude, entry.longitude, entry.since) == (43.79, 146.75, 1945)
    treaty = gazetteer.entry("treaty/treaty-of-shimoda")
    assert (treaty.year, treaty.date, treaty.parties) == (1855, "1855-02-07", ("state/JPN", "state/russian-empire"))
    assert (gazetteer.entry("state/NLD").capital, gazetteer.entry("state/NLD").seat) == ("Amsterdam", "The Hague")


def test_unknown_entry_is_an_error_and_has_no_names(gazetteer: Gazetteer) -> None:
    with pytest.raises(KeyError):
        gazetteer.entry("territory/atlantis")
    assert gazetteer.names_of("territory/atlantis") == ()
    assert "shikotan" not in gazetteer.entries
    assert None not in gazetteer.entries


@pytest.mark.parametrize(
    ("body", "state"),
    [("ldp-japan", "state/JPN"), ("us-congress", "state/USA"), ("pca", None), ("un", None), ("atlantis", None)],
)
def test_a_body_of_a_state_is_of_the_one_that_has_its_seat(gazetteer: Gazetteer, body: str, state: str | None) -> None:
    assert gazetteer.state_of_body(f"organization/{body}") == state


def test_entries_are_in_the_order_of_the_tables_and_of_a_kind(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.entries) == len({*gazetteer.entries}) == sum(1 for _ in gazetteer.entries.values())
    treaties = gazetteer.entries_of("treaty")
    assert [one.id for one in treaties] == [one for one in gazetteer.entries if one.startswith("treaty/")]
    assert {one.kind for one in treaties} == {"treaty"}


def test_every_reference_is_an_entry(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.entries.values():
        single = filter(None, (entry.part_of, entry.state))
        lists = (*entry.claimants, *entry.administered_by, *entry.parties, *entry.territories)
        assert all(reference in gazetteer.entries for reference in (*single, *lists))


@pytest.mark.parametrize("name", ["Kuril Islands", "kuril islands", "the KURIL-ISLANDS", " Kuril  Islands "])
def test_lookup_takes_no_heed_of_case_hyphens_and_article(gazetteer: Gazetteer, name: str) -> None:
    assert [one.entry.id for one in gazetteer.lookup(name)] == ["territory/kuril-islands"]


def test_lookup_tries_without_diacritics_second(gazetteer: Gazetteer) -> None:
    assert {one.entry.id for one in gazetteer.lookup("Bogota")} == {"state/COL"}
    assert {one.entry.id for one in gazetteer.lookup("Hoppo Ryodo")} == {"territory/kuril-islands-southern"}
    assert {one.entry.id for one in gazetteer.lookup("Kúril Íslands")} == {"territory/kuril-islands"}
    assert gazetteer.lookup("Atlantis") == ()


def test_nearest_names_what_was_meant(gazetteer: Gazetteer) -> None:
    assert [one.entry.id for one in gazetteer.nearest("Shikotn", "territory", n=1)] == ["territory/shikotan"]
    assert gazetteer.nearest("Jpan", "state")[0].entry.id == "state/JPN"
    assert all(one.entry.kind == "treaty" for one in gazetteer.nearest("Treaty of Shimodo", "treaty"))
    assert gazetteer.nearest("qqqqqqqq") == ()


def test_parts_and_wholes_are_transitive(gazetteer: Gazetteer) -> None:
    parts = gazetteer.parts_of("territory/kuril-islands")
    assert parts[0] == "territory/kuril-islands-southern"
    assert {"territory/shikotan", "territory/habomai-islands"} < set(parts)
    assert gazetteer.wholes_of("territory/shikotan") == ("territory/kuril-islands-southern", "territory/kuril-islands")
    assert gazetteer.parts_of("territory/shikotan") == gazetteer.wholes_of("territory/kuril-islands") == ()


def test_names_of_an_entry_come_with_their_parties(gazetteer: Gazetteer) -> None:
    names = gazetteer.names_of("territory/liancourt-rocks")
    assert {(one.text, one.party, one.language) for one in names if one.party} >= {
        ("Dokdo", "state/KOR", "ko"),
        ("독도", "state/KOR", "ko"),
        ("Takeshima", "state/JPN", "ja"),
    }
    assert len(set(names)) == len(names)
