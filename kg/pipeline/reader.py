"""One document in, its facts out: analysis, names, extractors."""

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kg.extractors
from kg.documents import Document, Span
from kg.extraction import Article, extract
from kg.facts import Actor, ArticleFacts, Attitude, Event, NameUse, Position, Statement, Territory, Treaty
from kg.gazetteer import load_gazetteer
from kg.language import analyse, load_language, name_of


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The facts of an article and the sentences that they stand in; white space is none."""

    facts: ArticleFacts
    sentences: tuple[Span, ...]
    words: int


class Reader:
    """Reads documents with one gazetteer; made once, as its tables and word lists take time to load."""

    def __init__(self, user_tables: Iterable[Path] = (), *, model: str | None = None) -> None:
        """Load the tables, the user's laid over ours, and the pipeline of spaCy that is named.

        Raises:
            GazetteerError: a table is broken.
            LanguageError: there is no such pipeline, or its labels are not those that kg reads.
        """
        load_extractors()
        self.gazetteer = load_gazetteer(user_tables)
        self._nlp = load_language(model)
        self.model = name_of(self._nlp)

    def read(self, document: Document) -> ReadArticle:
        """Return all that the extractors find in a document."""
        analysis = analyse(document, self._nlp)
        article = Article(document, analysis, self.gazetteer, tuple(self.gazetteer.find(document.text)))
        extract(article)
        sentences = (paragraph.span(sentence) for paragraph in analysis.paragraphs for sentence in paragraph.sentences)
        words = sum(paragraph.tokens.words for paragraph in analysis.paragraphs)
        return ReadArticle(gather(article), tuple(span for span in sentences if span), words)


@cache
def load_extractors() -> None:
    """Import every module of `kg.extractors`, so that each registers what it finds."""
    for module in pkgutil.iter_modules(kg.extractors.__path__):
        importlib.import_module(f"kg.extractors.{module.name}")


def gather(article: Article) -> ArticleFacts:
    """Return the facts that were extracted from an article."""
    return ArticleFacts(
        document=article.document,
        actors=article.facts(Actor),
        territories=article.facts(Territory),
        treaties=article.facts(Treaty),
        statements=article.facts(Statement),
        attitudes=article.facts(Attitude),
        positions=article.facts(Position),
        events=article.facts(Event),
        names=article.facts(NameUse),
    )
