"""Extractors by what they find, run in the order of what they need."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any, TypeVar

from kg.extraction.article import Article
from kg.facts import Fact

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Extractor:
    """A registered generator with the kind of fact that it finds and the kinds that it needs before."""

    finds: type[Any]
    needs: tuple[type[Any], ...]
    read: Callable[[Article], Iterator[Fact]]


_EXTRACTORS: dict[type[Any], list[Extractor]] = {}


def extractor(
    *, finds: type[F], needs: Iterable[type[Any]] = ()
) -> Callable[[Callable[[Article], Iterator[F]]], Callable[[Article], Iterator[F]]]:
    """Register a generator from an article to facts of one kind."""

    def register(read: Callable[[Article], Iterator[F]]) -> Callable[[Article], Iterator[F]]:
        _EXTRACTORS.setdefault(finds, []).append(Extractor(finds, tuple(needs), read))
        return read

    return register


def extract(article: Article) -> None:
    """Run every registered extractor on the article, each after those that it needs; facts are added to the article.

    A fact that two extractors of a kind find is kept once, as the first found it.

    Raises:
        graphlib.CycleError: two kinds need each other; a fault in the program.
    """
    order = TopologicalSorter(
        {kind: {need for one in readers for need in one.needs} for kind, readers in _EXTRACTORS.items()}
    )
    for kind in order.static_order():
        facts: dict[str, Fact] = {}
        for one in _EXTRACTORS.get(kind, ()):
            for fact in one.read(article):
                facts.setdefault(fact.id, fact)
        article.found[kind] = tuple(facts.values())
