"""The page with few and with many places of articles, in a real browser: it is drawn, read, filtered and searched."""

from functools import cache

import pytest

from benchmarks.crowd import Crowd
from kg.views.page import render_model
from tests.views.browsing import Opened, Opener

pytestmark = pytest.mark.browser

BOXES = """window.caught.body.nodeIndices.map((id) => window.caught.body.nodes[id]).map(({ x, y, shape }) => ({
  left: x - shape.width / 2, right: x + shape.width / 2, top: y - shape.height / 2, bottom: y + shape.height / 2 }))"""
LINE = "window.caught.body.nodeIndices.find((id) => /\\/c\\d+$/.test(id))"


@cache
def html(count: int) -> str:
    return render_model(Crowd(count).model())


def overlapping(opened: Opened) -> int:
    """Return how many labels lie on another."""
    boxes = sorted(opened.page.evaluate(BOXES), key=lambda box: box["top"])
    found = set()
    for place, one in enumerate(boxes):
        for other in range(place):
            two = boxes[other]
            aside = one["right"] <= two["left"] + 1 or two["right"] <= one["left"] + 1
            if not (aside or one["bottom"] <= two["top"] + 1 or two["bottom"] <= one["top"] + 1):
                found |= {place, other}
    return len(found)


@pytest.mark.parametrize("count", [30, 1000, 5000])
def test_a_page_of_any_size_can_be_used(open_page: Opener, count: int) -> None:
    opened = open_page(html(count))
    assert overlapping(opened) == 0
    assert 0 < opened.page.evaluate("window.caught.body.nodeIndices.length") < 300
    opened.click_on(opened.page.evaluate(LINE))
    assert opened.page.is_visible("#panel mark")
    opened.page.keyboard.press("Escape")
    opened.page.fill("#search", "place 7,")
    assert opened.text("#status").startswith("Showing ")
    opened.page.fill("#search", "")
    opened.page.select_option("#actor", "state/S00")
    assert overlapping(opened) == 0
    opened.page.click("#as-list")
    assert opened.page.locator("#rows tr").count() > 0
    opened.page.click("#reset")
    assert f"Showing {count:,} of {count:,}" in opened.text("#status")
    opened.page.click("#as-map")
    assert opened.page.locator("#map circle").count() > 0
    assert opened.is_quiet()


def test_what_is_held_back_is_told(open_page: Opener) -> None:
    opened = open_page(html(5000))
    assert "of 3,326 lines" in opened.text("#status")
    assert "the weightiest" in opened.text("#status")
    opened.page.click("#as-list")
    assert opened.page.locator("#rows tr").count() == 200
    opened.page.click("#more")
    assert opened.page.locator("#rows tr").count() == 400
