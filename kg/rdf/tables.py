"""The gazetteer as triples: what its tables tell of names and places, and what they report of the parties to a dispute.

Who claims and who holds a territory stands in a record of the gazetteer, as its report; never on the territory.
"""

import re
import unicodedata
from collections.abc import Iterator

from rdflib import PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.dates import PartialDate
from kg.gazetteer import Entry, EntryKind, Gazetteer, Name
from kg.ontology import BASE, PREFIXES, concept, term, written_classes, written_properties
from kg.rdf import literals
from kg.rdf.iris import gazetteer_graph_iri, hashed, iri, wikidata_iri
from kg.rdf.mapping import date_bounds
from kg.rdf.triples import Triple, graph_of

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

CLASSES: dict[EntryKind, str] = {
    "territory": "Territory",
    "state": "State",
    "organization": "Organization",
    "treaty": "ConcludedTreaty",
}

_ALT_LABEL, _LITERAL_FORM = (URIRef(PREFIXES["skosxl"] + name) for name in ("altLabel", "literalForm"))
_GEOMETRY, _HAS_GEOMETRY, _AS_WKT, _WKT = (
    URIRef(PREFIXES["geo"] + name) for name in ("Geometry", "hasDefaultGeometry", "asWKT", "wktLiteral")
)


def gazetteer_graph(gazetteer: Gazetteer, *, base: str = BASE) -> Graph:
    """Return the gazetteer as a graph, its identifier that of the gazetteer's named graph."""
    return graph_of(gazetteer_triples(gazetteer, base=base), identifier=gazetteer_graph_iri(base=base))


def gazetteer_triples(gazetteer: Gazetteer, *, base: str = BASE) -> Iterator[Triple]:
    """Yield the triples of all entries and their names.

    Raises:
        UnknownTermError: a type or status that the ontology does not define.
    """
    source = iri(f"software/gazetteer-{gazetteer.version}", base=base)
    yield from ((source, RDF.type, kind) for kind in written_classes(term("Software")))
    yield source, RDFS.label, literals.text(f"gazetteer {gazetteer.version}")
    for entry in gazetteer.entries.values():
        yield from _entry(entry, iri(entry.id, base=base), base)
        if entry.kind == "territory":
            yield from _record(entry, source, base)
    unwritten = _languages_of_other_scripts(gazetteer)
    for name in gazetteer.names:
        yield from _name(name, base, unwritten)


def _entry(entry: Entry, node: URIRef, base: str) -> Iterator[Triple]:
    kind = term(CLASSES[entry.kind])
    yield from ((node, RDF.type, one) for one in written_classes(kind))
    yield from _written(node, kind, "label", literals.text(entry.label))
    yield node, SKOS.prefLabel, Literal(entry.label, lang="en")
    if entry.wikidata and (item := wikidata_iri(entry.wikidata)):
        yield from _written(node, kind, "wikidata", item)
    yield from _territory(entry, node, kind, base) if entry.kind == "territory" else _other(entry, node, kind, base)
    if entry.kind == "treaty":
        yield from _treaty(entry, node, kind, base)


def _territory(entry: Entry, node: URIRef, kind: URIRef, base: str) -> Iterator[Triple]:
    if entry.type:
        yield node, term("territory_type"), concept("territory-types", _slug(entry.type))
    if entry.part_of:
        yield from _written(node, kind, "part_of", iri(entry.part_of, base=base))
    if entry.latitude is not None and entry.longitude is not None:
        point = iri(f"{entry.id}/geometry", base=base)
        yield node, _HAS_GEOMETRY, point
        yield point, RDF.type, _GEOMETRY
        yield point, _AS_WKT, Literal(f"POINT({entry.longitude:g} {entry.latitude:g})", datatype=_WKT)


def _other(entry: Entry, node: URIRef, kind: URIRef, base: str) -> Iterator[Triple]:
    texts = (("row", entry.row), ("entry_type", entry.type), ("capital", entry.capital), ("seat", entry.seat))
    yield from ((node, term(name), literals.text(value)) for name, value in texts if value)
    if entry.state:
        yield from _written(node, kind, "represents", iri(entry.state, base=base))


def _treaty(entry: Entry, node: URIRef, kind: URIRef, base: str) -> Iterator[Triple]:
    yield node, term("kind"), concept("treaty-kinds", "concluded")
    if entry.year is not None:
        yield from _written(node, kind, "year", literals.year(entry.year))
    if entry.date:
        yield node, term("date"), literals.date(PartialDate(entry.date))
        yield from date_bounds(node, PartialDate(entry.date))
    for party in entry.parties:
        yield node, term("parties"), iri(party, base=base)
    for territory in entry.territories:
        yield from _written(node, kind, "territories", iri(territory, base=base))


def _record(entry: Entry, source: URIRef, base: str) -> Iterator[Triple]:
    """Yield what the tables report about the parties of a dispute, as the gazetteer's words."""
    kind, node = term("GazetteerRecord"), iri("record/" + entry.id.removeprefix("territory/"), base=base)
    yield from ((node, RDF.type, one) for one in written_classes(kind))
    yield from _written(node, kind, "record_of", iri(entry.id, base=base))
    yield node, PROV.wasAttributedTo, source
    yield node, term("row"), literals.text(entry.row)
    if entry.status:
        yield node, term("dispute_status"), concept("dispute-status", _slug(entry.status))
    if entry.since is not None:
        yield node, term("since"), literals.year(entry.since)
    yield from ((node, term("claimant"), iri(state, base=base)) for state in entry.claimants)
    yield from ((node, term("administrator"), iri(state, base=base)) for state in entry.administered_by)


def _name(name: Name, base: str, unwritten: frozenset[str]) -> Iterator[Triple]:
    node, entity = iri(_name_id(name), base=base), iri(name.entry.id, base=base)
    language = _language(name, unwritten)
    form = Literal(name.text, lang=language)
    yield from ((node, RDF.type, one) for one in written_classes(term("Name")))
    yield node, _LITERAL_FORM, form
    yield node, term("name_of"), entity
    yield node, term("sense"), concept("name-senses", name.sense)
    yield node, term("ambiguous"), literals.boolean(name.ambiguous)
    yield entity, _ALT_LABEL, node
    if name.sense == "name" and name.text != name.entry.label:
        yield entity, SKOS.altLabel, form
    if name.party:
        yield node, term("party"), iri(name.party, base=base)
    if language:
        yield from _written(node, term("Name"), "language", literals.text(language))


def _name_id(name: Name) -> str:
    return hashed("name", name.entry.id, name.text, name.sense, name.party, name.language)


def _language(name: Name, unwritten: frozenset[str]) -> str | None:
    """Return the language tag of a form; a transcription of a language with another script says that it is in Latin."""
    if not name.language or not _TAG.fullmatch(name.language):
        return None
    if name.language in unwritten and _is_latin(name.text):
        return name.language.split("-")[0] + "-Latn"
    return name.language


def _languages_of_other_scripts(gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(name.language for name in gazetteer.names if name.language and not _is_latin(name.text))


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())


def _written(node: URIRef, kind: URIRef, name: str, value: URIRef | Literal) -> Iterator[Triple]:
    yield from ((node, one, value) for one in written_properties(term(name), kind))


def _slug(words: str) -> str:
    return words.replace(" ", "-")
