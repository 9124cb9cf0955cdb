"""What the tests of views share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store import ArticleStore
from tests.views.browsing import ARGUMENTS, Opened, Opener
from tests.views.quarrels import make_store


@pytest.fixture(scope="session")
def store() -> ArticleStore:
    """The store of two articles on two quarrels; no test changes it."""
    return make_store()


@pytest.fixture(scope="session")
def browser() -> Iterator[Callable[[str], Any]]:
    """Return a function from the path of Chromium to the browser, started once."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: `make install` and `make tools` install it"
    )
    started: dict[str, Any] = {}
    with sync_api.sync_playwright() as playwright:

        def start(chromium: str) -> Any:
            if chromium not in started:
                started[chromium] = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            return started[chromium]

        yield start
        for one in started.values():
            one.close()


@pytest.fixture
def open_page(browser: Callable[[str], Any], chromium: str, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens HTML as a file, in a window of this size."""
    contexts = []

    def open_it(html: str, width: int = 1280, height: int = 850, **options: Any) -> Opened:
        path = tmp_path / "graph.html"
        path.write_text(html, encoding="utf-8")
        context = browser(chromium).new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        return Opened(context.new_page(), path)

    yield open_it
    for context in contexts:
        context.close()
