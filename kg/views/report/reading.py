"""From a store to a dossier: facts in their sections, each told in a line and carried by its evidence."""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from kg.query.answer import Value
from kg.store import ArticleStore
from kg.views.plain import plain
from kg.views.report.article import td
from kg.views.report.bases import bases, bases_in
from kg.views.report.dossier import Dossier, Entry, Group, Section
from kg.views.report.facts import PROTEST, Facts, Row
from kg.views.report.names import names_of, wholes_of
from kg.views.report.phrases import date_in_words, event_in_words, stance_in_words
from kg.views.report.witness import Witness

_CLAIMS = frozenset(["claims-sovereignty"])
_ON_CLAIMS = frozenset(["recognizes-claim", "rejects-claim"])
_PROTESTS = frozenset(["protests"])
_CONTROL = frozenset(["controls"])
_APART = _CLAIMS | _ON_CLAIMS | _PROTESTS | _CONTROL


def read_dossier(store: ArticleStore, territory: str, claimant: str | None = None) -> Dossier:
    """Return what is reported of a territory and its parts.

    With a claimant it tells only what the claimant, or who speaks for it, says, holds and does, and what others hold
    or do toward it.

    Raises:
        UnknownNameError: a territory or an actor that is nowhere in the store.
        QueryError: a name stands for different things.
    """
    witness = Witness(store)
    facts = Facts(store, witness, territory, claimant)
    sections = tuple(_Telling(facts, witness).sections())
    told = {witness.said_in(NamedNode(store.base + one.fact)) for one in witness.evidence}
    return Dossier(
        territory=witness.label(facts.things[0]),
        claimant=witness.label(facts.actors[0]) if facts.actors else None,
        wholes=tuple(map(witness.label, wholes_of(store, facts.things))),
        names=names_of(store, facts.with_parts),
        sections=sections,
        evidence=witness.evidence,
        sources=witness.sources,
        read_by=tuple(_read_by(store)),
        untold=len(facts.statements.keys() - told),
    )


class _Telling:
    """Puts facts into sections; their footnotes are numbered in the order in which that is done."""

    def __init__(self, facts: Facts, witness: Witness) -> None:
        self._facts, self._witness = facts, witness

    def sections(self) -> Iterator[Section]:
        yield Section(
            "claims",
            "Claims to sovereignty",
            "Who is reported to say that the territory, or a part of it, is its own.",
            tuple(self._positions(_CLAIMS)),
        )
        yield Section(
            "stands",
            "Stands on the claims of others",
            "Who is reported to recognize or to reject a claim of another.",
            tuple(self._positions(_ON_CLAIMS)),
        )
        yield Section(
            "bases",
            "Bases invoked or disputed",
            "What is said about the territory in words that name a basis of title, found by a list of phrases. Whether "
            "the speaker invokes the basis, denies it or speaks of another's must be read in the sentence.",
            tuple(self._bases()),
        )
        yield Section(
            "treaties",
            "Treaties, resolutions and rulings cited",
            "Instruments named in what is said about the territory, and those that concern it, in articles on it.",
            tuple(self._treaties()),
        )
        yield Section(
            "protests",
            "Protests",
            "Positions and events that articles report as protests.",
            (*self._positions(_PROTESTS), *self._events("Protests as events", protests=True)),
        )
        yield Section(
            "control",
            "Control as reported",
            "Who is reported to hold, occupy or administer the territory or a part of it; possession is not title.",
            tuple(self._positions(_CONTROL)),
        )
        yield Section(
            "positions",
            "Other positions",
            "Talks wanted or ruled out, steps supported or opposed, positions not taken.",
            tuple(self._positions(None)),
        )
        yield Section(
            "events",
            "Events",
            "What is reported as having happened, planned, called off, denied or possible, in the order of time.",
            tuple(self._events("", protests=False)),
        )
        yield Section(
            "shifts",
            "Changes of position",
            "Where articles report a position of somebody, and later the opposite one.",
            tuple(self._shifts()),
        )

    def _positions(self, stances: Collection[str] | None) -> Iterator[Group]:
        """Yield positions by holder; None stands for all stances that have no section of their own."""
        by_holder: dict[str, list[Row]] = {}
        for row in self._facts.positions.values():
            if row["stance"] not in _APART if stances is None else row["stance"] in stances:
                by_holder.setdefault(_text(row["who"]), []).append(row)
        for holder in sorted(by_holder, key=lambda name: (name.casefold(), name)):
            yield Group(holder, tuple(map(self._position, sorted(by_holder[holder], key=_date))))

    def _position(self, row: Row, before: str = "") -> Entry:
        share = row["share"] if isinstance(row["share"], int | float) else None
        toward = _text(row["toward"]) if row["toward"] else None
        told = stance_in_words(str(row["stance"]), _text(row["target"]), toward, share)
        return self._entry(before + told, row)

    def _bases(self) -> Iterator[Group]:
        """Yield what is said, by the bases that it names; words that are passed on count as the innermost speaker's."""
        statements = self._facts.statements
        named = {statement: bases_in(_text(row["quote"])) for statement, row in statements.items()}
        for basis in bases():
            naming = [statement for statement, found in named.items() if basis in found]
            passing_on = {self._facts.outer(statement) for statement in naming}
            own = [statement for statement in naming if statement not in passing_on]
            if own:
                yield Group(basis, tuple(self._entry(_naming(named[one][basis]), statements[one]) for one in own))

    def _treaties(self) -> Iterator[Group]:
        by_treaty: dict[str, list[Row]] = {}
        for row in sorted(self._facts.citations, key=lambda row: str(row["year"] or "9999")):
            by_treaty.setdefault(_instrument(row), []).append(row)
        for treaty, rows in by_treaty.items():
            yield Group(treaty, tuple(map(self._citation, rows)))

    def _citation(self, row: Row) -> Entry:
        is_said = self._witness.of(self._facts.node(row)).voice is not None
        return self._entry("Named in what is said" if is_said else "Named by the article", row)

    def _events(self, heading: str, *, protests: bool) -> Iterator[Group]:
        rows = [row for row in self._facts.events if (self._facts.type_of(row) == PROTEST) is protests]
        if rows:
            yield Group(heading, tuple(map(self._event, rows)))

    def _event(self, row: Row) -> Entry:
        status = str(row["kind"]).removeprefix("event, ")
        taking_part = f"; taking part: {_text(row['who'])}" if row["who"] else ""
        told = f"{event_in_words(str(row['what']), status)}{taking_part}; concerning: {_text(row['about'])}"
        return self._entry(told, row)

    def _shifts(self) -> Iterator[Group]:
        held = self._facts.positions
        for row in self._facts.shifts():
            pair = [("Earlier", held.get(str(row["fact_before"]))), ("Later", held.get(str(row["fact"])))]
            entries = [self._position(one, f"{word}, {_text(one['who'])}: ") for word, one in pair if one]
            yield Group(f"{_text(row['who'])} on {_text(row['target'])}", tuple(entries))

    def _entry(self, told: str, row: Row) -> Entry:
        evidence = self._witness.of(self._facts.node(row))
        return Entry(f"{told} ({date_in_words(evidence.date)})" if evidence.date else told, evidence)


def _text(value: Value) -> str:
    return plain(str(value))


def _naming(phrases: Iterable[str]) -> str:
    return f"Words that name it: {', '.join(f'“{phrase}”' for phrase in phrases)}"


def _date(row: Row) -> str:
    return str(row["date"] or "")


def _instrument(row: Row) -> str:
    """Return how a treaty is called: its year stands in it, and that it is only proposed."""
    name, year = _text(row["treaty"]), str(row["year"] or "")
    dated = f"{name} ({year})" if year and year not in name else name
    return f"{dated}, proposed" if row["kind"] == "proposed" else dated


def _read_by(store: ArticleStore) -> Iterator[str]:
    """Yield the versions of what read the articles."""
    for part in ("program", "model", "gazetteer", "corrections"):
        quads = store.dataset.quads_for_pattern(None, td(part), None, None)
        versions = {plain(quad.object.value) for quad in quads if isinstance(quad.object, Literal)}
        yield from (f"{part} {version}" for version in sorted(versions))
