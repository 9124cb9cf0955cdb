"""Subjects by where they end: reaching over attached phrases to the head, and over "and" to joint speakers."""

from dataclasses import replace

from kg.extraction.coreference import Scene, Subject, subject_of
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE_PRONOUNS, PREPOSITIONS, is_finite_hint

_LINKS = frozenset("of for from at by with in to on into near against over outside between under about".split())
_RELATIVES = frozenset({"who", "which"})
_PARTICIPLES = frozenset("briefed conducted involved present published released commissioned monitored".split())
_ATTACHING = _LINKS | _PARTICIPLES | {"familiar", "close", "who"}
_ENDS = frozenset({",", ";", ":", ".", "that", "and", "but", "because"})
_MEDIA = frozenset(
    "statement interview speech letter report note message post tweet address video article editorial memo broadcast "
    "communique communiqué declaration comment email".split()
)
_MEDIUM_LINKS, _LONGEST_MEDIUM = frozenset({"in", "through", "via"}), 6  # words
_FARTHEST_HEAD, _FARTHEST_RELATIVE = 14, 6  # words back


class Clause:
    """The words of a scene from ``start`` on, in the quotation numbered ``inside`` (-1: in none), read to the left."""

    def __init__(self, scene: Scene, start: int, inside: int) -> None:
        self.scene, self.start, self.inside = scene, start, inside

    def ending_at(self, at: int) -> Subject | None:
        """Return the subject whose phrase ends right before a word."""
        return self._joint(self._mention_ending_at(at), at)

    def around(self, mention: Mention) -> Subject | None:
        """Return the subject that a mention is the last part of."""
        return self._joint(mention, mention.last)

    def _mention_ending_at(self, at: int) -> Mention | None:
        """Return the longest mention that ends right before a word, a name before other phrases of that length."""
        return min(self._ending(at), key=lambda mention: (mention.first, not mention.is_name), default=None)

    def _ending(self, at: int) -> list[Mention]:
        return [mention for mention in self.scene.by_last.get(at, ()) if mention.first >= self.start]

    # joint speakers --------------------------------------------------------------------------------------------

    def _joint(self, mention: Mention | None, at: int) -> Subject | None:
        """Return the subject of a mention, or of what ends at a word, with those that "and" joins to its left."""
        medium = self._medium_before(at)
        if medium is not None and (speaker := self.ending_at(medium)):
            return replace(speaker, last=at)
        behind: list[Mention] = []
        while mention and (end := self._end_before_and(mention)) is not None:
            behind.append(mention)
            mention, at = self._mention_ending_at(end), end
        subject = self._single(mention) if mention else self._relative(at) or self._over_attached(at, self.inside)
        for other in reversed(behind):
            subject = self._join(subject, other)
        return subject

    def _medium_before(self, at: int) -> int | None:
        """Return where "in a statement", "in her weekly letter" begins that ends right before a word."""
        if at <= self.start or self.scene.words[at - 1].lower not in _MEDIA:
            return None
        for back in range(at - 2, max(self.start, at - _LONGEST_MEDIUM) - 1, -1):
            word = self.scene.words[back]
            if word.lower in _MEDIUM_LINKS:
                determiner = self.scene.words[back + 1].lower
                return back if determiner in {"a", "an"} | POSSESSIVE_PRONOUNS else None
            if not word.letters or word.lower in PREPOSITIONS:
                return None
        return None

    def _end_before_and(self, mention: Mention) -> int | None:
        """Return where the phrase before "and" or ", and" ends; None where there is no "and" before a mention."""
        at = mention.first - 1
        if at <= self.start or self.scene.words[at].lower != "and" or _is_who(mention):
            return None
        return at - 1 if self.scene.words[at - 1].text == "," else at

    def _join(self, left: Subject | None, mention: Mention) -> Subject:
        if left is None or self._is_object(left):
            return subject_of(mention)
        if self._is_second_role(left.mentions[-1], mention):
            return replace(left, last=mention.last)
        return Subject((*left.mentions, mention), left.first, mention.last)

    def _is_second_role(self, name: Mention, mention: Mention) -> bool:
        """Say whether a comma closes two roles behind a name: "X, a bishop and an adviser to Y, said"."""
        words = self.scene.words
        is_apposed = name.is_name and name.head_last < name.last and words[name.head_last].text == ","
        is_role = mention.form == "role" and words[mention.first].lower in {"a", "an"}
        closes = mention.last < len(words) and words[mention.last].text == ","
        return is_apposed and is_role and closes and words[mention.first - 2].text != ","

    def _is_object(self, subject: Subject) -> bool:
        """Say whether a phrase before "and" is the object of a verb, so that "and" joins clauses, not subjects."""
        if subject.first == 0:
            return False
        before = self.scene.words[subject.first - 1]
        return before.letters and (is_finite_hint(before) or before.lower in PREPOSITIONS)

    # attached phrases ------------------------------------------------------------------------------------------

    def _single(self, mention: Mention) -> Subject | None:
        """Return the subject of one mention, over "of" and "in" to the head that it hangs on."""
        if _is_who(mention):
            return self._relative(mention.first + 1) or subject_of(mention)
        link = mention.first - 1
        if link > self.start and self.scene.words[link].lower in _LINKS:
            head = self._head_before(link)
            if head:
                return Subject((head,), head.first, mention.last)
            if mention.kind in {"entity", "person", "acronym"} or mention.form == "role":
                head_subject = self._over_attached(link, self.inside)
                return head_subject and replace(head_subject, last=mention.last)
        return subject_of(mention)

    def _head_before(self, link: int) -> Mention | None:
        """Return the role noun or body that a preposition hangs on."""
        heads = (one for one in self._ending(link) if one.form == "role" or one.kind == "organization")
        return next(heads, None)

    def _over_attached(self, at: int, inside: int) -> Subject | None:
        """Reach back over words that belong to a role noun before them: "officials familiar with the talks"."""
        for back in range(at - 1, max(self.start, at - _FARTHEST_HEAD) - 1, -1):
            word = self.scene.words[back]
            if word.lower in _ENDS or self.scene.quoted[back] != inside:
                return None
            head = self._role_ending_at(back) if word.lower in _ATTACHING else None
            if head:
                return Subject((head,), head.first, at)
            if is_finite_hint(word) and word.lower not in _PARTICIPLES and not self._is_relative_clause(back):
                return None
        return None

    def _role_ending_at(self, at: int) -> Mention | None:
        roles = [one for one in self._ending(at) if one.form == "role"]
        return min(roles, key=lambda one: one.first, default=None)

    def _is_relative_clause(self, verb: int) -> bool:
        words = self.scene.words[max(self.start, verb - _FARTHEST_RELATIVE) : verb]
        return any(word.lower in _RELATIVES for word in words)

    def _relative(self, at: int) -> Subject | None:
        """Return the phrase before "who" or "which" where that ends here."""
        pronoun = at - 1
        if pronoun < self.start or self.scene.words[pronoun].lower not in _RELATIVES:
            return None
        has_comma = pronoun > self.start and self.scene.words[pronoun - 1].text == ","
        end = pronoun - 1 if has_comma else pronoun
        is_thing = self.scene.words[pronoun].lower == "which"
        found = [one for one in self._ending(end) if one.form != "pronoun" and (not is_thing or _may_be_which(one))]
        if found:
            return subject_of(min(found, key=lambda one: one.first))
        return None if is_thing else self._over_attached(end, self.scene.quoted[pronoun])


def _is_who(mention: Mention) -> bool:
    return mention.form == "pronoun" and mention.head.text.lower() == "who"


def _may_be_which(mention: Mention) -> bool:
    return mention.kind in {"document", "organization"} or (mention.kind == "entity" and not mention.plural)
