import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.store import ArticleStore, memory_store
from kg.views.model import Filters
from kg.views.page import render_page
from tests.views.hostile_words import ADDRESSES, STRINGS
from tests.views.quarrels import make_store

LOADING = {"src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "manifest", "ping"}


class Page(HTMLParser):
    """A page taken apart: its tags with their attributes, and the text of each script and style."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self.text = ""
        self._inside: tuple[str, dict[str, str | None]] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = (tag, dict(attrs))
        if tag in ("script", "style"):
            self.blocks.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[0] in ("script", "style"):
            tag, attributes, text = self.blocks.pop()
            self.blocks.append((tag, attributes, text + data))
        else:
            self.text += data

    def data(self) -> Any:
        return json.loads(next(text for _, attributes, text in self.blocks if attributes.get("id") == "data"))

    def policy(self) -> dict[str, list[str]]:
        content = next(a["content"] for _, a in self.tags if a.get("http-equiv") == "Content-Security-Policy")
        return {words[0]: words[1:] for words in map(str.split, (content or "").split(";"))}

    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the tags and the names of their attributes."""
        return [(tag, tuple(sorted(attributes))) for tag, attributes in self.tags]


@pytest.fixture(scope="session")
def html(store: ArticleStore) -> str:
    return render_page(store)


@pytest.fixture(scope="session")
def page(html: str) -> Page:
    return Page(html)


def test_the_page_is_whole(html: str, page: Page) -> None:
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert (
        "<title>Who says what about which territory – 2 articles from 22 January 2019 to 22 March 2022</title>" in html
    )
    assert len([tag for tag, _ in page.tags if tag == "h1"]) == 1


def test_nothing_is_loaded(html: str, page: Page) -> None:
    assert [(tag, name) for tag, attributes in page.tags for name in LOADING & set(attributes)] == []
    assert [tag for tag, _ in page.tags if tag in ("link", "img", "iframe", "object", "embed", "base", "image")] == []
    assert [attributes["href"] for _, attributes in page.tags if "href" in attributes] == ["#list-heading"]
    styles = "".join(text for tag, _, text in page.blocks if tag == "style")
    assert styles
    assert not re.search(r"url\(|@import|image-set|src\s*:", styles)


def test_the_policy_allows_the_scripts_and_styles_by_hash_and_nothing_else(page: Page) -> None:
    def hashes(wanted: str) -> list[str]:
        texts = [text for tag, attributes, text in page.blocks if tag == wanted and "type" not in attributes]
        digests = [hashlib.sha256(text.encode()).digest() for text in texts]
        return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]

    assert page.policy() == {
        "default-src": ["'none'"],
        "script-src": hashes("script"),
        "style-src": hashes("style"),
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert len(hashes("script")) == len(hashes("style")) == 2
    order = [attributes.get("http-equiv") or tag for tag, attributes in page.tags]
    assert order.index("Content-Security-Policy") < min(order.index("style"), order.index("script"))


def test_nothing_runs_from_attributes(page: Page) -> None:
    names = {name for _, attributes in page.tags for name in attributes}
    assert [name for name in names if name.startswith("on") or name == "style"] == []


def test_scripts_make_no_markup_out_of_text(page: Page) -> None:
    ours = [text for tag, attributes, text in page.blocks if tag == "script" and "type" not in attributes][1]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(|setTimeout\(", ours)


@pytest.mark.parametrize("evil", STRINGS)
def test_hostile_words_are_data_and_nothing_else(page: Page, evil: str) -> None:
    for words in (evil, f"href {evil}"):
        html = render_page(make_store(evil=words), title=f"Title {words}")
        attacked = Page(html)
        assert attacked.skeleton() == page.skeleton()
        assert [text for _, attributes, text in attacked.blocks if "type" not in attributes] == [
            text for _, attributes, text in page.blocks if "type" not in attributes
        ]
        shown = " ".join(words.split())
        assert all(actor["label"].endswith(shown) for actor in attacked.data()["actors"].values() if actor["label"])
        assert shown in attacked.text  # the title


def test_hostile_words_are_in_every_field_that_the_page_shows() -> None:
    data = Page(render_page(make_store(evil="EVIL"))).data()
    herald = data["articles"][0]
    assert all("EVIL" in herald[name] for name in ("title", "outlet"))
    assert all("EVIL" in one["label"] for one in [*data["territories"].values(), *data["treaties"], *data["disputes"]])
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert "EVIL" in facts["position/poll"]["target"]
    assert "EVIL" in facts["statement/ours"]["role"]
    assert ['"The Rocks are ours," EVIL', "words"] in facts["statement/ours"]["passage"]
    assert "EVIL" in str(data["territories"]["territory/inner-rock"]["names"])


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "[" not in one])  # no IRI, so it is in no store
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    article = Page(render_page(make_store(url=address))).data()["articles"][0]
    assert re.fullmatch(r"https://[a-z.%0-9]+/[A-Za-z0-9%.=]*", article.get("url", "https://none/"))


def test_an_address_of_the_web_stays(page: Page) -> None:
    assert page.data()["articles"][0]["url"] == "https://herald.example/1"


def test_no_whole_article_is_in_the_page(html: str) -> None:
    assert "Nothing more is told here" not in html
    assert "The Rocks are ours" in html


def test_whole_articles_are_there_if_asked_for(store: ArticleStore) -> None:
    page = Page(render_page(store, with_articles=True))
    data = page.data()
    (herald, tribune) = data["articles"]
    assert "".join(text for text, _ in herald["text"]).endswith("Nothing more is told here.")
    numbers = {fact["id"]: place for place, fact in enumerate(data["facts"])}
    assert ["Westland controls Inner Rock", [numbers["position/held"]]] in herald["text"]
    assert {place for _, places in tribune["text"] for place in places} == set(range(6, 10))
    assert "whole texts" in page.text


def test_a_party_has_one_name_for_a_territory(page: Page) -> None:
    assert page.data()["territories"]["territory/inner-rock"]["called"] == {"state/EST": ["Stone Isle", "Stone Isle"]}


def test_possession_that_nobody_contradicts_is_told(page: Page) -> None:
    told = [(one["actor"], one["stance"]) for one in page.data()["connections"] if one.get("undisputed")]
    assert told == [("state/WST", "controls")]


def test_the_same_store_gives_the_same_page(html: str) -> None:
    assert render_page(make_store()) == html


def test_every_line_leads_to_words_and_an_article(page: Page) -> None:
    data = page.data()
    assert data["connections"]
    for connection in data["connections"]:
        facts = [data["facts"][place] for place in connection["facts"]]
        assert f"({len(facts)})" in connection["words"]
        for fact in facts:
            assert any(mark == "words" and text for text, mark in fact["passage"])
            assert data["articles"][fact["article"]]["title"]
            assert connection["actor"] in fact["who"]
            assert connection["territory"] in fact["about"]


def test_every_line_has_a_place_in_the_picture_of_its_dispute(page: Page) -> None:
    picture = page.data()["picture"]
    ends = {end for edge in picture["edges"] for end in (edge["from"], edge["to"])}
    for width in ("wide", "narrow"):
        alone = {place for sheet in picture["alone"] for place in sheet[width]["places"]}
        assert ends <= alone == set(picture["all"][width]["places"])
    assert {node["id"] for node in picture["nodes"]} == alone


def test_a_narrow_picture_fits_a_phone(page: Page) -> None:
    assert page.data()["picture"]["all"]["narrow"]["size"][0] <= 480


def test_title_and_filters_are_the_callers(store: ArticleStore) -> None:
    page = Page(render_page(store, Filters(territory="Dune"), title="The  dune"))
    assert [one["label"] for one in page.data()["disputes"]] == ["Dune"]
    assert "The dune" in page.text
    assert "1 article, 22 March 2022" in page.text


def test_a_page_about_one_dispute_is_headed_by_it(store: ArticleStore) -> None:
    assert "<h1>Who says what about Dune</h1>" in render_page(store, Filters(territory="Dune"))


def test_a_store_without_facts_gives_a_page_too() -> None:
    page = Page(render_page(memory_store()))
    assert "0 articles" in page.text
    assert page.data()["connections"] == []
