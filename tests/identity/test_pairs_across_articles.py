"""Pairs of mentions in two articles: whether both are one node when the articles stand in one store."""

from dataclasses import dataclass
from typing import Any

import pyoxigraph
import pytest

from kg.dates import PartialDate
from kg.documents import Document
from kg.documents.layout import read_layout
from kg.extraction import Article, extract
from kg.facts import ArticleFacts
from kg.gazetteer import load_gazetteer
from kg.identity import Dataset, publish_identities
from kg.language import analyse, load_language
from kg.pipeline.reader import gather, load_extractors
from kg.rdf import article_nquads, gazetteer_graph, to_nquads
from kg.rdf.iris import span_iri
from kg.store import memory_store
from tests.extraction.test_pairs_table import CASES, place_of, stands_for

ACROSS = [case for case in CASES if len(case["articles"]) == 2]
KNOWN = {
    "w60": "'Jr.' in one article only leaves it to the user",
}


@dataclass(frozen=True)
class Tools:
    """What it takes to read and to publish: made once."""

    gazetteer: Any
    language: Any
    tables: list[pyoxigraph.Quad]


@pytest.fixture(scope="module")
def tools() -> Tools:
    load_extractors()
    gazetteer = load_gazetteer()
    tables = gazetteer_graph(gazetteer)
    quads = pyoxigraph.parse(to_nquads(tables, tables.identifier), format=pyoxigraph.RdfFormat.N_QUADS)  # type: ignore[arg-type]
    return Tools(gazetteer, load_language(), list(quads))


def read(tools: Tools, number: int, told: dict[str, str]) -> tuple[Article, ArticleFacts]:
    text = f"{told['title']}\n\n{told['text']}"
    document = Document(
        key=str(number),
        source=f"{number}.txt",
        text=text,
        title=told["title"],
        published=PartialDate(told["published"]),
        blocks=read_layout(text).blocks,
    )
    article = Article(document, analyse(document, tools.language), tools.gazetteer, tools.gazetteer.find(text))
    extract(article)
    return article, gather(article)


def nodes_of(
    dataset: pyoxigraph.Store, article: Article, facts: ArticleFacts, mention: dict[str, Any], kind: str
) -> set[str]:
    """Return the nodes that stand for a mention in the published graph; what a table has is its row."""
    place = place_of(mention, article.document.text, len(article.document.title or "") + 2)
    ids = stands_for(article, place, kind)
    if ids & article.gazetteer.entries.keys():
        return ids
    named = [one for one in (*facts.actors, *facts.territories) if one.id in ids]
    spans = [pyoxigraph.NamedNode(str(span_iri(article.document, span))) for one in named for span in one.mentions]
    linked = (quad.subject.value for span in spans for quad in dataset.quads_for_pattern(None, None, span, None))
    kinds = ("/territory/", "/state/", "/organization/", "/person/", "/group/")
    return {node for node in linked if any(part in node for part in kinds)}


@pytest.mark.parametrize("case", ACROSS, ids=[case["id"] for case in ACROSS])
def test_two_mentions_of_two_articles(case: dict[str, Any], tools: Tools, request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True, raises=AssertionError))
    articles = [read(tools, number, told) for number, told in enumerate(case["articles"])]
    data = [article_nquads(facts) for _, facts in articles]
    quads = [quad for one in data for quad in pyoxigraph.parse(one, format=pyoxigraph.RdfFormat.N_QUADS)]
    store = memory_store([*tools.tables, *quads])
    publish_identities(Dataset(store.dataset, store.base), [])
    one, other = (
        nodes_of(store.dataset, *articles[case[which]["article"]], case[which], case["kind"])
        for which in ("one", "other")
    )
    assert (bool(one) and one == other) == case["same"], f"{case['why']}: {one}, {other}"
