"""The facts of an article as triples: its named graph.

Facts and entities follow the rule of `kg.rdf.mapping`. Added here is what no field holds: where the evidence stands,
which article and which run a fact belongs to, and what a client of public vocabularies expects (values, places, times).
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from rdflib import ORG, PROV, RDF, RDFS, TIME, Graph, URIRef

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.facts import Actor, ArticleFacts, Attribution, Event, Fact, Role
from kg.ontology import BASE, PREFIXES, term, written_classes, written_properties
from kg.rdf import literals
from kg.rdf.iris import article_graph_iri, hashed, iri, span_iri
from kg.rdf.mapping import class_of, thing_triples
from kg.rdf.runs import ExtractionRun, run_iri, run_triples
from kg.rdf.sentences import Sentences
from kg.rdf.triples import Triple, graph_of, to_nquads, without_text

CONTEXT = 32  # characters before and after a span that a quote selector keeps
GAP = " […] "  # between the parts of a split quotation

_OA = PREFIXES["oa"]
_PREFIX, _SUFFIX, _HAS_SOURCE = URIRef(_OA + "prefix"), URIRef(_OA + "suffix"), URIRef(_OA + "hasSource")
_HAS_PLACE = URIRef(PREFIXES["sem"] + "hasPlace")
_TIME_PROPERTIES = {"day": TIME.inXSDDate, "month": TIME.inXSDgYearMonth, "year": TIME.inXSDgYear}


def article_graph(
    facts: ArticleFacts,
    *,
    base: str = BASE,
    run: ExtractionRun | None = None,
    sentences: Iterable[Span] | None = None,
    with_text: bool = True,
) -> Graph:
    """Return the graph of an article, its identifier that of its named graph; the arguments are `article_triples`'s."""
    triples = article_triples(facts, base=base, run=run, sentences=sentences, with_text=with_text)
    return graph_of(triples, identifier=article_graph_iri(facts.document.id, base=base))


def article_nquads(
    facts: ArticleFacts,
    *,
    base: str = BASE,
    run: ExtractionRun | None = None,
    sentences: Iterable[Span] | None = None,
    with_text: bool = True,
) -> bytes:
    """Return an article's named graph as sorted N-Quads; the arguments are `article_triples`'s."""
    triples = article_triples(facts, base=base, run=run, sentences=sentences, with_text=with_text)
    return to_nquads(triples, article_graph_iri(facts.document.id, base=base))


def article_triples(
    facts: ArticleFacts,
    *,
    base: str = BASE,
    run: ExtractionRun | None = None,
    sentences: Iterable[Span] | None = None,
    with_text: bool = True,
) -> Iterator[Triple]:
    """Yield the triples of an article and its facts, some of them more than once.

    `run` tells the versions that read it (by default this program alone); `sentences` are the spans of the analysis's
    sentences (by default a plain rule finds them); `with_text` adds the whole text, which a store keeps and an export
    leaves out.

    Raises:
        UnknownTermError: a stance, type or mode that the ontology does not define.
    """
    writer = _Writer(facts.document, base, run or ExtractionRun(), Sentences(facts.document, sentences))
    yield from writer.article() if with_text else without_text(writer.article())
    for field in fields(facts):
        if field.name != "document":
            for fact in getattr(facts, field.name):
                yield from writer.thing(fact, iri(fact.id, base=base))
    yield from writer.spans()


class _Writer:
    """Writes the things of one article and remembers the spans that they stand on."""

    def __init__(self, document: Document, base: str, run: ExtractionRun, sentences: Sentences) -> None:
        self.document, self.base, self.run, self.sentences = document, base, run, sentences
        self.node = iri(document.id, base=base)
        self.placed: dict[Span, None] = {}
        self.carrying: dict[Span, None] = {}  # those that a fact stands on; their sentences are kept

    def place(self, span: Span) -> URIRef:
        self.placed[span] = None
        return span_iri(self.document, span, base=self.base)

    def article(self) -> Iterator[Triple]:
        yield from thing_triples(self.document, self.node, base=self.base, place=self.place)
        yield self.node, term("sha256"), literals.text(self.document.sha256)
        yield self.node, term("length"), literals.integer(len(self.document.text))
        yield self.node, PROV.wasGeneratedBy, run_iri(self.document, self.run, base=self.base)
        yield from run_triples(self.document, self.run, base=self.base)

    def thing(self, thing: Fact | Role, node: URIRef) -> Iterator[Triple]:
        yield from thing_triples(thing, node, base=self.base, place=self.place)
        if isinstance(thing, Actor):
            yield from self.roles(thing, node)
        if isinstance(thing, Attribution) and thing.content:
            yield node, RDF.value, literals.text(GAP.join(span.text for span in thing.content))
        if isinstance(thing, Event):
            yield from self.when_and_where(thing, node)
        kind = class_of(thing)
        if term("Fact") in written_classes(kind):
            yield from self.provenance(thing, node, kind)

    def provenance(self, fact: Fact | Role, node: URIRef, kind: URIRef) -> Iterator[Triple]:
        """Yield whose fact it is, what read it, and its clearest evidence."""
        yield from ((node, one, self.node) for one in written_properties(term("article"), kind))
        yield node, PROV.wasGeneratedBy, run_iri(self.document, self.run, base=self.base)
        self.carrying.update(dict.fromkeys(fact.evidence))
        if fact.evidence:
            yield node, term("clearest_evidence"), self.place(fact.evidence[0])

    def roles(self, actor: Actor, node: URIRef) -> Iterator[Triple]:
        for role in actor.roles:
            held = iri(hashed("role", self.document.id, actor.id, role.role, role.represents), base=self.base)
            yield from ((node, one, held) for one in written_properties(term("roles"), class_of(actor)))
            yield held, ORG.member, node
            yield from self.thing(role, held)

    def when_and_where(self, event: Event, node: URIRef) -> Iterator[Triple]:
        if event.place:
            yield from _place(event.place.text, node, self.base)
        if event.date:
            yield from _time(event.date, node, self.base)

    def spans(self) -> Iterator[Triple]:
        """Yield every span that was placed, and for those that carry a fact the sentence around them."""
        around = {span: self.sentences.around(span) for span in self.carrying}
        for span in self.placed:
            node = span_iri(self.document, span, base=self.base)
            yield from self.characters(span, node)
            yield from self.quote(span, node)
            if span in around:
                yield node, term("sentence"), span_iri(self.document, around[span], base=self.base)
        for sentence in dict.fromkeys(around.values()):
            node = span_iri(self.document, sentence, base=self.base)
            yield node, RDF.type, term("Sentence")
            yield from self.characters(sentence, node)

    def characters(self, span: Span, node: URIRef) -> Iterator[Triple]:
        yield from thing_triples(span, node, base=self.base, place=self.place)
        yield node, _HAS_SOURCE, self.node

    def quote(self, span: Span, node: URIRef) -> Iterator[Triple]:
        """Yield some characters before and after, by which the span is found again in a changed text."""
        before = self.document.text[max(0, span.start - CONTEXT) : span.start]
        after = self.document.text[span.end : span.end + CONTEXT]
        yield from (
            (node, link, literals.text(words)) for link, words in ((_PREFIX, before), (_SUFFIX, after)) if words
        )


def _place(name: str, event: URIRef, base: str) -> Iterator[Triple]:
    """Yield a place that is a name only; the same name is the same place."""
    place = iri(hashed("place", " ".join(name.casefold().split())), base=base)
    yield event, _HAS_PLACE, place
    yield from ((place, RDF.type, kind) for kind in written_classes(term("Place")))
    yield place, RDFS.label, literals.text(" ".join(name.split()))


def _time(date: PartialDate, event: URIRef, base: str) -> Iterator[Triple]:
    """Yield the time of an event for clients of OWL-Time; what is no day, month or year is an interval with a label."""
    time, link = iri(f"time/{date.iso}", base=base), _TIME_PROPERTIES.get(date.precision)
    yield event, TIME.hasTime, time
    yield time, RDFS.label, literals.text(date.iso)
    yield time, RDF.type, TIME.Instant if link else TIME.ProperInterval
    if link:
        yield time, link, literals.date(date)
