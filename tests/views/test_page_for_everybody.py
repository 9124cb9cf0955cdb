"""The page as axe-core sees it: nothing serious keeps anybody from using it."""

import pytest

from kg.views.page import render_page
from tests.views.browsing import Opener
from tests.views.quarrels import make_store

pytestmark = pytest.mark.browser

STATES = {
    "picture": "",
    "map": "#view=map",
    "map of a dispute": "#view=map&territory=dispute+0",
    "list": "#view=list&names=state/EST&stances=controls",
    "panel": "#item=state/EST+claims-sovereignty+territory/inner-rock&holds=state/EST",
    "unfolded": "#unfold=territory/inner-rock",
}
FAULTS = """() => axe.run().then((found) => found.violations
  .filter((one) => ["serious", "critical"].includes(one.impact))
  .map((one) => [one.id, one.nodes[0].html, one.nodes[0].failureSummary]))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_serious_fault(open_page: Opener, axe: str, width: int, scheme: str) -> None:
    opened = open_page(render_page(make_store()), width, 850, color_scheme=scheme)
    opened.page.evaluate(axe)
    for state in STATES.values():
        opened.page.evaluate("(hash) => { location.hash = hash; }", state)
        opened.page.wait_for_timeout(100)
        if state == STATES["panel"]:
            opened.page.click("#panel button:has-text('Correct')")
        assert (state, opened.page.evaluate(FAULTS)) == (state, [])
