"""Opposite positions of one holder on one target, paired in time: shifts and contradictions.

A database would compare every position with every other; here they are walked through once, in the order of time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from kg.store import ONTOLOGY

Term = NamedNode | Literal | None
Row = Mapping[str, Term]

# Which stances cannot both be held at once. To claim a territory and to reject another's claim goes together.
_OPPOSED = (
    ("supports", "opposes"),
    ("proposes", "opposes"),
    ("seeks-negotiation", "refuses-negotiation"),
    ("recognizes-claim", "rejects-claim"),
    ("claims-sovereignty", "recognizes-claim"),
    ("no-position", "recognizes-claim"),
    ("no-position", "rejects-claim"),
)
_EVIDENCE = ("quote", "sentence", "article", "outlet", "published", "fact")

SHIFT = (
    *("who", "target", "before", "after", "earlier", "holder_before", *(f"{name}_before" for name in _EVIDENCE)),
    *("date", "holder", *_EVIDENCE),
)
CONTRADICTION = (
    *("who", "target", "stance", "date", "holder", *_EVIDENCE),
    *("other_stance", "other_date", "other_holder", *(f"other_{name}" for name in _EVIDENCE)),
)


def shifts(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each first position of a stance after the last one of an opposite stance, with both.

    A row has the ``holder`` of the position and ``who`` it counts as: whom the holder represents, or the holder.
    """
    for _, group in groupby(sorted(rows, key=_whose), key=_whose):
        latest: dict[str, Row] = {}
        for _, same_day in groupby(sorted(group, key=_when), key=_date):
            today = list(same_day)
            for row in today:
                yield from (_shift(before, row) for before in _given_up(row, latest))
            latest.update((_stance(row), row) for row in today)


def contradictions(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield pairs of opposite positions at one time, each position in one pair at least."""
    for _, group in groupby(sorted(rows, key=_whose), key=_whose):
        positions = sorted(group, key=_when)
        for one, other in _OPPOSED:
            left = [row for row in positions if _stance(row) == one]
            right = [row for row in positions if _stance(row) == other]
            yield from (_contradiction(*pair) for pair in _at_one_time(left, right))


PAIRINGS: Mapping[str, tuple[tuple[str, ...], Callable[[Iterable[Row]], Iterator[Row]]]] = {
    "shifts": (SHIFT, shifts),
    "contradictions": (CONTRADICTION, contradictions),
}


def _given_up(row: Row, latest: Mapping[str, Row]) -> Iterator[Row]:
    """Yield the latest positions opposite to this one that it is the first to come after."""
    same = latest.get(_stance(row))
    for opposite in _opposites(_stance(row)):
        before = latest.get(opposite)
        is_news = before is not None and (same is None or not _is_earlier(_date(before), _date(same)))
        if before is not None and is_news and _is_earlier(_date(before), _date(row)) and _same_other(before, row):
            yield before


def _at_one_time(left: Sequence[Row], right: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    pairs = {(id(one), id(other)): (one, other) for one, other in _first_fitting(left, right)}
    for other, one in _first_fitting(right, left):
        pairs.setdefault((id(one), id(other)), (one, other))
    yield from pairs.values()


def _first_fitting(rows: Sequence[Row], others: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield each row with the first of the others that may be of its time."""
    by_time: dict[str, list[Row]] = {}
    for other in others:
        for part in _coarser(_date(other)):
            by_time.setdefault(part, []).append(other)
    for row in rows:
        near = [other for part in reversed(_coarser(_date(row))) for other in by_time.get(part, ())[:2]]
        fitting = (other for other in near if _overlap(_date(row), _date(other)) and _same_other(row, other))
        if (found := next(fitting, None)) is not None:
            yield row, found


def _coarser(date: str) -> list[str]:
    """Return a date and the coarser ones that hold it: nothing known, its year, its month."""
    return list(dict.fromkeys(["", date[:4], date[:7], date]))


def _overlap(one: str, other: str) -> bool:
    return not _is_earlier(one, other) and not _is_earlier(other, one)


def _is_earlier(one: str, other: str) -> bool:
    """Say whether a date is surely before another; a year is not before its months."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _opposites(stance: str) -> list[str]:
    return [b if a == stance else a for a, b in _OPPOSED if stance in (a, b)]


def _same_other(one: Row, other: Row) -> bool:
    """Say whether two positions are toward the same actor, as far as they tell."""
    return one["toward"] is None or other["toward"] is None or one["toward"] == other["toward"]


def _whose(row: Row) -> tuple[str, str]:
    return str(row["who"]), str(row["target"])


def _when(row: Row) -> tuple[str, str]:
    return _date(row), str(row["fact"])


def _date(row: Row) -> str:
    return row["date"].value if row["date"] is not None else ""


def _stance(row: Row) -> str:
    stance = row["stance"]
    return "" if stance is None else stance.value.removeprefix(f"{ONTOLOGY}stances/")


def _shift(before: Row, after: Row) -> Row:
    told_before = {f"{name}_before": before[name] for name in ("holder", *_EVIDENCE)}
    return {**after, "before": before["stance"], "after": after["stance"], "earlier": before["date"], **told_before}


def _contradiction(one: Row, other: Row) -> Row:
    return {**one, **{f"other_{name}": other[name] for name in ("stance", "date", "holder", *_EVIDENCE)}}
