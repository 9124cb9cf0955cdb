"""The dossier in a real browser, from a file: it asks for nothing, runs nothing and fits the screen."""

from pathlib import Path

import pytest

from kg.views.report import read_dossier, write_dossier
from tests.views.hostile_words import STRINGS
from tests.views.quarrels import make_store

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright: `make install` and `make tools` install it"
)

pytestmark = pytest.mark.browser

CLAIM = "#claims-1 mark"


def test_a_hostile_dossier_runs_nothing_and_fits_a_dark_phone(chromium: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    dossier = read_dossier(make_store(" ".join(STRINGS)), "territory/the-rocks")
    path.write_text(write_dossier(dossier, "html"), encoding="utf-8")
    asked, troubles = [], []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.goto(path.as_uri())
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
        assert page.inner_text(CLAIM).split() == " ".join(("Eastland claims Inner Rock", *STRINGS)).split()
        page.click("#claims-1 sup a")
        assert page.is_visible("#note-1:target")
        browser.close()
    assert (asked, troubles) == ([path.as_uri()], [])
