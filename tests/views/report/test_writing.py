import doctest
import importlib
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kg.store import memory_store
from kg.views.report import FORMATS, Dossier, format_for, read_dossier, write_dossier
from tests.query.three_articles import all_quads
from tests.views.hostile_words import ADDRESSES, STRINGS
from tests.views.quarrels import make_store

HOSTILE = (
    *STRINGS,
    "\\end{document} {a} }b{ 50% & #1_$x^2~ @article{",
    "[^1]: [x](javascript:1) **b** `c` ![d](e)",
    "1. x",
)
FIELDS = ("type", "key", "title", "journal", "entrysubtype", "year", "month", "date", "url", "annote")


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]


@cache
def quarrel(evil: str) -> Dossier:
    return read_dossier(make_store(evil), "territory/the-rocks")


def shape(html: str) -> list[tuple[str, list[str]]]:
    return [(tag, sorted(attributes)) for tag, attributes in Page(html).tags]


def fields(bibtex: str) -> list[dict[str, str]]:
    """Read BibTeX as BibTeX does: a value ends where its braces are even, and a backslash hides none."""
    found = []
    for entry in re.split(r"^(?=@)", bibtex, flags=re.MULTILINE)[1:]:
        kind, key, body = re.fullmatch(r"@(\w+)\{([a-z0-9-]+),\n(.*)\}\n+", entry, re.DOTALL).groups()  # type: ignore[union-attr]
        read = {"type": kind, "key": key}
        while body:
            name, body = re.fullmatch(r"  (\w+) = (.*)", body, re.DOTALL).groups()  # type: ignore[union-attr]
            depth = end = 0
            while depth or body[end] != ",":
                depth += {"{": 1, "}": -1}.get(body[end], 0)
                end += 1
            read[name], body = body[:end], body[end + 2 :]
        found.append(read)
    return found


@pytest.mark.parametrize("syntax", FORMATS)
def test_the_same_articles_give_the_same_text(syntax: str, dossier: Dossier) -> None:
    other = memory_store(reversed(list(all_quads())))
    assert write_dossier(read_dossier(other, "The Rocks"), syntax) == write_dossier(dossier, syntax)  # type: ignore[arg-type]


def test_a_page_loads_and_runs_nothing(dossier: Dossier) -> None:
    page = Page(write_dossier(dossier, "html"))
    policy = page.values("content")[0]
    assert re.fullmatch(
        "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'", policy
    )
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert page.values("src") == page.values("style") == []


def test_every_link_of_a_page_leads_to_its_place_or_to_an_article(dossier: Dossier) -> None:
    page = Page(write_dossier(dossier, "html"))
    places, links = page.values("id"), page.values("href")
    assert len(places) == len(set(places))
    assert {link for link in links if not link.startswith("#")} == {"https://herald.example/1"}
    assert {link[1:] for link in links if link.startswith("#")} <= set(places)
    assert {f"#note-{one.number}" for one in dossier.evidence} <= set(links)


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_make_no_tag_of_a_page_and_no_markup_of_markdown(evil: str) -> None:
    plain, hostile = write_dossier(quarrel("harmless"), "html"), write_dossier(quarrel(evil), "html")
    assert shape(hostile) == shape(plain)
    render = MarkdownIt("commonmark", {"html": True}).render
    plain, hostile = write_dossier(quarrel("harmless"), "markdown"), write_dossier(quarrel(evil), "markdown")
    assert shape(render(hostile)) == shape(render(plain))


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "[" not in one])  # no IRI, so it is in no store
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    dossier = read_dossier(make_store(url=address), "territory/the-rocks")
    for syntax in ("html", "markdown", "csl", "bibtex"):
        links = re.findall(r"(?:href=\"|<|\"URL\": \"|url = \{)([a-zA-Z]+:[^\"}>]*)", write_dossier(dossier, syntax))  # type: ignore[arg-type]
        assert links
        assert all(re.fullmatch(r"https://[a-z.%0-9]+/[A-Za-z0-9%.=]*", link) for link in links)


def test_markdown_has_each_footnote_once(dossier: Dossier) -> None:
    text = write_dossier(dossier, "markdown")
    numbers = [str(one.number) for one in dossier.evidence]
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == numbers
    assert set(re.findall(r"\.\[\^(\d+)\]$", text, re.MULTILINE)) == set(numbers)
    assert (
        "Reported to hold, occupy or administer Inner Rock.[^7]\n\n> **Westland controls Inner Rock**.\n\n"
        "Told by the article itself. Herald, “Talks in Oslo”, 22 January 2019.\n"
    ) in text
    assert re.search(
        r"^\[\^7\]: “Westland controls Inner Rock” \(told by the article itself\)\. "
        r"Herald, “Talks in Oslo”, 22 January 2019\. <https://herald\.example/1>\. Paragraph 2, characters 43–71\. "
        r"Source \d, SHA-256 [0-9a-f]{12}…; position/[0-9a-f]{16}, confidence 1\.$",
        text,
        re.MULTILINE,
    )


def test_csl_has_an_item_of_each_article_with_its_quotations(dossier: Dossier) -> None:
    items = json.loads(write_dossier(dossier, "csl"))
    [herald] = [item for item in items if item["container-title"] == "Herald"]
    assert len(items) == 3
    assert re.fullmatch(r"herald-2019-[0-9a-f]{8}", herald.pop("id"))
    notes = herald.pop("note").split("\n")
    assert notes[2] == "[7] “Westland controls Inner Rock” (told by the article itself). Paragraph 2, characters 43–71."
    assert re.fullmatch(r"\[SHA-256 of the text\] [0-9a-f]{64}", notes[-1])
    assert herald == {
        "type": "article-newspaper",
        "title": "Talks in Oslo",
        "container-title": "Herald",
        "issued": {"date-parts": [[2019, 1, 22]]},
        "URL": "https://herald.example/1",
    }


def test_bibtex_has_an_entry_of_each_article_with_its_quotations(dossier: Dossier) -> None:
    entries = fields(write_dossier(dossier, "bibtex"))
    [herald] = [entry for entry in entries if entry["journal"] == "{Herald}"]
    notes = herald.pop("annote")
    assert "\n[7] “Westland controls Inner Rock” (told by the article itself). Paragraph 2, characters 43–71." in notes
    assert herald.pop("key").startswith("herald-2019-")
    assert herald == {
        "type": "article",
        "title": "{{Talks in Oslo}}",
        "journal": "{Herald}",
        "entrysubtype": "{newspaper}",
        "year": "{2019}",
        "month": "jan",
        "date": "{2019-01-22}",
        "url": "{https://herald.example/1}",
    }


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_stay_inside_their_field_of_bibtex(evil: str) -> None:
    entries = fields(write_dossier(quarrel(evil), "bibtex"))
    assert [sorted(entry) for entry in entries] == [sorted(FIELDS)] * 2
    for entry in entries:
        assert re.search(r"(?<!\\)[#$%&_^~<>|]", entry["title"] + entry["annote"]) is None
        assert re.sub(r"\\text\w+\{\}|\\[#$%&_]", "", entry["title"] + entry["annote"]).count("\\") == 0


def test_a_files_name_tells_the_format() -> None:
    names = {"a.html": "html", "a.HTM": "html", "a.md": "markdown", "a.json": "csl", "a.bib": "bibtex", "a": "markdown"}
    assert {name: format_for(Path(name)) for name in names} == names


@pytest.mark.parametrize("name", ["", ".bases", ".citations", ".markdown", ".phrases"])
def test_the_examples_of_the_docstrings_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(f"kg.views.report{name}"))
    assert tried.attempted
    assert not tried.failed
