"""Noun phrases as far as words tell: where they end, what their head is, which place they name."""

from dataclasses import dataclass, replace

from kg.extraction.coreference import Scene
from kg.extraction.lexicons import words as word_list
from kg.extraction.stances.lexicon import is_third_person, noun_senses, place_nouns
from kg.extraction.stances.owners import Owner, OwnerReader
from kg.extraction.stances.setting import Place, Setting
from kg.extraction.stances.stand import Thing
from kg.extraction.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    Word,
    is_finite_hint,
    sentence_first,
)

_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", ".", "?", "!"})
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_ENDS = frozenset(
    "because while whereas although though but when since saying if unless as until who which whom where whether "
    "so than adding calling citing despite amid given nor".split()
)
_RELATIVES = frozenset({"that", "which", "who", "to", "whose"})
_FINITE = frozenset("is are was were has had will would can could may might must should do does did".split())
_HEAD_ENDS = PREPOSITIONS | _RELATIVES | {"whom", "where", "as", "than", "and", "or", "if", "when", "once", "given"}
_NO_OPENINGS = _ENDS | _FINITE | {"and", "or"}
_VERBAL = AUXILIARIES - {"to"}
_BEHIND_HEADS = AUXILIARIES - {"'s", "’s"}
_PLAIN_ADVERBS = ADVERBS - {"all", "each", "both"}
_PRONOUNS = frozenset({"it", "them", "him", "so", "us", "me"})
_TAKEN_UP = frozenset({"it", "them", "they", "there"})
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "that"})
_TIMES = frozenset({"on", "in", "since", "last", "this", "earlier", "late", "yesterday", "today"})
_MANNERS = (["public"], ["private"], ["person"])
_ABOUT = frozenset({"about", "some", "nearly", "almost", "around", "roughly"})
_SIZES = frozenset(
    "all most much half some whole rest part parts bulk majority remainder one none two three four five several "
    "both".split()
)
_FRACTIONS = ("third", "fourth", "fifth", "quarter", "quarters", "thirds", "fourths", "fifths")
_NAMING = frozenset("called calls call described describes describe termed terms labelled labeled considers".split())
_LONGEST_BEFORE = 8
_ACTS = frozenset({"act", "plan"})
_SCARE = 4
_DECIDING = frozenset(
    "self-determination decide determine choose vote self-rule self-government asylum freedom".split()
)
_STATES = frozenset({"state", "republic", "statelet"})
_JOINING = frozenset({",", "and", "or", "with"})
_LISTING = (
    DETERMINERS | _JOINING | {"along", "of", "nearby", "neighbouring", "neighboring", "breakaway", "town", "region"}
)
_LISTING_MOST = 6
_RIGHTS = frozenset({"claim", "title", "right", "control"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at words ``first <= i < last`` with its head word and the class of that."""

    first: int
    last: int
    head: int
    kind: str

    @property
    def is_right(self) -> bool:
        """Whether it is a claim, a title or the possession of something."""
        return self.kind in _RIGHTS


class Phrases:
    """Reads the phrases of one scene."""

    def __init__(self, setting: Setting, scene: Scene) -> None:
        self.setting, self.scene, self.words = setting, scene, scene.words
        self.places = setting.places(scene)
        self._treaties = setting.treaties(scene)
        self._owners = OwnerReader(setting, scene)

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
        if at + 1 < stop and (self.words[at].text in _QUOTES or self.words[at].lower in _ABOUT):
            at += 1
        if at >= stop or self.words[at].text in _MARKS or self.words[at].lower in _NO_OPENINGS:
            return None
        last = self._end(at, stop)
        if last <= at:
            return None
        head = self._head(at, last)
        return Phrase(at, last, head, self._kind(at, head, last))

    def _end(self, at: int, stop: int) -> int:
        here, related = at, False
        quote = -1 if self._is_scare_quoted(at, stop) else self.scene.quoted[at - 1] if at else -1
        while here < stop:
            word = self.words[here]
            related = related or word.lower in _RELATIVES
            if word.text in _MARKS and not self._is_list_comma(here, stop):
                break
            if here > at and (self._is_end(here, quote) or (word.lower in _FINITE and not related)):
                break
            joins = word.lower in {"and", "or", "after", "before", "once"}
            if here > at and joins and self._begins_clause(here + 1, stop):
                break
            here += 1
        while here > at and self.words[here - 1].text in _QUOTES:
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
            if self.words[begin].lower in DETERMINERS | POSSESSIVE_PRONOUNS:
                phrase = self.read(begin)
                if phrase and phrase.kind in {"act", "plan"}:
                    return replace(phrase, last=min(phrase.last, end))
            elif not (self.words[begin].letters or self.words[begin].text.isdigit()):
                break
        return None

    def opens_clause(self, at: int, last: int) -> bool:
        """Say whether "that" begins a clause at a word, rather than a phrase: "rejected that deal on Monday"."""
        if at >= last or self.words[at].lower != "that":
            return False
        behind = self.words[at + 2] if at + 2 < last else None
        names = noun_senses().get(self.words[at + 1].lower) in _ACTS if at + 1 < last else False
        ends = behind is None or not behind.letters or behind.lower in PREPOSITIONS | {"and", "but", "as"}
        return not (names and ends)

    def act_before(self, at: int) -> Phrase | None:
        """Return the act or plan named last before "it", in its sentence or the one before."""
        sentence = self.words[at].sentence
        for head in range(at - 1, -1, -1):
            if self.words[head].sentence < sentence - 1:
                break
            if noun_senses().get(self.words[head].lower) in _ACTS and not self.words[head].lower.endswith("s"):
                begin = head
                while begin and self._belongs(begin - 1):
                    begin -= 1
                return Phrase(begin, head + 1, head, "act")
        return None

    def _belongs(self, at: int) -> bool:
        """Say whether a word belongs to the noun phrase that goes on behind it."""
        word = self.words[at]
        if word.lower in DETERMINERS | POSSESSIVE_PRONOUNS or word.text in POSSESSIVE:
            return True
        return word.capital and not word.opens

    # heads -----------------------------------------------------------------------------------------------------

    def _head(self, first: int, last: int) -> int:
        """Return the index of the head: the last word before a preposition, a clause, a mark, or another phrase."""
        opening = self.words[first]
        describes = first + 1 < last and self.words[first + 1].lower in noun_senses()
        if opening.lower.endswith("ing") and not (opening.capital or describes or opening.lower in noun_senses()):
            return first
        alone = first + 1 >= last or not self.words[first + 1].letters
        if (opening.lower == "her" and alone) or opening.lower in _PRONOUNS | {"they", "he", "she", "we"}:
            return first
        here = first
        while here < last and not self._ends_head(here, first):
            here += 1
        return max(here - 1, first)

    def _ends_head(self, at: int, first: int) -> bool:
        word = self.words[at]
        if word.text in POSSESSIVE or word.text in _QUOTES:
            return False
        if not word.letters or (word.lower in _HEAD_ENDS and at > first):
            return True
        if at > first and word.lower in _BEHIND_HEADS:
            return True
        behind = self.words[at + 1].lower if at + 1 < len(self.words) else ""
        if at > first and word.lower.endswith("ed") and not word.capital and behind in PREPOSITIONS:
            return True
        begins_other = word.lower in POSSESSIVE_PRONOUNS | {"a", "an", "the"}
        return begins_other and at > first and self.words[at - 1].lower not in DETERMINERS

    def _kind(self, first: int, head: int, last: int) -> str:
        word = self.words[head].lower
        if self.words[first].lower == "to":
            return "infinitive"
        if any(one.last > head for one in self.places_in(first, head + 1)):
            return "territory"
        if head == first and word in _PRONOUNS | {"her"}:
            return "pronoun"
        if self._is_share(head, last) and (whole := self.read(head + 2, last)):
            return whole.kind
        sense = noun_senses().get(word)
        if sense == "portion":
            return "territory" if self.places_in(head, min(last, head + 6)) else "step"
        if sense == "control" and not self._is_of_place(head, last):
            return "step"
        if sense == "plan" and self._is_for_talks(head, last):
            return "talks"
        if sense == "right" and self._is_to_decide(head, last):
            return "act"
        if word in _STATES and head + 1 < last and self.words[head + 1].lower == "of":
            return "territory" if self.places_in(head + 2, min(last, head + 5)) else "step"
        if sense:
            return sense
        if (
            word in place_nouns()
            or self._is_all_of_place(head, last)
            or (head > first and word in {"rest", "remainder"})
        ):
            return "territory"
        return "gerund" if head == first and word.endswith("ing") else "step"

    def _is_to_decide(self, head: int, last: int) -> bool:
        """Say whether a right is one of people rather than to a place: "right to self-determination"."""
        return (
            head + 2 < last and self.words[head + 1].lower in {"to", "of"} and self.words[head + 2].lower in _DECIDING
        )

    def _is_for_talks(self, head: int, last: int) -> bool:
        """Say whether "calls for", "an offer of" goes on with talks."""
        if head + 1 >= last or self.words[head + 1].lower not in {"for", "of", "to"}:
            return False
        return any(noun_senses().get(word.lower) == "talks" for word in self.words[head + 2 : min(last, head + 5)])

    def _is_of_place(self, head: int, last: int) -> bool:
        """Say whether what a noun is of, if anything, is a place: no "seizure of its rig"."""
        if head + 1 >= last or self.words[head + 1].lower not in {"of", "over", "on", "in"}:
            return True
        return self.is_named(head + 2, min(last, head + 9))

    def _is_all_of_place(self, head: int, last: int) -> bool:
        """Say whether words are "all of Kashmir", "two-thirds of the plateau", "the whole of it"."""
        whole = self.words[head].lower in {"whole", "rest", "remainder", "part", "parts"}
        of = head + 1 < last and self.words[head + 1].lower == "of"
        return ((whole and of) or self._is_share(head, last)) and self.is_named(head + 2, min(last, head + 6))

    def _is_share(self, head: int, last: int) -> bool:
        """Say whether words are "all of", "five of", "two-thirds of"."""
        size = self.words[head].lower
        is_size = size in _SIZES - {"part", "parts", "rest", "remainder", "whole"} or size.endswith(_FRACTIONS)
        return is_size and head + 1 < last and self.words[head + 1].lower == "of"

    # places ----------------------------------------------------------------------------------------------------

    def places_in(self, first: int, last: int) -> list[Place]:
        """Return the territories named among words."""
        return [one for one in self.places if one.first < last and one.last > first]

    def place_before(self, at: int, *, several: bool = False) -> str | None:
        """Return the territory named last before a word in its paragraph; else the one that the article is about.

        ``several``: a plural ("them") means what the article is about, where that was named, rather than a part.
        """
        before = [one for one in self.places if one.first < at]
        if before:
            names_main = any(one.id == self.setting.main for one in before)
            return self.setting.main if several and names_main else before[-1].id
        return self.setting.main

    def is_named(self, first: int, last: int) -> bool:
        """Say whether words name, or take up, a territory."""
        taken_up = place_nouns() | _TAKEN_UP
        return bool(self.places_in(first, last)) or any(word.lower in taken_up for word in self.words[first:last])

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
            return [Thing(phrase.first, one.last, one.id) for one in self._joined(named)]
        several = any(word.lower in {"them", "they", "islands"} for word in self.words[phrase.first : phrase.last])
        ident = self.place_before(phrase.first, several=several)
        joined = [Thing(phrase.first, one.last, one.id) for one in self._joined(named)] if named else []
        return [Thing(phrase.first, phrase.last, ident, known=False), *joined] if ident else joined

    def joined_to(self, named: list[Place]) -> list[Place]:
        """Return the last of the places with those that a list joins to it."""
        kept = [named[-1]]
        for one in reversed(named[:-1]):
            if not self._lists(one, kept[0]):
                break
            kept.insert(0, one)
        return kept

    def _lists(self, one: Place, other: Place) -> bool:
        """Say whether only "and", commas and the like stand between two places."""
        if other.first - one.last > _LISTING_MOST:
            return False
        between = {word.lower for word in self.words[one.last : other.first]}
        return between <= _LISTING | place_nouns() and bool(between & _JOINING)

    def _joined(self, named: list[Place]) -> list[Place]:
        """Return the first of the places with those that a list joins to it."""
        kept = [named[0]]
        for one in named[1:]:
            if not self._lists(kept[-1], one):
                break
            kept.append(one)
        return kept

    def thing(self, phrase: Phrase) -> Thing:
        """Return what a phrase stands for: a treaty where its head is one, else its words."""
        for one in self._treaties:
            if one.first <= phrase.head < one.last:
                return Thing(phrase.first, max(phrase.last, one.last), one.id)
        last = self._without_time(phrase)
        while (
            last > phrase.first + 1 and self.words[last - 1].text in _QUOTES and not self.scene.closes_quote(last - 1)
        ):
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
