"""The rule from dataclasses to triples: class `Position` is ``td:Position``, its field `holder` is ``td:holder``.

What a value is in RDF - an identifier, a concept, a span, a text, a number - follows from its type and from what the
ontology says of the property; so a new field needs no line here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef

from kg.dates import PartialDate
from kg.documents import Span
from kg.ontology import (
    NAMESPACE,
    PREFIXES,
    class_term,
    concept,
    field_term,
    given_class,
    ontology,
    term,
    written_classes,
    written_properties,
)
from kg.rdf import literals
from kg.rdf.iris import address_iri, iri, wikidata_iri
from kg.rdf.triples import Triple

EARLIEST = URIRef(PREFIXES["sem"] + "hasEarliestBeginTimeStamp")
LATEST = URIRef(PREFIXES["sem"] + "hasLatestEndTimeStamp")

UNMAPPED = {
    "id": "is the IRI itself",
    "blocks": "is layout and no fact",
}
_IDENTIFIERS_OF_OTHERS = {"wikidata": wikidata_iri, "url": address_iri}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dataclass, its property, and what the ontology says of the property's values."""

    name: str
    property: URIRef
    scheme: str | None
    holds_iris: bool
    holds_years: bool


@cache
def mapped_fields(kind: type) -> tuple[Field, ...]:
    """Return the fields of a dataclass that become triples."""
    return tuple(_field(kind.__name__, field.name) for field in fields(kind) if field.name not in UNMAPPED)


def class_of(thing: Any) -> URIRef:
    """Return the narrowest class of a thing: what its type, kind or stance gives, else that of its dataclass."""
    for field in mapped_fields(thing.__class__):
        if field.scheme and (value := getattr(thing, field.name)) is not None:
            given = given_class(concept(field.scheme, value))
            if given is not None:
                return given
    return class_term(thing.__class__.__name__)


def thing_triples(thing: Any, subject: URIRef, *, base: str, place: Callable[[Span], URIRef]) -> Iterator[Triple]:
    """Yield the classes of a thing and its fields, each with the public terms that the ontology wants beside ours.

    `place` gives a span its IRI; what the span itself has to say, and things inside this one, are not yielded.

    Raises:
        UnknownTermError: a field or a concept that the ontology does not define.
    """
    kind = class_of(thing)
    yield from ((subject, RDF.type, one) for one in written_classes(kind))
    for field in mapped_fields(thing.__class__):
        for value in _values(thing, field):
            node = place(value) if isinstance(value, Span) else _node(value, field, base)
            if node is not None:
                yield from ((subject, one, node) for one in written_properties(field.property, kind))
            if isinstance(value, PartialDate):
                yield from date_bounds(subject, value)


def date_bounds(subject: URIRef, date: PartialDate) -> Iterator[Triple]:
    """Yield the first and the last day that a date can mean."""
    earliest, latest = literals.bounds(date)
    yield subject, EARLIEST, earliest
    yield subject, LATEST, latest


def _field(kind: str, name: str) -> Field:
    graph, found = ontology(), field_term(kind, name)
    scheme = graph.value(found, term("fromScheme"))
    return Field(
        name=name,
        property=found,
        scheme=str(scheme).removeprefix(NAMESPACE) if scheme else None,
        holds_iris=(found, RDF.type, OWL.ObjectProperty) in graph,
        holds_years=(found, RDFS.range, XSD.gYear) in graph,
    )


def _values(thing: Any, field: Field) -> tuple[Any, ...]:
    """Return the values of a field; a class is no value, and things inside this one have triples of their own."""
    value = getattr(thing, field.name)
    if value is None or field.property == RDF.type:
        return ()
    values = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in values if not is_dataclass(one) or isinstance(one, Span | PartialDate))


def _node(value: Any, field: Field, base: str) -> URIRef | Literal | None:
    if field.scheme:
        return concept(field.scheme, value)
    if isinstance(value, PartialDate):
        return literals.date(value)
    if isinstance(value, str):
        return _identifier(value, field, base) if field.holds_iris else literals.text(value)
    if field.holds_years:
        return literals.year(value)
    return literals.integer(value) if isinstance(value, int) else literals.decimal(value)


def _identifier(value: str, field: Field, base: str) -> URIRef | None:
    elsewhere = _IDENTIFIERS_OF_OTHERS.get(field.name)
    return elsewhere(value) if elsewhere else iri(value, base=base)
