"""The disputed territories that an article names: those of the tables, and those that its words say are disputed."""

import re
from collections.abc import Iterator

from kg.documents import Span
from kg.extraction import Article, extractor
from kg.extraction.described import Descriptions, FoundTerritory
from kg.extraction.identifiers import slug
from kg.extraction.lexicons import words
from kg.extraction.overlaps import Overlaps
from kg.extraction.places import (
    contested_names,
    descriptions,
    geographic_nouns,
    is_called_place,
    is_locator,
    is_object_of_dispute,
    is_told_disputed,
)
from kg.extraction.territory_names import PLACE_WORDS, Need, is_doubtful, need_of_name, need_of_territory
from kg.extraction.words import Word, first_from, sentence_words, span_of
from kg.facts import Territory
from kg.gazetteer import Entry, Match, Name

# Settled ones of these are named for other reasons more often than not.
_WIDE = frozenset({"region", "city", "sea area"})
_ONE_LAND = frozenset({"island", "region", "territory", "province", "enclave", "republic"})
_ANY_LAND = frozenset({"region"})


@extractor(finds=Territory)
def territories(article: Article) -> Iterator[Territory]:
    """Yield the territories that titles and body name, each once with all its mentions; undisputed places are none."""
    found = _Reader(article).read()
    for one in found.values():
        mentions = tuple(sorted(set(one.spans)))
        yield Territory(one.id, one.label, mentions, one.entry.wikidata if one.entry else None)


class _Reader:
    """Reads the territories of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._paragraphs = [paragraph.index for paragraph in article.analysis.paragraphs]
        self._found: dict[str, FoundTerritory] = {}
        self._named: list[tuple[int, Match, Entry]] = []
        self._matches = Overlaps([match.span for match in article.matches])
        self._scenes = article.scenes

    def read(self) -> dict[str, FoundTerritory]:
        """Return the territories by identifier, in the order in which the article names them."""
        chosen = [(index, at, match, name) for index in self._paragraphs for at, match, name in self._names(index)]
        kept = [(index, at, match, name) for index, at, match, name in chosen if self._counts(index, at, match, name)]
        named = {name.entry.id for _, _, _, name in kept}
        named |= self._described_as_disputed({name.entry.id: name.entry for _, _, _, name in chosen}, named)
        for _index, _at, match, name in chosen:
            wholes = self._article.gazetteer.wholes_of(name.entry.id) if name.entry.type == "city" else ()
            if named.intersection((name.entry.id, *wholes)):
                self._add(_from_entry(self._namesake(name.entry, named)), match.span)
        self._read_short_forms()
        self._read_new()
        self._read_descriptions()
        return self._found

    def _described_as_disputed(self, entries: dict[str, Entry], named: set[str]) -> set[str]:
        """Return the named place that the article is about because it describes a place as disputed, if only one fits.

        "Shops in the breakaway region" after the name of one region, with no other territory that may be meant.
        """
        texts = [self._article.cast.words(index) for index in self._paragraphs]
        nouns = {
            text[last - 1].lower
            for text in texts
            for first, last in descriptions(text)
            if is_told_disputed(text, first, last)
        }
        fitting = [{one.id for one in entries.values() if one.type in geographic_nouns()[noun]} for noun in nouns]
        return set().union(*(found - named for found in fitting if len(found) == 1))

    def _namesake(self, entry: Entry, named: set[str]) -> Entry:
        """Return the whole for a part of its kind that bears its name ("Kashmir Valley"), where both are named.

        News says the one for the other. An island that bears the name of its group is of another kind, so itself.
        """
        for ident in self._article.gazetteer.wholes_of(entry.id):
            whole = self._article.gazetteer.entry(ident)
            if ident in named and whole.type == entry.type and _without_noun(entry.label) == whole.label:
                return whole
        return entry

    def _add(self, one: FoundTerritory, span: Span) -> None:
        self._found.setdefault(one.id, one).spans.append(span)

    # names of the tables ---------------------------------------------------------------------------------------

    def _names(self, index: int) -> Iterator[tuple[int, Match, Name]]:
        """Yield the territory that each match of a paragraph may name, with the index of its first word."""
        text = self._article.cast.words(index)
        by_start = {word.start: at for at, word in enumerate(text)}
        for match in self._article.matches_in(text):
            at = by_start.get(match.span.start)
            if at is None:
                continue
            name = self._article.cast.meanings.choose(match.names, ("territory",))
            if (
                name
                and name.sense != "demonym"
                and not self._is_of_another(index, at, match, name)
                and self._is_name_of_place(text, at, match, name)
            ):
                yield from self._parts(at, match, name)

    def _parts(self, at: int, match: Match, name: Name) -> Iterator[tuple[int, Match, Name]]:
        """Yield "Greater Tunb and Lesser Tunb" as its two names, where it is but an alias of their group."""
        pieces = re.split(r"(,? and |, )", match.span.text)
        is_list = len(pieces) > 1 and name.text != name.entry.label
        known = [self._part_named(piece, name.entry) for piece in pieces[::2]] if is_list else []
        parts = [part for part in known if part]
        if not parts or len(parts) < len(known):
            yield at, match, name
            return
        start = match.span.start
        for part, piece, link in zip(parts, pieces[::2], [*pieces[1::2], ""], strict=True):
            yield at, Match(self._article.document.span(start, start + len(piece)), (part,)), part
            start += len(piece) + len(link)

    def _part_named(self, form: str, whole: Entry) -> Name | None:
        return next((name for name in self._article.gazetteer.lookup(form) if name.entry.part_of == whole.id), None)

    def _is_of_another(self, index: int, at: int, match: Match, name: Name) -> bool:
        """Say whether the words belong to a longer name, a person's or body's.

        A sure name that ends one which was read as a person's is none of a person, unless a given name begins it.
        """
        around = [
            mention for mention in self._scenes[index].mentions_over(at)
            if mention.is_name and mention.kind in {"person", "organization"} and mention.head != match.span
            and mention.head.contains(match.span)
        ]  # fmt: skip
        if not around or around[0].kind == "organization":
            return bool(around)
        is_last = around[0].head.end == match.span.end
        return is_doubtful(match, name) or not is_last or around[0].head.text.split()[0] in words("given-names")

    def _is_name_of_place(self, text: tuple[Word, ...], at: int, match: Match, name: Name) -> bool:
        behind = first_from(text, match.span.end)
        if behind < len(text) and (text[behind].text == "&" or text[behind].lower in words("bearers-of-place-names")):
            return False
        need = need_of_name(match, name, self._article.cast.meanings)
        if need is Need.DISPUTE:
            return is_object_of_dispute(text, at, at + len(name.text.split()))
        if need is Need.CONTENTION:
            stop = at + len(name.text.split())
            return self._is_contentious(text, text[at].sentence) or is_called_place(text, at, stop, _types(name.entry))
        return need is Need.NOTHING

    def _counts(self, index: int, at: int, match: Match, name: Name) -> bool:
        """Say whether a mention by itself makes its territory one that the article is about."""
        text, entry = self._article.cast.words(index), name.entry
        stop = next((i for i in range(at, len(text)) if text[i].start >= match.span.end), len(text))
        need = need_of_territory(match, entry, after_place_word=at > 0 and text[at - 1].lower in PLACE_WORDS)
        if need is Need.DISPUTE:
            return is_object_of_dispute(text, at, stop) or (
                entry.status == "de facto state" and self._speaks_of_secession(text, at)
            )
        if is_locator(text, at, stop):
            return False
        contentious = self._is_contentious(text, text[at].sentence)
        if need is Need.CONTENTION:
            return contentious
        if entry.status == "settled" and entry.type in _WIDE:
            return contentious or (
                self._names_party(index, text[at].sentence, entry) and text[at - 1].lower not in {"in", "at", "near"}
            )
        return True

    def _names_party(self, index: int, sentence: int, entry: Entry) -> bool:
        """Say whether the sentence names a party to the territory."""
        parties = {*entry.claimants, *entry.administered_by}
        return any(name.entry.id in parties for one in self._scenes[index].mentions_in(sentence) for name in one.names)

    def _is_contentious(self, text: tuple[Word, ...], sentence: int) -> bool:
        return any(word.lower in words("contention-words") for word in sentence_words(text, sentence))

    def _speaks_of_secession(self, text: tuple[Word, ...], at: int) -> bool:
        """Say whether the sentence of a name has a word of breaking away, or tells whose "the island" is."""
        sentence = text[at].sentence
        if any(word.lower in words("secession-words") for word in sentence_words(text, sentence)):
            return True
        return any(
            first > at
            and text[first].sentence == sentence
            and text[last - 1].lower in _ONE_LAND
            and is_object_of_dispute(text, first, last)
            for first, last in descriptions(text)
        )

    def _read_short_forms(self) -> None:
        """Add "Kuba" for Kuba Island where the whole is named and words around speak of islands."""
        every = {part for one in self._found for part in self._article.gazetteer.parts_of(one)}
        others = every - self._found.keys()
        known = [self._article.gazetteer.entry(one) for one in sorted(others)]
        forms = {_without_noun(entry.label): entry for entry in known}
        for index in self._paragraphs:
            text = self._article.cast.words(index)
            if not any(word.text in geographic_nouns() for word in text):
                continue
            for at, word in enumerate(text):
                part = forms.get(word.text)
                if not part or word.text == part.label or not _stands_alone(text, at):
                    continue
                span = span_of(self._article.document.text, text[at : at + 1])
                if not self._matches.with_span(span):
                    self._add(_from_entry(part), span)

    # territories in no table -----------------------------------------------------------------------------------

    def _read_new(self) -> None:
        forms: dict[str, FoundTerritory] = {}
        for index in self._paragraphs:
            text = self._article.cast.words(index)
            for first, last in contested_names(text):
                span = span_of(self._article.document.text, text[first:last])
                if not self._is_known(index, first, last, span):
                    nouns = (text[last - 1].lower, text[first].lower)
                    types = next((geographic_nouns()[noun] for noun in nouns if noun in geographic_nouns()), _ANY_LAND)
                    forms.setdefault(
                        span.text,
                        FoundTerritory(f"territory/new-{slug(span.text)}", " ".join(span.text.split()), types),
                    )
        for form, one in forms.items():
            for span in self._occurrences(form):
                self._add(one, span)

    def _is_known(self, index: int, first: int, last: int, span: Span) -> bool:
        """Say whether the tables know a name within these words, or they are a person's or body's."""
        if self._matches.with_span(span):
            return True
        return any(
            mention.is_name and mention.kind in {"person", "acronym"} and mention.role and mention.head.overlaps(span)
            for at in range(first, last)
            for mention in self._scenes[index].mentions_over(at)
        )

    def _occurrences(self, form: str) -> Iterator[Span]:
        for paragraph in self._article.analysis.paragraphs:
            body, start = paragraph.block.span.text, 0
            while (at := body.find(form, start)) >= 0:
                start = at + len(form)
                if not (body[at - 1 : at].isalnum() or body[start : start + 1].isalnum()):
                    yield self._article.document.span(paragraph.start + at, paragraph.start + start)

    # descriptions ----------------------------------------------------------------------------------------------

    def _read_descriptions(self) -> None:
        """Add "the archipelago", "the disputed islands" where the article leaves one territory that they can mean."""
        named = Overlaps([span for one in self._found.values() for span in one.spans])
        described = Descriptions(self._article.gazetteer, self._found.values())
        for index in self._paragraphs:
            text = self._article.cast.words(index)
            for first, last in descriptions(text):
                span = span_of(self._article.document.text, text[first:last])
                if named.with_span(span):
                    continue
                for meant in described.meant(text[first:last], span, self._scenes[index].paragraph.start):
                    meant.spans.append(span)


def _stands_alone(text: tuple[Word, ...], at: int) -> bool:
    """Say whether no other capitalized word stands beside one."""
    beside = [text[i] for i in (at - 1, at + 1) if 0 <= i < len(text) and text[i].sentence == text[at].sentence]
    return not any(word.capital for word in beside)


def _without_noun(label: str) -> str:
    first, _, last = label.rpartition(" ")
    return first if last.lower() in geographic_nouns() else label


def _from_entry(entry: Entry) -> FoundTerritory:
    return FoundTerritory(entry.id, entry.label, _types(entry), entry)


def _types(entry: Entry) -> frozenset[str]:
    return frozenset({entry.type}) if entry.type else _ANY_LAND
