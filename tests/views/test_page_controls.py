"""Every control of the page in a real browser: what it leaves, draws, says and hands out."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from kg.store import ArticleStore
from kg.views.page import render_page
from tests.views.browsing import Opened, Opener
from tests.views.quarrels import make_store

pytestmark = pytest.mark.browser

CLAIM, EASTLAND, ROCK = "0/c1", "0/state/EST", "0/territory/inner-rock"
LABEL = "(id) => window.caught.body.nodes[id].options.label"
GROUPS = "[...window.caught.body.nodeIndices].map((id) => id.split('/').slice(0, 2).join('/')).sort()"


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(make_store())


@pytest.fixture
def opened(open_page: Opener, html: str) -> Opened:
    return open_page(html)


def listed(opened: Opened) -> list[str]:
    """Return the identifiers of the facts in the list, without their kinds."""
    opened.page.click("#as-list")
    codes = opened.page.eval_on_selector_all("#rows code", "all => all.map((one) => one.textContent)")
    return sorted(code.partition("/")[2] for code in codes)


def slide(opened: Opened, end: str, step: int) -> None:
    opened.page.eval_on_selector(
        f"#{end}",
        "(one, step) => { one.value = step; one.dispatchEvent(new Event('input', { bubbles: true })); }",
        step,
    )


def downloaded(opened: Opened, button: str) -> bytes:
    with opened.page.expect_download() as download:
        opened.page.click(button)
    return Path(download.value.path()).read_bytes()


def test_more_filters_open_and_close(opened: Opened) -> None:
    assert opened.page.is_hidden("#kind")
    opened.page.click("#further")
    assert opened.page.is_visible("#kind")
    assert opened.page.get_attribute("#further", "aria-expanded") == "true"
    opened.page.click("#further")
    assert opened.page.is_hidden("#kind")


def test_kinds_and_outlets_leave_their_facts_and_the_counts_follow(opened: Opened) -> None:
    opened.page.click("#further")
    assert opened.page.evaluate(LABEL, CLAIM) == "claims (2)"
    opened.page.select_option("#outlet", "Herald")
    assert opened.page.evaluate(LABEL, CLAIM) == "claims (1)"
    assert opened.text("#further") == "More filters (1 set)"
    opened.page.select_option("#kind", "event")
    assert listed(opened) == ["meeting"]
    opened.page.click("#reset")
    assert len(listed(opened)) == 10
    assert opened.is_quiet()


def test_time_is_chosen_by_its_ends(opened: Opened) -> None:
    opened.page.click("#further")
    slide(opened, "to", 1)
    assert opened.text("#period") == "2019-01-21 to 2019-01-22"
    assert listed(opened) == ["claim", "held", "meeting", "ours", "poll", "west"]
    slide(opened, "from", 2)
    assert opened.text("#period") == "2022-03-22 to 2022-03-22"
    assert listed(opened) == ["again", "cold", "quiet", "rejects"]


def test_time_plays_to_its_end_and_stops(opened: Opened) -> None:
    opened.page.click("#further")
    opened.page.click("#play")
    assert opened.text("#play") == "■ Stop"
    assert opened.text("#period") == "2019-01-21 to 2019-01-21"
    opened.page.wait_for_timeout(1100)
    assert opened.text("#period") == "2019-01-21 to 2019-01-22"
    opened.page.wait_for_timeout(1100)
    assert (opened.text("#period"), opened.text("#play")) == ("all the time", "▶ Play")


def test_places_have_the_names_of_a_party(opened: Opened) -> None:
    opened.page.click("#further")
    opened.page.select_option("#names", "state/EST")
    assert opened.page.evaluate(LABEL, ROCK) == "Stone Isle"
    opened.click_on(ROCK)
    assert opened.text("#panel-heading") == "Stone Isle (Inner Rock)"
    assert "Stone Isle" in opened.text("#territory")


def test_the_view_of_a_party_has_what_it_holds_in_its_names(opened: Opened) -> None:
    opened.page.click("#further")
    opened.page.select_option("#holds", "state/WST")
    assert "Only what Westland and those who speak for it hold and say" in opened.text("#status")
    assert listed(opened) == ["cold", "ours", "west"]  # that it is told to control is no view of its own
    opened.page.select_option("#holds", "state/EST")
    opened.page.click("#as-picture")
    assert opened.page.evaluate(LABEL, ROCK) == "Stone Isle"


def test_what_nobody_disputes_is_possession_and_events_but_no_claim(opened: Opened) -> None:
    opened.page.click("#further")
    opened.page.select_option("#holds", "undisputed")
    assert "no claims" in opened.text("#status")
    assert listed(opened) == ["held", "meeting"]


def test_neighbours_alone(opened: Opened) -> None:
    opened.click_on(EASTLAND)
    opened.page.click("#panel button:has-text('Only its neighbours')")
    assert "Only Eastland and its neighbours." in opened.text("#status")
    assert "Showing 2 of 6 lines" in opened.text("#status")
    assert opened.page.is_hidden("#panel")


def test_places_unfold_and_fold(opened: Opened) -> None:
    opened.click_on(CLAIM)
    opened.page.click("#panel button:has-text('Draw each place by itself')")
    groups = opened.page.evaluate(GROUPS)
    assert [groups.count(one) for one in ("u/position", "u/state", "u/territory", "u/title")] == [6, 1, 1, 1]
    assert "statement" in opened.text("#legend")
    opened.click_on("u/position/again")
    assert opened.text("#panel blockquote") == "Eastland claims Inner Rock."
    opened.page.click("#fold")
    assert "Showing 6 of 6 lines" in opened.text("#status")
    assert opened.is_quiet()


def test_events_and_treaties_unfold(opened: Opened) -> None:
    opened.click_on(ROCK)
    opened.page.click("#panel button:has-text('Draw each place by itself')")
    assert "u/event/meeting" in opened.page.evaluate("window.caught.body.nodeIndices")
    opened.page.evaluate("location.hash = '#unfold=group/voters'")
    opened.page.wait_for_timeout(100)
    assert "u/treaty/a hand-over" in opened.page.evaluate("window.caught.body.nodeIndices")


def test_the_map_leads_to_its_disputes_and_back(opened: Opened) -> None:
    opened.page.click("#as-map")
    circles = opened.page.locator("#map circle")
    assert circles.count() == 1
    assert circles.get_attribute("aria-label") == "The Rocks: 3 places"
    assert "1 dispute on the map" in opened.text("#status")
    assert "2 territories have no place" in opened.text("#status")
    circles.click()
    assert opened.page.input_value("#territory") == "dispute 0"
    opened.page.focus("#map circle")
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel-heading") == "The Rocks"
    opened.page.click("#close")
    opened.page.click("#world")
    assert opened.page.input_value("#territory") == ""
    opened.page.click("#as-picture")
    opened.click_on("0/territory/the-rocks")
    opened.page.click("#panel button:has-text('On the map')")
    assert opened.page.is_visible("#map")
    assert opened.is_quiet()


def test_corrections_are_kept_and_handed_out(opened: Opened) -> None:
    opened.click_on(CLAIM)
    first, second = opened.page.locator("#panel .fact").nth(0), opened.page.locator("#panel .fact").nth(1)
    first.get_by_text("Correct", exact=True).click()
    first.locator("select").select_option("protests")
    first.locator("input[list=actor-names]").fill("Ivan Petrov")
    first.locator("input[list=territory-names]").fill('Dune | A "new", place')
    first.get_by_text("Keep this correction").click()
    assert "stance: protests" in first.inner_text()
    second.get_by_text("Correct", exact=True).click()
    second.locator("input[type=checkbox]").check()
    second.get_by_text("Keep this correction").click()
    assert "marked as wrong" in second.inner_text()
    assert opened.text("#save-corrections") == "Save 2 corrections"
    rows = list(csv.reader(StringIO(downloaded(opened, "#save-corrections").decode())))
    assert rows == [
        ["correction", "thing", "value"],
        ["speaker", "position/claim", "person/ivan-petrov.wst"],
        ["stance", "position/claim", "protests"],
        ["territory", "position/claim", 'territory/dune|A "new", place'],
        ["drop", "position/again", ""],
    ]
    first.get_by_text("Correct", exact=True).click()
    assert first.locator("select").input_value() == "protests"
    first.get_by_text("Cancel").click()
    assert opened.is_quiet()


def test_a_correction_that_changes_nothing_is_none(opened: Opened) -> None:
    opened.click_on(CLAIM)
    fact = opened.page.locator("#panel .fact").nth(0)
    fact.get_by_text("Correct", exact=True).click()
    fact.get_by_text("Keep this correction").click()
    assert opened.page.is_hidden("#save-corrections")
    assert "Your correction" not in fact.inner_text()


def test_picture_and_map_are_saved(opened: Opened) -> None:
    opened.page.click("#further")
    assert downloaded(opened, "#save-picture").startswith(b"\x89PNG")
    opened.page.click("#as-map")
    assert downloaded(opened, "#save-picture").startswith(b"<svg")
    assert opened.troubles == []


def test_the_print_button_prints(opened: Opened) -> None:
    opened.page.evaluate("window.print = () => { window.printed = true; }, null")
    opened.page.click("#further")
    opened.page.click("#print")
    assert opened.page.evaluate("window.printed") is True


def test_the_address_keeps_what_is_chosen_and_what_is_open(opened: Opened) -> None:
    opened.page.click("#further")
    opened.page.select_option("#names", "state/EST")
    opened.page.select_option("#outlet", "Tribune")
    slide(opened, "from", 2)
    opened.click_on(CLAIM)
    opened.page.reload()
    assert opened.page.input_value("#names") == "state/EST"
    assert opened.page.input_value("#outlet") == "Tribune"
    assert opened.text("#period") == "2022-03-22 to 2022-03-22"
    assert opened.text("#panel-heading") == "Eastland claims: Stone Isle (Inner Rock)"
    assert opened.page.locator("#panel .fact").first.locator("code").inner_text() == "position/again"


def test_an_address_that_names_what_is_not_there_shows_all(opened: Opened) -> None:
    opened.page.evaluate("location.hash = '#outlet=Times&from=1999&near=nobody&unfold=nothing&item=no&holds=x&view=y'")
    opened.page.wait_for_timeout(100)
    assert "Showing 6 of 6 lines" in opened.text("#status")
    assert opened.page.is_hidden("#panel")
    assert opened.is_quiet()


def test_an_article_has_all_that_is_quoted_from_it(opened: Opened) -> None:
    opened.click_on(CLAIM)
    opened.page.click("#panel button:has-text('More from this article') >> nth=0")
    assert opened.text("#panel-heading") == "Talks in Oslo"
    assert opened.page.locator("#panel .fact").count() == 6


def test_a_whole_article_has_every_place_marked(open_page: Opener, store: ArticleStore) -> None:
    opened = open_page(render_page(store, with_articles=True))
    opened.click_on(CLAIM)
    opened.page.click("#panel button:has-text('Read it in the article') >> nth=0")
    assert opened.text("#panel .article").endswith("Nothing more is told here.")
    assert opened.text("#panel .here") == "Eastland claims Inner Rock"
    opened.page.click("#panel .article mark:has-text('74 percent')")
    assert opened.text("#panel .fact code") == "position/poll"
    assert opened.is_quiet()
