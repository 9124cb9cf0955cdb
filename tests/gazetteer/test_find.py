"""What is found in text, and what is not; all on the shipped tables."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.gazetteer import Entry, Gazetteer, Match, Name, load_gazetteer

GAZETTEER = load_gazetteer()


def found(text: str) -> list[tuple[str, str]]:
    """Return the text and the likeliest entry of each match."""
    return [(match.span.text, match.names[0].entry.id) for match in GAZETTEER.find(text)]


def texts(text: str) -> list[str]:
    return [match.span.text for match in GAZETTEER.find(text)]


def only(text: str) -> Match:
    (match,) = GAZETTEER.find(text)
    return match


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kuril Islands", "Kuril Islands"),
        ("the Kuril\nIslands", "Kuril\nIslands"),
        ("the Kuril\r\n   Islands", "Kuril\r\n   Islands"),
        ("the Kuril\u00a0Islands", "Kuril\u00a0Islands"),
        ("the Kuril  islands", "Kuril  islands"),
        ("the KURIL ISLANDS", "KURIL ISLANDS"),
        ("Kuril-Islands", "Kuril-Islands"),
        ("Kuril\u00ad Islands", "Kuril\u00ad Islands"),
    ],
)
def test_multiword_name_is_found_in_every_spelling(text: str, name: str) -> None:
    match = only(text)
    assert match.span.text == name == text[match.span.start : match.span.end]
    assert match.names[0].entry.id == "territory/kuril-islands"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Nagorno Karabakh", "territory/nagorno-karabakh"),
        ("Nagorno–Karabakh", "territory/nagorno-karabakh"),
        ("Trans-\nDniester", "territory/transnistria"),
        ("Renʼai Jiao", "territory/second-thomas-shoal"),
        ("Quai d’Orsay", "state/FRA"),
        ("Quai d'Orsay", "state/FRA"),
        ("Hoppo Ryodo", "territory/kuril-islands-southern"),
        ("Hoppō Ryōdo", "territory/kuril-islands-southern"),
        ("Hoppo\u0304 Ryo\u0304do", "territory/kuril-islands-southern"),
        ("Taiwan strait", "territory/taiwan-strait"),
        ("southern Kurils", "territory/kuril-islands-southern"),
        ("southern Kuril islands", "territory/kuril-islands-southern"),
        ("Russian foreign ministry", "organization/mfa-russia"),
        ("NINE-DASH LINE", "territory/nine-dash-line"),
        ("Nine-Dash Line", "territory/nine-dash-line"),
        ("nine-dash line", "territory/nine-dash-line"),
        ("Élysée", "state/FRA"),
        ("Elysee Palace", "state/FRA"),
        ("Malacañang", "state/PHL"),
        ("Downing Street", "state/GBR"),
        ("Zhongnanhai", "state/CHN"),
        ("Casa Rosada", "state/ARG"),
        ("Foggy Bottom", "state/USA"),
        ("the White House", "state/USA"),
        ("Cheong Wa Dae", "state/KOR"),
        ("Britain", "state/GBR"),
        ("U.S.", "state/USA"),
        ("USA", "state/USA"),
        ("the United States", "state/USA"),
        ("Senkakus", "territory/senkaku-islands"),
        ("Diaoyus", "territory/senkaku-islands"),
        ("Dokdo-Takeshima", "territory/liancourt-rocks"),
        ("Falklands", "territory/falkland-islands"),
        ("Chagossians", "territory/chagos-archipelago"),
    ],
)
def test_common_forms_of_the_news_are_found(text: str, entry: str) -> None:
    assert only(text).names[0].entry.id == entry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan's islands", ["Japan"]),
        ("JAPAN’S ISLANDS", ["JAPAN"]),
        ("the Kuril-Islandsʼ status, Japanʼs", ["Kuril-Islands", "Japan"]),
        ("U.S.-led talks", ["U.S."]),
        ("US-Japan pact", ["US", "Japan"]),
        ("Japan-Russia, China/Vietnam", ["Japan", "Russia", "China", "Vietnam"]),
        ("“Japan”(China)", ["Japan", "China"]),
        ("Chinatown Japanophile Omanisation", []),
        ("preJapan Japan_ @Japan US$5", []),
        ("USS Reagan, UNHCRs", []),
        ("talks with the U.S", []),
        ("nato chad who turkey jordan guinea us", []),
        ("Taiwan\n\nStrait", ["Taiwan"]),
        ("Taiwan\r\n \r\nStrait", ["Taiwan"]),
        ("Taiwan\u2029Strait", ["Taiwan"]),
    ],
)
def test_names_match_whole_words_in_their_case(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_acronyms_keep_their_case_and_short_names_are_not_found_in_capitals() -> None:
    assert texts("Who said PLAN? Plan. OMAN, Oman") == ["PLAN", "Oman"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the North Korean leader", [("North Korean", "state/PRK")]),
        ("the South China Sea", [("South China Sea", "territory/south-china-sea")]),
        ("the League of Nations", [("League of Nations", "organization/league-of-nations")]),
        ("two Taiwan Straits", [("Taiwan", "territory/taiwan")]),
        ("Kuril Islandsx Japan", [("Kuril", "territory/kuril-islands"), ("Japan", "state/JPN")]),
        ("West Philippine Sea", [("West Philippine Sea", "territory/south-china-sea")]),
        ("Papua New Guinea", [("Papua New Guinea", "state/PNG")]),
        (
            "Abu Musa and the Tunbs",
            [("Abu Musa", "territory/abu-musa"), ("Tunbs", "territory/greater-and-lesser-tunbs")],
        ),
        (
            "South Georgia and the South Sandwich Islands",
            [("South Georgia and the South Sandwich Islands", "territory/sgssi")],
        ),
    ],
)
def test_longest_name_wins_and_hides_no_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to the North.", ["the North"]),
        ("The North fired", ["The North"]),
        ("the North Atlantic", []),
        ("Goethe North", []),
        ("North and South", []),
        ("The Islands are ours", ["The Islands"]),
        ("on the islands", ["the islands"]),
        ("the islands Japan claims", ["the islands", "Japan"]),
        ("many islands", []),
        ("the Philippines", ["Philippines"]),
        ("The Hague", ["The Hague"]),
    ],
)
def test_forms_with_an_article_need_it_and_end_their_noun_group(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "form",
    [
        *(
            "Male",
            "Stanley",
            "Georgia",
            "WHO",
            "PLAN",
            "DOC",
            "MAP",
            "Congress",
            "the Alliance",
            "Chad",
            "Jordan",
            "Mali",
        ),
        *(
            "Turkey",
            "Guinea",
            "Niger",
            "the islands",
            "the court",
            "armistice",
            "the North",
            "the South",
            "Korea",
            "AP",
        ),
        *("Abu Musa", "South Georgia", "Diego Garcia", "Sabah", "Resolution 242", "MDT", "COC", "1974 agreement"),
    ],
)
def test_ambiguous_form_is_found_and_marked(form: str) -> None:
    match = only(form)
    assert match.span.text == form
    assert all(name.ambiguous for name in match.names)


@pytest.mark.parametrize(
    "text",
    [
        *("the Bank of Japan", "BANK OF JAPAN", "Latin America", "the Korean War", "Israel Katz", "the Persian Gulf"),
        *("Paris Saint-Germain", "the Times of India"),
    ],
)
def test_phrase_that_means_something_else_is_left_out(text: str) -> None:
    assert texts(text) == []


def test_other_phrase_that_is_no_whole_word_leaves_its_name() -> None:
    assert texts("Iraq Warships in Iraq War films") == ["Iraq"]


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Japan", "name"),
        ("Japanese", "demonym"),
        ("Tokyo", "metonym"),
        ("the Kremlin", "metonym"),
        ("Kashmiri", "demonym"),
        ("four disputed islands", "descriptive"),
        ("Nine-dash line", "name"),
    ],
)
def test_match_tells_the_sense_of_a_form(text: str, sense: str) -> None:
    assert only(text).names[0].sense == sense


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Dokdo", "state/KOR"),
        ("Takeshima", "state/JPN"),
        ("Northern Territories", "state/JPN"),
        ("Malvinas", "state/ARG"),
        ("Diaoyu Islands", "state/CHN"),
        ("독도는", "state/KOR"),
        ("尖閣諸島に", "state/JPN"),
    ],
)
def test_match_tells_the_party_that_uses_a_form(text: str, party: str) -> None:
    assert only(text).names[0].party == party


def test_names_are_told_without_the_matches() -> None:
    matches = GAZETTEER.find("Japan and the Kuril\n  Islands, many islands")
    assert list(matches.names) == [match.names for match in matches]


def test_label_that_a_party_uses_stays_a_neutral_name_as_well() -> None:
    names = only("Shikotan").names
    assert [name.party for name in names] == [None, "state/RUS"]


def test_form_that_is_certain_with_its_article_hides_the_doubtful_one_without() -> None:
    assert [name.ambiguous for name in only("the Golan").names] == [False]
    assert [name.ambiguous for name in only("Golan").names] == [True]


def test_phrase_listed_as_ambiguous_is_so_in_capitals_too() -> None:
    assert all(name.ambiguous for text in ("UN buffer zone", "UN Buffer Zone") for name in only(text).names)


def test_territory_and_its_government_share_a_name() -> None:
    assert {name.entry.id for name in only("Taiwan").names} == {"territory/taiwan", "state/TWN"}
    assert GAZETTEER.entry("territory/taiwan").state == "state/TWN"


def test_native_names_match_at_word_ends_where_their_script_has_them() -> None:
    assert texts("о Кунашире. Кунашир!") == ["Кунашир"]
    assert texts("कश्मीरी कश्मीर") == ["कश्मीर"]


def test_offsets_are_code_points() -> None:
    text = "𝔄🏝️ “Shikotan”"
    match = only(text)
    assert text[match.span.start : match.span.end] == match.span.text == "Shikotan"


def test_lone_surrogates_do_not_stop_the_search() -> None:
    assert texts("\ud800 Japan \udfff") == ["Japan"]


PIECES = st.sampled_from(
    [
        *(
            "Kuril",
            "Islands",
            "Japan",
            "the",
            "North",
            "Korea",
            "Dokdo",
            "Taiwan",
            "Strait",
            "US",
            "독도",
            "x",
            "’s",
            ".",
        ),
        *("ō", "o\u0304", "\u00ad", "\u00a0", "-", "\r\n", "\n", "\n\n", "  ", " ", "\t", "\u2029", "\u3000", "\ud800"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_matches_stand_in_order_at_their_offsets(text: str) -> None:
    done = 0
    for match in GAZETTEER.find(text):
        assert done <= match.span.start < match.span.end
        assert text[match.span.start : match.span.end] == match.span.text
        assert match.names
        done = match.span.end


@given(st.sampled_from([name for name in GAZETTEER.names if " and " not in name.text]))
def test_every_name_of_the_tables_is_found(name: Name) -> None:
    match = only(f"; {name.text};")
    assert name in match.names


NAMES = "the North, North Bay, the bay, Bay, Bays of Ra, East Bay, Ra, Rak, Ra Tor, R.A., 羅島, Ра".split(", ")
SOME = tuple(Name(name, Entry(f"territory/{name}", "territory", name, "t.csv:2")) for name in NAMES)
WORDS = st.sampled_from(
    "the The North NORTH north Bay bays of Ra ra rak Tor tor R.A 羅島 羅 Ра East x ʼs \n - .".split(" ")
)


def some_names() -> Gazetteer:
    entries = {name.entry.id: name.entry for name in SOME}
    return Gazetteer(entries, SOME, other_things=("Bay of Ra", "Ra Bay"), version="")


@example("Ra tor, of Ra tor, the North Bays")
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " ", " "])).map("".join), max_size=12).map("".join))
def test_what_texts_before_had_changes_nothing(text: str) -> None:
    fresh = some_names()
    expected = list(fresh.find(text))
    assert list(fresh.find(text)) == list(EXPERIENCED.find(text)) == expected


EXPERIENCED = some_names()


def test_what_is_known_of_texts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The North Bay, the North, Ra Tors and the bay of Ra"
    expected = list(some_names().find(text))
    monkeypatch.setattr("kg.gazetteer.matcher._MOST_KNOWN", 1)
    gazetteer = some_names()
    assert [list(gazetteer.find(text)) for _ in range(2)] == [expected, expected]
    assert len(gazetteer._matcher._known) + len(gazetteer._matcher._known_after_article) == 1


def test_empty_gazetteer_finds_nothing() -> None:
    assert not Gazetteer({}, (), version="").find("Japan")
