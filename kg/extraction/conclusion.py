"""Whether a legal instrument is made, proposed or awaited, and of which year, as the words around its name tell."""

from itertools import pairwise

from kg.documents import Span
from kg.extraction.instruments import Instrument, year_of
from kg.extraction.words import Word, first_from, sentence_words

_PROPOSING = frozenset(
    {"proposed", "draft", "drafted", "drafts", "planned", "possible", "future", "prospective", "potential"}
)
_NEGOTIATING = frozenset({"talks", "negotiations", "negotiate", "negotiating", "negotiated"})
_CONCLUDING = frozenset({"signed", "concluded", "ratified", "under", "adopted"})
_NEGATING = frozenset({"not", "n't", "never", "no", "without", "yet"})
_NEVER_MADE = (("never", "signed"), ("never", "concluded"), ("not", "signed"), ("voted", "down"))
_AWAITED = frozenset({"expected", "due", "awaited", "pending"})


def is_proposed(text: tuple[Word, ...], one: Instrument) -> bool:
    """Say whether words before the phrase tell that it is not made yet: "a proposed", "drafted a", "talks on a"."""
    before = [word.lower for word in text[max(0, one.first - 3) : one.head] if word.sentence == text[one.head].sentence]
    is_any = one.first > 0 and text[one.first - 1].lower in {"a", "an"}
    return not _PROPOSING.isdisjoint(before) or (is_any and not _NEGOTIATING.isdisjoint(before))


def has_parties(text: tuple[Word, ...], one: Instrument) -> bool:
    """Say whether the phrase names the parties: "between X and Y", "with X"."""
    return any(word.lower in {"between", "with"} for word in text[one.head_last : one.last])


def is_signed(text: tuple[Word, ...], one: Instrument) -> bool:
    """Say whether words before the phrase tell that it is made: "signed a", "under the"."""
    before = {
        word.lower for word in text[max(0, one.first - 6) : one.first] if word.sentence == text[one.head].sentence
    }
    return bool(before & _CONCLUDING) and not before & _NEGATING


def is_awaited(text: tuple[Word, ...], span: Span) -> bool:
    """Say whether what follows tells that a ruling has not come yet."""
    behind = [word.lower for word in _behind(text, span, 4)]
    return bool(_AWAITED & {*behind})


def was_never_made(text: tuple[Word, ...], span: Span) -> bool:
    """Say whether what follows tells that it came to nothing: "was never signed", "was voted down"."""
    behind = [word.lower for word in _behind(text, span, 8)]
    return any(pair in pairwise(behind) for pair in _NEVER_MADE)


def says_year(text: tuple[Word, ...], span: Span, year: int) -> bool:
    """Say whether the sentence of a mention tells the year."""
    sentences = {word.sentence for word in text[first_from(text, span.start) : first_from(text, span.end)]}
    told = str(year)
    return any(word.text == told for sentence in sentences for word in sentence_words(text, sentence))


def year_behind(text: tuple[Word, ...], span: Span) -> int | None:
    """Return the year in "X of 1984", "X, signed in 1951"."""
    for before, word in pairwise(_behind(text, span, 4)):
        if before.lower in {"of", "in"} and (year := year_of(word)):
            return year
    return None


def _behind(text: tuple[Word, ...], span: Span, count: int) -> tuple[Word, ...]:
    """Return so many words that follow a span, or those that are left."""
    at = first_from(text, span.end)
    return text[at : at + count]
