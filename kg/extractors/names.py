"""Whose name for a territory is used: by a speaker in words of his own, or by the outlet in its prose.

A name that several parties share, and the usual English one, say nothing. Nor does a name that the text only tells as
somebody's ("which Japan calls Takeshima"), gives beside another one, holds off with quotation marks, or has within a
longer name ("Malvinas Day").
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.documents import Span
from kg.extraction import Article, extractor
from kg.extraction.lexicons import words
from kg.extraction.words import Word, first_from
from kg.facts import NameUse, Statement, Territory, fact_id
from kg.gazetteer import Match, Name
from kg.language import Paragraph

_BEFORE, _BEHIND = 6, 5  # words in which a gloss is looked for: "known in Japan as the X", "X, as Japan calls it"
_ENDS = frozenset(",;:()")
_By = tuple[str | None, str | None]  # speaker, statement


@extractor(finds=NameUse, needs=(Territory, Statement))
def name_uses(article: Article) -> Iterator[NameUse]:
    """Yield each party's name for a territory once for each speaker, statement and the outlet, with all its places."""
    found: dict[tuple[str, str, str, _By], list[Span]] = {}
    for territory, span, name, by in _Reader(article).read():
        found.setdefault((territory, name.text, str(name.party), by), []).append(span)
    for (territory, form, party, by), spans in found.items():
        number = fact_id(article.document, "name-use", territory, form, *by)
        yield NameUse(number, territory, form, party, tuple(spans), *by)


class _Reader:
    """Reads whose names an article uses."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._matches = {(match.span.start, match.span.end): match for match in article.matches}
        self._statements = article.facts(Statement)

    def read(self) -> Iterator[tuple[str, Span, Name, _By]]:
        """Yield a territory, the place and the name of each use, and by whom, in reading order for each territory."""
        for territory in self._article.facts(Territory):
            named = [(span, match) for span in territory.mentions if (match := self._match(span))]
            for span, match in named:
                name = match.party_name(territory.id)
                paragraph = self._paragraph(span) if name else None
                if name and paragraph:
                    others = [other for other, one in named if self._is_another(one, match, territory.id)]
                    yield from ((territory.id, span, name, by) for by in self._by(span, paragraph, others))

    def _match(self, span: Span) -> Match | None:
        return self._matches.get((span.start, span.end))

    def _paragraph(self, span: Span) -> Paragraph | None:
        paragraphs = self._article.analysis.paragraphs
        before = bisect_right(paragraphs, span.start, key=lambda one: one.start) - 1
        last = paragraphs[before] if before >= 0 else None
        return last if last and span.start < last.start + len(last.text) else None

    def _is_another(self, one: Match, match: Match, territory: str) -> bool:
        """Say whether a mention gives the territory the name of somebody else, or the usual one."""
        name, other = match.party_name(territory), one.party_name(territory)
        return (name and name.party) != (other and other.party)

    def _by(self, span: Span, paragraph: Paragraph, others: Sequence[Span]) -> Iterator[_By]:
        """Yield who uses a name: speaker and statement, or no speaker for the outlet; nothing where it is no use."""
        text = self._article.cast.words(paragraph.index)
        first, last = first_from(text, span.start), first_from(text, span.end)
        if _is_glossed(text, first, last) or _is_in_longer_name(text, last):
            return
        quoted = paragraph.quote_at(span.start) is not None
        told = self._innermost(span)
        own = [one for one in told if quoted or one.mode == "direct"]
        if own:
            yield from ((one.speaker, one.id) for one in own)
        elif not quoted and not self._stands_beside(span, others):
            yield None, told[0].id if told else None

    def _innermost(self, span: Span) -> list[Statement]:
        """Return the statements that hold a name, those of joint speakers together; of speech in speech the inner."""
        holding = [one for one in self._statements if any(part.contains(span) for part in one.content)]
        outer = {one.layer_of for one in holding}
        inner = [one for one in holding if one.id not in outer]
        shortest = min((sum(map(len, one.content)) for one in inner), default=0)
        return [one for one in inner if sum(map(len, one.content)) == shortest]

    def _stands_beside(self, span: Span, others: Sequence[Span]) -> bool:
        """Say whether another name of the territory stands in the sentence of one."""
        return any(sentence.contains(other) for sentence in self._article.sentences_of(span) for other in others)


def _is_glossed(text: Sequence[Word], first: int, last: int) -> bool:
    """Say whether words around a name tell that it is somebody's: "known as X", "X, as Japan calls it", "or X"."""
    glossing = words("glossing-words")
    if first and text[first - 1].lower in {"or", "aka"}:
        return True
    for word in reversed(_same_sentence(text, text[max(0, first - _BEFORE) : first], first)):
        if word.text in _ENDS:
            break
        if word.lower in glossing:
            return True
    behind = [word.lower for word in _same_sentence(text, text[last : last + _BEHIND], first)]
    return "as" in behind and not glossing.isdisjoint(behind[behind.index("as") :])


def _same_sentence(text: Sequence[Word], some: Sequence[Word], at: int) -> list[Word]:
    return [word for word in some if word.sentence == text[at].sentence]


def _is_in_longer_name(text: Sequence[Word], last: int) -> bool:
    """Say whether a capitalized word goes on with the name: "Malvinas Day"."""
    return 0 < last < len(text) and text[last].capital and text[last].sentence == text[last - 1].sentence
