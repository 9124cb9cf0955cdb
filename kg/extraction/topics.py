"""What the words of an article are about: the territories that they name, else the one that the article is about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from kg.documents import Span
from kg.extraction.lexicons import words
from kg.extraction.overlaps import Overlaps
from kg.extraction.territory_names import PLACE_WORDS
from kg.facts import Territory
from kg.gazetteer import Gazetteer, Match
from kg.language import Analysis

_KEEPS_TO = 0.3  # so many of the paragraphs name a territory in an article that is about one
_SPEAKS_OF = 0.45  # or so many name one or have two words of disputes
_HEADING = 50  # characters, at most
_ENDS = (".", '"', "'", "”", "’", "!")  # a heading may ask, but ends with no such mark
_TOP = 3  # what a mention in the title or the first paragraph weighs
_MOST = 0.6  # so much of the mentions makes a part, rather than the whole, what an article is about
_LOCATION = re.compile(r",?\s+(?:in|of|off|within|on|among|part\s+of)\s+(?:the\s+)?")
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
_SEA, _CITY = "sea area", "city"
_BEFORE = 2  # paragraphs before one in which the talk may have turned to another dispute
_NEAR = 600  # characters before words in which a paragraph may have turned to a territory
_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "there"})
_WIDE_NOUNS = ("region", "area")  # "peace in the region" is that of all the states around
_ONE_OF_WITHIN = 12  # characters before a mention
_ONE_OF = re.compile(r"\bone\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
_MARKS = "\"'“”‘’.,;:()"


class Topics:
    """Answers for one article with these territories; ``main`` is what it is about: one, two together, or none."""

    def __init__(
        self,
        analysis: Analysis,
        gazetteer: Gazetteer,
        territories: tuple[Territory, ...],
        matches: Iterable[Match] = (),
    ) -> None:
        self.territories, self._gazetteer, self._text = territories, gazetteer, analysis.document.text
        named = [(span, place) for place, one in enumerate(territories) for span in one.mentions]
        self._owners = [place for _, place in named]
        self._mentions = Overlaps([span for span, _ in named])
        self._bodies = [one.block.span for one in analysis.paragraphs if one.block.kind == "body"]
        self._paragraphs = Overlaps(self._bodies)
        self._matches = matches
        self._titles = [one.block.span for one in analysis.paragraphs if one.block.kind == "title"]
        self._top = Overlaps([*self._titles, *self._bodies[:1]])

    def named_in(self, content: Sequence[Span], sentences: Sequence[Span]) -> tuple[str, ...]:
        """Return the territories that words name, else those that their sentences turn to, else those "it" takes up."""
        said = self._named(content, self._is_topic) - self._locating(content)
        named = said or self._turned_to(sentences, self._is_no_place) or self._carried_over(content)
        return tuple(self.territories[place].id for place in sorted(named))

    def of_article(self, content: Sequence[Span]) -> tuple[str, ...]:
        """Return the territory that the article is about where words that name none still concern it.

        They do in an article that keeps to a territory, or where their paragraph names one or speaks of disputes, but
        not where all that they tell is what a crowd did in the streets, or of wages, bread and football.
        """
        if self._is_of_crowd(content) or (_is_of_daily_life(content) and not self._names_party(content)):
            return ()
        is_headline = any(title.overlaps(span) for title in self._titles for span in content)
        is_on_topic = is_headline or self._keeps_to_territories or self.concern_dispute(content)
        return self._of_twins(content) if is_on_topic else ()

    def _names_party(self, content: Sequence[Span]) -> bool:
        """Say whether words name a state that has a part in the article's dispute."""
        parties = self._parties_to(self.main)
        near = (match for match in self._matches if any(match.span.overlaps(span) for span in content))
        named = (name for match in near for name in match.names if name.sense != "demonym")
        return any(name.entry.id in parties for name in named)

    def _of_twins(self, content: Sequence[Span]) -> tuple[str, ...]:
        """Return what the article is about; of two territories the one that the paragraph of words names alone."""
        if len(self.main) < 2:
            return self.main
        around = [self._bodies[place] for span in content for place in self._paragraphs.with_span(span)]
        near = {self.territories[place].id for place in self._named(around)}.intersection(self.main)
        return tuple(near) if len(near) == 1 else self.main

    def _is_of_crowd(self, content: Sequence[Span]) -> bool:
        """Say whether words without one of disputes tell of demonstrators: "11 were held"."""
        if any(speaks_of_dispute(span) for span in content):
            return False
        if any(_has_word(span, "crowd-words") for span in content):
            return True
        if not any(_has_word(span, "crowd-fates") for span in content):
            return False
        return any(self._of_crowds[place] for span in content for place in self._paragraphs.with_span(span))

    @cached_property
    def _of_crowds(self) -> list[bool]:
        """For each paragraph of the body whether it tells of people in the streets."""
        return [_has_word(body, "crowd-words") for body in self._bodies]

    def concern_dispute(self, content: Sequence[Span]) -> bool:
        """Say whether a paragraph of words names a territory or its people, or speaks of disputes."""
        return any(self._concern_dispute[place] for span in content for place in self._paragraphs.with_span(span))

    def _locating(self, content: Sequence[Span]) -> set[int]:
        """Return the wholes that words name only to say where a part lies: "X Reef, in the Y Islands"."""
        located: set[int] = set()
        others: set[int] = set()
        for span in content:
            last = None
            for found in self._mentions.with_span(span):
                mention, ident = self._mentions.spans[found], self.territories[self._owners[found]].id
                between = span.text[last[1].end - span.start : mention.start - span.start] if last else ""
                is_whole = last is not None and ident in self._line(last[0])[1:]
                (located if is_whole and _LOCATION.fullmatch(between) else others).add(self._owners[found])
                last = ident, mention
        return located - others

    def _turned_to(self, sentences: Sequence[Span], counts: Callable[[int], bool] = lambda _: True) -> set[int]:
        """Return the territories unlike the article's that sentences name, else a part of that as what they speak of.

        "Asked about" a part turns to it, where the sentences do not name the article's own; "at" a part is a place.
        """
        named = self._named(sentences)
        if any(self.territories[place].id in self.main for place in named):
            return set()
        others = {place for place in self._named(sentences, counts) if not self._is_of_main(self.territories[place].id)}
        if others:
            return others
        mentions = {found for sentence in sentences for found in self._mentions.with_span(sentence)}
        return {
            self._owners[found]
            for found in mentions
            if self._word_before(self._mentions.spans[found]) in words("topic-words")
        }

    def _carried_over(self, content: Sequence[Span]) -> set[int]:
        """Return the territories that "it" or "there" takes up: those that the paragraph turned to, and not back."""
        if not any(word.strip(_MARKS).lower() in _PRONOUNS for span in content for word in span.text.split()):
            return set()
        before = self._before(min(content), _NEAR)
        is_own = any(self.territories[place].id in self.main for place in self._named(before))
        return set() if is_own else self._turned_to(before)

    def near_of_party(self, content: Sequence[Span], parties: frozenset[str]) -> tuple[str, ...]:
        """Return the territory that was named last, in this or the two paragraphs before, if it is a party's concern.

        Only for a state that has no part in the article's own dispute: it speaks of the one that it has a part in.
        """
        if not parties or not parties.isdisjoint(self._parties_to(self.main)):
            return ()
        start = min(content).start
        at = bisect_right(self._bodies, start, key=lambda body: body.start) - 1
        last = bisect_left(self._starts, start) - 1
        if at < 0 or last < 0 or self._starts[last] < self._bodies[max(at - _BEFORE, 0)].start:
            return ()
        ident = self.territories[self._owners[self._in_order[last]]].id
        return () if parties.isdisjoint(self._parties_to((ident,))) else (ident,)

    def _parties_to(self, territories: Sequence[str]) -> set[str]:
        """Return the states that claim or hold territories; none for those of no table."""
        rows = [self._gazetteer.entries[ident] for ident in territories if ident in self._gazetteer.entries]
        return {party for row in rows for party in (*row.claimants, *row.administered_by)}

    @cached_property
    def _in_order(self) -> list[int]:
        """The mentions in reading order."""
        return sorted(range(len(self._owners)), key=lambda found: self._mentions.spans[found].start)

    @cached_property
    def _starts(self) -> list[int]:
        return [self._mentions.spans[found].start for found in self._in_order]

    def _before(self, span: Span, most: int) -> list[Span]:
        """Return at most so many characters before a span in its paragraph."""
        for place in self._paragraphs.with_span(span):
            body = self._bodies[place]
            start = max(body.start, span.start - most)
            if start < span.start:
                return [Span(start, span.start, body.text[start - body.start : span.start - body.start])]
        return []

    def _is_of_main(self, ident: str) -> bool:
        """Say whether a territory is what the article is about, a part of that, or what that is part of."""
        return any(ident in self._line(main) or main in self._line(ident) for main in self.main)

    def _word_before(self, span: Span) -> str | None:
        """Return the word that stands before a mention in its paragraph, articles left out."""
        before = [word for one in self._before(span, _NEAR) for word in one.text.lower().split()[-2:] if word != "the"]
        return before[-1] if before else None

    def _is_topic(self, found: int) -> bool:
        """Say whether a mention tells what is spoken of: no city of the article's territory "in" which something is.

        Nor is "the waters" or "the region" around that what is meant.
        """
        mention, ident = self._mentions.spans[found], self.territories[self._owners[found]].id
        if mention.text == mention.text.lower():
            if mention.text.endswith(_WIDE_NOUNS):
                return ident in self.main
            return not any(ident in self._line(main)[1:] for main in self.main)
        row = self._gazetteer.entries.get(ident)
        is_city = row is not None and row.type == _CITY and any(main in self._line(ident)[1:] for main in self.main)
        return not (is_city and self._word_before(mention) in PLACE_WORDS)

    def _is_no_place(self, found: int) -> bool:
        """Say whether a mention is not only where somebody speaks or something comes from: "in a speech in X"."""
        return self._word_before(self._mentions.spans[found]) not in PLACE_WORDS

    def _named(self, spans: Sequence[Span], counts: Callable[[int], bool] = lambda _: True) -> set[int]:
        """Return the places of the territories that spans name, in mentions that count."""
        places = {place for span in spans for place in self._mentions.with_span(span)}
        return {self._owners[place] for place in places if counts(place)}

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The smallest territory with most of the mentions, its parts' among them; none where two have as many.

        Mentions in the title and the first paragraph weigh more, those of a sea not: it only says where islands lie.
        Two that are mostly named in one breath, "Abkhazia and South Ossetia", are what the article is about together.
        """
        lines = {one.id: self._line(one.id) for one in self.territories}
        own = {one.id: self._weight(one) for one in self.territories}
        weights = self._with_parts(own, lines)
        most = max(weights.values(), default=0)
        first = self._lands([ident for ident, weight in weights.items() if weight == most])
        wholes = [ident for ident in first if all(ident in lines[other] for other in first)]
        if not wholes:
            return tuple(first) if len(first) == 2 and self._are_joined(*first) else ()
        seas = own[wholes[0]] if self._is_sea(wholes[0]) else 0
        heavy = [
            ident
            for ident, weight in weights.items()
            if wholes[0] in lines[ident] and (weight >= _MOST * most or weight >= max(seas, _MOST * (most - seas)) > 0)
        ]
        main = sorted(heavy, key=lambda ident: (len(lines[ident]), weights[ident]))[-1]
        others = (one for one, weight in own.items() if weight >= _MOST * own[main] and main not in lines[one])
        twin = next((one for one in others if one not in lines[main] and self._are_joined(main, one)), None)
        return (main, twin) if twin else (main,)

    def _are_joined(self, one: str, other: str) -> bool:
        """Say whether "and" joins two territories at half of the places where the less often named one stands."""
        order = [(self._mentions.spans[found], self.territories[self._owners[found]].id) for found in self._in_order]
        pairs = [
            (before, behind) for (before, first), (behind, second) in pairwise(order) if {first, second} == {one, other}
        ]
        joined = sum(
            before == behind or _AND.fullmatch(self._text[before.end : behind.start]) is not None
            for before, behind in pairs
        )  # "both cities" names two at one place
        places = [ident for _, ident in order]
        return joined > 1 and joined * 2 >= min(places.count(one), places.count(other))

    def _with_parts(self, own: dict[str, int], lines: dict[str, tuple[str, ...]]) -> dict[str, int]:
        """Return what territories weigh with their parts: with all of them, or the heaviest that outweighs the whole.

        Who names Gaza and Hebron, and the whole of which they are parts but once, does not speak of that.
        """
        parts: dict[str, list[int]] = {ident: [] for ident in own}
        for ident, weight in own.items():
            for whole in own.keys() & {*lines[ident][1:]}:
                parts[whole].append(weight)
        return {
            ident: weight + (sum(parts[ident]) if weight >= max(parts[ident], default=0) else max(parts[ident]))
            for ident, weight in own.items()
        }

    def _weight(self, one: Territory) -> int:
        """Return what a territory weighs by its own mentions; "X, one of the Y islands" is no word on all of Y."""
        top = 1 if self._is_sea(one.id) else _TOP
        return sum(
            top if self._top.with_span(mention) else 1 for mention in one.mentions if not self._is_one_of(mention)
        )

    def _is_one_of(self, mention: Span) -> bool:
        return any(_ONE_OF.search(before.text) for before in self._before(mention, _ONE_OF_WITHIN))

    def _is_sea(self, ident: str) -> bool:
        rows = self._gazetteer.entries
        return ident in rows and rows[ident].type == _SEA

    def _lands(self, equal: list[str]) -> list[str]:
        """Return of territories with as many mentions those that are no sea, if any: a sea is where islands lie."""
        return [ident for ident in equal if not self._is_sea(ident)] or equal

    def _line(self, ident: str) -> tuple[str, ...]:
        """Return a territory with all that it is part of, the smallest first."""
        return ident, *self._gazetteer.wholes_of(ident)

    @cached_property
    def _naming(self) -> list[bool]:
        """For each paragraph of the body whether it names a territory."""
        return [bool(self._mentions.with_span(body)) for body in self._bodies]

    @cached_property
    def _keeps_to_territories(self) -> bool:
        """Whether so many paragraphs name a territory that the article is about little else.

        Or speak of disputes, where the title or one of the first two paragraphs names one.
        """
        paragraphs = sum(not _is_heading(body.text) for body in self._bodies)
        if sum(self._naming) > _KEEPS_TO * paragraphs:
            return True
        is_at_top = any(self._naming[:2]) or any(map(self._mentions.with_span, self._titles))
        speaking = [named or number > 1 for number, named in zip(self._dispute_words, self._naming, strict=True)]
        return is_at_top and sum(speaking) > _SPEAKS_OF * paragraphs

    @cached_property
    def _concern_dispute(self) -> list[bool]:
        """For each paragraph of the body whether it names a territory or its people, or speaks of disputes."""
        people = Overlaps([match.span for match in self._matches if self._is_people(match)])
        return [
            named or number > 0 or bool(people.with_span(body))
            for body, number, named in zip(self._bodies, self._dispute_words, self._naming, strict=True)
        ]

    @cached_property
    def _dispute_words(self) -> list[int]:
        """For each paragraph of the body how many words of disputes it has."""
        return [_dispute_words(body) for body in self._bodies]

    def _is_people(self, match: Match) -> bool:
        """Say whether a name is one for the people of the article's territory, or of the government there."""
        rows = [self._gazetteer.entries[ident] for ident in self.main if ident in self._gazetteer.entries]
        meant = {*self.main, *(row.state for row in rows)}
        return any(name.sense == "demonym" and name.entry.id in meant for name in match.names)


def _is_of_daily_life(content: Sequence[Span]) -> bool:
    """Say whether words without one of disputes tell what people earn, pay and do: "the price of bread"."""
    return any(_has_word(span, "daily-words") for span in content) and not any(map(speaks_of_dispute, content))


def speaks_of_dispute(span: Span) -> bool:
    """Say whether a word in a span is one of disputes over land and sea."""
    return _dispute_words(span) > 0


def _is_heading(paragraph: str) -> bool:
    """Say whether a paragraph is a heading or credit: a short line that is no sentence, or a short question."""
    return len(paragraph) <= _HEADING and not paragraph.rstrip().endswith(_ENDS)


def _has_word(span: Span, lexicon: str) -> bool:
    known = words(lexicon)
    return any(word.strip(_MARKS) in known for word in span.text.split())


def _dispute_words(span: Span) -> int:
    known = words("dispute-words")
    return sum(word.strip(_MARKS).lower() in known for word in span.text.split())
