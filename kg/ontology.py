"""The terms, read from ``ontologies/*.ttl``: what a name in the code is in RDF, and what is written beside it.

The files are read on the first question, once. A name that they do not define raises `UnknownTermError`.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kg.errors import OntologyError, UnknownTermError
from kg.resources import resource

if TYPE_CHECKING:
    from rdflib import Graph, URIRef
    from rdflib.term import Node

NAMESPACE = "https://w3id.org/territorial-dispute/"
BASE = NAMESPACE + "resource/"

PREFIXES = {
    "td": NAMESPACE,
    "stance": NAMESPACE + "stances/",
    "event": NAMESPACE + "event-types/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

SHAPES = "shapes.ttl"


def term(name: str) -> "URIRef":
    """Return the class or property of a name, as the code (``target_text``) or the ontology (``targetText``) writes it.

    Raises:
        UnknownTermError: the ontology defines no such term.

    >>> term("target_text")
    rdflib.term.URIRef('https://w3id.org/territorial-dispute/targetText')
    """
    terms = _terms()
    found = terms.get(_camel(name))
    return found if found is not None else _unknown(name, "term", terms)


def field_term(kind: str, field: str) -> "URIRef":
    """Return the property of a dataclass's field: the one that says so by ``td:field``, else the one of its name.

    >>> field_term("Span", "start")
    rdflib.term.URIRef('http://www.w3.org/ns/oa#start')
    """
    named = _field_terms().get(f"{kind}.{field}")
    return term(field) if named is None else named


def class_term(kind: str) -> "URIRef":
    """Return the class of a dataclass: the one that says so by ``td:field``, else the one of its name.

    >>> class_term("Document")
    rdflib.term.URIRef('https://w3id.org/territorial-dispute/Article')
    """
    named = _field_terms().get(kind)
    return term(kind) if named is None else named


def concept(scheme: str, name: str) -> "URIRef":
    """Return a concept of a scheme, such as ``concept("stances", "rejects-claim")``.

    Raises:
        UnknownTermError: there is no such scheme, or no such concept in it.
    """
    names = _scheme(scheme)
    found = names.get(name)
    return found if found is not None else _unknown(name, f"concept of {scheme}", names)


def concepts(scheme: str, *, broader: str | None = None) -> tuple[str, ...]:
    """Return the names of a scheme's top concepts, sorted; or of those just below the concept `broader`.

    >>> concepts("modes")
    ('direct', 'indirect', 'mixed')
    """
    from rdflib import SKOS

    names = _scheme(scheme)
    link, above = (SKOS.broader, concept(scheme, broader)) if broader else (SKOS.topConceptOf, term(scheme))
    return tuple(sorted(name for name, iri in names.items() if (iri, link, above) in ontology()))


@cache
def ancestors(iri: "URIRef") -> tuple["URIRef", ...]:
    """Return our own superclasses or superproperties of a term of ours, near ones first, without the term."""
    from rdflib import RDFS

    above = [one for link in (RDFS.subClassOf, RDFS.subPropertyOf) for one in _iris(ontology().objects(iri, link))]
    return tuple(dict.fromkeys(far for one in above if one.startswith(NAMESPACE) for far in (one, *ancestors(one))))


@cache
def written_classes(iri: "URIRef") -> tuple["URIRef", ...]:
    """Return all classes that a thing of this class is written with: itself, ours above it, and the public ones."""
    own = (iri, *ancestors(iri))
    return tuple(dict.fromkeys((*own, *(public for one in own for public in _also_written(one)))))


@cache
def written_properties(iri: "URIRef", kind: "URIRef") -> tuple["URIRef", ...]:
    """Return all properties that are written for this one on a thing of class `kind`: itself and the public ones.

    A public property that the ontology gives a domain is written only for things of that class.
    """
    from rdflib import RDFS

    classes = _classes_above(kind)
    return (
        iri,
        *(one for one in _also_written(iri) if classes.issuperset(_iris(ontology().objects(one, RDFS.domain)))),
    )


@cache
def given_class(iri: "URIRef") -> "URIRef | None":
    """Return the class that a thing with this concept belongs to besides its own; None for most concepts."""
    found = _iris(ontology().objects(iri, _td("givesClass")))
    return found[0] if found else None


@cache
def ontology() -> "Graph":
    """Return the classes, properties and schemes as one graph; the shapes are not among them. Do not change it."""
    return read_turtle(path for path in sorted(resource("ontologies").glob("*.ttl")) if path.name != SHAPES)


@cache
def shapes() -> "Graph":
    """Return the SHACL shapes. Do not change the graph."""
    return read_turtle([resource("ontologies", SHAPES)])


def read_turtle(paths: Iterable[Path]) -> "Graph":
    """Read Turtle files into one graph in which the usual prefixes are bound.

    Raises:
        OntologyError: a file is no Turtle.
    """
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for path in paths:
        try:
            graph.parse(path, format="turtle")
        except Exception as error:  # rdflib's parser lets errors of many classes through
            raise OntologyError(f"{path.name}: {error}; mend the file or install kg again") from error
    return graph


@cache
def _terms() -> dict[str, "URIRef"]:
    from rdflib import RDF

    names = ((iri.removeprefix(NAMESPACE), iri) for iri in _iris(ontology().subjects(RDF.type)))
    return {name: iri for name, iri in names if name and ":" not in name and "/" not in name}


@cache
def _field_terms() -> dict[str, "URIRef"]:
    graph = ontology()
    return {
        str(field): iri for iri in _iris(graph.subjects(_td("field"))) for field in graph.objects(iri, _td("field"))
    }


@cache
def _scheme(scheme: str) -> dict[str, "URIRef"]:
    from rdflib import RDF, SKOS

    graph = ontology()
    schemes = {iri.removeprefix(NAMESPACE): iri for iri in _iris(graph.subjects(RDF.type, SKOS.ConceptScheme))}
    if scheme not in schemes:
        _unknown(scheme, "scheme", schemes)
    found = _iris(graph.subjects(SKOS.inScheme, schemes[scheme]))
    return {iri.removeprefix(f"{schemes[scheme]}/"): iri for iri in found}


@cache
def _also_written(iri: "URIRef") -> tuple["URIRef", ...]:
    return _iris(ontology().objects(iri, _td("alsoWritten")))


@cache
def _classes_above(kind: "URIRef") -> frozenset["URIRef"]:
    from rdflib import RDFS

    above = (far for one in _iris(ontology().objects(kind, RDFS.subClassOf)) for far in _classes_above(one))
    return frozenset((kind, *above))


def _td(name: str) -> "URIRef":
    from rdflib import URIRef

    return URIRef(NAMESPACE + name)


def _iris(nodes: Iterable["Node"]) -> tuple["URIRef", ...]:
    from rdflib import URIRef

    return tuple(sorted({node for node in nodes if isinstance(node, URIRef)}))


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda letter: letter[1].upper(), name)


def _unknown(name: str, what: str, known: Iterable[str]) -> NoReturn:
    names = sorted(known)
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    listed = f"there are {', '.join(names)}" if len(names) <= 20 else "ontologies/README.md tells where they stand"
    hint = f"did you mean {', '.join(near)}?" if near else listed
    raise UnknownTermError(f"'{name}' is no {what} in the ontology; {hint}")
