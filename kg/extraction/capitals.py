"""Where runs of capitalized words end: names with the particles, suffixes and links inside them."""

from collections.abc import Sequence
from functools import cache, cached_property

from kg.extraction.lexicons import cues, words
from kg.extraction.words import POSSESSIVE, Word, function_words

_PARTICLES = frozenset(
    "al el van von der den de da do dos del della di du la le ter ten bin bint binti ibn ole ould y zu st st.".split()
)
_PEOPLES = frozenset({"People", "Peoples", "Workers", "Women", "Farmers", "Students", "Teachers", "Children"})
_LONGEST_OF_PEOPLE = 3  # words of "Liberation Army"
_ADJECTIVES = ("al", "ic", "ive")
_LINKS = frozenset({"of", "for", "&"})
_NAME_TOO = frozenset({"March", "Mon", "Wed", "Thu", "Sat", "Sun", "May", "April", "June", "August", "Jan"})
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII"})
_ROYAL = frozenset({"king", "queen", "emperor", "tsar", "pope", "sultan", "shah", "emir", "prince"})
_COMPOUND_ENDS = frozenset(
    "majority based led held controlled occupied administered backed born speaking style era owned run wide ruled "
    "educated made built funded sponsored annexed claimed linked friendly".split()
)

_LONGEST_HEADLINE, _LONG, _FEWEST = 30, 5, 3  # words; letters of those that every headline of this kind capitalizes


@cache
def _headline_verbs() -> frozenset[str]:
    """Return the verbs of saying in the form that headlines have: "says", "warns"."""
    forms = (cue.form[0] for several in cues().values() for cue in several if len(cue.form) == 1)
    return frozenset(form for form in forms if form.endswith("s"))


def is_body(run: Sequence[Word]) -> bool:
    """Say whether a word among these makes a name an organization's: "Ministry", "Party"."""
    return any(word.text in words("organization-words") for word in run)


class Capitals:
    """Finds the ends of capitalized runs in one paragraph's words.

    ``common`` are the lower-case words of the article, by which an ordinary word that opens a sentence is told from a
    name.
    """

    def __init__(self, text: tuple[Word, ...], common: frozenset[str]) -> None:
        self._text, self._common = text, common

    def end(self, first: int) -> int:
        """Return the index behind the capitalized words that begin here; the index itself where none do."""
        if not self._is_name_word(first):
            return first
        last = first + 1
        while self._is_in_sentence(last, first) and (behind := self._next(first, last)):
            last = behind
        if last > first + 1 or not self._text[first].opens:
            return last
        is_common = is_body(self._text[first:last]) or self._text[first].text in words("sentence-openers")
        return first if is_common else last  # "Police detained ..." names no police, "According to ..." nobody

    def _is_in_sentence(self, at: int, first: int) -> bool:
        return at < len(self._text) and self._text[at].sentence == self._text[first].sentence

    def _next(self, first: int, at: int) -> int | None:
        """Return the index behind what goes on with a name; None where the name ends."""
        word = self._text[at].text
        if self._is_name_word(at) or word in _SUFFIXES or word in _NAME_TOO:
            return at + 1
        if word == "I" and self._text[first].lower in _ROYAL:
            return at + 1
        if word == "and" and self._text[at - 1].lower.endswith(_ADJECTIVES) and self._has_link(first, at):
            return at + 2 if self._is_name_word(at + 1) else None
        return self._behind_particles(at) or self._behind_possessive(at) or self._behind_link(first, at)

    def _has_link(self, first: int, at: int) -> bool:
        """Say whether a body's name goes on behind "of" or "for": "Institute for Social and Economic Research"."""
        links = (place for place in range(first + 1, at) if self._text[place].lower in _LINKS)
        return is_body(self._text[first : next(links, first)])

    def _behind_particles(self, at: int) -> int | None:
        """Return the index behind "van der Meer", "al-Hariri" or "bin Turki" within a name."""
        last = at
        while last < len(self._text) and self._text[last].lower in _PARTICLES:
            last += 1
        if last > at and self._is_name_word(last):
            return last + 1
        head, _, rest = self._text[at].text.partition("-")
        return at + 1 if head in _PARTICLES and rest[:1].isupper() else None

    def _behind_possessive(self, at: int) -> int | None:
        """Return the index behind "'s Ministry", or "'s Liberation" in "People's Liberation Front"."""
        if self._text[at].text not in POSSESSIVE:
            return None
        is_of_many = self._text[at - 1].text in _PEOPLES and is_body(self._text[at + 1 : at + 1 + _LONGEST_OF_PEOPLE])
        is_named = is_body(self._text[at + 1 : at + 2]) or (is_of_many and self._is_name_word(at + 1))
        return at + 2 if is_named else None

    def _behind_link(self, first: int, at: int) -> int | None:
        """Return the index behind "of the X" in an organization's name ("Communist Party of China")."""
        if self._text[at].lower not in _LINKS or not is_body(self._text[first:at]):
            return None
        last = at + 1
        while last < len(self._text) and self._text[last].lower in {"the", "and"}:
            last += 1
        return last + 1 if self._is_name_word(last) else None

    def _is_name_word(self, at: int) -> bool:
        if at >= len(self._text) or not self._text[at].capital:
            return False
        word = self._text[at]
        is_given = word.text == "Jan" and self._is_name_word(at + 1)  # the month has a full stop, or a number behind it
        if (word.text in words("calendar-words") and not is_given) or word.text.rpartition("-")[2] in _COMPOUND_ENDS:
            return False
        if len(word.text) == 1:
            return word.text not in {"I", "A"} or self._is_initial(at)
        if word.lower in function_words() and word.text not in {"US", "IT"}:
            return False
        if self._is_title_case and word.lower in _headline_verbs():
            return False
        return not (word.opens and word.lower in self._common)

    @cached_property
    def _is_title_case(self) -> bool:
        """Whether all words of a headline are capitalized, so that a capital tells nothing of its verb."""
        is_short = len(self._text) <= _LONGEST_HEADLINE
        long = [word for word in self._text if word.letters and len(word.text) >= _LONG] if is_short else []
        return len(long) >= _FEWEST and all(word.capital and not word.text.isupper() for word in long)

    def _is_initial(self, at: int) -> bool:
        return at + 1 < len(self._text) and self._text[at + 1].text == "."
