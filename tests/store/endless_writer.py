"""Replaces forty articles in batches of ten, each time in a new version, until killed; or `once` in a last version."""

import itertools
import sys
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg.store import DEFAULT_BASE, ArticleGraph, Fingerprint, graph_of, open_store


def article(number: int, version: str, size: int) -> ArticleGraph:
    node = NamedNode(f"{DEFAULT_BASE}article/{number}")
    triples = [Triple(node, NamedNode(f"http://e/p{i}"), Literal(version)) for i in range(size)]
    return ArticleGraph(graph_of(f"article/{number}"), triples, Fingerprint(version, "", "", ""))


def write(path: Path, size: int, once: bool) -> None:
    with open_store(path, write=True) as store:
        for round_ in itertools.count():
            version = "last" if once else f"v{round_}"
            for start in range(0, 40, 10):
                store.replace_articles(article(start + i, version, size) for i in range(10))
            if round_ == 0:
                store.publish()
            if once:
                return


write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] == ["once"])
