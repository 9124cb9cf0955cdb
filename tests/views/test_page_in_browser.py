"""The page in a real browser: it reads, finds, filters, and runs nothing of others."""

import pytest

from kg.views.page import render_page
from tests.views.browsing import PLACE, Opener
from tests.views.hostile_words import STRINGS
from tests.views.quarrels import make_store, many

pytestmark = pytest.mark.browser

LEFT_OUT = """() => {
  const all = [...document.querySelectorAll("#territory option")].slice(1).map((one) => one.textContent);
  const shown = window.caught.body.nodeIndices.map((id) => window.caught.body.nodes[id].options.label);
  return all.find((label) => !shown.includes(label));
}"""


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(make_store())


CLAIM, EASTLAND, ROCK, DUNE = "0/c1", "0/state/EST", "0/territory/inner-rock", "1/territory/dune"


def test_a_click_on_a_line_opens_the_quoted_words(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_on(CLAIM, ROCK)
    assert opened.text("#panel-heading") == "Eastland claims: Inner Rock"
    assert opened.text("#panel mark") == "Eastland claims Inner Rock"
    assert opened.text("#panel .fact blockquote") == "Eastland claims Inner Rock."
    assert "Talks in Oslo · Herald · 2019-01-22" in opened.text("#panel .fact")
    assert opened.text("#panel .fact code") == "position/claim"
    links = opened.page.eval_on_selector_all("#panel a", "all => all.map((a) => [a.href, a.rel, a.target])")
    assert links[0] == ["https://herald.example/1", "noopener noreferrer", "_blank"]
    assert opened.is_quiet()


def test_a_click_on_the_words_of_a_line_opens_it_too(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_on(CLAIM)
    assert opened.text("#panel-heading") == "Eastland claims: Inner Rock"


def test_a_click_on_an_actor_or_a_territory_opens_all_about_it(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_on(EASTLAND)
    assert opened.text("#panel-heading") == "Eastland"
    assert "Inner Rock: claims (2)" in opened.text("#panel")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")
    opened.click_on(ROCK)
    assert opened.text("#panel-heading") == "Inner Rock"
    panel = opened.text("#panel")
    assert all(words in panel for words in ("Part of The Rocks", "Eastland: Stone Isle", "Westland: controls (1)"))
    assert "Petrov met Sato in Oslo on Monday." in panel


def test_search_leaves_what_has_the_words(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    assert "Showing 6 of 6 lines" in opened.text("#status")
    opened.page.fill("#search", "LUMP westland")
    assert "Showing 1 of 6 lines" in opened.text("#status")
    assert opened.drawn_edges() == 2  # the two halves of the line that is left
    opened.page.click("#as-list")
    assert opened.page.eval_on_selector_all("#rows mark", "all => all.map((one) => one.textContent)") == [
        "Westland controls Inner Rock"
    ]
    opened.page.click("#reset")
    assert "Showing 10 of 10 positions" in opened.text("#status")
    assert opened.is_quiet()


def test_filters_leave_a_stance_a_territory_and_who_speaks_for_an_actor(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.click("#legend button:has-text('controls')")
    assert "Showing 1 of 6 lines" in opened.text("#status")
    assert opened.page.evaluate("document.activeElement.textContent") == "controls"
    opened.page.click("#reset")
    opened.page.select_option("#territory", label="Dune")
    assert "Showing 1 of 6 lines" in opened.text("#status")
    opened.page.select_option("#territory", "")
    opened.page.select_option("#actor", "state/WST")
    assert "Showing 3 of 6 lines" in opened.text("#status")  # two of Westland, one of its spokesman
    opened.page.reload()
    assert "Showing 3 of 6 lines" in opened.text("#status")  # the address keeps it


def test_what_the_first_picture_leaves_out_is_found(open_page: Opener) -> None:
    opened = open_page(render_page(many(14)))
    assert "Showing 12 of 14 lines in 12 of 14 disputes, the weightiest" in opened.text("#status")
    drawn = opened.page.evaluate("window.caught.body.nodeIndices.filter((id) => id.endsWith('/title')).length")
    assert drawn == 12
    left_out = opened.page.evaluate(LEFT_OUT)
    opened.page.fill("#search", left_out)
    opened.click_on(*opened.page.evaluate("window.caught.body.nodeIndices.filter((id) => id.includes('/c'))"))
    assert opened.text("#panel mark").endswith(f"holds {left_out}.")
    opened.page.fill("#search", "holds")
    assert "Showing 14 of 14 lines." in opened.text("#status")


def test_a_click_on_a_title_draws_its_dispute_alone(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_on("1/title")
    assert "Showing 1 of 6 lines in 1 of 2 disputes." in opened.text("#status")
    assert opened.page.input_value("#territory") == "dispute 1"


def test_the_list_has_everything_and_is_reached_by_keyboard(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "list-heading"
    assert opened.page.locator("#rows tr").count() == 10
    first = opened.text("#rows tr:first-child")
    assert all(words in first for words in ("2019-01-22", "Eastland", "claims", "Inner Rock", "Talks in Oslo"))
    assert opened.page.locator("th[scope=col]").count() == 6
    opened.page.focus("#rows tr:first-child button")
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel-heading") == "Eastland"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("document.activeElement.textContent") == "Eastland"
    assert "Treaty of Oslo (1956): concluded, named in 1 article" in opened.text("#treaties")


def test_labels_stand_inside_the_picture_and_do_not_overlap(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    boxes = opened.page.evaluate("window.caught.body.nodeIndices.map((id) => window.caught.getBoundingBox(id))")
    assert len(boxes) == 15
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            aside = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
            assert aside or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1


def test_a_phone_sees_the_whole_width(open_page: Opener, html: str) -> None:
    opened = open_page(html, 390, 844, is_mobile=True, has_touch=True, device_scale_factor=2)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 390
    opened.click_on(CLAIM)
    assert opened.text("#panel mark") == "Eastland claims Inner Rock"
    assert opened.is_quiet()


def test_a_dark_page_has_light_letters(open_page: Opener, html: str) -> None:
    opened = open_page(html, color_scheme="dark")
    assert opened.page.evaluate("getComputedStyle(document.body).color") == "rgb(232, 234, 237)"
    font = "window.caught.body.nodes['0/c1'].options.font.color"
    assert opened.page.evaluate(font) == "#d0724c"
    opened.page.emulate_media(color_scheme="light")
    for _ in range(50):  # the page's own rules keep playwright from waiting by itself
        if opened.page.evaluate(font) == "#b9500d":
            break
        opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(font) == "#b9500d"


def test_print_has_the_list(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.emulate_media(media="print", color_scheme="dark")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.page.is_visible("#list")
    assert opened.page.locator("#rows tr").count() == 10
    font = "window.caught.body.nodes['0/c1'].options.font.color"
    assert opened.page.evaluate(font) == "#b9500d"  # dark letters for white paper
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.evaluate(font) == "#d0724c"


@pytest.mark.parametrize("evil", [" ".join(STRINGS[start::3]) for start in range(3)])
def test_hostile_words_run_nothing(open_page: Opener, evil: str) -> None:
    opened = open_page(render_page(make_store(evil=f"href {evil}"), title=evil, with_articles=True))
    for item in (CLAIM, EASTLAND, ROCK, DUNE):
        opened.page.mouse.move(*opened.page.evaluate(PLACE, [item, item]))
        opened.page.wait_for_timeout(250)  # a tooltip would come now
        opened.click_on(item)
        opened.page.keyboard.press("Escape")
    opened.click_on(ROCK)
    shown = " ".join(evil.split())
    assert shown in " ".join(opened.page.text_content("#panel").split())
    opened.page.keyboard.press("Escape")
    opened.page.fill("#search", shown)
    opened.page.click("#as-list")
    assert opened.page.locator("#rows tr").count() > 0
    opened.page.select_option("#actor", index=1)
    opened.page.click("#reset")
    opened.page.click("#further")
    for control in ("#outlet", "#names", "#holds"):
        for choice in range(opened.page.locator(f"{control} option").count()):
            opened.page.select_option(control, index=choice)
            opened.page.click("#as-picture")
            opened.page.click("#as-map")
            opened.page.click("#as-list")
    opened.page.click("#reset")
    opened.page.click("#rows button >> nth=1")
    opened.page.click("#panel button:has-text('Correct')")
    opened.page.fill("#panel input[list=actor-names]", evil)
    opened.page.click("#panel button:has-text('Keep this correction')")
    opened.page.click("#panel button:has-text('Read it in the article')")
    opened.page.click("#panel .article mark >> nth=0")
    opened.page.evaluate("location.hash = '#unfold=territory/inner-rock'")
    opened.page.wait_for_timeout(200)
    opened.page.mouse.move(*opened.page.evaluate(PLACE, ["u/position/claim", "u/position/claim"]))
    opened.click_on("u/position/claim")
    assert opened.is_quiet()


def test_the_policy_is_in_force(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.evaluate(
        """() => {
          const [script, image] = [document.createElement("script"), document.createElement("img")];
          script.textContent = "window.ran = 1";
          image.src = "http://evil.example/picture";
          image.setAttribute("onerror", "window.ran = 2");
          document.body.append(script, image);
        }"""
    )
    assert opened.page.evaluate("fetch('http://evil.example/').then(() => 'sent', () => 'refused')") == "refused"
    assert opened.page.evaluate("window.ran") is None
    refused = [told for told in opened.troubles if "Content Security Policy" in told]
    assert len(refused) >= 3, opened.troubles  # the script, the picture, the request
