"""From local identifiers to IRIs under a base, and back."""

import hashlib
import re
from urllib.parse import quote, unquote

from rdflib import URIRef

from kg.documents import Document, Span
from kg.ontology import BASE, NAMESPACE, PREFIXES

ONTOLOGY_GRAPH = URIRef(NAMESPACE)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/]")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WIKIDATA = re.compile(r"[QPL][0-9]+")


def iri(local_id: str, *, base: str = BASE) -> URIRef:
    """Return the IRI of a local identifier; what an IRI cannot hold is percent-encoded.

    >>> iri("territory/shikotan", base="https://example.org/")
    rdflib.term.URIRef('https://example.org/territory/shikotan')
    """
    return URIRef(base + quote(local_id, safe="/", errors="surrogatepass"))


def local_id(node: str, *, base: str = BASE) -> str | None:
    """Return the local identifier that an IRI stands for; None for an IRI that is not under the base."""
    return unquote(node.removeprefix(base), errors="surrogatepass") if node.startswith(base) else None


def article_graph_iri(document_id: str, *, base: str = BASE) -> URIRef:
    """Return the IRI of an article's named graph, from the article's local identifier."""
    return iri("graph/" + document_id.removeprefix("article/"), base=base)


def gazetteer_graph_iri(*, base: str = BASE) -> URIRef:
    """Return the IRI of the gazetteer's named graph."""
    return iri("graph/gazetteer", base=base)


def span_iri(document: Document, span: Span, *, base: str = BASE) -> URIRef:
    """Return the IRI of some characters of an article: ``span/<article hash>/<start>-<end>``."""
    return iri(f"span/{document.id.removeprefix('article/')}/{span.start}-{span.end}", base=base)


def hashed(kind: str, *parts: str | None) -> str:
    """Return a local identifier of a thing that has none of its own: its kind and a hash of what it is."""
    said = "\x1f".join("" if part is None else part for part in parts)
    return f"{kind}/{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def wikidata_iri(item: str) -> URIRef | None:
    """Return the IRI of a Wikidata item; None for what is no item."""
    return URIRef(PREFIXES["wd"] + item) if _WIKIDATA.fullmatch(item) else None


def address_iri(address: str) -> URIRef | None:
    """Return an address as an IRI; None for what is no absolute address."""
    if not _ABSOLUTE.match(address):
        return None
    whole = _STRAY_PERCENT.sub("%25", address)
    return URIRef(quote(whole, safe="/:?#@!$&'()*+,;=%", errors="surrogatepass"))
