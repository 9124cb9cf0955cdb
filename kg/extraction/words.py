"""A word as extractors read it, and the closed classes that words fall in."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.documents import Span
from kg.extraction.lexicons import cues, words

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "we", "i"})
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must 's 've 'd 'll n't not to".split()
)
ADVERBS = frozenset(
    "also later earlier then previously repeatedly once again now today yesterday often always never still only just "
    "even already recently separately both immediately long first meanwhile nevertheless however too so far since "
    "all each".split()
)
FIRST_PERSON = frozenset({"i", "we"})
CONTRASTING = frozenset({"although", "though", "while", "whereas"})
ASKING = frozenset({"asked", "pressed", "questioned", "quizzed"})
OBJECTIVE = {"him": "he", "her": "she", "them": "they"}
GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
DASHES = frozenset({"-", "–", "—", "--"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’", '"s'})
DETERMINERS = frozenset(
    "a an the this that these those some any no every each either neither both all another other such one two three "
    "four five six several many few most".split()
)
RELATIVES = frozenset({"who", "which", "that"})
REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself"})
POSSESSIVE_PRONOUNS = frozenset("my your his her its our their whose".split())
DETERMINING = DETERMINERS | POSSESSIVE_PRONOUNS
PREPOSITIONS = frozenset(
    "of in on at by to from with without within into onto upon over under above below between among amid about around "
    "across along after before during through throughout toward towards near off outside inside following despite "
    "against for via per since until as ahead".split()
)
LONGEST_SENTENCE = 500
"""Words: more are no sentence but a text without full stops, and are read in pieces, so that no rule that goes through
a sentence takes time without bound."""

_SHORTEST_PAST = len("ended")  # "shed", "need", "seed" are no past tenses


@dataclass(slots=True, init=False)  # not frozen, and made by hand: an article has many words
class Word:
    """A word or punctuation mark: its place in the document, its sentence, and whether it opens one.

    ``common`` says that the tagger takes it for a common noun; ``capital`` that it begins with an upper-case letter;
    ``letters`` that it holds a letter or a digit, so is no punctuation mark.
    """

    text: str
    lower: str
    start: int
    end: int
    sentence: int
    opens: bool
    common: bool
    capital: bool = field(repr=False, compare=False)
    letters: bool = field(repr=False, compare=False)

    def __init__(self, text: str, start: int, end: int, sentence: int, opens: bool, common: bool = False) -> None:
        self.text, self.lower = text, text.lower()
        self.start, self.end, self.sentence = start, end, sentence
        self.opens, self.common = opens, common
        self.capital = text[:1].isupper()
        self.letters = text.isalnum() or any(map(str.isalnum, text))


def span_of(document_text: str, run: Sequence[Word]) -> Span:
    """Return the characters from the first to the last of a run of words."""
    return Span(run[0].start, run[-1].end, document_text[run[0].start : run[-1].end])


def first_from(text: Sequence[Word], offset: int) -> int:
    """Return the index of the first word that begins at an offset or behind it."""
    return bisect_left(text, offset, key=lambda word: word.start)


def sentence_first(text: Sequence[Word], sentence: int) -> int:
    """Return the index of the first word of a sentence of a paragraph, or of one behind it."""
    return bisect_left(text, sentence, key=lambda word: word.sentence)


def sentence_words(text: Sequence[Word], sentence: int) -> Sequence[Word]:
    """Return the words of one sentence of a paragraph."""
    first = sentence_first(text, sentence)
    return text[first : bisect_right(text, sentence, lo=first, key=lambda word: word.sentence)]


@cache
def function_words() -> frozenset[str]:
    """Return the words that are never part of a name."""
    return words("function-words")


@cache
def cue_words() -> frozenset[str]:
    """Return the first words of reporting verbs that are inflected, so rarely anything but a verb."""
    return frozenset(
        first for first, forms in cues().items() for cue in forms if len(cue.form) == 1 and first != cue.lemma
    )


def behind_adverbs(text: Sequence[Word], at: int, stop: int) -> int:
    """Return the first word from a place on that is no adverb or quotation mark between a subject and its verb."""
    while at < stop and (not text[at].letters or text[at].lower in ADVERBS or text[at].lower.endswith("ly")):
        at += 1
    return at


def is_finite_hint(word: Word) -> bool:
    """Say whether a lower-case word looks like a finite verb or an auxiliary."""
    lower = word.lower
    if lower in AUXILIARIES or lower in cue_words() or lower in words("irregular-verbs"):
        return True
    return lower.endswith("ed") and len(lower) >= _SHORTEST_PAST
