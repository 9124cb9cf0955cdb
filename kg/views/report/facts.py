"""The facts of a dossier: rows of the ready questions on a territory, those of a claimant or toward it where asked."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pyoxigraph import NamedNode

from kg.query import ask
from kg.query.answer import Value
from kg.query.names import find_things, local_id, with_parts, with_voices
from kg.query.passages import node_of
from kg.store import PREFIXES, ArticleStore
from kg.views.report.article import td
from kg.views.report.witness import Witness

Row = dict[str, Value]

PROTEST = "PROTEST"

_ARTICLE = NamedNode(PREFIXES["oa"] + "hasSource")
_PARTIES = ("holder", "toward", "participants", "speaker")


class Facts:
    """What a store tells of a territory and its parts; every row has the identifier of its fact under ``fact``.

    With a claimant only what it, or who speaks for it, says, holds and does, and what others hold or do toward it.

    Raises:
        UnknownNameError: a territory or an actor that is nowhere in the store.
        QueryError: a name stands for different things.
    """

    def __init__(self, store: ArticleStore, witness: Witness, territory: str, claimant: str | None) -> None:
        self._store, self._witness = store, witness
        self._territory, self._claimant = territory, claimant
        self.things = find_things(store, "territory", territory)
        self.actors = find_things(store, "actor", claimant) if claimant else ()
        self._voices = set(with_voices(store, self.actors))

    @property
    def with_parts(self) -> tuple[NamedNode, ...]:
        """The territory and its parts."""
        return with_parts(self._store, self.things)

    @cached_property
    def positions(self) -> dict[str, Row]:
        """The positions on the territory, by their identifiers."""
        return {str(row["fact"]): row for row in self._asked("positions", territory=self._territory)}

    @cached_property
    def statements(self) -> dict[NamedNode, Row]:
        """What is said about the territory, by the nodes of the statements."""
        return {self.node(row): row for row in self._asked("who-said-what", territory=self._territory)}

    @cached_property
    def events(self) -> list[Row]:
        """What happened or was to happen, in the order of time."""
        rows = self._asked("timeline", territory=self._territory)
        return [row for row in rows if str(row["kind"]).startswith("event")]

    @cached_property
    def citations(self) -> list[Row]:
        """The mentions of treaties in articles on the territory: of those tied to it, and in what is said about it."""
        tied = {row["fact"] for row in self._rows("treaties", territory=self._territory)}
        naming = {row["fact"] for row in self._rows("sources", territory=self._territory)}
        found: dict[Value, Row] = {}
        for row in self._rows("treaties"):
            if self._article(row) in naming and (row["fact"] in tied or self._is_in_statement(row)):
                found.setdefault(row["fact"], row)
        return [row for row in found.values() if self._is_asked(row)]

    def shifts(self) -> Iterator[Row]:
        """Yield the changes from a position to the opposite one."""
        actor = {"actor": self._claimant} if self._claimant else {}
        yield from self._rows("shifts", territory=self._territory, **actor)

    def type_of(self, event: Row) -> str:
        """Return the type of an event."""
        kind = node_of(self._store, self.node(event), td("type"))
        return local_id(self._store, kind.value) if kind else ""

    def outer(self, statement: NamedNode) -> NamedNode | None:
        """Return the statement that another is said inside of."""
        return node_of(self._store, statement, td("layerOf"))

    def node(self, row: Row) -> NamedNode:
        """Return the node of a row's fact."""
        return NamedNode(self._store.base + str(row["fact"]))

    def _asked(self, question: str, **arguments: str) -> Iterator[Row]:
        yield from filter(self._is_asked, self._rows(question, **arguments))

    def _rows(self, question: str, **arguments: str) -> list[Row]:
        return ask(self._store, question, arguments).records()

    def _is_asked(self, row: Row) -> bool:
        """Return whether a fact is the claimant's or toward it; any is where there is no claimant."""
        fact = self.node(row)
        parties: set[Any] = {
            quad.object
            for name in _PARTIES
            for quad in self._store.dataset.quads_for_pattern(fact, td(name), None, None)
        }
        concerned = parties or self._witness.speakers(fact)[:1]
        return not self._claimant or any(one in self._voices for one in concerned)

    def _is_in_statement(self, mention: Row) -> bool:
        return self._witness.said_in(self.node(mention)) in self.statements

    def _article(self, mention: Row) -> str:
        article = node_of(self._store, self.node(mention), _ARTICLE)
        return local_id(self._store, article.value) if article else ""
