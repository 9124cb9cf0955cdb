"""Measure the page: how long it takes to make and to draw, beside networkx's layout and a bare page of vis-network."""

import platform
import re
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
from crowd import Crowd
from playwright.sync_api import Page, sync_playwright
from timing import best, tell

from kg import __version__
from kg.pipeline import Options, build
from kg.store import open_store
from kg.views.data import page_data
from kg.views.model import PageModel
from kg.views.page import render_model, to_json_block
from kg.views.reading import read_model

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SIZES = (1_000, 5_000, 20_000)
MANY = 5_000
WINDOW = {"width": 1280, "height": 850}
HEAD = """# The page

Written by `make bench`. The invented quarrels come from `benchmarks/crowd.py`; a place is a statement, position,
attitude or event in an article. CPU seconds of one thread, the least of {runs} runs (of networkx one), and seconds in
Chromium, the middle of {runs} runs.
Python {python}, kg {kg}, networkx {networkx}.

"""
BUILDING = """| places | to make the page, s | size, MB |
| ---: | ---: | ---: |
{rows}
20,000 places take {growth:.1f} times as long as 5,000.

"""
LAYOUT = """| {many:,} places | s |
| --- | ---: |
| `networkx.spring_layout` of all of them, with actors and territories | {spring:.1f} |
| all that the page computes: connections, disputes, layouts of each, wide and narrow | {ours:.2f} |

The page takes {share:.3f} of the time.

"""
DRAWING = """| in Chromium, {many:,} places | s |
| --- | ---: |
| bare vis-network, a node for each place: first drawing | {bare_first:.2f} |
| bare vis-network, the nodes of our first view where they stand: first drawing | {same_first:.2f} |
| our page: first drawing | {first:.2f} |
| bare vis-network, a node for each place: half of them hidden | {bare_filter:.3f} |
| our page: one actor chosen, of all places | {filter:.3f} |

The first drawing takes {drawing_share:.2f} of the bare page with a node for each place, the filter {filter_share:.2f}
of the bare update.

"""
SAMPLE = """The page of the {articles} sample articles has {size:.2f} MB; of three times as many it would have
{thrice:.2f} MB, and {whole:.2f} MB with their whole texts.
Of the {labels} labels of its first view at {width}x{height}, {free:.1%} lie on no other.
"""
NO_CHROMIUM = "Chromium is missing (`make tools` installs it): drawing was not measured.\n"

# When the first picture was drawn, in milliseconds from the beginning of the page.
CATCH = """
window.vis = {};
Object.defineProperty(window.vis, "Network", {
  enumerable: true, configurable: true,
  get() { return this.kept; },
  set(made) {
    this.kept = class extends made {
      constructor(...given) {
        super(...given);
        window.caught = this;
        this.once("afterDrawing", () => { window.first = performance.now(); });
      }
    };
  },
});
"""
CHANGED = """(change) => new Promise((done) => {
  const start = performance.now();
  window.caught.once("afterDrawing", () => done(performance.now() - start));
  new Function(change)();
})"""
CHOOSE = """const actor = document.getElementById("actor");
actor.value = "state/S00";
actor.dispatchEvent(new Event("change"));"""
HIDE = (
    "window.nodes.update(window.nodes.getIds().filter((id, place) => place % 2).map((id) => ({ id, hidden: true })));"
)
BOXES = """window.caught.body.nodeIndices.map((id) => window.caught.body.nodes[id]).map(({ x, y, shape }) =>
  [x - shape.width / 2, y - shape.height / 2, x + shape.width / 2, y + shape.height / 2])"""
PLACED = """window.caught.body.nodeIndices.map((id) => window.caught.body.nodes[id]).map(({ id, x, y, options }) =>
  ({ id, x, y, label: options.label, shape: options.shape }))"""
LINES = "Object.values(window.caught.body.edges).map(({ id, fromId, toId }) => ({ id, from: fromId, to: toId }))"


def bare_page(page: str, nodes: Any, edges: Any) -> str:
    """Return a page of nothing but vis-network, as our own page ships it, with these nodes and edges."""
    library = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[0]
    options = {"physics": False, "layout": {"improvedLayout": False}, "edges": {"smooth": False}}
    return (
        '<!doctype html><meta charset="utf-8"><div id="all" style="width:1260px;height:700px"></div>'
        f"<script>{library}</script><script>const given = {to_json_block([nodes, edges, options])};"
        "window.nodes = new vis.DataSet(given[0]);"
        "const graph = { nodes: window.nodes, edges: new vis.DataSet(given[1]) };"
        'new vis.Network(document.getElementById("all"), graph, given[2]);'
        "</script>"
    )


def whole_graph(model: PageModel) -> nx.Graph:
    """Return every place with who it is of and what it is about, as a graph."""
    graph = nx.Graph()
    for fact in model.facts:
        graph.add_edges_from((fact.id, other) for other in (*fact.who, *fact.about))
    return graph


def in_rows(graph: nx.Graph) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return nodes in rows and edges, as vis-network takes them."""
    nodes = [
        {"id": node, "label": node, "x": place % 70 * 150, "y": place // 70 * 60, "shape": "box"}
        for place, node in enumerate(graph)
    ]
    return nodes, [{"from": one, "to": other} for one, other in graph.edges]


class Browser:
    """Chromium without a network, and a folder for the pages that it opens."""

    def __init__(self, start: Callable[[], Page], folder: Path, runs: int) -> None:
        self.start, self.folder, self.runs = start, folder, runs

    def open(self, html: str) -> Page:
        """Open a page and wait until its picture is drawn."""
        path = self.folder / "page.html"
        path.write_text(html, encoding="utf-8")
        page = self.start()
        page.add_init_script(CATCH)
        page.goto(path.as_uri())
        while not page.evaluate("window.first"):
            page.wait_for_timeout(20)
        return page

    def first_drawing(self, html: str) -> float:
        """Return the seconds until the first picture is drawn."""
        return statistics.median(self.asked(html, "window.first") for _ in range(self.runs)) / 1000

    def change(self, html: str, change: str) -> float:
        """Return the seconds that a change takes until it is drawn."""
        return statistics.median(self.asked(html, CHANGED, change) for _ in range(self.runs)) / 1000

    def asked(self, html: str, *question: Any) -> Any:
        """Open a page and return what it answers."""
        page = self.open(html)
        answer = page.evaluate(*question)
        page.close()
        return answer


@contextmanager
def browsing(runs: int) -> Iterator[Browser | None]:
    """Give a browser, or None where there is no Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        yield None
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        context = chromium.new_context(viewport=WINDOW, offline=True)  # type: ignore[arg-type] # a TypedDict
        yield Browser(context.new_page, Path(folder), runs)
        chromium.close()


def building(runs: int) -> str:
    """Measure how the making of a page grows."""
    seconds, rows = {}, ""
    for size in SIZES:
        model = Crowd(size).model()
        seconds[size] = best(lambda model=model: render_model(model), runs)  # type: ignore[misc]
        rows += f"| {size:,} | {seconds[size]:.2f} | {len(render_model(model).encode()) / 1e6:.1f} |\n"
    return BUILDING.format(rows=rows, growth=seconds[20_000] / seconds[5_000])


def layout(runs: int) -> str:
    """Measure the layout beside that of networkx."""
    model = Crowd(MANY).model()
    ours = best(lambda: page_data(model), runs)
    spring = best(lambda: nx.spring_layout(whole_graph(model), seed=1), 1)
    return LAYOUT.format(many=MANY, spring=spring, ours=ours, share=ours / spring)


def drawing(browser: Browser) -> str:
    """Measure first drawing and filter beside pages that have nothing but vis-network."""
    model = Crowd(MANY).model()
    page = render_model(model)
    bare = bare_page(page, *in_rows(whole_graph(model)))
    same = bare_page(page, browser.asked(page, PLACED), browser.asked(page, LINES))
    times = {
        "bare_first": browser.first_drawing(bare),
        "same_first": browser.first_drawing(same),
        "first": browser.first_drawing(page),
        "bare_filter": browser.change(bare, HIDE),
        "filter": browser.change(page, CHOOSE),
    }
    shares = {
        "drawing_share": times["first"] / times["bare_first"],
        "filter_share": times["filter"] / times["bare_filter"],
    }
    return DRAWING.format(many=MANY, **times, **shares)


def sample(browser: Browser) -> str:
    """Measure the page of the sample articles."""
    with tempfile.TemporaryDirectory() as folder:
        report = build([str(ARTICLES)], Path(folder), Options())
        with open_store(report.store) as store:
            whole = read_model(store, with_articles=True)
    model = replace(whole, texts={})
    boxes = browser.asked(render_model(model), BOXES)
    return SAMPLE.format(
        articles=len(model.articles),
        size=megabytes(model),
        thrice=megabytes(thrice(model)),
        whole=megabytes(thrice(whole)),
        labels=len(boxes),
        free=sum(is_free(box, boxes) for box in boxes) / len(boxes),
        **WINDOW,
    )


def megabytes(model: PageModel) -> float:
    """Return the size of a page."""
    return len(render_model(model).encode()) / 1e6


def thrice(model: PageModel) -> PageModel:
    """Return what a page shows, with every article and fact three times."""
    copies = range(3)
    return replace(
        model,
        articles={
            f"{key}/{copy}": replace(one, id=f"{key}/{copy}") for copy in copies for key, one in model.articles.items()
        },
        texts={f"{key}/{copy}": text for copy in copies for key, text in model.texts.items()},
        facts=tuple(
            replace(fact, id=f"{fact.id}{copy}", article=f"{fact.article}/{copy}")
            for copy in copies
            for fact in model.facts
        ),
    )


def is_free(box: list[float], boxes: list[list[float]]) -> bool:
    """Return whether a box lies on no other."""
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in boxes
        if other is not box
    )


def measure(runs: int) -> str:
    """Return the tables."""
    head = HEAD.format(runs=runs, python=platform.python_version(), kg=__version__, networkx=nx.__version__)
    tables = head + building(runs) + layout(runs)
    with browsing(runs) as browser:
        return tables + (drawing(browser) + sample(browser) if browser else NO_CHROMIUM)


if __name__ == "__main__":
    tell(measure, about=__doc__, runs=3)
