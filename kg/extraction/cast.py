"""The cast of an article: which mentions stand for which actor (names, short forms, roles, capitals)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from kg.documents import Document, Span
from kg.extraction.identifiers import actor_id, slug
from kg.extraction.lexicons import honorific_roles, words
from kg.extraction.meanings import Meanings
from kg.extraction.mentions import Mention, MentionReader
from kg.extraction.tokens import read_words
from kg.extraction.words import ADVERBS, POSSESSIVE, PREPOSITIONS, Word, cue_words, is_finite_hint
from kg.facts import ActorType, Role
from kg.gazetteer import Entry, EntryKind, Gazetteer, Match
from kg.language import Analysis

_ACTORS: tuple[EntryKind, ...] = ("state", "organization")
_PLACE_BEFORE = frozenset("in at near from to around outside into across through of toward towards via".split())
_LONGEST_LABEL = 8  # words of a phrase that stands for somebody unnamed
_ALIAS = re.compile(r"\(([A-Z][A-Z.&-]+)\)$")
_ALSO = {"congresswoman": "representative", "congressman": "representative", "premier": "prime minister"}
_LONG_NAME, _ALIKE = 6, 0.87
_HEAD_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader", "sultan", "emir"}
)
_DEFENDERS = frozenset({"navy", "army", "air force", "coast guard", "coastguard", "police", "military", "border guard"})


@dataclass
class Member:
    """One actor of the cast, with all that the article says of who it is."""

    id: str
    label: str
    type: ActorType
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    represents: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    strong: bool = False
    heads: set[str] = field(default_factory=set)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The label's words, folded."""
        return tuple(slug(part) for part in self.label.split())


class Cast:
    """Reads the mentions of an article and says which actors they stand for.

    ``mentions(i)`` are those of paragraph i in reading order; ``words(i)`` its words. `of` resolves one mention to
    actors: several for a plural that stands for known ones, none where the article leaves it open.
    """

    def __init__(
        self, document: Document, analysis: Analysis, gazetteer: Gazetteer, matches: tuple[Match, ...]
    ) -> None:
        self._document, self._gazetteer = document, gazetteer
        self.meanings = Meanings(gazetteer, matches)
        self._words = [read_words(paragraph) for paragraph in analysis.paragraphs]
        common = frozenset(word.lower for text in self._words for word in text if word.text.islower())
        by_start = {match.span.start: match for match in matches if self._may_stand(match)}
        reader = MentionReader(document.text, by_start, common)
        self._mentions = [
            reader.read(paragraph.index, text) for paragraph, text in zip(analysis.paragraphs, self._words, strict=True)
        ]
        self.members: dict[str, Member] = {}
        self._aliases: dict[str, str] = {}
        self._resolved: dict[tuple[int, int], tuple[str, ...]] = {}
        self._body = [paragraph for paragraph in analysis.paragraphs if paragraph.block.kind == "body"]
        self._titles = [paragraph for paragraph in analysis.paragraphs if paragraph.block.kind != "body"]
        self._resolve_names()
        self._resolve_roles()

    def _may_stand(self, match: Match) -> bool:
        """Say whether a match is worth reading: "the court" only where the article supports a meaning."""
        if any(not name.ambiguous for name in match.names):
            return True
        kinds: tuple[EntryKind, ...] = ("territory", "state", "organization", "treaty")
        common = all(name.sense == "descriptive" or name.text[:1].islower() for name in match.names)
        return not (common or _is_office(match.span.text)) or self.meanings.choose(match.names, kinds) is not None

    def words(self, paragraph: int) -> tuple[Word, ...]:
        """Return the words of a paragraph."""
        return self._words[paragraph]

    def mentions(self, paragraph: int) -> tuple[Mention, ...]:
        """Return the mentions of a paragraph in reading order."""
        return self._mentions[paragraph]

    def of(self, mention: Mention) -> tuple[str, ...]:
        """Return the identifiers of the actors that a name or role noun stands for; none for pronouns."""
        return self._resolved.get((mention.head.start, mention.head.end), ())

    def is_place(self, mention: Mention) -> bool:
        """Say whether a capital or state is only where something is ("in Moscow", "from Japan")."""
        text = self._words[mention.paragraph]
        before = text[mention.first - 1].lower if mention.first else ""
        return before in _PLACE_BEFORE and mention.kind == "entity"

    def is_subject(self, mention: Mention) -> bool:
        """Say whether what stands around a mention makes it the subject of a clause, as far as words tell."""
        text = self._words[mention.paragraph]
        before = text[mention.first - 1].lower if mention.first else ""
        at = mention.last
        while at < len(text) and (text[at].lower.endswith("ly") or text[at].lower in ADVERBS or text[at].text == ","):
            at += 1
        if at >= len(text) or text[at].text in POSSESSIVE:
            return False
        return before not in PREPOSITIONS and is_finite_hint(text[at])

    def acting(self) -> set[str]:
        """Return the named actors that are the subject of a clause somewhere in the article: they do something."""
        named = [
            mention
            for mentions in self._mentions
            for mention in mentions
            if mention.is_name and self.is_subject(mention)
        ]
        return {actor for mention in named for actor in self.of(mention) if self.members[actor].strong}

    def adopt(self, mention: Mention, actors: tuple[str, ...]) -> None:
        """Let a mention stand for actors that its context tells ("the statement": whose it is)."""
        self._resolved[mention.head.start, mention.head.end] = actors

    def accept(self, mention: Mention) -> tuple[str, ...]:
        """Resolve an ambiguous name of one state or body that speaks: what speaks is no place and no thing."""
        actors = {
            name.entry.id: name.entry
            for name in mention.names
            if name.entry.kind in _ACTORS and name.sense != "demonym"
        }
        if mention.kind != "entity" or len(actors) != 1:
            return ()
        member = self._entry_member(next(iter(actors.values())))
        self._add(member, mention)
        return (member.id,)

    def owner(self, mention: Mention) -> tuple[str, ...]:
        """Return the state or body whose name or demonym a mention is: Turkey for "Turkish" in "Turkish jets"."""
        name = self.meanings.choose(mention.names, _ACTORS)
        if name is None:
            return ()
        member = self._entry_member(name.entry)
        if not member.mentions:
            member.mentions.append(mention.head)
        return (member.id,)

    def introduce(self, mention: Mention) -> tuple[str, ...]:
        """Let a single name that nobody bears be a person's: one who acts among others is somebody."""
        self._resolve_short(mention)
        if not self.of(mention):
            self._new_person(mention)
        return self.of(mention)

    def unnamed(self, mention: Mention, phrase: str | None = None) -> str:
        """Return the actor that a phrase itself names, where nobody known is meant ("unnamed government sources").

        ``phrase`` is the whole phrase where it is longer than the mention ("two diplomats familiar with the talks").
        """
        whole = phrase if phrase and len(phrase.split()) <= _LONGEST_LABEL and "," not in phrase else mention.span.text
        label = _without_determiner(" ".join(whole.split()))
        kind: ActorType = "group" if mention.plural else "person"
        if mention.kind in {"organization", "document"}:
            kind = "organization"
        represents = self._represents(mention.owners)
        member = self._member(actor_id(kind, label, represents), label, kind, represents)
        self._add(member, mention)
        return member.id

    # names -----------------------------------------------------------------------------------------------------

    def _resolve_names(self) -> None:
        named = [mention for paragraph in self._body for mention in self._mentions[paragraph.index] if mention.is_name]
        headline = [
            mention for paragraph in self._titles for mention in self._mentions[paragraph.index] if mention.is_name
        ]
        for mention in named:
            if mention.kind == "entity" or mention.names:
                self._resolve_entity(mention)
        for mention in (*named, *headline):
            if mention.kind == "organization" and not self.of(mention):
                self._resolve_organization(mention)
        persons = [mention for mention in named if mention.kind == "person" and not self.of(mention)]
        full = [mention for mention in persons if mention.head_last - mention.head_first > 1]
        for mention in sorted(full, key=lambda one: not self._is_person(one)):
            if self._is_person(mention):
                self._resolve_person(mention)
            else:
                self._resolve_known(mention)
        for mention in persons:
            if mention.head_last - mention.head_first == 1:
                self._resolve_short(mention)
        self._resolve_headline(headline)
        for mention in named:
            if mention.kind == "acronym":
                self._resolve_acronym(mention)

    def _resolve_headline(self, headline: list[Mention]) -> None:
        for mention in headline:
            if mention.kind == "entity" or mention.names:
                self._resolve_entity(mention)
            elif mention.kind == "person":
                self._resolve_short(mention) if mention.head_last - mention.head_first == 1 else self._resolve_known(
                    mention
                )

    def _resolve_entity(self, mention: Mention) -> None:
        name = self.meanings.choose(mention.names, _ACTORS)
        if name is None or (name.sense == "demonym" and not name.text.endswith("s")):
            return
        if name.sense == "demonym":
            self._resolve_people(mention, name.entry)
            return
        member = self._entry_member(name.entry)
        self._add(member, mention)

    def _resolve_people(self, mention: Mention, entry: Entry) -> None:
        member = self._member(actor_id("group", mention.head.text, entry.id), mention.head.text, "group", entry.id)
        self._add(member, mention)

    def _entry_member(self, entry: Entry) -> Member:
        kind: ActorType = "state" if entry.kind == "state" else "organization"
        member = self._member(entry.id, entry.label, kind, None)
        member.wikidata = entry.wikidata
        member.strong = True
        return member

    def _resolve_organization(self, mention: Mention) -> None:
        label = " ".join(_without_determiner(mention.head.text).split())
        represents = self._represents(mention.owners) or self._state_in(mention)
        state = self._gazetteer.entries.get(represents or "")
        if represents is None and _is_office(label):
            represents = self._state_before(mention)
            state = self._gazetteer.entries.get(represents or "")
        if state and state.kind == "state" and _is_office(label):
            label = self._with_demonym(label, state)
        member = self._member(actor_id("organization", label, None), label, "organization", represents)
        member.strong = True
        self._add(member, mention)

    def _state_in(self, mention: Mention) -> str | None:
        """Return the state whose demonym or name opens an organization's name ("Turkish Foreign Ministry")."""
        first = mention.head.text.split()[0]
        found = self._gazetteer.lookup(first)
        name = self.meanings.choose(tuple(found), ("state",))
        return name.entry.id if name else None

    def _with_demonym(self, label: str, state: Entry) -> str:
        demonyms = [name.text for name in self._gazetteer.names_of(state.id) if name.sense == "demonym"]
        demonym = next(
            (text for text in demonyms if label.startswith(text + " ")), demonyms[0] if demonyms else state.label
        )
        opening = [name.text for name in self._gazetteer.names_of(state.id)]
        rest = next(
            (
                label[len(form) :].lstrip(" '’s").strip()
                for form in sorted(opening, key=len, reverse=True)
                if label.startswith(form + " ")
            ),
            label,
        )
        return f"{demonym} {rest.title() if rest.islower() else rest}"

    def _state_before(self, mention: Mention) -> str | None:
        """Return the state named last before a mention in its paragraph, else the one that the article names most."""
        opening = self._words[mention.paragraph][0].start
        states = {one.id: one.mentions for one in self.members.values() if one.type == "state"}
        near = [
            (span.start, ident)
            for ident, spans in states.items()
            for span in spans
            if opening <= span.start < mention.span.start
        ]
        if near:
            return max(near)[1]
        return max(states, key=lambda ident: len(states[ident]), default=None)

    def _resolve_person(self, mention: Mention) -> None:
        parts = tuple(slug(part) for part in mention.head.text.split())
        for member in self._persons():
            if _same_name(parts, member.tokens):
                if len(mention.head.text) > len(member.label):
                    member.label = " ".join(mention.head.text.split())
                self._add(member, mention)
                return
        self._new_person(mention)

    def _resolve_known(self, mention: Mention) -> None:
        parts = tuple(slug(part) for part in mention.head.text.split())
        known = next((member for member in self._persons() if _same_name(parts, member.tokens)), None)
        if known:
            self._add(known, mention)

    def _resolve_short(self, mention: Mention) -> None:
        """Resolve one word of a name: who bears it as last name, else as first; the last mentioned before."""
        part = slug(mention.head.text)
        bearers = [one for one in self._persons() if part in one.tokens]
        bearers = [one for one in bearers if not mention.gender or one.gender in {None, mention.gender}] or bearers
        family = [one for one in bearers if part in (one.tokens[-1], _family_of(one.tokens))]
        chosen = family or [one for one in bearers if part == one.tokens[0]] or bearers or self._misspelt(part)
        if chosen:
            self._add(max(chosen, key=lambda one: _last_before(one.mentions, mention.span.start)), mention)
        elif mention.strong or mention.head.text in words("given-names") or self._speaks(mention):
            self._new_person(mention)

    def _speaks(self, mention: Mention) -> bool:
        """Say whether a reporting verb stands right behind a name, or right before it."""
        text = self._words[mention.paragraph]
        behind = text[mention.last].lower if mention.last < len(text) else ""
        before = text[mention.first - 1].lower if mention.first else ""
        return (
            (behind in cue_words() and not text[mention.head_first].opens)
            or before in {"said", "says"}
            or behind in {"said", "says", "told", "added"}
        )

    def _is_person(self, mention: Mention) -> bool:
        """Say whether something beside capital letters tells a person: a title, a given name, a verb."""
        first = mention.head.text.split()[0]
        text = self._words[mention.paragraph]
        before = text[mention.first - 1].lower if mention.first else ""
        titled = mention.noun is not None or mention.first < mention.head_first
        return titled or first in words("given-names") or before in cue_words() or self._acts(mention)

    def _acts(self, mention: Mention) -> bool:
        """Say whether a name is the subject of a verb, alone or joined to the next name by "and"."""
        text = self._words[mention.paragraph]
        if self.is_subject(mention):
            return True
        joined = mention.last < len(text) and text[mention.last].lower == "and"
        behind = [one for one in self._mentions[mention.paragraph] if joined and one.first == mention.last + 1]
        return any(one.kind == "person" and self.is_subject(one) for one in behind)

    def _misspelt(self, part: str) -> list[Member]:
        """Return persons whose last name differs by a letter or two from a long one ("Halefoglu", "Halefolu")."""
        if len(part) < _LONG_NAME:
            return []
        return [
            one
            for one in self._persons()
            if len(one.tokens[-1]) >= _LONG_NAME and SequenceMatcher(None, part, one.tokens[-1]).ratio() > _ALIKE
        ]

    def _new_person(self, mention: Mention) -> None:
        represents = self._stands_for(mention)
        label = " ".join(mention.head.text.split())
        member = self._member(actor_id("person", label, represents), label, "person", represents)
        member.strong = member.strong or mention.strong
        self._add(member, mention)

    def _persons(self) -> list[Member]:
        return [member for member in self.members.values() if member.type == "person" and member.strong]

    def _resolve_acronym(self, mention: Mention) -> None:
        known = self._aliases.get(mention.head.text)
        label = mention.head.text
        member = (
            self.members[known]
            if known
            else self._member(actor_id("organization", label, None), label, "organization", None)
        )
        self._add(member, mention)

    # roles -----------------------------------------------------------------------------------------------------

    def _resolve_roles(self) -> None:
        for paragraph in (*self._body, *self._titles):
            for mention in self._mentions[paragraph.index]:
                if mention.form == "role" and mention.noun:
                    actors = self._holders(mention)
                    if actors:
                        self._tell_state(mention, actors)
                        self._resolved[mention.head.start, mention.head.end] = actors
                        for actor in actors:
                            self.members[actor].mentions.append(mention.span)

    def _tell_state(self, mention: Mention, actors: tuple[str, ...]) -> None:
        """Learn a person's state from the role noun that names both ("the Japanese leader")."""
        member = self.members.get(actors[0])
        state = self._represents(mention.owners)
        if len(actors) == 1 and member and member.type == "person" and state and not member.represents and mention.role:
            member.represents = state
            member.roles.append(Role(mention.role.text, state, (mention.span,)))

    def _holders(self, mention: Mention) -> tuple[str, ...]:
        noun = mention.noun
        if noun is None:
            return ()
        state = self._represents(mention.owners)
        if noun.kind == "government":
            return self._government(mention, state)
        if noun.kind == "organization" and not noun.plural:
            return self._body_of(mention, state)
        if noun.kind == "person" and not noun.plural and (mention.definite or state):
            return self._role_holder(mention, state)
        if noun.kind == "person" and noun.plural and mention.definite and (known := self._group_of(mention)):
            return known
        if (
            noun.kind == "person"
            and noun.plural
            and mention.definite
            and "two" in mention.span.text.lower().split()[:2]
        ):
            return self._pair(mention)
        return ()

    def _group_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the group that was named before with the same noun: "the officials"."""
        head = mention.head.text.lower()
        groups = [one for one in self.members.values() if one.type == "group" and one.label.lower().split()[-1] == head]
        before = [one for one in groups if _last_before(one.mentions, mention.span.start) >= 0]
        return (before[-1].id,) if before else ()

    def _government(self, mention: Mention, state: str | None) -> tuple[str, ...]:
        if state in self._gazetteer.entries:
            self._entry_member(self._gazetteer.entries[state]) if state else None
            return (state,) if state else ()
        if mention.definite and not mention.plural and mention.noun and mention.noun.noun not in {"authority"}:
            last = self._state_before(mention)
            return (last,) if last else ()
        if (
            mention.definite
            and mention.plural
            and mention.noun
            and mention.noun.noun in {"country", "government", "nation", "state"}
        ):
            return self._last_states(mention)
        return ()

    def _last_states(self, mention: Mention) -> tuple[str, ...]:
        states = [one for one in self.members.values() if one.type == "state"]
        recent = sorted(states, key=lambda one: -_last_before(one.mentions, mention.span.start))[:2]
        return tuple(one.id for one in recent) if len(recent) == 2 else ()

    def _body_of(self, mention: Mention, state: str | None) -> tuple[str, ...]:
        """Resolve "the Japanese foreign ministry", "the ministry" to a body that is known or named so."""
        head = mention.noun.noun if mention.noun else ""
        if state is None and mention.definite:
            known = [one for one in self.members.values() if one.type == "organization" and head in one.label.lower()]
            if known:
                return (max(known, key=lambda one: _last_before(one.mentions, mention.span.start)).id,)
        if not _is_office(head) or (state is None and not mention.definite):
            return ()
        state = state or self._state_before(mention)
        entry = self._gazetteer.entries.get(state or "")
        if entry is None:
            return ()
        role = mention.role.text if mention.role else head
        label = self._with_demonym(role, entry)
        table = self._in_table(label, role, entry)
        member = (
            self._entry_member(table)
            if table
            else self._member(actor_id("organization", label, None), label, "organization", entry.id)
        )
        return (member.id,)

    def _in_table(self, label: str, role: str, state: Entry) -> Entry | None:
        """Return the body of a state under one of the names that tables give it ("Japan Coast Guard")."""
        spelt = role.lower().replace("coastguard", "coast guard").title()
        for form in (label, f"{state.label} {spelt}", label.replace("Coastguard", "Coast Guard")):
            for name in self._gazetteer.lookup(form):
                if name.entry.kind == "organization":
                    return name.entry
        return None

    def _role_holder(self, mention: Mention, state: str | None) -> tuple[str, ...]:
        head = mention.noun.noun if mention.noun else ""
        holders = [one for one in self._persons() if self._may_hold(one, head, state, mention) or "year-old" in head]
        before = [one for one in holders if _last_before(one.mentions, mention.span.start) >= 0]
        if not before:
            return ()
        return (max(before, key=lambda one: _last_before(one.mentions, mention.span.start)).id,)

    def _may_hold(self, one: Member, head: str, state: str | None, mention: Mention) -> bool:
        if state and one.represents and one.represents != state:
            return False
        if state and not one.represents and not (one.heads & _HEAD_OF_STATE and self._is_only_choice(state)):
            return False
        if mention.gender and one.gender and mention.gender != one.gender:
            return False
        return (
            _ALSO.get(head, head) in one.heads
            or head in one.heads
            or (head == "leader" and bool(one.heads & _HEAD_OF_STATE))
            or any(head == held.split()[-1] for held in one.heads)
        )

    def _is_only_choice(self, state: str) -> bool:
        """Say whether nobody else is known as a head of this state, so that one without a state may be."""
        return not any(one.represents == state and one.heads & _HEAD_OF_STATE for one in self._persons())

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        head = mention.noun.noun if mention.noun else ""
        holders = [
            one
            for one in self._persons()
            if self._may_hold(one, head, None, mention) or head in {"leader", "man", "woman"}
        ]
        if len(holders) < 2:
            holders = [one for one in self._persons() if not one.heads]
        recent = [one for one in holders if _last_before(one.mentions, mention.span.start) >= 0]
        recent.sort(key=lambda one: -_last_before(one.mentions, mention.span.start))
        return tuple(one.id for one in recent[:2]) if len(recent) > 1 else ()

    # members ---------------------------------------------------------------------------------------------------

    def _member(self, ident: str, label: str, kind: ActorType, represents: str | None) -> Member:
        member = self.members.get(ident)
        if member is None:
            member = self.members[ident] = Member(ident, label, kind, represents=represents)
        return member

    def _add(self, member: Member, mention: Mention) -> None:
        self._resolved[mention.head.start, mention.head.end] = (member.id,)
        member.mentions.append(mention.head)
        alias = _ALIAS.search(mention.span.text)
        if alias:
            self._aliases.setdefault(alias.group(1), member.id)
        member.gender = member.gender or mention.gender
        if mention.title in honorific_roles():
            member.heads.add(honorific_roles()[mention.title or ""])
        represents = self._stands_for(mention)
        if mention.noun and mention.role and mention.form == "name" and member.type != "state":
            member.roles.append(Role(mention.role.text, represents, (mention.span,)))
            member.heads.add(mention.noun.noun)
            member.represents = member.represents or represents

    def _stands_for(self, mention: Mention) -> str | None:
        """Return whom a person speaks for: a state only by an office ("minister"), a body by any role in it."""
        found = self._represents(mention.owners)
        is_state = found is not None and found.startswith("state/")
        if is_state and mention.noun and mention.noun.noun not in words("offices"):
            return None
        return found

    def _represents(self, owners: Iterable[Mention]) -> str | None:
        """Return the state or body that a phrase's owners name, the body before the state."""
        found: list[str] = []
        for owner in owners:
            if owner.kind == "organization" and not owner.names:
                self._resolve_organization(owner)
                found.extend(self.of(owner))
            elif owner.kind == "person":
                found.extend(one.represents for ident in self.of(owner) if (one := self.members[ident]).represents)
            elif owner.names:
                name = self.meanings.choose(owner.names, _ACTORS)
                if name:
                    self._entry_member(name.entry)
                    found.append(name.entry.id)
        return found[0] if found else None


def _is_office(label: str) -> bool:
    """Say whether a name is that of an office which every state has, so that it needs the state beside it."""
    last = label.lower().split()
    ends = " ".join(last[-2:])
    return (
        last[-1] in {"ministry", "parliament", "embassy", "consulate", "department", "cabinet"}
        or last[-1] in _DEFENDERS
        or ends in _DEFENDERS
    )


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names of several words can be one person's: in any order, or one within the other."""
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and set(short) <= set(long) and short[-1] == long[-1]


def _family_of(tokens: tuple[str, ...]) -> str:
    """Return the family name where it stands first, as in names whose given name is hyphenated ("Wi Yong-Seop")."""
    return tokens[0] if len(tokens) > 1 and ("-" in tokens[-1] or len(tokens[0]) <= 3) else tokens[-1]


def _last_before(spans: Iterable[Span], offset: int) -> int:
    return max((span.start for span in spans if span.start < offset), default=-1)


def _without_determiner(text: str) -> str:
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in {"the", "a", "an", "both"}:
        parts = parts[1:]
    return " ".join(parts)
