"""What is title, byline, body and furniture, by the forms that news is copied in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.layout import Layout, read_layout

LEAD = "Japan told Russia on Tuesday that it would not give up its claim to the four islands."
MORE = "Russia answered that the islands were its own, and that it saw no reason to talk about them."
LAST = "Talks between the two governments are to go on in Moscow in the coming week, officials said."


def kinds(text: str) -> list[tuple[str, str]]:
    """The blocks of a text, each as its kind and its words on one line."""
    return [(block.kind, " ".join(block.span.text.split())) for block in read_layout(text).blocks]


def body(layout: Layout) -> list[str]:
    return [" ".join(block.span.text.split()) for block in layout.blocks if block.kind == "body"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_title_byline_and_paragraphs_whatever_the_line_ends(end: str) -> None:
    text = end.join(["Japan rejects claim", "", "By Ann Smith", "", LEAD, "", MORE, ""])
    assert kinds(text) == [("title", "Japan rejects claim"), ("byline", "By Ann Smith"), ("body", LEAD), ("body", MORE)]


def test_indents_part_the_paragraphs_of_hard_wrapped_wire_copy() -> None:
    text = (
        "JAPAN REJECTS CLAIM TO ISLANDS\n"
        "    Japan told Russia that it would not\n"
        "give up its claim to the islands.\n"
        "    Russia answered that the islands\n"
        "were its own.\n"
        '    "They are ours," it said.\n'
    )
    assert kinds(text) == [
        ("title", "JAPAN REJECTS CLAIM TO ISLANDS"),
        ("body", "Japan told Russia that it would not give up its claim to the islands."),
        ("body", "Russia answered that the islands were its own."),
        ("body", '"They are ours," it said.'),
    ]


def test_long_lines_are_a_paragraph_each() -> None:
    lines = [" ".join([LEAD, MORE]), " ".join([MORE, LAST]), "“No,” it said."]
    assert body(read_layout("\n".join(["Japan rejects claim", *lines]))) == lines


def test_short_last_line_ends_a_hard_wrapped_paragraph() -> None:
    text = (
        "Japan told Russia on Tuesday that it would not give up its\nclaim to the islands.\n"
        "Russia answered that the islands were its own, and that it\nsaw no reason to talk.\n"
    )
    assert body(read_layout(text)) == [
        "Japan told Russia on Tuesday that it would not give up its claim to the islands.",
        "Russia answered that the islands were its own, and that it saw no reason to talk.",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "Earlier\n this week, Japan told Russia that it would not give up its claim to the islands.",
        "Earlier\n\nthis week, Japan told Russia that it would not give up its claim to the islands.",
        "Earlier this week the government of\n\nJapan told Russia that it would not give up its claim.",
        "A spokesman said, according to Kyodo,\n\nJapan would not give up its claim to the islands.",
    ],
)
def test_paragraph_that_stray_line_ends_have_cut_stays_one_body_block(broken: str) -> None:
    assert body(read_layout(f"{LEAD}\n\n{broken}\n\n{LAST}")) == [LEAD, " ".join(broken.split()), LAST]


@pytest.mark.parametrize(
    "furniture",
    [
        "Home | World | Politics | Sport",
        "World > Asia > Japan",
        "Skip to main content",
        "Share on Facebook\nTweet\nEmail\nPrint",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "We use cookies to improve your experience. By continuing to browse you agree to our use of cookies.",
        "Photo: Kyodo",
        "Share:",
        "Soldiers on the beach. (AP Photo/Somebody)",
        "READ MORE: How the war for the islands was won in a week by a few ships",
        "Related articles\n- Japan and Russia: the long quarrel\n- In pictures: the islands",
        "Most read\n\n1. Snow closes roads\n2. Ten ways to save",
        "A LONG QUARREL",
        "Hopes and fears",
        "___",
        "6:05 p.m.",
        "https://example.org/news/japan",
        "[ banner ]",
        "Sign up for our free newsletter and get the news each morning.",
    ],
)
def test_furniture_between_paragraphs_is_no_body(furniture: str) -> None:
    layout = read_layout(f"Japan rejects claim\n\n{LEAD}\n\n{furniture}\n\n{MORE}\n\n{LAST}")
    assert body(layout) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "prose",
    [
        "“Never,” he said.",
        "Japan protested to Seoul on Friday",
        "Home ministers of both countries meet again on Thursday.",
        "The minister added:",
        "Copyright law has no say in who owns an island, the professor told the court.",
        "By Tuesday the ships had left the waters.",
        "He read the full statement to reporters.",
    ],
)
def test_short_paragraph_of_the_article_stays_body(prose: str) -> None:
    assert prose in body(read_layout(f"Japan rejects claim\n\n{LEAD}\n\n{prose}\n\n{MORE}"))


@pytest.mark.parametrize(
    "footer",
    [
        "Ana Holm is a senior reporter for the Norby Gazette.",
        "Ana Holm reported from Oslo, and Bo Dahl from Norby.",
        "With reporting by Ann Smith in Oslo",
        "(Reporting by Ann Smith; Editing by John Brown)",
        "Source: island-news/1048.html",
        "Copyright (c) 2019. Sample News, Inc. All rights reserved.",
        "Get the latest from Oslo each morning",
    ],
)
def test_all_is_furniture_after_the_footer(footer: str) -> None:
    promotion = (
        "Every Saturday our cooks write to you of what is ripe, what is cheap, and how long it keeps in a cellar."
    )
    layout = read_layout(f"Japan rejects claim\n\n{LEAD}\n\n{MORE}\n\n{footer}\n\n{promotion}")
    assert body(layout) == [LEAD, MORE]


def test_copyright_of_a_photo_near_the_top_ends_no_article() -> None:
    layout = read_layout(f"Japan rejects claim\n\n{LEAD}\n\n© 2019 AFP\n\n{MORE}\n\n{LAST}")
    assert body(layout) == [LEAD, MORE, LAST]


def test_title_is_found_below_menus_and_promotions() -> None:
    text = (
        f"Win a weekend in Oslo!\n\n[ picture ]\n\nJapan rejects claim to islands\n\nBy Ann Smith\n\n{LEAD}\n\n{MORE}"
    )
    assert read_layout(text).title == "Japan rejects claim to islands"


@pytest.mark.parametrize(
    "title", ["NATO warns Russia - again", "JAPAN REJECTS CLAIM - RUSSIA ANGRY", "U.S. - no change"]
)
def test_title_with_a_dash_is_no_dateline(title: str) -> None:
    assert read_layout(f"{title}\n\n{LEAD}\n\n{MORE}").title == title


def test_summary_under_the_title_is_body_and_no_second_title() -> None:
    layout = read_layout(f"Japan rejects claim\n\nMinister says the islands belong to Japan\n\nBy Ann Smith\n\n{LEAD}")
    assert layout.title == "Japan rejects claim"
    assert body(layout) == ["Minister says the islands belong to Japan", LEAD]


def test_text_without_title_has_none() -> None:
    assert read_layout(f"By\nAnn Smith\n\n{LEAD}\n\n{MORE}").title is None


def test_title_that_the_source_tells_is_looked_for() -> None:
    text = f"Japan rejects claim\n\nA short word before.\n\n{LEAD}"
    layout = read_layout(text, title="A short word before")
    assert [block.kind for block in layout.blocks] == ["furniture", "title", "body"]


def test_title_that_the_text_does_not_repeat_is_guessed_nowhere() -> None:
    layout = read_layout(f"“Never.”\n\n{LEAD}\n\n{MORE}", title="Japan rejects claim")
    assert layout.title == "Japan rejects claim"
    assert body(layout) == ["“Never.”", LEAD, MORE]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("By KTR/NL March 8, 2016", "2016-03-08"),
        ("Published :`2021-11-03 08:14:52`", "2021-11-03"),
        ("Jan 22, 2019, 10:15 GMT", "2019-01-22"),
        ("PUBLISHED:\n\n08:41 EST, 9 October 2015\n\n|\n\nUPDATED:\n\n11:02 EST, 10 October 2015", "2015-10-09"),
        ("Updated 5 January 2013\nPublished 4 January 2013", "2013-01-04"),
        ("Tuesday, 22nd January 2019", "2019-01-22"),
        ("By Ann Smith", None),
        ("Source: Yonhap| 2017-05-09 07:30:45|Editor: somebody", "2017-05-09"),
        ("31 February 2019", None),
        ("January 2019", None),
    ],
)
def test_day_of_publication_is_read_from_the_byline(line: str, published: str | None) -> None:
    layout = read_layout(f"Japan rejects claim\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (layout.published and str(layout.published)) == published
    assert body(layout) == [LEAD, MORE]


@pytest.mark.parametrize(
    ("start", "agency", "published"),
    [
        ("TOKYO, Jan. 22 (Kyodo) -- ", "Kyodo", None),
        ("TOKYO (Reuters) - ", "Reuters", None),
        ("NEW DELHI (AP) — ", "AP", None),
        ("NEW DELHI (AP) ― ", "AP", None),
        ("TOKYO/MOSCOW, Sept 11, 2012 - ", None, "2012-09-11"),
        ("WASHINGTON, March 25, 2019 – ", None, "2019-03-25"),
        ("Moscow (AFP) – ", "AFP", None),
        ("MOSCOW, January 22. /TASS/. ", "TASS", None),
        ("ST. PETERSBURG, Russia, Jan. 22, 2019 (Interfax) -- ", "Interfax", "2019-01-22"),
        ("NATO says the treaty of January 22, 1955 - ", None, None),
        ("Tokyo said in January 22, 1955 - ", None, None),
    ],
)
def test_dateline_is_body_and_tells_agency_and_day(start: str, agency: str | None, published: str | None) -> None:
    layout = read_layout(f"Japan rejects claim\n\n{start}{LEAD}\n\n{MORE}")
    assert (layout.agency, layout.published and str(layout.published)) == (agency, published)
    assert body(layout)[0] == start + LEAD


@pytest.mark.parametrize(
    ("footer", "outlet"),
    [
        ("Copyright (c) 2016. KTR/NL, Inc. Ask us before you print it.", "KTR/NL"),
        ("Copyright (c) 2013 Sample News. All rights reserved.", "Sample News"),
        ("© 2023 The Daily Example Ltd", "The Daily Example"),
        ("© Sample Media 2020", "Sample Media"),
        ("All rights reserved.", None),
        ("Copyright (c) 2019. All rights reserved.", None),
    ],
)
def test_outlet_is_read_from_the_copyright_line(footer: str, outlet: str | None) -> None:
    assert read_layout(f"Japan rejects claim\n\n{LEAD}\n\n{footer}").outlet == outlet


def test_outlet_is_read_from_the_end_of_the_title() -> None:
    assert read_layout(f"Japan rejects claim | Sample News\n\n{LEAD}").outlet == "Sample News"


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Home | World\n\nShare this\n\nCopyright (c) 2019 X. All rights reserved."]
)
def test_page_without_article_has_no_body(text: str) -> None:
    assert not read_layout(text).has_body


def test_one_sentence_is_body() -> None:
    assert kinds(LEAD) == [("body", LEAD)]


PIECES = [*'ab. ,"\n\r\t\f|:', "By ", "Home\n", LEAD, "\u2028", "é", "😀"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_blocks_are_spans_of_the_text_that_tile_its_words(text: str) -> None:
    blocks = read_layout(text).blocks
    assert all(text[block.span.start : block.span.end] == block.span.text for block in blocks)
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)
    assert "".join("".join(block.span.text.split()) for block in blocks) == "".join(text.split())


@pytest.mark.parametrize(
    "text", [" " * 200_000, "A" * 100_000, "a | " * 30_000, ("By " + "ABCDEFGHIJ" * 12 + "!\n") * 500]
)
def test_layout_of_hostile_text_ends(text: str) -> None:
    read_layout(text)


@pytest.mark.parametrize("menu", ["Home News Sport Weather World Asia", "Sections   Search   Log In", "WORLD NEWS"])
def test_menu_or_section_above_a_long_headline_is_no_title(menu: str) -> None:
    headline = "Japan map row: Moscow rejects new claim to four southern islands off Hokkaido"
    layout = read_layout(f"Skip to content\n{menu}\n\n{headline}\n\n3 May 2021\n\n{LEAD}\n\n{MORE}\n")
    assert (layout.title, body(layout)) == (headline, [LEAD, MORE])


def test_three_words_of_news_are_no_menu() -> None:
    assert read_layout(f"War, oil, islands\n\n{LEAD}\n\n{MORE}\n").title == "War, oil, islands"


def test_day_under_a_summary_is_that_of_publication() -> None:
    summary = "A mayor's letter has stirred up an old feud over two reefs and a light, but the crews would rather fish"
    layout = read_layout(f"Islands that nobody wants\n\n{summary}\n\nSun 2 May 2021 06.00 BST\n\n{LEAD}\n\n{MORE}\n")
    assert str(layout.published) == "2021-05-02"


def test_dateline_under_a_headline_as_long_as_prose_tells_the_day() -> None:
    headline = "Islanders vote to stay as they are. Their neighbour, and a court far away, say otherwise."
    layout = read_layout(f"AMERICAS\n\n{headline}\n\nSTANLEY, May 3, 2021 - {LEAD} {MORE}\n\n{LAST}\n")
    assert (layout.title, str(layout.published)) == (headline, "2021-05-03")


def test_only_paragraph_of_a_text_is_body_though_no_full_stop_ends_it() -> None:
    assert kinds(f"{LEAD} {MORE} 1") == [("body", f"{LEAD} {MORE} 1")]
