"""From a fact of the store to the evidence of a dossier: the words, who says them, where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from pyoxigraph import NamedNode

from kg.query.names import label_of, local_id
from kg.query.passages import Passage, is_span, literal_of, node_of
from kg.query.passages import passage as place_of
from kg.store import PREFIXES, ArticleRow, ArticleStore
from kg.views.model import Mark
from kg.views.passages import GAP, passage
from kg.views.plain import plain
from kg.views.report.article import CitedArticle, td
from kg.views.report.dossier import Evidence, Mode, Source, Voice

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_MODES: dict[str, Mode] = {"direct": "direct", "mixed": "mixed"}
_MARKS: tuple[tuple[str, Mark], ...] = (("content", "words"), ("cue", "cue"), ("source", "source"))


class Witness:
    """Reads evidence from one store; footnotes are numbered as they are asked for, each fact once."""

    def __init__(self, store: ArticleStore) -> None:
        self._store = store
        self._evidence: dict[NamedNode, Evidence] = {}
        self._articles: dict[str, CitedArticle] = {}
        self._sources: dict[str, Source] = {}

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All that was asked for, in that order."""
        return tuple(self._evidence.values())

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles that it stands in, in the order of their first footnotes."""
        return tuple(self._sources.values())

    def of(self, fact: NamedNode) -> Evidence:
        """Return the evidence of a fact, or of a mention, which is its own place."""
        if fact not in self._evidence:
            self._evidence[fact] = self._read(fact)
        return self._evidence[fact]

    def said_in(self, fact: NamedNode) -> NamedNode | None:
        """Return the statement or attitude that tells a fact; None where the article itself does."""
        if self._is_said(fact):
            return fact
        told = node_of(self._store, fact, td("statement"))
        place = self._place(fact)
        return told or self._article(place.article).said_around(place.start, place.end)

    def speakers(self, fact: NamedNode) -> list[NamedNode]:
        """Return who tells a fact, and then who passes it on; nobody where the article itself does."""
        found: dict[NamedNode, NamedNode | None] = {}
        said = self.said_in(fact)
        while said is not None and said not in found:
            found[said] = node_of(self._store, said, td("speaker"))
            said = node_of(self._store, said, td("layerOf"))
        return list(dict.fromkeys(speaker for speaker in found.values() if speaker is not None))

    def label(self, node: NamedNode) -> str:
        """Return the name of a thing to show."""
        return plain(label_of(self._store, node) or local_id(self._store, node.value))

    def _read(self, fact: NamedNode) -> Evidence:
        place, spans = self._place(fact), self._spans(fact)
        article = self._article(place.article)
        confidence = literal_of(self._store, fact, td("confidence"))
        return Evidence(
            number=len(self._evidence) + 1,
            fact=local_id(self._store, fact.value),
            source=self._source(place.article),
            quotation=self._quotation(fact, place),
            passage=passage([article.span(span, mark) for span, mark in spans]),
            voice=self._voice(fact, article),
            date=literal_of(self._store, fact, td("date")),
            start=place.start,
            end=place.end,
            paragraph=place.paragraph,
            further=tuple(self._further(fact, place)),
            confidence=None if confidence is None else float(confidence),
        )

    def _spans(self, fact: NamedNode) -> Sequence[tuple[NamedNode, Mark]]:
        """Return what stands in the sentence that is shown, with what it carries."""
        if is_span(self._store, fact):
            return [(fact, "words")]
        if not self._is_said(fact):
            return [(self._clearest(fact), "words")]
        return [(span, mark) for link, mark in _MARKS for span in self._linked(fact, link)]

    def _quotation(self, fact: NamedNode, place: Passage) -> str:
        if not self._is_said(fact):
            return plain(place.words)
        return plain(GAP.join(place.words for place in self._places(self._linked(fact, "content"))))

    def _voice(self, fact: NamedNode, article: CitedArticle) -> Voice | None:
        said, speakers = self.said_in(fact), self.speakers(fact)
        if said is None or not speakers:
            return None
        mode = node_of(self._store, said, td("mode"))
        is_attitude = any(self._store.dataset.quads_for_pattern(said, _TYPE, td("Attitude"), None))
        party = article.represents(speakers[0])
        return Voice(
            self.label(speakers[0]),
            article.role(speakers[0]),
            self.label(party) if party else None,
            "attitude" if is_attitude else _MODES.get(local_id(self._store, mode.value) if mode else "", "indirect"),
            tuple(map(self.label, speakers[1:])),
        )

    def _further(self, fact: NamedNode, place: Passage) -> Iterator[tuple[int, int]]:
        """Yield the other places that carry a fact; of speech, the further parts of a split quotation."""
        spans = self._linked(fact, "content" if self._is_said(fact) else "evidence")
        for other in self._places(spans):
            if (other.start, other.end) != (place.start, place.end):
                yield other.start, other.end

    def _place(self, fact: NamedNode) -> Passage:
        return place_of(self._store, fact if is_span(self._store, fact) else self._clearest(fact))

    def _places(self, spans: Iterable[NamedNode]) -> list[Passage]:
        return sorted((place_of(self._store, span) for span in spans), key=lambda one: (one.start, one.end))

    def _clearest(self, fact: NamedNode) -> NamedNode:
        return node_of(self._store, fact, td("clearestEvidence")) or fact

    def _linked(self, fact: NamedNode, name: str) -> list[NamedNode]:
        quads = self._store.dataset.quads_for_pattern(fact, td(name), None, None)
        return sorted((quad.object for quad in quads if isinstance(quad.object, NamedNode)), key=str)

    def _is_said(self, fact: NamedNode) -> bool:
        return node_of(self._store, fact, td("speaker")) is not None

    def _article(self, article: str) -> CitedArticle:
        if article not in self._articles:
            self._articles[article] = CitedArticle(self._store, self._rows[article])
        return self._articles[article]

    def _source(self, article: str) -> Source:
        if article not in self._sources:
            self._sources[article] = self._article(article).source(len(self._sources) + 1)
        return self._sources[article]

    @cached_property
    def _rows(self) -> dict[str, ArticleRow]:
        return {row.id: row for row in self._store.articles()}
