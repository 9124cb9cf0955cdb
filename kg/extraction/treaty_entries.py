"""Which treaty of the tables a phrase means: by its number, its words and year, its parties, or what it was about."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.dates import PartialDate
from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.conclusion import has_parties, says_year
from kg.extraction.coreference import Scene
from kg.extraction.instruments import Instrument, nouns_of_instruments
from kg.extraction.lexicons import words
from kg.extraction.words import Word, sentence_words, span_of
from kg.facts import Territory
from kg.gazetteer import Entry, Gazetteer, Name

_AGREEING = frozenset({"agreement", "accord", "pact", "deal"})  # said for one another
_ADDED = frozenset({"peace", "joint", "arbitral", "arbitration", "tribunal", "border", "boundary", "maritime"})
_CEDING = frozenset("ceded cedes cede ceding surrendered handed gave given renounced renouncing".split())
_MOST_DAYS = 14  # after which "the ruling" is no longer that of the day
_BODIES = {"assembly": "General Assembly", "council": "Security Council"}
_WORD = re.compile(r"[^\W\d_]+")

Proper = frozenset[str]


class TreatyEntries:
    """Finds the entries for the phrases of one article; ``this_year`` is that of its publication."""

    def __init__(self, article: Article, this_year: int) -> None:
        self._article, self._cast, self._gazetteer = article, article.cast, article.gazetteer
        self._this_year = this_year
        self._index = _index(article.gazetteer)
        published = article.document.published
        self._today = published.earliest if published and published.precision == "day" else None
        named = {territory.id for territory in article.facts(Territory)}
        self._territories = named.union(
            *(self._gazetteer.parts_of(one) for one in named), *(self._gazetteer.wholes_of(one) for one in named)
        )

    def is_over_territory(self, entry: Entry) -> bool:
        """Say whether the article names a territory that a treaty is about, or a part or the whole of one."""
        return not self._territories.isdisjoint(entry.territories)

    def sides(self, parties: frozenset[str]) -> frozenset[str]:
        """Return two states for one of them: those of the parties to the article's territories that it names."""
        named = {
            party
            for one in self._article.facts(Territory)
            if (entry := self._gazetteer.entries.get(one.id))
            for party in (*entry.claimants, *entry.administered_by)
            if party in self._cast.members and self._cast.members[party].mentions
        }
        return frozenset(named) if len(parties) == 1 and len(named) == 2 and parties < named else parties

    def of(self, scene: Scene, one: Instrument) -> Entry | None:
        """Return the only entry that fits a phrase; None where none does, or several do."""
        if one.number:
            return self.numbered(one, scene.words, one.number)
        if one.noun.strength == "court" and not one.court and one.year is None:
            return None
        span = self._span(scene.words, one.first, one.last)
        for fitting in (self._begun(one, span), self.called(one, span.text, scene.words), self._described(scene, one)):
            if best := self._best(scene.words, one, fitting):
                return best
        return self._ceding(scene.words, one)

    def _best(self, text: tuple[Word, ...], one: Instrument, fitting: list[Entry]) -> Entry | None:
        """Return the only entry that fits, else the only one of the noun's own kind, or over the territory by party."""
        several = [fitting, [entry for entry in fitting if entry.type == one.noun.noun]]
        if has_parties(text, one):
            several.append([entry for entry in fitting if self.is_over_territory(entry)])
        return next((entries[0] for entries in several if len(entries) == 1), None)

    def _span(self, text: tuple[Word, ...], first: int, last: int) -> Span:
        return span_of(self._article.document.text, text[first:last])

    def _may_be(self, entry: Entry, one: Instrument) -> bool:
        return (
            entry.kind == "treaty"
            and (entry.year or 0) <= self._this_year
            and (one.year is None or entry.year == one.year)
        )

    def of_the_day(self, one: Instrument) -> Entry | None:
        """Return the only instrument over the article's territory that was made within days before: "the ruling"."""
        if one.noun.plural or one.year or one.number or one.named or self._today is None:
            return None
        fitting = [
            entry for entry in self._treaties()
            if entry.type in one.noun.kinds and self.is_over_territory(entry) and self._is_of_the_day(entry)
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _is_of_the_day(self, entry: Entry) -> bool:
        made = PartialDate(entry.date) if entry.date else None
        if made is None or made.precision != "day" or self._today is None:
            return False
        return 0 <= (self._today - made.earliest).days <= _MOST_DAYS

    # by its words ----------------------------------------------------------------------------------------------

    def numbered(self, one: Instrument, text: tuple[Word, ...], number: str) -> Entry | None:
        """Return the resolution of a number, told from that of another body by a word of the phrase."""
        found = {name.entry.id: name.entry for name in self._gazetteer.lookup(f"Resolution {number}")}
        bodies = [_BODIES[word.lower] for word in text[one.first : one.head] if word.lower in _BODIES]
        fitting = [
            entry
            for entry in found.values()
            if self._may_be(entry, one) and all(body in entry.label for body in bodies)
            and (bodies or self._cast.meanings.support(entry))
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _begun(self, one: Instrument, span: Span) -> list[Entry]:
        """Return the entries whose names begin with a capitalized phrase ("Declaration on the Conduct of Parties")."""
        if not one.capital or one.last - one.first < 3:
            return []
        said = " ".join(span.text.split()) + " "
        return [
            entry
            for entry in self._treaties()
            if entry.label.startswith(said) and self._cast.meanings.support(entry) > 0
        ]

    def called(self, one: Instrument, form: str, text: tuple[Word, ...]) -> list[Entry]:
        """Return the entries of a nickname: their proper words with their noun, or another noun for an agreement.

        "The San Francisco treaty", "the 1904 Franco-Siamese convention", "the Dayton peace accord". The article must
        speak for the entry, or the year be its own; a nickname of states only ("the Russia-Japan treaty") needs that.
        """
        proper, small = _proper(form), _small(form) - {*one.noun.noun.split()}
        span = self._span(text, one.first, one.last)
        found = {}
        for name in self._index.get(proper, ()):
            entry, nouns = name.entry, _nouns(name.text)
            is_of_noun = one.noun.noun in nouns or (one.noun.noun in _AGREEING and nouns & _AGREEING)
            if not (is_of_noun and self._may_be(entry, one) and small <= _small(name.text) | nouns | _ADDED):
                continue
            is_of_year = entry.year is not None and says_year(text, span, entry.year)
            is_nickname = not self._names_states_only(proper, metonyms=has_parties(text, one))
            if is_of_year or (self._cast.meanings.support(entry) and is_nickname):
                found[entry.id] = entry
        most = max(map(self._cast.meanings.support, found.values()), default=0)
        return [entry for entry in found.values() if self._cast.meanings.support(entry) == most]

    def _names_states_only(self, proper: Proper, *, metonyms: bool) -> bool:
        """Say whether all words name states; capitals too where they are parties ("agreement with Moscow")."""
        senses = {"name", "demonym", "metonym"} if metonyms else {"name", "demonym"}
        return all(
            any(name.entry.kind == "state" and name.sense in senses for name in self._gazetteer.lookup(one))
            for one in proper
        )

    # by what it was about --------------------------------------------------------------------------------------

    def _described(self, scene: Scene, one: Instrument) -> list[Entry]:
        """Return the entries that fit a phrase's noun, year, parties and territories."""
        parties, places = self._named_in(scene, one)
        if one.year is None and not (one.noun.strength == "court" or parties or places):
            return []
        phrase = [word.lower for word in scene.words[one.first : one.last]]
        return [
            entry for entry in self._treaties()
            if entry.type in one.noun.kinds and self._may_be(entry, one) and parties <= {*entry.parties}
            and (not places or places & {*entry.territories})
            and self._is_near(entry, one, phrase, parties, places) and not _is_on_another_subject(entry, phrase)
        ]  # fmt: skip

    def _is_near(
        self, entry: Entry, one: Instrument, phrase: list[str], parties: frozenset[str], places: frozenset[str]
    ) -> bool:
        """Say whether the article or the phrase itself speaks for an entry."""
        if (self.is_over_territory(entry) or places) and (one.year or one.court):
            return True
        if one.year and (parties or self._cast.meanings.support(entry) > 1):
            return True
        label = {word.lower() for word in entry.label.replace("-", " ").split()}
        content = {_american(word) for word in phrase if word.isalpha() and word not in words("function-words")}
        content -= {one.noun.noun, *(part.lower() for party in parties for part in self._forms_of(party))}
        return bool(parties) and bool(content) and content <= {_american(word) for word in label}

    def _forms_of(self, party: str) -> Iterator[str]:
        for name in self._gazetteer.names_of(party):
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

    def _ceding(self, text: tuple[Word, ...], one: Instrument) -> Entry | None:
        """Return the only treaty over the article's territory for "ceded it by treaty", "gave it up in a treaty"."""
        before = [word.lower for word in text[max(0, one.first - 2) : one.first]]
        is_bare = one.noun.noun == "treaty" and not one.noun.plural and not one.named and one.first == one.head
        if not is_bare or not before or {"by", "in", "under"}.isdisjoint(before) or before[-1] == "the":
            return None
        if not any(word.lower in _CEDING for word in sentence_words(text, text[one.head].sentence)):
            return None
        fitting = [
            entry for entry in self._treaties()
            if entry.type == "treaty" and self._may_be(entry, one) and self.is_over_territory(entry)
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _treaties(self) -> tuple[Entry, ...]:
        return self._gazetteer.entries_of("treaty")


@lru_cache(maxsize=2)
def _index(gazetteer: Gazetteer) -> dict[Proper, tuple[Name, ...]]:
    """Return the names of treaties by their proper words."""
    found: dict[Proper, list[Name]] = {}
    for name in (name for entry in gazetteer.entries_of("treaty") for name in gazetteer.names_of(entry.id)):
        if proper := _proper(name.text):
            found.setdefault(proper, []).append(name)
    return {proper: tuple(several) for proper, several in found.items()}


def _proper(form: str) -> Proper:
    """Return the words of a form that name something, in small letters: "san francisco" of its Peace Treaty."""
    capitals = frozenset(word.lower() for word in _WORD.findall(form) if word[0].isupper())
    return capitals.difference(words("instrument-modifiers"), words("function-words"), nouns_of_instruments())


def _small(form: str) -> frozenset[str]:
    """Return what else a form says, in small letters: "peace" of "the Dayton peace accord"."""
    return frozenset(word.lower() for word in _WORD.findall(form)) - _proper(form) - words("function-words")


def _nouns(form: str) -> frozenset[str]:
    """Return the nouns for instruments in a form, as singulars."""
    lowered = [word.lower() for word in _WORD.findall(form)]
    pairs = (" ".join(pair) for pair in pairwise(lowered))
    return frozenset(nouns_of_instruments()[word] for word in (*lowered, *pairs) if word in nouns_of_instruments())


def _is_on_another_subject(entry: Entry, phrase: list[str]) -> bool:
    """Say whether both tell what they are on, in other words: "treaty on fisheries", "Treaty on Basic Relations"."""
    label = entry.label.lower().replace("-", " ").split()
    if "on" not in phrase:
        return False
    theirs = {*label[label.index("on") + 1 :]} if "on" in label else words("instrument-modifiers") & {*label}
    return bool(theirs) and not (theirs & {*phrase[phrase.index("on") + 1 :]}) - words("function-words")


def _american(word: str) -> str:
    return word.replace("defence", "defense").replace("-", " ")
