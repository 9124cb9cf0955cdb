"""Networks as GraphML and GEXF files, for Gephi and Cytoscape: labels, weights, signs, dates; the same bytes each time.

Written here and not by networkx, which stamps the day into GEXF and lets characters through that no XML file can hold.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from xml.etree import ElementTree

from kg import dates
from kg.query.projections import Graph

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"

# The attributes of nodes and edges with their types; Cytoscape shows a node's `name`, Gephi its `label`.
_NODE = {"label": "string", "name": "string", "type": "string"}
_EDGE = {
    "label": "string",
    "weight": "double",
    "sign": "int",
    "relations": "string",
    "first": "string",
    "last": "string",
    "facts": "string",
}
_GEXF_TYPES = {"int": "integer"}


def write_graphml(graph: Graph, output: BinaryIO) -> None:
    """Write a network as GraphML."""
    root = ElementTree.Element("graphml", {"xmlns": _GRAPHML})
    for kind, types in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in types.items():
            key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type_}
            ElementTree.SubElement(root, "key", key)
    body = ElementTree.SubElement(root, "graph", {"edgedefault": "undirected"})
    for identifier, values in _nodes(graph):
        _data(ElementTree.SubElement(body, "node", {"id": identifier}), "node", values)
    for source, target, values in _edges(graph):
        _data(ElementTree.SubElement(body, "edge", {"source": source, "target": target}), "edge", values)
    _write(root, output)


def write_gexf(graph: Graph, output: BinaryIO) -> None:
    """Write a network as GEXF; an edge lasts from the first to the last day that its facts can be of."""
    root = ElementTree.Element("gexf", {"xmlns": _GEXF, "version": "1.2"})
    head = {"defaultedgetype": "undirected", "mode": "dynamic", "timeformat": "date"}
    body = ElementTree.SubElement(root, "graph", head)
    for kind, types in (("node", _NODE), ("edge", _EDGE)):
        declared = ElementTree.SubElement(body, "attributes", {"class": kind, "mode": "static"})
        for name, type_ in types.items():
            column = {"id": f"{kind}-{name}", "title": name, "type": _GEXF_TYPES.get(type_, type_)}
            ElementTree.SubElement(declared, "attribute", column)
    nodes = ElementTree.SubElement(body, "nodes")
    for identifier, values in _nodes(graph):
        node = ElementTree.SubElement(nodes, "node", {"id": identifier, "label": values["label"]})
        _attvalues(node, "node", values)
    edges = ElementTree.SubElement(body, "edges")
    for number, (source, target, values) in enumerate(_edges(graph)):
        ends = {"id": str(number), "source": source, "target": target}
        shown = {"label": values["label"], "weight": values["weight"], **_days(values["first"], values["last"])}
        _attvalues(ElementTree.SubElement(edges, "edge", {**ends, **shown}), "edge", values)
    _write(root, output)


def _nodes(graph: Graph) -> Iterator[tuple[str, dict[str, str]]]:
    for node in sorted(graph):
        values = graph.nodes[node]
        told = {"label": values["label"], "name": values["label"], "type": values["type"]}
        yield _clean(node), {name: _clean(value) for name, value in told.items()}


def _edges(graph: Graph) -> Iterator[tuple[str, str, dict[str, str]]]:
    for one, other in sorted(tuple(sorted(pair)) for pair in graph.edges):
        edge: Mapping[str, Any] = graph.edges[one, other]
        facts = " ".join(sorted({tie.fact for tie in edge["ties"]}))
        told = {**edge, "label": edge["relations"], "weight": float(edge["weight"]), "facts": facts}
        yield _clean(one), _clean(other), {name: _clean(told[name]) for name in _EDGE}


def _days(first: str, last: str) -> dict[str, str]:
    """Return the first and the last day as the attributes of an edge; of a date that is not known nothing is said."""
    begun, ended = dates.parse(first), dates.parse(last)
    if begun is None or ended is None:
        return {}
    return {"start": begun.earliest.isoformat(), "end": max(ended.latest, begun.latest).isoformat()}


def _data(element: ElementTree.Element, kind: str, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        ElementTree.SubElement(element, "data", {"key": f"{kind}-{name}"}).text = value


def _attvalues(element: ElementTree.Element, kind: str, values: Mapping[str, str]) -> None:
    together = ElementTree.SubElement(element, "attvalues")
    for name, value in values.items():
        ElementTree.SubElement(together, "attvalue", {"for": f"{kind}-{name}", "value": value})


def _clean(value: object) -> str:
    """Return a value without the characters that XML cannot hold; what is not known is empty."""
    return "" if value is None else _UNWRITABLE.sub("", str(value))


def _write(root: ElementTree.Element, output: BinaryIO) -> None:
    ElementTree.indent(root)
    output.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
