"""A page that is open in a real browser, from a file, without a network; and what tests ask of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]

# Keeps the network that the page makes, so that a test can ask where on the screen something is drawn.
CATCH = """
window.vis = {};
Object.defineProperty(window.vis, "Network", {
  enumerable: true, configurable: true,
  get() { return this.kept; },
  set(made) { this.kept = class extends made { constructor(...given) { super(...given); window.caught = this; } }; },
});
"""
PLACE = """([from, to]) => {
  const [a, b] = [from, to].map((id) => window.caught.canvasToDOM(window.caught.getPosition(id)));
  const box = document.querySelector("#canvas canvas").getBoundingClientRect();
  return [box.left + (a.x + b.x) / 2, box.top + (a.y + b.y) / 2];
}"""


class Opened:
    """A page that is open in the browser, with what it asked for and what went wrong."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("dialog", lambda dialog: self.troubles.append(dialog.message))
        page.add_init_script(CATCH)
        page.goto(path.as_uri())
        self.address = path.as_uri()

    def click_on(self, item: str, other: str | None = None) -> None:
        """Click on what is drawn, or half-way between two."""
        self.page.mouse.click(*self.page.evaluate(PLACE, [item, other or item]))

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))

    def drawn_edges(self) -> int:
        return int(self.page.evaluate("window.caught.body.data.edges.length"))

    def is_quiet(self) -> bool:
        """Return whether nothing was asked for but the page, nothing ran that is not ours, and nothing went wrong."""
        made = self.page.query_selector_all("img, iframe, object, embed, link, [onerror], [onload], [onclick], base")
        ran = self.page.evaluate("window.ran")
        assert (self.requests, self.troubles, made, ran) == ([self.address], [], [], None)
        return True


Opener = Callable[..., Opened]
