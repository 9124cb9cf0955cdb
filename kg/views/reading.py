"""From a store to what a page shows."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kg.query import select
from kg.query.answer import Value
from kg.store import ONTOLOGY, ArticleStore, gazetteer_graph
from kg.views import queries
from kg.views.confining import Confine
from kg.views.model import Actor, Article, Fact, FactKind, Filters, PageModel, Territory, Treaty
from kg.views.passages import Marked, passage
from kg.views.plain import plain, web_address

Row = dict[str, Value]

# Columns that hold texts and never identifiers, whatever they say.
_TEXTS = frozenset(["label", "role", "form", "words", "sentence", "date", "text"])

_POINT = re.compile(r"POINT ?\((-?[\d.]+(?:e-?\d+)?) (-?[\d.]+(?:e-?\d+)?)\)")


def read_model(store: ArticleStore, filters: Filters | None = None, *, with_articles: bool = False) -> PageModel:
    """Return what a page shows of a store; the filters' names are those of the ready questions.

    The model has the whole texts of its articles only if asked for them.

    Raises:
        UnknownNameError: a territory or an actor that is nowhere in the store.
        QueryError: a stance or a date that is none.
    """
    reading = _Reading(store, Confine.from_filters(store, filters or Filters()))
    model = reading.model()
    return replace(model, texts=reading.texts(model.articles)) if with_articles else model


class _Reading:
    """Reads one store; identifiers become local as they come in."""

    def __init__(self, store: ArticleStore, confine: Confine) -> None:
        self.store, self.confine = store, confine
        self.articles = {row.id: row for row in store.articles()}
        self.roles = {
            (str(row["article"]), str(row["actor"])): plain(str(row["role"])) for row in self.rows(queries.ROLES)
        }

    def model(self) -> PageModel:
        actors, territories = self.entities()
        treaties = {treaty.id: treaty for treaty in self.treaties()}
        named = {one.id: one.label for one in treaties.values()}
        facts = [*self.positions(territories, named), *self.statements(), *self.events()]
        kept = [fact for fact in facts if self.confine.keeps(fact, self.date_of(fact))]
        told = [fact for fact in kept if fact.about or fact.kind == "position"]
        shown = sorted(self.with_words(told), key=self.place_of)
        used = {fact.article for fact in shown} if self.confine else set(self.articles)
        return PageModel(
            {one: self.article(one) for one in sorted(used)},
            actors,
            territories,
            tuple(sorted(treaties.values(), key=lambda one: (-one.articles, one.label))),
            tuple(shown),
            len(kept) - len(told),
        )

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a query, its identifiers local, those of the ontology's concepts their names."""
        answer = select(self.store, query.replace("GAZETTEER", gazetteer_graph(self.store.base)))
        return [
            {name: value if name in _TEXTS else self.local(value) for name, value in record.items()}
            for record in answer.records()
        ]

    def local(self, value: Value) -> Value:
        if isinstance(value, str) and value.startswith(self.store.base):
            return value.removeprefix(self.store.base)
        if isinstance(value, str) and value.startswith(ONTOLOGY):
            return value.removeprefix(ONTOLOGY).rpartition("/")[2]
        return value

    def article(self, article: str) -> Article:
        known = self.articles[article]
        title = plain(known.title or known.source or article)
        return Article(article, title, _plain(known.publisher), known.published, web_address(known.url))

    def texts(self, articles: Container[str]) -> dict[str, str]:
        return {str(row["article"]): str(row["text"]) for row in self.rows(queries.TEXTS) if row["article"] in articles}

    def date_of(self, fact: Fact) -> str | None:
        return fact.date or self.articles[fact.article].published

    def place_of(self, fact: Fact) -> tuple[str, str, int, str]:
        """Return what facts are put in order by: the day of the article, then their place in it."""
        return self.articles[fact.article].published or "", fact.article, fact.start, fact.id

    def entities(self) -> tuple[dict[str, Actor], dict[str, Territory]]:
        ours = {str(row["thing"]): str(row["label"]) for row in self.rows(queries.GAZETTEER_LABELS)}
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.rows(queries.LABELS):
            thing, kind = str(row["thing"]), str(row["kind"]).lower()
            label = plain(ours.get(thing) or max(labels[kind].get(thing, ""), str(row["label"]), key=len))
            labels[kind][thing] = label or thing
        voices = {str(row["actor"]): str(row["state"]) for row in self.rows(queries.VOICES)}
        places = labels.pop("territory", {})
        actors = {
            one: Actor(one, label, kind, voices.get(one)) for kind, of in labels.items() for one, label in of.items()
        }
        return actors, self.territories(places)

    def territories(self, labels: Mapping[str, str]) -> dict[str, Territory]:
        names: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        for row in self.rows(queries.NAMES):
            names[str(row["territory"])][str(row["party"]), plain(str(row["form"]))] = None
        places = {str(row["territory"]): row for row in self.rows(queries.PLACES)}
        found = {}
        for one, label in labels.items():
            place = places.get(one, {})
            found[one] = Territory(one, label, _text(place.get("whole")), _point(place.get("point")), tuple(names[one]))
        return found

    def treaties(self) -> Iterator[Treaty]:
        for row in self.rows(queries.TREATIES):
            year, kind = _text(row["year"]), str(row["kind"] or "")
            yield Treaty(str(row["treaty"]), plain(str(row["label"])), year, kind, int(row["articles"] or 0))

    def positions(self, territories: Mapping[str, Territory], named: Mapping[str, str]) -> Iterator[Fact]:
        for row, *_ in self.by_fact(queries.POSITIONS):
            thing = _text(row["thing"])
            on_territory = thing in territories
            target = named.get(thing or "", thing) or _plain(row["words"])
            yield replace(
                self.fact(row, "position"),
                about=(thing,) if thing and on_territory else (),
                stance=str(row["stance"]),
                target=None if on_territory else target,
                toward=_text(row["toward"]),
                speaker=None if row["speaker"] == row["who"] else _text(row["speaker"]),
                share=row["share"] if isinstance(row["share"], int | float) else None,
            )

    def statements(self) -> Iterator[Fact]:
        for rows in self.by_fact(queries.STATEMENTS):
            kind: FactKind = "attitude" if rows[0]["kind"] == "Attitude" else "statement"
            yield replace(self.fact(rows[0], kind), about=_values(rows, "about"), detail=_text(rows[0]["mode"]))

    def events(self) -> Iterator[Fact]:
        for rows in self.by_fact(queries.EVENTS):
            kind = str(rows[0]["subtype"] or rows[0]["type"]).lower().replace("-", " ")
            detail = f"{kind}, {str(rows[0]['status']).replace('-', ' ')}"
            fact = replace(self.fact(rows[0], "event"), who=_values(rows, "who"), role=None)
            yield replace(fact, about=_values(rows, "about"), detail=detail)

    def by_fact(self, query: str) -> Iterator[list[Row]]:
        for _, rows in groupby(self.rows(query), key=lambda row: row["fact"]):
            yield list(rows)

    def fact(self, row: Row, kind: FactKind) -> Fact:
        who, article = _text(row["who"]), str(row["article"])
        role = self.roles.get((article, who or ""))
        return Fact(str(row["fact"]), kind, (who,) if who else (), (), article, (), role=role, date=_text(row["date"]))

    def with_words(self, facts: Sequence[Fact]) -> Iterator[Fact]:
        """Yield the facts with the words that carry them."""
        spans = {str(rows[0]["fact"]): rows for rows in self.by_fact(queries.SPANS)}
        for fact in facts:
            marked = list(_marked(spans.get(fact.id, []), fact.kind))
            start = min((span.start for span in marked), default=0)
            carrying = tuple((span.start, span.end) for span in marked if span.mark == "words")
            yield replace(fact, passage=passage(marked), start=start, spans=carrying)


def _marked(rows: Sequence[Row], kind: FactKind) -> Iterator[Marked]:
    """Yield the spans of a fact; what carries a statement is its content, what carries another all its evidence."""
    said = kind in ("statement", "attitude")
    for row in rows:
        how = str(row["how"])
        if (how == "evidence") is said:
            continue
        sentence, beginning = row["sentence"], row["beginning"]
        yield Marked(
            "cue" if how == "cue" else "source" if how == "source" else "words",
            int(row["start"] or 0),
            str(row["words"]),
            None if sentence is None else str(sentence),
            None if beginning is None else int(beginning),
        )


def _values(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row[column]) for row in rows if row[column]))


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _plain(value: Value) -> str | None:
    return plain(str(value)) if value else None


def _point(value: Value) -> tuple[float, float] | None:
    found = _POINT.fullmatch(str(value))
    return (float(found[1]), float(found[2])) if found else None
