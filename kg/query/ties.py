"""What connects actors with each other and with territories, read from the store: each tie is a fact with its words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, QuerySolutions

from kg.query.names import label_of, local_id
from kg.query.passages import Passage, node_of, passage
from kg.store import ONTOLOGY, ArticleStore, prefixes

# How a stance stands to its target, and to the actor that it is toward; a stance that is not here takes no side.
STANCE_SIGNS = {
    "claims-sovereignty": 1,
    "recognizes-claim": 1,
    "rejects-claim": -1,
    "supports": 1,
    "proposes": 1,
    "opposes": -1,
    "seeks-negotiation": 1,
    "refuses-negotiation": -1,
    "protests": -1,
}
_TOWARD = {"recognizes-claim": 1, "rejects-claim": -1, "protests": -1, "supports": 1, "opposes": -1}
_TOGETHER = {"CONSULT": ("meets", 0), "AGREE": ("agrees with", 1), "COOPERATE": ("cooperates with", 1)}
# Who does it to whom an event does not tell; so its sign counts between two only, and the words leave it open.
_BETWEEN = {
    "SUPPORT": ("in an act of support with", 1),
    "CONCEDE": ("in a concession with", 1),
    "AID": ("in aid with", 1),
    "RETREAT": ("in a withdrawal with", 0),
    "REQUEST": ("in a demand with", 0),
    "REJECT": ("in a refusal with", -1),
    "ACCUSE": ("in an accusation with", -1),
    "THREATEN": ("in a threat with", -1),
    "PROTEST": ("in a protest with", -1),
    "SANCTION": ("in a sanction with", -1),
    "MOBILIZE": ("in a deployment with", 0),
    "COERCE": ("in an act of force with", -1),
    "ASSAULT": ("in fighting with", -1),
}

_WHEN = """OPTIONAL { ?fact td:date ?day } OPTIONAL { ?source td:published ?printed }
    BIND(STR(COALESCE(?day, ?printed)) AS ?date)"""
_POSITIONS = f"""SELECT ?fact ?who ?stance ?target ?toward ?date {{ GRAPH ?graph {{
    ?fact a td:Position ; td:holder ?who ; td:stance ?stance ; td:article ?source .
    FILTER NOT EXISTS {{ ?fact td:share ?share }}
    OPTIONAL {{ ?fact td:target ?target }} OPTIONAL {{ ?fact td:toward ?toward }} {_WHEN} }} }}"""
_MEETINGS = f"""SELECT ?fact ?type ?who ?other ?date {{ GRAPH ?graph {{
    ?fact a td:Event ; td:type ?type ; td:status <{ONTOLOGY}event-status/happened> ; td:participants ?who, ?other ;
        td:article ?source . FILTER(STR(?who) < STR(?other)) {_WHEN} }} }}"""
_ADDRESSES = f"""SELECT ?fact ?who ?other ?date {{ GRAPH ?graph {{
    ?fact a td:Statement ; td:speaker ?who ; td:addressee ?other ; td:article ?source . {_WHEN} }} }}"""
_ROLES = f"""SELECT ?fact ?who ?other ?date {{ GRAPH ?graph {{
    ?who td:roles ?fact . ?fact td:represents ?other ; td:article ?source . {_WHEN} }} }}"""
_REPRESENTS = "SELECT DISTINCT ?who ?other { GRAPH ?graph { ?who td:represents ?other . ?who a td:Actor } }"

_CLEAREST, _MENTIONS = NamedNode(f"{ONTOLOGY}clearestEvidence"), NamedNode(f"{ONTOLOGY}mentions")


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact that connects two things, by their local identifiers; ``sign`` is 1 for, -1 against, 0 neither."""

    source: str
    relation: str
    target: str
    sign: int
    date: str | None
    fact: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A position as far as it counts in networks; identifiers are local, the target may be no thing of the graph."""

    holder: str
    stance: str
    target: str | None
    toward: str | None
    date: str | None
    fact: str


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when facts count, at any precision; a fact whose date is not known counts only without a limit."""

    since: str | None = None
    until: str | None = None

    def holds(self, date: str | None) -> bool:
        """Say whether something of a date may lie in the period.

        >>> Period(since="2019-05").holds("2019"), Period(until="2018").holds("2019-01")
        (True, False)
        """
        if date is None:
            return self.since is None and self.until is None
        after = self.since is None or date[: len(self.since)] >= self.since[: len(date)]
        return after and (self.until is None or date[: len(self.until)] <= self.until[: len(date)])


ALWAYS = Period()


def stands(store: ArticleStore, *, period: Period = ALWAYS) -> Iterator[Stand]:
    """Yield the positions of a period; those of a part of the people asked in a poll are no position of all."""
    for fact, who, stance, target, toward, date in _rows(store, _POSITIONS):
        if who and stance and fact and period.holds(date):
            yield Stand(who, stance, target, toward, date, fact)


def territory_ties(store: ArticleStore, *, period: Period = ALWAYS) -> Iterator[Tie]:
    """Yield which stance actors take on territories; possession and no position have the sign 0."""
    for stand in stands(store, period=period):
        if stand.target and stand.target.startswith("territory/"):
            sign = STANCE_SIGNS.get(stand.stance, 0)
            yield Tie(stand.holder, stand.stance, stand.target, sign, stand.date, stand.fact)


def actor_ties(store: ArticleStore, *, period: Period = ALWAYS) -> Iterator[Tie]:
    """Yield who meets, addresses, represents whom, acts on whom, and takes a position toward whom."""
    for stand in stands(store, period=period):
        if stand.toward and stand.toward != stand.holder and stand.stance in _TOWARD:
            relation = f"{stand.stance} of" if stand.stance.endswith("-claim") else f"{stand.stance} toward"
            yield Tie(stand.holder, relation, stand.toward, _TOWARD[stand.stance], stand.date, stand.fact)
    yield from (tie for tie in _tie_facts(store) if period.holds(tie.date) and tie.source != tie.target)


def represented(store: ArticleStore) -> dict[str, str]:
    """Return for each actor who speaks for another the one at the end of the line, if there is but one."""
    above: dict[str, set[str]] = {}
    for who, other in _rows(store, _REPRESENTS):
        if who and other and who != other:
            above.setdefault(who, set()).add(other)
    return {who: top for who in above if (top := _top(who, above)) and top != who}


def rolled_up(ties: Iterable[Tie], above: dict[str, str]) -> Iterator[Tie]:
    """Yield ties with each actor replaced by the one it represents; what becomes a tie to itself is left out."""
    for tie in ties:
        source, target = above.get(tie.source, tie.source), above.get(tie.target, tie.target)
        if source != target:
            yield replace(tie, source=source, target=target)


def rolled_up_stands(store: ArticleStore, *, period: Period = ALWAYS, roll_up: bool = True) -> list[Stand]:
    """Return the positions of a period, with ``roll_up`` each as that of the one whom its holder represents."""
    above = represented(store) if roll_up else {}
    return [replace(one, holder=above.get(one.holder, one.holder)) for one in stands(store, period=period)]


def by_date(tie: Tie) -> tuple[str, str]:
    """Order ties by date, then by fact."""
    return tie.date or "", tie.fact


def evidence(store: ArticleStore, fact: str) -> Passage | None:
    """Return the words that carry a fact most clearly; of an actor the first mention, None where it has none."""
    node = NamedNode(store.base + fact)
    span = node_of(store, node, _CLEAREST) or node_of(store, node, _MENTIONS)
    return passage(store, span) if span else None


def name_of(store: ArticleStore, identifier: str) -> str:
    """Return the label of a thing, else its identifier."""
    return label_of(store, NamedNode(store.base + identifier)) or identifier


def _tie_facts(store: ArticleStore) -> Iterator[Tie]:
    yield from _event_ties(store)
    for relation, query in (("addresses", _ADDRESSES), ("represents", _ROLES)):
        for fact, who, other, date in _rows(store, query):
            if fact and who and other:
                yield Tie(who, relation, other, 0, date, fact)
    told = {(who, other) for _, who, other, _ in _rows(store, _ROLES)}
    for who, other in _rows(store, _REPRESENTS):  # those whom no role tells about: their mention has to do
        if who and other and (who, other) not in told:
            yield Tie(who, "represents", other, 0, None, who)


def _event_ties(store: ArticleStore) -> Iterator[Tie]:
    rows = [row for row in _rows(store, _MEETINGS) if row[1] in _TOGETHER or row[1] in _BETWEEN]
    pairs = Counter(row[0] for row in rows)
    for fact, type_, who, other, date in rows:
        if fact and type_ and who and other:
            relation, sign = _TOGETHER.get(type_) or _BETWEEN[type_]
            yield Tie(who, relation, other, sign if type_ in _TOGETHER or pairs[fact] == 1 else 0, date, fact)


def _rows(store: ArticleStore, query: str) -> Iterator[tuple[str | None, ...]]:
    results = store.dataset.query(query, prefixes=prefixes(store.base))
    if isinstance(results, QuerySolutions):
        for solution in results:
            yield tuple(None if term is None else local_id(store, term.value) for term in solution)


def _top(who: str, above: dict[str, set[str]]) -> str | None:
    seen = {who}
    while len(above.get(who, ())) == 1:
        (who,) = above[who]
        if who in seen:
            return None
        seen.add(who)
    return who
