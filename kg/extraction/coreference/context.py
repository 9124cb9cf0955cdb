"""What stands around a mention, as far as words tell: whether it acts, speaks, or is a person's name."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.words import ADVERBS, POSSESSIVE, PREPOSITIONS, Word, cue_words, is_finite_hint, sentence_first

_PLACING = frozenset({"in", "at", "near", "outside", "through", "across", "around"})
_QUARTERS = frozenset(
    "central downtown inner outer eastern western northern southern east west north south centre center streets "
    "suburbs outskirts airport".split()
)
_BETWEEN_NAMES = frozenset({",", "(", "who", "is", "was", "also", "better", "commonly", "formerly", "widely"})
_APART = _PLACING | {"about", "under", "like", "from", "(", "-", "–", "—", "inside", "including", "per", "via"}
_DEALING = frozenset(
    "met meet meets meeting talks talked spoke speak conversation call signed sign summit dinner lunch together".split()
)
_FARTHEST_JOINED, _FARTHEST_DEALING = 5, 7  # words
SAID_BEFORE = frozenset({"said", "says"})
_DECIDING = frozenset({"Council", "Assembly", "Court", "Tribunal", "Parliament"})
_ACTS = frozenset({"resolution", "resolutions", "ruling", "rulings", "decision", "decisions", "vote", "opinion"})
_INTRODUCING = frozenset({"a", "an", "one", "another"})
_BEING = frozenset({"is", "are", "was", "were", "be"})
_SAID_BEHIND = frozenset({"said", "says", "told", "added"})


class Context:
    """The words and mentions of an article by paragraph, and what the words beside a mention say of it."""

    def __init__(self, texts: Sequence[tuple[Word, ...]], mentions: Sequence[tuple[Mention, ...]]) -> None:
        self.texts, self.mentions = texts, mentions
        self._persons_at: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        self._by_first: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        self._by_end: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for one in (one for several in mentions for one in several):
            self._by_first[one.paragraph, one.first].append(one)
            self._by_end[one.paragraph, one.last].append(one)
            if one.kind == "person":
                self._persons_at[one.paragraph, one.first].append(one)

    def before(self, mention: Mention) -> str:
        """Return the word before a mention in lower case; nothing where it opens the paragraph."""
        return self.texts[mention.paragraph][mention.first - 1].lower if mention.first else ""

    def behind(self, mention: Mention) -> str:
        """Return the word behind a mention in lower case; nothing where it ends the paragraph."""
        text = self.texts[mention.paragraph]
        return text[mention.last].lower if mention.last < len(text) else ""

    def ending_at(self, mention: Mention, at: int) -> Sequence[Mention]:
        """Return the mentions of a mention's paragraph that end right before a word."""
        return self._by_end.get((mention.paragraph, at), ())

    def person_at(self, mention: Mention, at: int) -> Mention | None:
        """Return the name of a person that begins at a word of a mention's paragraph."""
        return next((one for one in self._persons_at.get((mention.paragraph, at), ()) if one.is_name), None)

    def is_subject(self, mention: Mention) -> bool:
        """Say whether a mention is the subject of a clause."""
        text, at = self.texts[mention.paragraph], self._behind_adverbs(mention.paragraph, mention.last)
        if at >= len(text) or text[at].text in POSSESSIVE:
            return False
        return self.before(mention) not in PREPOSITIONS and is_finite_hint(text[at]) and not text[at].common

    def introduced_before(self, mention: Mention) -> Mention | None:
        """Return the last before a role noun whom the same noun introduced: "One diplomat was blunter."."""
        noun = mention.noun.noun if mention.noun else ""
        at = mention.paragraph, mention.first
        return next((one for one in reversed(self._introduced.get(noun, ())) if (one.paragraph, one.first) < at), None)

    @cached_property
    def _introduced(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for one in (one for several in self.mentions for one in several):
            if one.noun and self.is_new(one):
                found.setdefault(one.noun.noun, []).append(one)
        return found

    def is_new(self, mention: Mention) -> bool:
        """Say whether a phrase introduces a person without a name, of whom something is told."""
        opening = self.texts[mention.paragraph][mention.first]
        if mention.form != "role" or mention.kind != "person" or mention.plural:
            return False
        return opening.lower in _INTRODUCING and (opening.opens or self.is_subject(mention))

    def is_doing(self, mention: Mention) -> bool:
        """Say whether a mention is the subject of a clause that tells what it does; of a place, not what it is."""
        if self.before(mention) == "with" and self.behind(mention).endswith("ing"):
            return True
        if not self.is_subject(mention) or self._is_of_another(mention):
            return False
        text, at = self.texts[mention.paragraph], self._behind_adverbs(mention.paragraph, mention.last)
        if mention.kind != "entity" or text[at].lower not in _BEING:
            return True
        at = self._behind_adverbs(mention.paragraph, at + 1)
        is_place = any(name.entry.kind in {"state", "territory"} for name in mention.names)
        return not is_place or (at < len(text) and text[at].lower.endswith("ing"))

    def joined_before(self, mention: Mention) -> Iterator[Mention]:
        """Yield the names that stand before one in a list: those of Chad and Mali for "Chad, Mali and Togo"."""
        text, at, found = self.texts[mention.paragraph], mention.first, list[Mention]()
        if self.before(mention) != "and":
            return
        while at > 1 and text[at - 1].lower in {",", "and"}:
            at -= 2 if text[at - 2].text == "," else 1
            other = next((one for one in self.ending_at(mention, at) if one.is_name), None)
            if other is None:
                break
            found.append(other)
            at = other.first
        if found and self.before(found[-1]) not in PREPOSITIONS:
            yield from found

    def adjective_before(self, mention: Mention) -> str:
        """Return the word before the name itself in lower case."""
        return self.texts[mention.paragraph][mention.head_first - 1].lower if mention.head_first else ""

    def called_before(self, mention: Mention) -> Mention | None:
        """Return the name before "also known as" that a name is another one of."""
        text, at = self.texts[mention.paragraph], mention.first
        if [word.lower for word in text[max(0, at - 2) : at]] != ["known", "as"]:
            return None
        at -= 2
        while at > 0 and text[at - 1].lower in _BETWEEN_NAMES:
            at -= 1
        return next((one for one in self.ending_at(mention, at) if one.is_name), None)

    def opening_scene(self, mention: Mention) -> Mention | None:
        """Return the place that opens a mention's sentence as its scene: "In Oslo, the ministry said"."""
        text = self.texts[mention.paragraph]
        at = sentence_first(text, text[mention.first].sentence)
        places = (one for one in self._by_first.get((mention.paragraph, at + 1), ()) if one.kind == "entity")
        in_place = next(places, None) if text[at].lower == "in" else None
        is_apart = in_place and in_place.last < mention.first and text[in_place.last].text == ","
        return in_place if is_apart else None

    def is_scene(self, mention: Mention) -> bool:
        """Say whether the words beside a city's name tell where something is: "in central Tokyo", "Beijing's east"."""
        text, at = self.texts[mention.paragraph], mention.first
        if self.behind(mention) in POSSESSIVE:
            behind = text[mention.last + 1 : mention.last + 2]
            return any(word.lower in _QUARTERS for word in behind)
        while at > 0 and text[at - 1].lower in _QUARTERS:
            at -= 1
        return at > 0 and text[at - 1].lower in _PLACING

    def is_part_of_noun(self, mention: Mention) -> bool:
        """Say whether a name only tells of what kind the thing behind it is: "EU rules", "the UN resolutions"."""
        text = self.texts[mention.paragraph]
        return mention.last < len(text) and text[mention.last].common and text[mention.last].text.islower()

    def is_dealt_with(self, mention: Mention) -> bool:
        """Say whether a name is what somebody does something to or with, not where, of what kind or about what."""
        is_apart = self.before(mention) in _APART or self.behind(mention) in POSSESSIVE or self.behind(mention) == ")"
        is_maker = self.behind(mention) in _ACTS and mention.head.text.split()[-1] in _DECIDING
        return not is_apart and (is_maker or not self.is_part_of_noun(mention))

    def _is_of_another(self, mention: Mention) -> bool:
        """Say whether a name belongs to a phrase before it: "the head of Russia's Security Council, said"."""
        if self.before(mention) not in POSSESSIVE:
            return False
        owners = self.ending_at(mention, mention.first - 1)
        return any(self.before(owner) in PREPOSITIONS for owner in owners)

    def _behind_adverbs(self, paragraph: int, at: int) -> int:
        text = self.texts[paragraph]
        while at < len(text) and (text[at].lower.endswith("ly") or text[at].lower in ADVERBS or text[at].text == ","):
            at += 1
        return at

    def acts(self, mention: Mention) -> bool:
        """Say whether a name is the subject of a verb, alone or joined to the next person by "and"."""
        if self.is_subject(mention):
            return True
        if self.behind(mention) != "and":
            return False
        text, at = self.texts[mention.paragraph], mention.last + 1
        joined = next((i for i in range(at, min(at + _FARTHEST_JOINED, len(text))) if is_finite_hint(text[i])), None)
        is_joined = joined is not None and all(word.letters for word in text[at:joined]) and not text[joined].common
        return is_joined or any(self.is_subject(one) for one in self._persons_at.get((mention.paragraph, at), ()))

    def before_in_sentence(self, mention: Mention) -> Iterator[Mention]:
        """Yield the mentions that end before a mention in its sentence, the last first."""
        text = self.texts[mention.paragraph]
        first = sentence_first(text, text[mention.first].sentence)
        several = self.mentions[mention.paragraph]
        for at in range(bisect_left(several, mention.first, key=lambda one: one.first) - 1, -1, -1):
            if several[at].first < first:
                return
            if several[at].last <= mention.first:
                yield several[at]

    def speaks(self, mention: Mention) -> bool:
        """Say whether a reporting verb stands right behind a name, or right before it."""
        opens = self.texts[mention.paragraph][mention.head_first].opens
        is_told = self.behind(mention) in _SAID_BEHIND or (not opens and self.reports(mention))
        return is_told or self.before(mention) in SAID_BEFORE

    def reports(self, mention: Mention) -> bool:
        """Say whether a reporting verb stands right behind a mention."""
        behind = self.behind(mention)
        return behind in _SAID_BEHIND or behind in cue_words()

    def is_person(self, mention: Mention) -> bool:
        """Say whether something beside capital letters tells a person: a title, a given name, a verb."""
        if mention.noun is not None or mention.first < mention.head_first:
            return True
        given = mention.head.text.split()[0] in words("given-names")
        return given or self._is_met(mention) or self.before(mention) in cue_words() or self.acts(mention)

    def _is_met(self, mention: Mention) -> bool:
        """Say whether somebody deals with who bears a name: "signed a pact with X", "talks with X"."""
        text, at = self.texts[mention.paragraph], mention.first
        before = {word.lower for word in text[max(0, at - _FARTHEST_DEALING) : at]}
        return self.before(mention) == "with" and not before.isdisjoint(_DEALING)
