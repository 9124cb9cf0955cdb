"""Noun phrases as far as words tell: where they end, what their head is, which place they name."""

from dataclasses import replace

from kg.extraction.coreference import Scene
from kg.extraction.lexicons import words as word_list
from kg.extraction.stances.heads import ACTS, QUOTES, RELATIVIZERS, HeadReader, Phrase
from kg.extraction.stances.lexicon import is_third_person, noun_senses
from kg.extraction.stances.owners import Owner, OwnerReader
from kg.extraction.stances.places import PlaceReader
from kg.extraction.stances.setting import Setting
from kg.extraction.stances.stand import Thing
from kg.extraction.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINING,
    POSSESSIVE,
    PREPOSITIONS,
    Word,
    is_finite_hint,
    sentence_first,
)

_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", ".", "?", "!"})
_ENDS = frozenset(
    "because while whereas although though but when since saying if unless as until who which whom where whether "
    "so than adding calling citing despite amid given nor".split()
)
_FINITE = frozenset("is are was were has had will would can could may might must should do does did".split())
_NO_OPENINGS = _ENDS | _FINITE | {"and", "or"}
_VERBAL = AUXILIARIES - {"to"}
_PLAIN_ADVERBS = ADVERBS - {"all", "each", "both"}
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "that"})
_TIMES = frozenset({"on", "in", "since", "last", "this", "earlier", "late", "yesterday", "today"})
_MANNERS = (["public"], ["private"], ["person"])
_ABOUT = frozenset({"about", "some", "nearly", "almost", "around", "roughly"})
_NAMING = frozenset("called calls call described describes describe termed terms labelled labeled considers".split())
_LONGEST_BEFORE = 8
_SCARE = 4


class Phrases(PlaceReader):
    """Reads the phrases of one scene."""

    def __init__(self, setting: Setting, scene: Scene) -> None:
        super().__init__(setting, scene)
        self._treaties = setting.treaties(scene)
        self._owners = OwnerReader(setting, scene)
        self._heads = HeadReader(self)

    # bounds ----------------------------------------------------------------------------------------------------

    def sentence_end(self, at: int) -> int:
        """Return the index behind the sentence that a word stands in."""
        return sentence_first(self.words, self.words[at].sentence + 1)

    def sentence_start(self, at: int) -> int:
        """Return the index of the first word of a sentence."""
        return sentence_first(self.words, self.words[at].sentence)

    def skip(self, at: int, stop: int) -> int:
        """Return the index behind adverbs."""
        while at < stop and _is_adverb(self.words[at]) and not self._is_owner(at + 1):
            at += 1
        return at

    def _behind_naming(self, at: int, stop: int) -> int:
        """Return the index behind "what he called", "what it describes as"; the word's own without such words."""
        if at >= stop or self.words[at].lower != "what":
            return at
        verb = next((i for i in range(at + 2, min(at + 6, stop)) if self.words[i].lower in _NAMING), None)
        if verb is None or verb + 1 >= stop:
            return at
        return verb + 1 + (self.words[verb + 1].lower == "as")

    def _is_owner(self, behind: int) -> bool:
        """Say whether a mark of possession follows: "today's agreement"."""
        return behind < len(self.words) and self.words[behind].text in POSSESSIVE

    def read(self, at: int, before: int | None = None) -> Phrase | None:
        """Return the phrase that begins at a word and ends ``before`` another; None at a verb, mark or conjunction."""
        stop = self.sentence_end(at) if at < len(self.words) else at
        stop = stop if before is None else min(stop, before)
        at = self._behind_naming(self.skip(at, stop), stop)
        if at + 1 < stop and (self.words[at].text in QUOTES or self.words[at].lower in _ABOUT):
            at += 1
        if at >= stop or self.words[at].text in _MARKS or self.words[at].lower in _NO_OPENINGS:
            return None
        last = self._end(at, stop)
        if last <= at:
            return None
        head = self._heads.find(at, last)
        return Phrase(at, last, head, self._kind(at, head, last))

    def _kind(self, first: int, head: int, last: int) -> str:
        """Return the class of a head; of "all of X", "two of X" that of X."""
        kind = self._heads.kind_by_form(first, head)
        whole = self.read(head + 2, last) if kind is None and self._heads.is_share(head, last) else None
        return whole.kind if whole else kind or self._heads.kind_by_noun(first, head, last)

    def _end(self, at: int, stop: int) -> int:
        here, related = at, False
        quote = -1 if self._is_scare_quoted(at, stop) else self.scene.quoted[at - 1] if at else -1
        while here < stop:
            word = self.words[here]
            related = related or word.lower in RELATIVIZERS
            if word.text in _MARKS and not self._is_list_comma(here, stop):
                break
            if here > at and (self._is_end(here, quote) or (word.lower in _FINITE and not related)):
                break
            joins = word.lower in {"and", "or", "after", "before", "once"}
            if here > at and joins and self._begins_clause(here + 1, stop):
                break
            here += 1
        while here > at and self.words[here - 1].text in QUOTES:
            here -= 1
        return here

    def _is_scare_quoted(self, at: int, stop: int) -> bool:
        """Say whether only the words that open a phrase are quoted: an "absurd" claim."""
        if not at or not self.scene.opens_quote(at - 1):
            return False
        _, end = self.scene.quote_words(self.scene.quoted[at - 1])
        return end - at <= _SCARE and end < stop and self.words[end].letters and not self._is_end(end, -1)

    def _is_end(self, at: int, quote: int) -> bool:
        return self.words[at].lower in _ENDS or (quote >= 0 and self.scene.quoted[at] != quote)

    def _is_list_comma(self, at: int, stop: int) -> bool:
        """Say whether a comma only divides names: "Vietnam, the Philippines and Brunei"."""
        if self.words[at].text != "," or at + 1 >= stop:
            return False
        names = [one for one in self.scene.by_first.get(at + 1, ()) if one.names]
        before = any(one.names for one in self.scene.by_last.get(at, ()))
        return before and bool(names) and not self.setting.cast.is_subject(names[0])

    def _begins_clause(self, at: int, stop: int) -> bool:
        here = self.skip(at, stop)
        if here >= stop:
            return False
        if here + 1 < stop and self.words[here].text.isdigit() and self.words[here + 1].lower in {"percent", "%"}:
            return True  # another share of those asked
        if self.words[here].lower in _SUBJECTS or self._is_verb(here):
            return not self.words[here].capital
        for mention in self.scene.by_first.get(here, ()):
            behind = self.skip(mention.last, stop)
            if behind < stop and self.words[behind].text not in POSSESSIVE and self._is_verb(behind):
                return True
        return False

    def _is_verb(self, at: int) -> bool:
        word = self.words[at]
        return word.lower in _VERBAL or is_finite_hint(word) or is_third_person(word.lower)

    def noun_first(self, at: int, first: int) -> int:
        """Return where the noun phrase before a noun may begin."""
        back = at
        while back > first and (self.words[back - 1].letters or self.words[back - 1].text in POSSESSIVE):
            if at - back >= _LONGEST_BEFORE:
                break
            back -= 1
        return back

    def before_which(self, subject: int, first: int) -> Phrase | None:
        """Return the act or plan before "which X rejected", whose subject begins at a word."""
        at = subject - 1
        if at <= first or self.words[at].lower not in {"which", "that"}:
            return None
        end = at - 1 if self.words[at - 1].text == "," else at
        for begin in range(end - 1, max(first, end - _LONGEST_BEFORE) - 1, -1):
            if self.words[begin].lower in DETERMINING:
                phrase = self.read(begin)
                if phrase and phrase.kind in ACTS:
                    return replace(phrase, last=min(phrase.last, end))
            elif not (self.words[begin].letters or self.words[begin].text.isdigit()):
                break
        return None

    def opens_clause(self, at: int, last: int) -> bool:
        """Say whether "that" begins a clause at a word, rather than a phrase: "rejected that deal on Monday"."""
        if at >= last or self.words[at].lower != "that":
            return False
        behind = self.words[at + 2] if at + 2 < last else None
        names = noun_senses().get(self.words[at + 1].lower) in ACTS if at + 1 < last else False
        ends = behind is None or not behind.letters or behind.lower in PREPOSITIONS | {"and", "but", "as"}
        return not (names and ends)

    def act_before(self, at: int) -> Phrase | None:
        """Return the act or plan named last before "it", in its sentence or the one before."""
        sentence = self.words[at].sentence
        for head in range(at - 1, -1, -1):
            if self.words[head].sentence < sentence - 1:
                break
            if noun_senses().get(self.words[head].lower) in ACTS and not self.words[head].lower.endswith("s"):
                begin = head
                while begin and self._belongs(begin - 1):
                    begin -= 1
                return Phrase(begin, head + 1, head, "act")
        return None

    def _belongs(self, at: int) -> bool:
        """Say whether a word belongs to the noun phrase that goes on behind it."""
        word = self.words[at]
        if word.lower in DETERMINING or word.text in POSSESSIVE:
            return True
        return word.capital and not word.opens

    def owner(self, phrase: Phrase) -> Owner:
        """Return whose the head of a phrase is."""
        return self._owners.of(phrase.first, phrase.head, phrase.last)

    def owner_at(self, first: int, head: int, last: int) -> Owner:
        """Return whose the noun at ``head`` is."""
        return self._owners.of(first, head, last)

    # things ----------------------------------------------------------------------------------------------------

    def territories(self, phrase: Phrase) -> list[Thing]:
        """Return the territories that a phrase names; else the one that it takes up."""
        named = self.places_in(phrase.first, phrase.last)
        if named and phrase.kind != "pronoun":
            return [Thing(phrase.first, one.last, one.id) for one in self.joined_from(named)]
        said = {word.lower for word in self.words[phrase.first : phrase.last]}
        ident = self.place_before(phrase.first, several=not said.isdisjoint({"them", "they", "islands"}))
        if ident and not said.isdisjoint({"rest", "remainder"}):
            ident = self.setting.whole_of(ident)
        joined = [Thing(phrase.first, one.last, one.id) for one in self.joined_from(named)] if named else []
        return [Thing(phrase.first, phrase.last, ident, known=False), *joined] if ident else joined

    def thing(self, phrase: Phrase) -> Thing:
        """Return what a phrase stands for: a treaty where its head is one, else its words."""
        for one in self._treaties:
            if one.first <= phrase.head < one.last:
                return Thing(phrase.first, max(phrase.last, one.last), one.id)
        last = self._without_time(phrase)
        while last > phrase.first + 1 and self.words[last - 1].text in QUOTES and not self.scene.closes_quote(last - 1):
            last -= 1
        return Thing(phrase.first, last, None, self.scene.trimmed(phrase.first, last))

    def _without_time(self, phrase: Phrase) -> int:
        """Return the end of a phrase without "on Monday", "last week", "in 2020", "in public"."""
        for at in range(phrase.last - 1, phrase.head, -1):
            behind = self.words[at + 1 : phrase.last]
            if self.words[at].lower == "in" and [word.lower for word in behind] in _MANNERS:
                return at
            if self.words[at].lower in _TIMES and behind and all(_is_time(word) for word in behind):
                return at
        return phrase.last


def _is_time(word: Word) -> bool:
    return (
        word.text.isdigit()
        or word.text in word_list("calendar-words")
        or word.lower in {"week", "month", "year", "early"}
    )


def _is_adverb(word: Word) -> bool:
    return word.lower in _PLAIN_ADVERBS or (word.lower.endswith("ly") and not word.capital)
