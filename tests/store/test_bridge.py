from pyoxigraph import Literal, NamedNode, Quad

from kg.store import memory_store
from kg.store.bridge import rdflib_dataset


def test_rdflib_sees_all_graphs_as_one() -> None:
    quads = [
        Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(str(i)), NamedNode(f"http://e/{i}"))
        for i in range(3)
    ]
    dataset = rdflib_dataset(memory_store(quads))
    assert sorted(str(row[0]) for row in dataset.query("SELECT ?o { ?s ?p ?o }")) == ["0", "1", "2"]
    assert len(list(dataset.query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }"))) == 3
