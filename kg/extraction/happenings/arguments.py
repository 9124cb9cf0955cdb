"""Who takes part in an event, and where: subjects to the left of its words, objects and places to the right."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.documents import Span
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.scene import Scene
from kg.extraction.attribution.speakers import Discourse, Subject, resolve, subject_before
from kg.extraction.happenings.patterns import noun_classes
from kg.extraction.happenings.sites import Site
from kg.extraction.lexicons import Cue
from kg.extraction.mentions import Mention
from kg.extraction.words import DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS

_PLACE = frozenset(
    "in at near off outside around on over into through within from to inside across toward towards onto along".split()
) | {"of"}
_WHERE = frozenset("in at near off outside around inside within".split())
_WITH = frozenset({"with", "against", "between", "and", "by", "from", "to", "for", "on", "of"})
_MOST_PARTICIPANTS = 5
_CUE = Cue((), "", "event", frozenset())


@dataclass
class Parties:
    """The actors on one side of an event, and the words ``first <= i < last`` that name them."""

    actors: list[str] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    is_force: bool = False

    def add(self, actors: tuple[str, ...]) -> None:
        """Add actors that are not there yet."""
        self.actors.extend(actor for actor in actors if actor not in self.actors)

    def cover(self, first: int, last: int) -> None:
        """Grow the words."""
        self.first = first if self.first is None else min(self.first, first)
        self.last = last if self.last is None else max(self.last, last)


class Arguments:
    """Reads the arguments of the sites of one paragraph."""

    def __init__(self, scene: Scene, discourse: Discourse) -> None:
        self._scene, self._discourse = scene, discourse

    # subjects --------------------------------------------------------------------------------------------------

    def subject(self, site: Site, begin: int) -> Parties:
        """Return who does it: the subject of the verb, that of a verb before "and", or the owner of a noun."""
        if site.tense == "noun":
            return self._owner(site)
        found = self._direct(site.phrase_first, site.start, site.pattern.type)
        if found.first is None and site.start > begin:
            found = self._direct(site.phrase_first, begin, site.pattern.type)
        if found.first is None:
            found = self._shared(site, begin)
        return found

    def _direct(self, at: int, start: int, site_type: str) -> Parties:
        scene, parties = self._scene, Parties()
        inside = scene.quoted[min(at, len(scene.words) - 1)]
        subject = subject_before(scene, CueSite(at, at, _CUE, "finite", phrase_first=at), start, inside=inside)
        if subject is not None:
            for mention in subject.mentions:
                if mention.kind == "document" and site_type != "ACCUSE":
                    continue
                parties.add(self._people(mention))
            parties.cover(subject.first, subject.last)
            parties.is_force = any(self._is_force(mention) for mention in subject.mentions)
            if parties.actors:
                return parties
        return self._force(at, start) or parties

    def _people(self, mention: Mention) -> tuple[str, ...]:
        """Return the actors of a subject's mention; soldiers, ships and officials stand for their states."""
        states = self._owners(mention)
        if mention.form == "role" and mention.plural and states:
            return states
        found = resolve(self._scene, Subject((mention,), mention.first, mention.last), self._discourse)
        if not found and mention.kind == "person" and mention.is_name:
            return self._scene.cast.introduce(mention)
        return found

    def _owners(self, mention: Mention) -> tuple[str, ...]:
        states = tuple(state for owner in mention.owners for state in self._state_of(owner))
        before = mention.first - 1
        if states and before > 0 and self._scene.words[before].lower == "and":
            joined = [other for other in self._scene.by_last.get(before, ()) if other.names]
            states = (*(state for other in joined for state in self._state_of(other)), *states)
        return states

    def _state_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the state or body that a name or demonym stands for."""
        return self._scene.cast.of(mention) or self._scene.cast.owner(mention)

    def _is_force(self, mention: Mention) -> bool:
        head = mention.head.text.lower().split()[-1]
        return mention.kind in {"organization", "entity", "government"} or head in noun_classes()["force"]

    def _force(self, at: int, start: int) -> Parties | None:
        """Return whose the ships, jets or troops are that end right before a word, by the state before them."""
        scene, head = self._scene, at - 1
        while head > start and scene.words[head].lower in {"had", "have"}:
            head -= 1
        if head < start or scene.words[head].lower not in noun_classes()["force"] | noun_classes()["person"]:
            return None
        parties = Parties(is_force=scene.words[head].lower in noun_classes()["force"])
        first = head
        while (
            first > start
            and scene.words[first - 1].letters
            and scene.words[first - 1].lower not in DETERMINERS | POSSESSIVE_PRONOUNS
            and head - first < 6
        ):
            if self._ends_group(first - 1):
                break
            first -= 1
        for mention in scene.mentions:
            if first <= mention.head_first and mention.head_last <= head + 1 and mention.names:
                parties.add(self._state_of(mention))
        if not parties.actors and first > start and scene.words[first - 1].lower in POSSESSIVE_PRONOUNS:
            parties.add(self._possessor(first - 1))
        parties.cover(
            max(first - 1, start)
            if first > start and scene.words[first - 1].lower in DETERMINERS | POSSESSIVE_PRONOUNS
            else first,
            head + 1,
        )
        return parties if parties.actors else None

    def _ends_group(self, at: int) -> bool:
        word = self._scene.words[at]
        return word.lower in _PLACE or word.lower in {"that", "and", "with", "when", "after", "if"}

    def _possessor(self, at: int) -> tuple[str, ...]:
        """Return whose "its" and "their" are: the last state or body before."""
        for mention in reversed([one for one in self._scene.mentions if one.last <= at]):
            actors = self._scene.cast.of(mention)
            if actors and mention.kind in {"entity", "organization", "government"}:
                return actors
        return ()

    def _shared(self, site: Site, begin: int) -> Parties:
        """Return the subject that a verb behind "and" or a participle shares with the verb before it."""
        scene, parties = self._scene, Parties()
        for mention in scene.mentions:
            if (
                begin <= mention.first
                and mention.last <= site.phrase_first
                and scene.quoted[mention.first] == scene.quoted[site.first]
            ):
                if not (scene.cast.is_subject(mention) or mention.first == begin) or mention.kind == "document":
                    continue
                actors = self._people(mention)
                if actors:
                    parties.actors = list(actors)
                    parties.is_force = self._is_force(mention)
        return parties

    def _owner(self, site: Site) -> Parties:
        """Return the owner of a noun: "Israel's annexation of", "the Russian invasion"; of "his visit", the subject."""
        scene, parties, at = self._scene, Parties(), site.first - 1
        while (
            at >= site.start
            and scene.words[at].letters
            and scene.words[at].lower not in DETERMINERS | _PLACE | POSSESSIVE_PRONOUNS
        ):
            for mention in (
                scene.by_last.get(at, ()) if scene.words[at].text in POSSESSIVE else scene.by_last.get(at + 1, ())
            ):
                actors = scene.cast.of(mention) or self._state_of(mention)
                if actors:
                    parties.add(actors)
                    parties.cover(mention.first, site.first)
                    return parties
            at -= 1
        is_pronoun = at >= site.start and scene.words[at].lower in POSSESSIVE_PRONOUNS
        if is_pronoun or site.pattern.form[-1] == "with":
            return self._shared(site, site.start)
        return parties

    # objects ---------------------------------------------------------------------------------------------------

    def objects(self, site: Site) -> Parties:
        """Return whom it is done to or with: actors behind the words, but for those that only say where."""
        parties = Parties()
        for mention in self._behind(site):
            if len(parties.actors) >= _MOST_PARTICIPANTS:
                break
            actors = self._object(site, mention)
            if actors:
                parties.add(actors)
                parties.cover(mention.first, mention.last)
        return parties

    def _behind(self, site: Site) -> Iterator[Mention]:
        covered = site.last
        for mention in self._scene.mentions:
            if site.last <= mention.head_first and mention.head_last <= site.stop and mention.head_first >= covered:
                covered = mention.last if mention.form != "pronoun" else covered
                yield mention

    def _object(self, site: Site, mention: Mention) -> tuple[str, ...]:
        scene = self._scene
        before = scene.words[mention.first - 1].lower if mention.first > site.first else ""
        is_direct = all(self._is_modifier(at) for at in range(site.last, mention.first))
        in_pattern = mention.first == site.last
        owns = mention.last < len(scene.words) and scene.words[mention.last].text in POSSESSIVE
        if mention.form == "pronoun":
            return ()
        if (
            before in _WHERE | {"on", "through", "into", "over"}
            and not owns
            and not (in_pattern and site.pattern.form[-1] == "on")
            and mention.kind == "entity"
        ):
            return ()
        if (
            before in {"to", "from"}
            and mention.kind == "entity"
            and site.pattern.type in {"CONSULT", "MOBILIZE", "RETREAT"}
        ):
            return ()
        known = scene.cast.of(mention)
        if known:
            return known
        if (
            mention.kind == "person"
            and mention.is_name
            and (is_direct or before in {"with", "and"})
            and site.pattern.needs
        ):
            return scene.cast.introduce(mention)
        if mention.form == "role":
            if mention.plural and mention.kind == "group" and (states := self._owners(mention)):
                return states
            return (scene.cast.unnamed(mention),) if is_direct or before in _WITH else self._owners(mention)
        if mention.names:
            return self._state_of(mention)
        return ()

    def _is_modifier(self, at: int) -> bool:
        word = self._scene.words[at]
        return word.lower in DETERMINERS | POSSESSIVE_PRONOUNS or word.text.isdigit() or word.lower in {"with", "of"}

    # places ----------------------------------------------------------------------------------------------------

    def place(self, site: Site) -> Span | None:
        """Return where: the first name or geographic noun behind a preposition of place in the clause."""
        scene = self._scene
        for at in range(site.first, min(site.stop, len(scene.words) - 1)):
            if scene.words[at].lower in _PLACE and (found := self._place_behind(at + 1, site.stop)):
                return found
        return None

    def _place_behind(self, at: int, stop: int) -> Span | None:
        scene, first = self._scene, at
        while at < stop and scene.words[at].lower in DETERMINERS:
            at += 1
        for mention in scene.by_first.get(at, ()):
            if mention.names and mention.last <= stop and not self._is_followed_by_noun(mention.last):
                kinds = {name.entry.kind for name in mention.names if name.sense != "demonym"}
                if kinds & {"territory", "state"}:
                    return mention.head
            if mention.kind == "person" and not scene.cast.of(mention) and mention.head_last - mention.head_first < 3:
                return mention.head
        for here in range(at, min(at + 4, stop)):
            if scene.words[here].lower in noun_classes()["land"] | noun_classes()["waters"] | {
                "border",
                "strait",
                "coast",
                "pier",
                "harbour",
            }:
                return scene.span(first, here + 1)
            if not scene.words[here].letters or scene.words[here].lower in _PLACE:
                return None
        return None

    def _is_followed_by_noun(self, at: int) -> bool:
        return at < len(self._scene.words) and self._scene.words[at].text in POSSESSIVE
