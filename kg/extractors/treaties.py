"""The legal instruments that an article names: treaties, declarations, resolutions, rulings, and proposed ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.documents import Span
from kg.extraction import Article, extractor
from kg.extraction.conclusion import (
    has_parties,
    is_awaited,
    is_proposed,
    is_signed,
    says_year,
    was_never_made,
    year_behind,
)
from kg.extraction.coreference import Scene
from kg.extraction.identifiers import slug
from kg.extraction.instruments import Instrument, further_numbers, instruments, joint_names, kinds_of, year_of
from kg.extraction.overlaps import Overlaps
from kg.extraction.treaty_entries import TreatyEntries
from kg.extraction.words import Word, first_from, span_of
from kg.facts import Territory, Treaty, TreatyKind
from kg.gazetteer import Entry, Match, Name


@dataclass
class _Found:
    """A treaty with its mentions so far; ``entry`` where it is in the tables."""

    id: str
    label: str
    kind: TreatyKind
    entry: Entry | None = None
    year: int | None = None
    spans: list[Span] = field(default_factory=list)


@extractor(finds=Treaty, needs=(Territory,))
def treaties(article: Article) -> Iterator[Treaty]:
    """Yield the treaties, declarations, resolutions and rulings named, each once; a deal in general is none."""
    for one in _Reader(article).read().values():
        wikidata = one.entry.wikidata if one.entry else None
        yield Treaty(one.id, one.label, one.kind, tuple(sorted(set(one.spans))), one.year, wikidata)


class _Reader:
    """Reads the treaties of one article."""

    def __init__(self, article: Article) -> None:
        self._article, self._cast = article, article.cast
        self._found: dict[str, _Found] = {}
        self._by_label: dict[str, str] = {}
        published = article.document.published
        self._this_year = int(published.iso[:4]) if published and published.iso[:4].isdigit() else 9999
        self._entries = TreatyEntries(article, self._this_year)

    def read(self) -> dict[str, _Found]:
        """Return the treaties by identifier, in the order in which the article names them."""
        for scene in self._article.scenes:
            text = scene.words
            phrases, matches = tuple(instruments(text)), list(self._matches(text))
            if not phrases and not matches:
                continue
            spans = [self._span(text, one.first, one.last) for one in phrases]
            places = Overlaps(spans)
            taken = []
            for match, name in matches:
                around = [(phrases[at], spans[at]) for at in sorted(places.with_span(match.span))]
                taken.append(self._add_match(text, match, name, around))
            matched = Overlaps(taken)
            for one, span in zip(phrases, spans, strict=True):
                if not matched.with_span(span):
                    self._read_phrase(scene, text, one, span)
        self._merge_nicknames()
        return self._found

    def _span(self, text: tuple[Word, ...], first: int, last: int) -> Span:
        return span_of(self._article.document.text, text[first:last])

    def _add(self, one: _Found, span: Span, year: int | None) -> None:
        known = self._found.setdefault(one.id, one)
        known.spans.append(span)
        known.year = known.year or year
        self._by_label.setdefault(slug(known.label), known.id)

    # names of the tables ---------------------------------------------------------------------------------------

    def _matches(self, text: tuple[Word, ...]) -> Iterator[tuple[Match, Name]]:
        for match in self._article.matches_in(text):
            name = self._cast.meanings.choose(match.names, ("treaty",)) or self._of_the_year(match)
            if name and self._fits(text, match, name):
                yield match, name

    def _of_the_year(self, match: Match) -> Name | None:
        """Return the only treaty that a form with its year may mean, where a party stands in the article."""
        names = [name for name in match.names if name.entry.kind == "treaty" and str(name.entry.year) in name.text]
        if len({name.entry.id for name in names}) != 1:
            return None
        return names[0] if self._named & {*names[0].entry.parties} else None

    @cached_property
    def _named(self) -> set[str]:
        """What the names of the article may mean."""
        return {name.entry.id for match in self._article.matches for name in match.names}

    def _fits(self, text: tuple[Word, ...], match: Match, name: Name) -> bool:
        """Say whether a name can mean its entry here: it is of the time; a plain noun only if much speaks for it."""
        if name.entry.year and name.entry.year > self._this_year:
            return False
        at = first_from(text, match.span.end)
        if name.ambiguous and at < len(text) and text[at].capital and not text[at].opens:
            return False
        if name.sense != "descriptive" or not name.ambiguous:
            return True
        support = self._cast.meanings.support(name.entry)
        is_meant = support > 1 or support == len(name.entry.parties) or self._entries.is_over_territory(name.entry)
        return is_meant and not is_awaited(text, match.span)

    def _add_match(
        self, text: tuple[Word, ...], match: Match, name: Name, around: list[tuple[Instrument, Span]]
    ) -> Span:
        """Add a match, grown to the phrase around it where that adds a year or a number."""
        span = match.span
        for one, whole in around:
            if whole.contains(span) and whole != span and (one.year or one.number or has_parties(text, one)):
                span = whole
        year = name.entry.year if name.entry.year and says_year(text, span, name.entry.year) else None
        self._add(
            _Found(name.entry.id, name.entry.label, self._kind_of(text, span, name.entry), name.entry), span, year
        )
        return span

    def _kind_of(self, text: tuple[Word, ...], span: Span, entry: Entry) -> TreatyKind:
        label = entry.label.lower()
        if entry.year is None or label.endswith((" plan", " proposal", " offer")):
            return "proposed"
        return "proposed" if was_never_made(text, span) and entry.type == "memorandum" else "concluded"

    # phrases ---------------------------------------------------------------------------------------------------

    def _read_phrase(self, scene: Scene, text: tuple[Word, ...], one: Instrument, span: Span) -> None:
        if self._read_joint_names(one, text):
            return
        self._read_further_numbers(one, text)
        if self._is_peace(text, one) and not self._entries.called(one, span.text, text):
            self._read_peace(scene, text, one, span)
            return
        entry = self._entries.of(scene, one)
        if entry:
            year = entry.year if entry.year and (one.year == entry.year or says_year(text, span, entry.year)) else None
            self._add(_Found(entry.id, entry.label, self._kind_of(text, span, entry), entry), span, year)
        elif is_proposed(text, one):
            if one.named or has_parties(text, one):
                self._add_new(text, one, span, "proposed")
        elif self._names_one(text, one) and not is_awaited(text, span):
            self._add_new(text, one, span, "concluded")
        elif entry := self._entries.of_the_day(one):
            self._add(_Found(entry.id, entry.label, "concluded", entry), span, None)

    def _names_one(self, text: tuple[Word, ...], one: Instrument) -> bool:
        """Say whether a phrase names one instrument, also by what it is on and with whom: "a fishing pact with X".

        The last only in an article on a territory: elsewhere it is a deal as states have many.
        """
        is_of_parties = one.first < one.head and has_parties(text, one) and bool(self._article.facts(Territory))
        return one.names_one() or (is_of_parties and one.noun.strength == "name" and not one.noun.plural)

    def _add_new(self, text: tuple[Word, ...], one: Instrument, span: Span, kind: TreatyKind) -> None:
        first = one.first
        while first < one.head and year_of(text[first]):
            first += 1
        if kind == "proposed" and first and text[first - 1].lower == "proposed":
            first, span = first - 1, self._span(text, first - 1, one.last)
        label = " ".join(self._span(text, first, one.last).text.split())
        ident = f"treaty/new-{slug(label)}" + (f"-{one.year}" if one.year else "")
        known = self._by_label.get(slug(label), ident)
        year = one.year or year_behind(text, span)
        self._add(_Found(known, label, kind), span, year)

    def _merge_nicknames(self) -> None:
        """Give "the Y pact", which no table knows, to the only instrument over Y that the article names."""
        over: dict[str, dict[str, _Found]] = {}
        for one in self._found.values():
            for place in one.entry.territories if one.entry else ():
                over.setdefault(place, {})[one.id] = one
        for new in [one for one in self._found.values() if not one.entry and not one.year and one.kind == "concluded"]:
            form, _, noun = new.label.rpartition(" ")
            names = self._article.gazetteer.lookup(form)
            fitting = {ident: one for name in names for ident, one in over.get(name.entry.id, {}).items()}
            meant = [one for one in fitting.values() if one.entry and one.entry.type in kinds_of(noun)]
            if len(meant) == 1:
                meant[0].spans.extend(self._found.pop(new.id).spans)

    # peace treaties not made yet -------------------------------------------------------------------------------

    def _is_peace(self, text: tuple[Word, ...], one: Instrument) -> bool:
        nouns = {"treaty", "agreement", "accord", "deal", "pact"}
        is_generic = not (one.capital and one.named and text[one.head - 1].capital and one.head - one.first > 1)
        return (
            one.noun.noun in nouns
            and one.head > 0
            and text[one.head - 1].lower == "peace"
            and not one.year
            and is_generic
        )

    def _read_peace(self, scene: Scene, text: tuple[Word, ...], one: Instrument, span: Span) -> None:
        """Read "a peace treaty" as the one between the two states of its sentence, or of the article's only such."""
        if is_signed(text, one) and not one.named:
            return
        parties = self._entries.sides(self._parties(scene, text[one.head].sentence))
        peaces = [found for found in self._found.values() if found.id.endswith("-peace-treaty")]
        if len(peaces) == 1 and not (has_parties(text, one) and len(parties) == 2):
            self._add(peaces[0], span, None)
        elif len(parties) == 2:
            labels = [self._article.gazetteer.entry(party).label for party in self._in_order(parties)]
            label = f"{labels[0]}-{labels[1]} peace treaty"
            self._add(_Found(f"treaty/new-{slug(label)}", label, "proposed"), span, None)

    def _parties(self, scene: Scene, sentence: int) -> frozenset[str]:
        """Return the states that a sentence names or whose people it names."""
        found: set[str] = set()
        for mention in scene.mentions_in(sentence):
            for actor in self._cast.of(mention):
                member = self._cast.members.get(actor)
                state = member.id if member and member.type == "state" else member.represents if member else None
                if state in self._article.gazetteer.entries and state and state.startswith("state/"):
                    found.add(state)
        return frozenset(found)

    def _in_order(self, parties: frozenset[str]) -> list[str]:
        """Return states by their names, so that a treaty not made yet is one in all articles."""
        return sorted(parties, key=lambda party: self._article.gazetteer.entry(party).label)

    # joint names -----------------------------------------------------------------------------------------------

    def _read_joint_names(self, one: Instrument, text: tuple[Word, ...]) -> bool:
        """Read "the treaties of Kars and Moscow", "the Cairo and Potsdam declarations" as names of the tables.

        False where one of them is in no table, so that none was read.
        """
        spans = [self._span(text, first, last) for first, last in joint_names(text, one)]
        found = [self._entries.called(one, span.text, text) for span in spans]
        if len(spans) < 2 or any(len(entries) != 1 for entries in found):
            return False
        for span, (entry,) in zip(spans, found, strict=True):
            year = entry.year if entry.year and says_year(text, span, entry.year) else None
            self._add(_Found(entry.id, entry.label, "concluded", entry), span, year)
        return True

    def _read_further_numbers(self, one: Instrument, text: tuple[Word, ...]) -> None:
        """Read "338" in "resolutions 242 and 338"."""
        for at in further_numbers(text, one):
            entry = self._entries.numbered(one, text, text[at].text)
            if entry:
                self._add(_Found(entry.id, entry.label, "concluded", entry), self._span(text, at, at + 1), None)
