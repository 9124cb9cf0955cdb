"""Noun phrases around a head: where they begin and end, which words modify the head, and which names own it."""

from collections.abc import Iterable
from functools import cached_property

from kg.documents import Span
from kg.extraction.lexicons import words
from kg.extraction.mentions.mention import Mention
from kg.extraction.names import Run, behind_body_noun
from kg.extraction.titles import may_open_role, role_at
from kg.extraction.words import (
    DETERMINERS,
    POSSESSIVE,
    POSSESSIVE_PRONOUNS,
    PRONOUNS,
    Word,
    function_words,
    is_finite_hint,
    span_of,
)

Bounds = tuple[int, int]
"""Words ``first <= i < last``."""

_OWNING = frozenset({"of", "for", "from", "at", "with", "in"})
_LISTING = frozenset({",", "and"})
_ATTACHING = _OWNING | {"to", "on", "by"}
_BEFORE_NAMES = frozenset({"the", "a", "his", "her", "its", "their"})
_BEFORE_DETERMINERS = frozenset({"the", "all", "both", "these"})
_FARTHEST_BODY = 3  # words from the name of a state to the noun of its body
_MOST_DESCRIBING = 3  # words of "ruling conservative"
_FARTHEST_OWNER = 6  # words from a head back to the determiner or owner that makes any word between a modifier


class Phrases:
    """The words of one paragraph with the names among them, and the noun phrases that these make."""

    def __init__(self, paragraph: int, document_text: str, text: tuple[Word, ...], runs: Iterable[Run]) -> None:
        self.text, self.runs = text, tuple(runs)
        self._paragraph, self._document_text = paragraph, document_text
        self.by_first = {run.first: run for run in self.runs}
        self.by_last = {run.last: run for run in self.runs}
        self.inside = {at: run for run in self.runs for at in range(run.first, run.last)}

    # parts -----------------------------------------------------------------------------------------------------

    def place(self, phrase: Bounds, head: Bounds) -> tuple[int, int, int, int, int]:
        """Return the paragraph with the words of a phrase and its head, which a mention begins with."""
        return self._paragraph, *phrase, *head

    def name(self, run: Run) -> Mention:
        """Return a name without the words around it, as the owner of something."""
        bounds = run.first, run.last
        span = self.span(*bounds)
        return Mention(*self.place(bounds, bounds), "name", run.kind, span, span, run.names, run.strong)

    def span(self, first: int, last: int) -> Span:
        """Return words as a span of the document."""
        return span_of(self._document_text, self.text[first:last])

    def lower(self, at: int) -> str:
        """Return a word in lower case; nothing outside of the paragraph."""
        return self.text[at].lower if 0 <= at < len(self.text) else ""

    def is_in_name(self, first: int, last: int) -> bool:
        """Say whether a person's name or one of the gazetteer has a part in these words."""
        found = (self.inside.get(at) for at in range(first, last))
        return any(run is not None and run.kind in {"person", "entity"} for run in found)

    # to the left -----------------------------------------------------------------------------------------------

    def begin(self, head: int) -> tuple[int, tuple[Mention, ...]]:
        """Return where the noun phrase of a head begins, and the names of owners before the head."""
        at, owners = head, list[Mention]()
        while at > 0 and self.text[at - 1].sentence == self.text[head].sentence:
            run = self._owner_ending(at)
            if run is not None:
                owners.append(self.name(run))
                at = run.first
            elif self._determines(at - 1):
                return self._behind_determiners(at - 1), tuple(owners)
            elif self._belongs(at - 1, head):
                at -= 1
            else:
                break
        return at, tuple(owners)

    def role_span(self, head_first: int, last: int) -> Span:
        """Return a role with the modifiers before it, without determiners and owners."""
        return self.span(self._modifier_starts[head_first], last)

    def _owner_ending(self, at: int) -> Run | None:
        """Return the name right before a word; a person's only where it owns what follows."""
        run = self.by_last.get(at)
        return run if run is not None and (run.kind != "person" or self._owns(at)) else None

    def _owns(self, at: int) -> bool:
        """Say whether the words that end here own what follows: by a possessive, or right before a noun."""
        return at < len(self.text) and (self.text[at].text in POSSESSIVE or self._modifiers[at])

    def _determines(self, at: int) -> bool:
        return self.text[at].lower in DETERMINERS or self.text[at].lower in POSSESSIVE_PRONOUNS

    def _behind_determiners(self, at: int) -> int:
        """Return where a phrase with a determiner begins: "all these" has two."""
        is_second = at > 0 and self.text[at - 1].sentence == self.text[at].sentence and self.text[at].lower != "the"
        return at - 1 if is_second and self.text[at - 1].lower in _BEFORE_DETERMINERS else at

    def _belongs(self, at: int, head: int) -> bool:
        is_possessive = self.text[at].text in POSSESSIVE and at > 0
        return is_possessive or self._modifiers[at] or self._is_plain_modifier(at, head)

    @cached_property
    def _modifiers(self) -> list[bool]:
        """For each word whether it modifies a role noun by its form: "former", "left-wing", "chief"."""
        modifiers = words("role-modifiers")
        return [
            word.lower not in DETERMINERS
            if word.lower in modifiers or ("-" in word.text and word.letters)
            else may_open_role(word.lower) and role_at(self.text, at, at + 1) is not None
            for at, word in enumerate(self.text)
        ]

    @cached_property
    def _modifier_starts(self) -> list[int]:
        """For each word where the modifiers begin that end right before it."""
        starts = [0]
        for at in range(1, len(self.text)):
            goes_on = self._modifiers[at - 1] and (at - 1) not in self.inside
            starts.append(starts[-1] if goes_on else at)
        return starts

    def _is_plain_modifier(self, at: int, head: int) -> bool:
        """Say whether any word may be a modifier: lower-case, no verb, with a determiner or owner close before it."""
        if self.text[at].lower in PRONOUNS or self._ends_phrase(at) or self._is_third_person(at):
            return False
        for back in range(at - 1, max(-1, head - _FARTHEST_OWNER), -1):
            if self._opens_phrase(back):
                return True
            if self._ends_phrase(back):
                return False
        return False

    def _described_body(self, at: int) -> Run | None:
        """Return the body behind the words that tell of what kind it is: "of the main opposition Dawn party"."""
        for name in range(at + 1, min(at + 1 + _MOST_DESCRIBING, len(self.text))):
            if self._ends_phrase(name - 1) or self.text[name - 1].capital:
                return None
            if run := self.by_first.get(name):
                return run if run.kind == "organization" else None
        return None

    def _is_third_person(self, at: int) -> bool:
        """Say whether a word is the verb of the name right before it: "Oslo deports 14 activists"."""
        return at in self.by_last and self.text[at].lower.endswith("s") and not self.text[at].common

    def _opens_phrase(self, at: int) -> bool:
        run = self.inside.get(at)
        is_owner = run is not None and run.kind != "person"
        return is_owner or self._determines(at) or self.text[at].text in POSSESSIVE

    def _ends_phrase(self, at: int) -> bool:
        word = self.text[at]
        return not word.letters or word.lower in function_words() or is_finite_hint(word)

    # to the right ----------------------------------------------------------------------------------------------

    def alias_end(self, at: int) -> int:
        """Return the index behind "(OSCE)" where it follows a name."""
        marks = [word.text for word in self.text[at : at + 3]]
        return at + 3 if len(marks) > 2 and marks[0] == "(" and marks[2] == ")" and marks[1].isupper() else at

    def end(self, at: int, *, plural: bool = False) -> tuple[int, tuple[Mention, ...]]:
        """Return the index behind "of the X", "for Y", "in Tokyo" after a head, and the owners named there.

        A plural head may have several owners in one list: "the ambassadors of X, Y and Z".
        """
        owners: list[Mention] = []
        while run := self._attached(at):
            if self.text[at].lower in _OWNING:
                owners.append(self.name(run))
            elif not run.names and self.text[at].lower != "by":
                break
            behind = behind_body_noun(self.text, run.last) if run.kind == "organization" else None
            at = behind or self._behind_body(self.alias_end(run.last), run)
            if plural and owners and at == run.last and run.kind == "entity":
                at, others = self._listed(at)
                owners += others
        return at, tuple(owners)

    def _listed(self, at: int) -> tuple[int, list[Mention]]:
        """Return the index behind ", Y and Z" after a name of the gazetteer, and the names; nothing without "and"."""
        owners: list[Mention] = []
        name, link = at, ""
        while link != "and" and (link := self.lower(name)) in _LISTING:
            name += 2 if link == "," and self.lower(name + 1) == "and" else 1
            link = self.lower(name - 1)
            run = self.by_first.get(name + 1 if self.lower(name) == "the" else name)
            if run is None or run.kind != "entity" or self._is_owner(run.last):
                return at, []
            owners.append(self.name(run))
            name = run.last
        return (name, owners) if link == "and" else (at, [])

    def _is_owner(self, at: int) -> bool:
        return at < len(self.text) and self.text[at].text in POSSESSIVE

    def _behind_body(self, at: int, run: Run) -> int:
        """Return the index behind a body that its state names: "of the Norwegian legislative assembly"."""
        if run.kind != "entity":
            return at
        for head in range(at, min(at + _FARTHEST_BODY, len(self.text))):
            role = (
                role_at(self.text, head, len(self.text))
                if self.text[head].sentence == self.text[at - 1].sentence
                else None
            )
            if role and role[1].kind == "organization":
                return role[0]
            if self._ends_phrase(head) or not self.text[head].text.islower():
                break
        return at

    def _attached(self, at: int) -> Run | None:
        """Return the name that a preposition hangs on the words before it."""
        link, name = self.lower(at), at + 1
        if link not in _ATTACHING:
            return None
        while self.lower(name) in _BEFORE_NAMES:
            name += 1
        run = self.by_first.get(name) or self._described_body(name)
        if run and run.names and run.last < len(self.text) and self.text[run.last].text in POSSESSIVE:
            behind = self.by_first.get(run.last + 1)
            run = behind if behind and behind.kind == "organization" else run  # "at Chad's School of Law"
        return None if run is None or (run.kind == "acronym" and link not in _OWNING) else run
