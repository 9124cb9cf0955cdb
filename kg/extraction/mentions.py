"""Mentions of actors in a paragraph: names with their titles, role nouns, and pronouns, as noun phrases."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kg.documents import Span
from kg.extraction.lexicons import RoleNoun, words
from kg.extraction.names import Run, runs
from kg.extraction.titles import is_honorific, role_at
from kg.extraction.words import (
    DETERMINERS,
    POSSESSIVE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    function_words,
    is_finite_hint,
    span_of,
)
from kg.gazetteer import Match, Name

Form = Literal["name", "role", "pronoun"]
_ATTACHING = frozenset({"of", "for", "from", "at", "with", "in", "to", "on", "by"})
_OWNING = frozenset({"of", "for", "from", "at", "with", "in"})
_MASCULINE, _FEMININE = (
    frozenset({"mr", "mr.", "sir", "lord"}),
    frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady"}),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may stand for an actor: words ``first <= i < last`` of a paragraph.

    ``names`` are what the gazetteer knows of the head; ``owners`` the names of states or bodies in the phrase around
    it ("Kremlin spokesman", "of the Left Front"), as mentions; ``role`` the role in the text's words.
    """

    paragraph: int
    first: int
    last: int
    head_first: int
    head_last: int
    form: Form
    kind: str
    span: Span
    head: Span
    names: tuple[Name, ...] = ()
    strong: bool = False
    noun: RoleNoun | None = None
    role: Span | None = None
    owners: tuple["Mention", ...] = ()
    definite: bool = False
    gender: str | None = None
    title: str | None = None

    @property
    def plural(self) -> bool:
        """Whether the phrase stands for several."""
        return (
            self.head.text.lower() == "they"
            if self.form == "pronoun"
            else bool(self.noun and self.noun.plural and not self.is_name)
        )

    @property
    def is_name(self) -> bool:
        """Whether the head is a name."""
        return self.form == "name"


class MentionReader:
    """Reads the mentions of one paragraph; an instance serves one paragraph."""

    def __init__(
        self,
        paragraph: int,
        document_text: str,
        text: tuple[Word, ...],
        matches: Mapping[int, Match],
        common: frozenset[str],
    ) -> None:
        self._paragraph, self._document_text, self._text = paragraph, document_text, text
        self._runs = tuple(runs(text, matches, common))
        self._by_first = {run.first: run for run in self._runs}
        self._by_last = {run.last: run for run in self._runs}
        self._inside = {at: run for run in self._runs for at in range(run.first, run.last)}

    def read(self) -> tuple[Mention, ...]:
        """Return the paragraph's mentions in reading order, the longest phrase for each head."""
        named = [self._named(run) for run in self._runs]
        taken = {
            at for one in named for at in range(one.first, one.last) if one.kind in {"person", "organization", "entity"}
        }
        roles = [role for at in range(len(self._text)) if at not in taken and (role := self._role(at))]
        heads = {at for one in roles for at in range(one.head_first, one.head_last)}
        roles = [one for one in roles if not any(self._is_within(one, other) for other in roles)]
        pronouns = [
            self._pronoun(at) for at, word in enumerate(self._text) if word.lower in PRONOUNS and at not in heads
        ]
        return tuple(sorted([*named, *roles, *pronouns], key=lambda one: (one.first, -one.last)))

    def _is_within(self, one: Mention, other: Mention) -> bool:
        return (
            one is not other
            and other.head_first <= one.head_first
            and one.head_last <= other.head_last
            and one.head != other.head
        )

    def _make(self, first: int, last: int, head_first: int, head_last: int, form: Form, kind: str) -> Mention:
        return Mention(
            self._paragraph,
            first,
            last,
            head_first,
            head_last,
            form,
            kind,
            span_of(self._document_text, self._text[first:last]),
            span_of(self._document_text, self._text[head_first:head_last]),
        )

    def _pronoun(self, at: int) -> Mention:
        gender = {"he": "m", "she": "f"}.get(self._text[at].lower)
        return replace(self._make(at, at + 1, at, at + 1, "pronoun", "pronoun"), gender=gender)

    # names -----------------------------------------------------------------------------------------------------

    def _named(self, run: Run) -> Mention:
        first, role, owners = self._title_before(run)
        last = self._alias_end(run.last)
        if last > run.last and run.kind == "person" and self._is_initials(run, self._text[run.last + 1].text):
            run = replace(run, kind="organization", strong=True)
        noun: RoleNoun | None = role[1] if role else None
        role_span = self._role_span(role[0], role[2]) if role else None
        if run.kind == "person" or (run.kind == "organization" and not run.names):
            behind = self._apposition(last)
            if behind and (run.kind == "organization" or (behind[1].noun and behind[1].noun.kind == "person")):
                last, apposed, more = behind
                owners = (*owners, *more)
                noun, role_span = noun or apposed.noun, role_span or apposed.role
            elif not role and (before := self._apposition_before(first)):
                first, noun, role_span = before.first, before.noun, before.role
                owners = (*owners, *before.owners)
        if run.kind == "person":
            first, owners = self._possessor_before(first, owners)
            behind_name = self._attached(last) if noun and last == self._alias_end(run.last) else (last, ())
            last, owners = behind_name[0], (*owners, *behind_name[1])
        mention = self._make(first, last, run.first, run.last, "name", run.kind)
        return replace(
            mention,
            names=run.names,
            strong=run.strong or bool(role) or self._honorific_before(run.first),
            noun=noun,
            role=role_span,
            owners=owners,
            gender=self._gender(run.first, noun),
            title=self._text[run.first - 1].lower.strip(".") if self._honorific_before(run.first) else None,
        )

    def _possessor_before(self, first: int, owners: tuple["Mention", ...]) -> tuple[int, tuple["Mention", ...]]:
        """Take in the state or body that owns a name: "China's Liu"."""
        run = self._by_last.get(first - 1) if first > 1 and self._text[first - 1].text in POSSESSIVE else None
        if run is None or run.kind == "person":
            return first, owners
        owner = self._make(run.first, run.last, run.first, run.last, "name", run.kind)
        return run.first, (*owners, replace(owner, names=run.names, strong=run.strong))

    def _is_initials(self, run: Run, acronym: str) -> bool:
        initials = "".join(word.text[0] for word in self._text[run.first : run.last] if word.capital)
        return initials.upper()[:2] == acronym[:2] or initials.upper() == acronym

    def _gender(self, first: int, noun: RoleNoun | None) -> str | None:
        before = self._text[first - 1].lower if first else ""
        if before in _MASCULINE or before in _FEMININE:
            return "m" if before in _MASCULINE else "f"
        return noun.gender if noun else None

    def _honorific_before(self, first: int) -> bool:
        return first > 0 and is_honorific(self._text[first - 1])

    def _title_before(self, run: Run) -> tuple[int, tuple[int, RoleNoun, int] | None, tuple[Mention, ...]]:
        """Return where the phrase begins, the role noun right before the name, and the owners in between."""
        at = run.first
        while (
            at > 0
            and is_honorific(self._text[at - 1])
            and self._text[at - 1].sentence == self._text[run.first].sentence
        ):
            at -= 1
        role = self._role_ending(at)
        if role is None and at < run.first:
            while at > 0 and self._text[at - 1].lower in words("role-modifiers") and at - 1 not in self._inside:
                at -= 1
        if role is None or (run.kind == "entity" and role[1].kind == "person"):
            return self._with_determiner(at, run), None, ()
        first, owners = self._chunk_before(role[0])
        return first, (role[0], role[1], at), owners

    def _with_determiner(self, at: int, run: Run) -> int:
        if run.kind != "person" and at > 0 and self._text[at - 1].lower == "the":
            return at - 1
        return at

    def _role_ending(self, last: int) -> tuple[int, RoleNoun] | None:
        """Return the longest role noun that ends before a word, with the index of its first word."""
        for size in (4, 3, 2, 1):
            first = last - size
            if first >= 0 and self._text[first].sentence == self._text[last - 1].sentence:
                role = role_at(self._text, first, last)
                if role and role[0] == last and not self._in_name(first, last):
                    return first, role[1]
        return None

    def _in_name(self, first: int, last: int) -> bool:
        return any(
            (run := self._inside.get(at)) is not None and run.kind in {"person", "entity"} for at in range(first, last)
        )

    def _role_span(self, head_first: int, last: int) -> Span:
        """Return the role with the modifiers before it, without determiners and owners."""
        first = head_first
        while first > 0 and self._is_modifier(first - 1) and (first - 1) not in self._inside:
            first -= 1
        return span_of(self._document_text, self._text[first:last])

    def _is_modifier(self, at: int) -> bool:
        word = self._text[at]
        if word.lower in words("role-modifiers") or ("-" in word.text and word.letters):
            return word.lower not in DETERMINERS
        return role_at(self._text, at, at + 1) is not None

    def _chunk_before(self, head: int) -> tuple[int, tuple[Mention, ...]]:
        """Return where the noun phrase of a head begins, and the names of owners within it."""
        at, owners = head, []
        while at > 0 and self._text[at - 1].sentence == self._text[head].sentence:
            run = self._by_last.get(at)
            word = self._text[at - 1]
            if run is not None and not (run.kind == "person" and not self._is_owner_form(at)):
                owners.append(self._make(run.first, run.last, run.first, run.last, "name", run.kind))
                owners[-1] = replace(owners[-1], names=run.names, strong=run.strong)
                at = run.first
            elif word.text in POSSESSIVE and at > 1:
                at -= 1
            elif word.lower in DETERMINERS or word.lower in POSSESSIVE_PRONOUNS:
                before = self._text[at - 2].lower if at > 1 and self._text[at - 2].sentence == word.sentence else ""
                return at - 1 - (before in {"the", "all", "both", "these"} and word.lower != "the"), tuple(owners)
            elif self._is_modifier(at - 1) or self._is_plain_modifier(at - 1, head):
                at -= 1
            else:
                break
        return at, tuple(owners)

    def _is_owner_form(self, at: int) -> bool:
        """Say whether the words that end here own what follows: by a possessive, or right before a noun."""
        return at < len(self._text) and (self._text[at].text in POSSESSIVE or self._is_modifier(at))

    def _is_plain_modifier(self, at: int, head: int) -> bool:
        """Say whether any word may be a modifier: lower-case, no verb, with a determiner or owner close before it."""
        word = self._text[at]
        if not word.letters or word.lower in function_words() or word.lower in PRONOUNS or is_finite_hint(word):
            return False
        for back in range(at - 1, max(-1, head - 6), -1):
            before = self._text[back]
            if before.lower in DETERMINERS or before.lower in POSSESSIVE_PRONOUNS or before.text in POSSESSIVE:
                return True
            if back in self._inside and self._inside[back].kind != "person":
                return True
            if not before.letters or before.lower in function_words() or is_finite_hint(before):
                return False
        return False

    def _alias_end(self, at: int) -> int:
        """Return the index behind "(MDA)" where it follows a name."""
        text = self._text
        if at + 2 < len(text) and text[at].text == "(" and text[at + 2].text == ")" and text[at + 1].text.isupper():
            return at + 3
        return at

    # appositions -----------------------------------------------------------------------------------------------

    def _apposition(self, at: int) -> tuple[int, Mention, tuple[Mention, ...]] | None:
        """Return what follows ", a senior medic from X": the index behind it, the role phrase, and owners."""
        text = self._text
        if at + 1 >= len(text) or text[at].text != ",":
            return None
        at += 1
        if at + 1 < len(text) and text[at].text.isdigit() and text[at + 1].text == ",":
            at += 2
        for head in range(at, min(at + 9, len(text))):
            word = text[head]
            if (
                word.text in {",", ".", ";", ":"}
                or (word.lower in PREPOSITIONS and head == at)
                or word.lower in PRONOUNS
            ):
                return None
            role = None if self._in_name(head, head + 1) else self._role(head)
            if role and role.first == at and role.noun and not role.noun.plural and role.noun.kind != "government":
                behind = text[role.last] if role.last < len(text) else None
                ends = behind is None or behind.text in {",", ".", ";", ")"} or behind.lower in {"and", "who"}
                if ends or (behind and is_finite_hint(behind) and behind.text not in POSSESSIVE):
                    return role.last, role, role.owners
        return None

    def _apposition_before(self, first: int) -> Mention | None:
        """Return the role phrase that ends at the comma before a name: "Vietnam's foreign minister, X,"."""
        if first < 2 or self._text[first - 1].text != ",":
            return None
        role = self._role_ending(first - 1)
        if role is None or role[1].plural or role[1].kind != "person":
            return self._attached_apposition(first - 1)
        return self._role(role[0])

    def _attached_apposition(self, comma: int) -> Mention | None:
        for head in range(max(0, comma - 7), comma):
            if self._text[head].sentence != self._text[comma].sentence or self._in_name(head, head + 1):
                continue
            role = self._role(head)
            if role and role.last == comma and role.noun and role.noun.kind == "person" and not role.noun.plural:
                return role
        return None

    # role nouns ------------------------------------------------------------------------------------------------

    def _role(self, at: int) -> Mention | None:
        """Return the noun phrase whose head is a role noun that begins here."""
        found = role_at(self._text, at, len(self._text))
        if found and found[1].kind == "document" and found[0] < len(self._text) and self._text[found[0]].text.isdigit():
            found = found[0] + 1, found[1]
        if found is None or (
            at and self._text[at - 1].lower == "to" and self._text[at].lower in {"head", "chair", "host"}
        ):
            return None
        head_last, noun = found
        if self._text[head_last - 1].sentence != self._text[at].sentence:
            return None
        first, owners = self._chunk_before(at)
        last, more = self._attached(head_last)
        mention = self._make(first, last, at, head_last, "role", noun.kind)
        opening = self._text[first].lower
        return replace(
            mention,
            noun=noun,
            role=self._role_span(at, head_last),
            owners=(*owners, *more),
            definite=opening in {"the", "this", "that", "these", "both"} or opening in POSSESSIVE_PRONOUNS,
            gender=noun.gender,
        )

    def _attached(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """Return the index behind "of the X", "for Y", "in Tokyo" after a head, and the owners named there."""
        owners: list[Mention] = []
        while at + 1 < len(self._text) and self._text[at].lower in _ATTACHING:
            link, name = self._text[at].lower, at + 1
            while name < len(self._text) and self._text[name].lower in {"the", "a", "his", "her", "its", "their"}:
                name += 1
            run = self._by_first.get(name)
            if run is None or (run.kind == "acronym" and link not in _OWNING):
                break
            if link in _OWNING:
                owner = self._make(run.first, run.last, run.first, run.last, "name", run.kind)
                owners.append(replace(owner, names=run.names, strong=run.strong))
            if link in {"on", "to"} and not run.names:
                break
            at = self._alias_end(run.last)
        return at, tuple(owners)
