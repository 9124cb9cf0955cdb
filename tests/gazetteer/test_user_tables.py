from collections.abc import Callable
from pathlib import Path

from kg.gazetteer import Gazetteer, load_gazetteer

WriteTable = Callable[..., Path]


def test_user_row_adds_an_entry_and_its_names(write_table: WriteTable) -> None:
    path = write_table("id,name,names,claimants", "ferdinandea,Ferdinandea,Graham Island|Île Julia,ITA|FRA")
    gazetteer = load_gazetteer([path])
    entry = gazetteer.entry("territory/ferdinandea")
    assert (entry.label, entry.claimants) == ("Ferdinandea", ("state/ITA", "state/FRA"))
    assert entry.row.endswith("/territories.csv:2")
    assert [match.span.text for match in gazetteer.find("Ile Julia, or GRAHAM ISLAND")] == [
        "Ile Julia",
        "GRAHAM ISLAND",
    ]


def test_user_row_extends_a_shipped_one(write_table: WriteTable, gazetteer: Gazetteer) -> None:
    shipped = gazetteer.entry("territory/shikotan")
    extended = load_gazetteer([write_table("id,name,names,since", "shikotan,Shikotan,Little Shikotan,1855")])
    entry = extended.entry("territory/shikotan")
    assert (entry.since, entry.claimants, entry.part_of) == (1855, shipped.claimants, shipped.part_of)
    texts = {name.text for name in extended.names_of(entry.id)}
    assert texts == {name.text for name in gazetteer.names_of(entry.id)} | {"Little Shikotan"}


def test_user_label_replaces_the_shipped_one_which_stays_a_name(write_table: WriteTable) -> None:
    gazetteer = load_gazetteer([write_table("id,name", "shikotan,Shikotan-tō")])
    assert gazetteer.entry("territory/shikotan").label == "Shikotan-tō"
    assert [match.names[0].entry.id for match in gazetteer.find("on Shikotan")] == ["territory/shikotan"]


def test_user_row_can_make_a_name_ambiguous(write_table: WriteTable) -> None:
    gazetteer = load_gazetteer([write_table("id,name,ambiguous_names", "rockall,Rockall,Rockall")])
    assert [name.ambiguous for name in gazetteer.lookup("Rockall")] == [True]


def test_table_is_told_by_its_name_or_its_columns(write_table: WriteTable, tmp_path: Path) -> None:
    write_table("id,name,seat", "guild,Cartographers' Guild,Lisbon", name="a.csv")
    write_table("territory_id,party,language,romanized", "rockall,IRL,ga,Rocabarraigh", name="b.csv")
    write_table("id,name", "atlantis,Atlantis", name="my-states.csv")
    write_table("phrase", "Atlantis Hotel", name="my-other-things.csv")
    gazetteer = load_gazetteer([tmp_path])
    assert gazetteer.entry("organization/guild").seat == "Lisbon"
    assert [name.party for name in gazetteer.lookup("Rocabarraigh")] == ["state/IRL"]
    assert [match.span.text for match in gazetteer.find("Atlantis. Atlantis Hotel.")] == ["Atlantis"]


def test_user_rows_may_refer_to_each_other_and_come_from_excel(tmp_path: Path) -> None:
    (tmp_path / "territories.csv").write_bytes("\ufeffid,name,part_of\r\nnorth,Northmost Isle,top\r\n\r\n".encode())
    (tmp_path / "more-territories.csv").write_bytes(b"id,name\r\ntop,Topmost Isles\r\n")
    gazetteer = load_gazetteer([tmp_path])
    assert gazetteer.parts_of("territory/top") == ("territory/north",)


def test_version_changes_with_content_only(write_table: WriteTable, gazetteer: Gazetteer) -> None:
    assert load_gazetteer().version == gazetteer.version
    assert load_gazetteer([write_table("id,name", "shikotan,Shikotan")]).version == gazetteer.version
    assert load_gazetteer([write_table("id,name,names", "shikotan,Shikotan,Sikotan")]).version != gazetteer.version
