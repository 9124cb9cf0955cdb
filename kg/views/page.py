"""The page: one HTML file that shows a graph, loads nothing, and runs nothing but its own script.

What comes from articles reaches the page as data in a JSON block and is shown as text only. A content security policy
names the page's scripts and styles by their hashes, so that nothing else could run even if it got in.
"""

import base64
import calendar
import datetime
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.store import ArticleStore
from kg.views.data import page_data
from kg.views.model import Filters, PageModel
from kg.views.plain import plain
from kg.views.reading import read_model

_ASSETS = Path(__file__).with_name("assets")
_VIS = "vis-9.1.2"  # as pyvis ships it
_SCRIPT = (
    "elements facts filters names periods labels cards looks picture unfolding panel subjects evidence corrections "
    "list coasts map saving controls show address start"
).split()

# What would end the JSON block, or a line of a script, for some reader.
_ESCAPED = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_IMAGES = re.compile(r"[^{}]*\{[^{}]*url\([^{}]*\}")


def render_page(
    store: ArticleStore, filters: Filters | None = None, title: str | None = None, *, with_articles: bool = False
) -> str:
    """Return the page of a store, or of the part of it that the filters leave, as HTML.

    The page works from a file, without a network. It holds the quoted words in their sentences, and whole articles only
    if asked for them. The same store gives the same text.

    Raises:
        UnknownNameError: the filters name a territory or an actor that is nowhere in the store.
        QueryError: the filters' stance or date is none.
    """
    return render_model(read_model(store, filters, with_articles=with_articles), title)


def render_model(model: PageModel, title: str | None = None) -> str:
    """Return the page of what was read for it."""
    data = page_data(model)
    heading = plain(title) if title else _heading([dispute["label"] for dispute in data["disputes"]])
    scripts = [_vis("vis-network.min.js"), _script()]
    styles = [_IMAGES.sub("", _vis("vis-network.css")), _asset("page.css")]
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=heading,
            with_articles=bool(model.texts),
            summary=summary(model),
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own, and checked by a test
            styles=[Markup(style) for style in styles],  # noqa: S704
            data=Markup(to_json_block(data)),  # noqa: S704 - escaped for its place
            policy=_policy(scripts, styles),
        )
    )


def summary(model: PageModel) -> str:
    """Return what the page is made of, in a line: how many articles, from when to when."""
    count = len(model.articles)
    articles = f"{count} article" + ("" if count == 1 else "s")
    dates = model.dates()
    if not dates:
        return articles
    first, last = (_day(date) for date in dates)
    return f"{articles}, {first}" if first == last else f"{articles} from {first} to {last}"


def _heading(disputes: Sequence[str]) -> str:
    return f"Who says what about {disputes[0] if len(disputes) == 1 else 'which territory'}"


def _day(date: str) -> str:
    """Return a date as a reader says it; what is no whole day as it is.

    >>> _day("2019-01-22"), _day("2019-01")
    ('22 January 2019', '2019-01')
    """
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def to_json_block(data: Any) -> str:
    r"""Return data as JSON that can stand inside a script element, whatever texts are in it.

    >>> to_json_block({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _policy(scripts: list[str], styles: list[str]) -> str:
    allowed = [
        "default-src 'none'",
        "script-src " + " ".join(map(_hash, scripts)),
        "style-src " + " ".join(map(_hash, styles)),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(allowed)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _script() -> str:
    """Return our own script: its files, one after the other, in one scope of their own."""
    files = "\n".join(_asset(f"script/{name}.js") for name in _SCRIPT)
    return f'(function () {{\n"use strict";\n\n{files}}})();\n'


@cache
def _vis(name: str) -> str:
    """Return a file of vis-network as pyvis ships it; line ends are those that an HTML parser makes of any."""
    import pyvis

    return (Path(pyvis.__file__).parent / "lib" / _VIS / name).read_text("utf-8")
