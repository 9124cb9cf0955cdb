"""One article of a store as a dossier needs it: how it is cited, its sentences, who speaks in it in which role."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from pyoxigraph import Literal, NamedNode

from kg.documents import Document
from kg.query.passages import literal_of, node_of
from kg.rdf.sentences import Sentences
from kg.store import ONTOLOGY, PREFIXES, ArticleRow, ArticleStore
from kg.views.model import Mark
from kg.views.passages import Marked
from kg.views.plain import plain, web_address
from kg.views.report.dossier import Source

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_TEXT = NamedNode(PREFIXES["nif"] + "isString")
_START, _EXACT = (NamedNode(PREFIXES["oa"] + name) for name in ("start", "exact"))
_SAID = ("Statement", "Attitude")


def td(name: str) -> NamedNode:
    """Return a term of the ontology as the store has it."""
    return NamedNode(ONTOLOGY + name)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement or an attitude, with the bounds of its content."""

    node: NamedNode
    bounds: tuple[tuple[int, int], ...]

    def holds(self, start: int, end: int) -> bool:
        """Return whether some characters stand inside one stretch of the content."""
        return any(first <= start and end <= last for first, last in self.bounds)

    @property
    def length(self) -> int:
        """The number of characters of the content."""
        return sum(end - start for start, end in self.bounds)


class CitedArticle:
    """Reads one article; what is asked for several times is read once."""

    def __init__(self, store: ArticleStore, row: ArticleRow) -> None:
        self._store = store
        self._row = row
        self._graph = NamedNode(row.graph)

    def source(self, number: int) -> Source:
        """Return how the article is cited, as the source of that number."""
        row = self._row
        file = PurePath(row.source).name if row.source and "://" not in row.source else None
        return Source(
            number,
            plain(row.title or file or row.id),
            plain(row.publisher) if row.publisher else None,
            row.published,
            web_address(row.url),
            plain(file) if file else None,
            row.sha256,
        )

    def span(self, span: NamedNode, mark: Mark) -> Marked:
        """Return a span with its sentence: the one that the store keeps, else one that a plain rule finds."""
        start, words = int(literal_of(self._store, span, _START) or 0), literal_of(self._store, span, _EXACT) or ""
        sentence = node_of(self._store, span, td("sentence"))
        if sentence is not None:
            beginning = int(literal_of(self._store, sentence, _START) or 0)
            return Marked(mark, start, words, literal_of(self._store, sentence, _EXACT), beginning)
        if self._document is None:
            return Marked(mark, start, words)
        around = self._sentences.around(self._document.span(start, start + len(words)))
        return Marked(mark, start, words, around.text, around.start)

    def role(self, actor: NamedNode) -> str | None:
        """Return the roles that this article gives an actor."""
        return ", ".join(self._literals(actor, "role")) or None

    def represents(self, actor: NamedNode) -> NamedNode | None:
        """Return whom an actor speaks for in this article."""
        found = self._store.dataset.quads_for_pattern(actor, td("represents"), None, self._graph)
        nodes = (quad.object for quad in found if isinstance(quad.object, NamedNode))
        return min(nodes, key=str, default=None)

    def said_around(self, start: int, end: int) -> NamedNode | None:
        """Return the innermost statement or attitude whose content holds some characters; None where none does."""
        holding = (one for one in self._said if one.holds(start, end))
        innermost = min(holding, key=lambda one: (one.length, one.node.value), default=None)
        return innermost.node if innermost else None

    @cached_property
    def _said(self) -> tuple[Said, ...]:
        found = {
            quad.subject
            for kind in _SAID
            for quad in self._store.dataset.quads_for_pattern(None, _TYPE, td(kind), self._graph)
            if isinstance(quad.subject, NamedNode)
        }
        return tuple(Said(node, tuple(self._bounds(node))) for node in sorted(found, key=str))

    def _bounds(self, said: NamedNode) -> Iterator[tuple[int, int]]:
        for quad in self._store.dataset.quads_for_pattern(said, td("content"), None, None):
            if isinstance(quad.object, NamedNode):
                start = int(literal_of(self._store, quad.object, _START) or 0)
                yield start, start + len(literal_of(self._store, quad.object, _EXACT) or "")

    @cached_property
    def _document(self) -> Document | None:
        node = NamedNode(self._store.base + self._row.id)
        text = literal_of(self._store, node, _TEXT)
        return None if text is None else Document(key=self._row.id, source=self._row.source or "", text=text)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._document or Document(key=self._row.id, source="", text=""))

    def _literals(self, node: NamedNode, name: str) -> list[str]:
        found = self._store.dataset.quads_for_pattern(node, td(name), None, self._graph)
        return sorted({plain(quad.object.value) for quad in found if isinstance(quad.object, Literal)})
