"""Where words stand: spans of the graph with their sentence, line, paragraph and article."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.query.names import local_id
from kg.store import ONTOLOGY, PREFIXES, ArticleStore

_TEXT = NamedNode(PREFIXES["nif"] + "isString")
_START, _END, _EXACT, _PREFIX, _SUFFIX, _SOURCE = (
    NamedNode(PREFIXES["oa"] + name) for name in ("start", "end", "exact", "prefix", "suffix", "hasSource")
)
_SENTENCE, _TITLE, _PUBLISHER, _PUBLISHED, _LOCATION = (
    NamedNode(ONTOLOGY + name) for name in ("sentence", "title", "publisher", "published", "location")
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: what they are to a thing, and where they stand.

    ``sentence`` is the sentence of a fact's evidence; around a mention that carries no fact it is some characters.
    ``start`` and ``end`` count code points of the article's text; ``line`` and ``paragraph`` count from 1 and are None
    where the store does not hold the text.
    """

    roles: tuple[str, ...]
    words: str
    sentence: str
    start: int
    end: int
    line: int | None
    paragraph: int | None
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    location: str | None

    def place(self) -> str:
        """Return where the words stand, in one line: outlet, title, date, file, line and offsets."""
        source = ", ".join(part for part in (self.publisher, self.title, self.published) if part) or self.article
        line = "" if self.line is None else f", line {self.line}, paragraph {self.paragraph}"
        return f"{source} ({self.location or self.article}{line}, characters {self.start}-{self.end})"


def is_span(store: ArticleStore, term: object) -> bool:
    """Say whether a term is a span of an article."""
    return isinstance(term, NamedNode) and term.value.startswith(f"{store.base}span/")


def passage(store: ArticleStore, span: NamedNode, *, roles: tuple[str, ...] = ()) -> Passage:
    """Return the words of a span, with where they stand."""
    article = node_of(store, span, _SOURCE)
    start, end = int(literal_of(store, span, _START) or 0), int(literal_of(store, span, _END) or 0)
    before = _text_before(store, article, start)
    return Passage(
        roles=roles,
        words=literal_of(store, span, _EXACT) or "",
        sentence=literal_of(store, node_of(store, span, _SENTENCE), _EXACT) or _around(store, span),
        start=start,
        end=end,
        line=None if before is None else before.count("\n") + 1,
        paragraph=None if before is None else _paragraph(before),
        article=local_id(store, article.value) if article else "",
        title=literal_of(store, article, _TITLE),
        publisher=literal_of(store, article, _PUBLISHER),
        published=literal_of(store, article, _PUBLISHED),
        location=literal_of(store, article, _LOCATION),
    )


def node_of(store: ArticleStore, node: NamedNode | None, link: NamedNode) -> NamedNode | None:
    """Return the first node that a node links to."""
    quads = store.dataset.quads_for_pattern(node, link, None, None) if node else ()
    return next((quad.object for quad in quads if isinstance(quad.object, NamedNode)), None)


def literal_of(store: ArticleStore, node: NamedNode | None, link: NamedNode) -> str | None:
    """Return the first literal that a node has."""
    quads = store.dataset.quads_for_pattern(node, link, None, None) if node else ()
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), None)


def _text_before(store: ArticleStore, article: NamedNode | None, start: int) -> str | None:
    text = literal_of(store, article, _TEXT)
    return None if text is None else text[:start]


def _around(store: ArticleStore, span: NamedNode) -> str:
    before, words, after = (literal_of(store, span, link) or "" for link in (_PREFIX, _EXACT, _SUFFIX))
    return " ".join(f"… {before}{words}{after} …".split())


def _paragraph(before: str) -> int:
    """Return the number of the paragraph that goes on after a text; paragraphs have an empty line between them."""
    lines = [bool(line.strip()) for line in before.split("\n")[:-1]] + [True]
    return sum(begun and not earlier for earlier, begun in zip([False, *lines], lines, strict=False))
