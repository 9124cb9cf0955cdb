"""The legal instruments that an article names: treaties, declarations, resolutions, rulings, and proposed ones."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.documents import Span
from kg.extraction import Article, extractor
from kg.extraction.attribution.scene import Scene
from kg.extraction.conclusion import (
    has_parties,
    is_awaited,
    is_proposed,
    is_signed,
    says_year,
    was_never_made,
    year_behind,
)
from kg.extraction.identifiers import slug
from kg.extraction.instruments import Instrument, instruments, year_of
from kg.extraction.lexicons import words
from kg.extraction.overlaps import Overlaps
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
        self._territories = {territory.id for territory in article.facts(Territory)}
        published = article.document.published
        self._this_year = int(published.iso[:4]) if published and published.iso[:4].isdigit() else 9999

    def read(self) -> dict[str, _Found]:
        """Return the treaties by identifier, in the order in which the article names them."""
        for scene in self._article.scenes:
            text = scene.words
            phrases = tuple(instruments(text))
            spans = [self._span(text, one.first, one.last) for one in phrases]
            places = Overlaps(spans)
            taken = []
            for match, name in self._matches(text):
                around = [(phrases[at], spans[at]) for at in sorted(places.with_span(match.span))]
                taken.append(self._add_match(text, match, name, around))
            matched = Overlaps(taken)
            for one, span in zip(phrases, spans, strict=True):
                if not matched.with_span(span):
                    self._read_phrase(scene, text, one, span)
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
        return (support > 1 or support == len(name.entry.parties)) and not is_awaited(text, match.span)

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
        if _is_joint(text, one):
            self._read_joint_names(one, text)
            return
        if self._is_peace(text, one):
            self._read_peace(scene, text, one, span)
            return
        entry = self._resolve(scene, text, one)
        if entry:
            year = entry.year if entry.year and (one.year == entry.year or says_year(text, span, entry.year)) else None
            self._add(_Found(entry.id, entry.label, self._kind_of(text, span, entry), entry), span, year)
        elif is_proposed(text, one):
            if one.named or has_parties(text, one):
                self._add_new(text, one, span, "proposed")
        elif one.names_one() and not is_awaited(text, span):
            self._add_new(text, one, span, "concluded")

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

    def _resolve(self, scene: Scene, text: tuple[Word, ...], one: Instrument) -> Entry | None:
        """Return the only entry of the tables that fits the phrase's noun, year, number, parties and territories."""
        if one.number or (one.noun.strength == "court" and not one.court and one.year is None):
            return None
        phrase = [word.lower for word in text[one.first : one.last]]
        parties, places = self._named_in(scene, one)
        begun = self._begun(text, one)
        if len(begun) == 1:
            return begun[0]
        if one.year is None and not (one.noun.strength == "court" or parties or places):
            return None
        fitting = [
            entry for entry in self._article.gazetteer.entries.values()
            if entry.kind == "treaty" and entry.type in one.noun.kinds and (entry.year or 0) <= self._this_year
            and (one.year is None or entry.year == one.year) and parties <= {*entry.parties}
            and (not places or places & {*entry.territories})
            and self._is_near(entry, one, phrase, parties)
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _begun(self, text: tuple[Word, ...], one: Instrument) -> list[Entry]:
        """Return the entries whose names begin with a capitalized phrase ("Declaration on the Conduct of Parties")."""
        if not one.capital or one.last - one.first < 3:
            return []
        said = " ".join(self._span(text, one.first, one.last).text.split()) + " "
        return [
            entry
            for entry in self._article.gazetteer.entries.values()
            if entry.kind == "treaty" and entry.label.startswith(said) and self._cast.meanings.support(entry) > 0
        ]

    def _is_near(self, entry: Entry, one: Instrument, phrase: list[str], parties: frozenset[str]) -> bool:
        """Say whether the article or the phrase itself speaks for an entry."""
        if self._territories & {*entry.territories} and (one.year or one.court):
            return True
        if one.year and (parties or self._cast.meanings.support(entry) > 1):
            return True
        label = {word.lower() for word in entry.label.replace("-", " ").split()}
        content = {_american(word) for word in phrase if word.isalpha() and word not in words("function-words")}
        content -= {one.noun.noun, *(part.lower() for party in parties for part in self._forms_of(party))}
        return bool(parties) and bool(content) and content <= {_american(word) for word in label}

    def _forms_of(self, party: str) -> Iterator[str]:
        for name in self._article.gazetteer.names_of(party):
            yield from name.text.split()

    def _named_in(self, scene: Scene, one: Instrument) -> tuple[frozenset[str], frozenset[str]]:
        """Return the states and territories that the phrase itself names."""
        states: set[str] = set()
        places: set[str] = set()
        for mention in scene.mentions_headed(one.first, one.last):
            if mention.head_last <= one.last and mention.names:
                name = self._cast.meanings.choose(mention.names, ("state", "territory"))
                if name:
                    (states if name.entry.kind == "state" else places).add(name.entry.id)
        return frozenset(states), frozenset(places)

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
        parties = self._parties(scene, text[one.head].sentence)
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
        """Return states with the one that the article names most first."""
        counts = Counter(
            {party: len(self._cast.members[party].mentions) for party in parties if party in self._cast.members}
        )
        return sorted(parties, key=lambda party: (-counts[party], party))

    # joint names -----------------------------------------------------------------------------------------------

    def _read_joint_names(self, one: Instrument, text: tuple[Word, ...]) -> None:
        """Read "the treaties of Kars and Moscow" as two names of the tables."""
        for at in range(one.head_last + 1, one.last):
            span = self._span(text, at, at + 1)
            names = [
                name for name in self._article.gazetteer.names
                if name.entry.kind == "treaty" and name.entry.label.startswith(f"Treaty of {span.text}")
                and (year := name.entry.year) and says_year(text, span, year)
            ]  # fmt: skip
            if names:
                entry = names[0].entry
                self._add(_Found(entry.id, entry.label, "concluded", entry), span, entry.year)


def _is_joint(text: tuple[Word, ...], one: Instrument) -> bool:
    return one.noun.plural and one.head_last + 1 < one.last and text[one.head_last].lower == "of" and not one.capital


def _american(word: str) -> str:
    return word.replace("defence", "defense").replace("-", " ")
