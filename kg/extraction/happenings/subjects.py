"""Who does it: the subject of a verb, the owner of a noun, and whose the ships and troops are."""

from dataclasses import replace

from kg.extraction.article import Article
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.speakers import inherited_subject, parsed_subject, subject_before
from kg.extraction.attribution.speakers.parsed import subject_of_verb
from kg.extraction.coreference import Scene, Subject, resolve
from kg.extraction.happenings.parties import Parties, owners_of, senders_of, state_of
from kg.extraction.happenings.patterns import noun_classes
from kg.extraction.happenings.sites import Site
from kg.extraction.lexicons import Cue
from kg.extraction.mentions import Mention
from kg.extraction.words import (
    DETERMINERS,
    DETERMINING,
    FIRST_PERSON,
    POSSESSIVE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
)

_CUE = Cue((), "", "event", frozenset())
_ENDS_GROUP = PREPOSITIONS | {"that", "and", "with", "when", "after", "if"}
_BODIES = frozenset({"organization", "entity", "government"})
_LONGEST_GROUP = 6


class Subjects:
    """Reads the subjects of the sites of one paragraph."""

    def __init__(self, article: Article, scene: Scene) -> None:
        self._scene, self._references, self._resumed = scene, article.references, article.resumed

    def of(self, site: Site, begin: int) -> Parties:
        """Return who does it, in the sentence that begins at a word: its own subject or a shared one."""
        if site.tense == "noun":
            return self._owner(site)
        for start in sorted({site.start, begin}, reverse=True):
            found = self._direct(site, start)
            if found.first is not None:
                return found
        parsed = self._parsed(site, begin)
        refers_back = self._scene.words[site.phrase_first - 1].lower == "them"
        is_own = parsed.last == site.phrase_first and self._scene.words[parsed.last - 1].lower not in RELATIVES
        if parsed.actors or parsed.is_crowd or (is_own and not refers_back):
            return parsed
        shared = self.shared(site, begin) if refers_back or not site.passive else Parties()
        return shared if shared.actors else parsed

    def _direct(self, site: Site, start: int) -> Parties:
        scene, at = self._scene, site.phrase_first
        start, at = self._resumed.get((scene.paragraph.index, at), (start, at))
        inside = scene.quoted[min(at, len(scene.words) - 1)]
        subject = subject_before(scene, CueSite(at, at, _CUE, "finite", phrase_first=at), start, inside=inside)
        parties = self._parties(subject, site)
        return parties if parties.actors else self._force(at, start) or parties

    def _parsed(self, site: Site, begin: int) -> Parties:
        """Return the subject that the parse gives a verb, however far it stands: its own, else one that it shares."""
        scene, inside = self._scene, self._scene.quoted[site.first]
        cue = CueSite(site.first, site.last, _CUE, "finite", phrase_first=site.phrase_first)
        subject = parsed_subject(scene, cue, begin, inside=inside)
        shared = None if subject else inherited_subject(scene, cue, begin, inside=inside)
        subject = subject or shared
        if subject is None:
            return Parties()
        if all(self._is_somebody(mention) for mention in subject.mentions):
            return Parties(first=subject.first, last=subject.last)
        parties = self._parties(subject, site)
        if not parties.actors:
            parties = self._force(subject.last, begin) or parties
        return replace(parties, first=None, last=None) if shared else parties

    def _is_somebody(self, mention: Mention) -> bool:
        """Say whether a noun means one person of whom nothing else is told: "the coach"."""
        cast, is_one = self._scene.cast, mention.form == "role" and mention.kind == "person" and not mention.plural
        known = [cast.members[actor] for actor in cast.of(mention)]
        return is_one and not mention.owners and all(one.label.islower() and not one.represents for one in known)

    def _is_thing(self, mention: Mention) -> bool:
        """Say whether a mention is a noun of no list of people or bodies, and means nobody known."""
        is_unlisted = mention.form == "role" and mention.noun is None
        return is_unlisted and not mention.owners and not self._scene.cast.of(mention)

    def _parties(self, subject: Subject | None, site: Site) -> Parties:
        """Return whom the mentions of a subject stand for."""
        parties = Parties()
        if subject is not None:
            parties.is_crowd = any(_is_crowd(mention) for mention in subject.mentions)
            named = [one for one in subject.mentions if one.kind != "document" or site.pattern.type == "ACCUSE"]
            told = [one for one in named if not self._is_anybody(one, site) and not self._is_thing(one)]
            for mention in told:
                parties.add(self._people(mention))
            parties.cover(subject.first, subject.last)
            parties.is_force = any(_is_force(mention) for mention in told)
        return parties

    def _people(self, mention: Mention) -> tuple[str, ...]:
        """Return the actors of a subject's mention; soldiers, ships and officials stand for their states."""
        stands_for_state = mention.form == "role" and (mention.plural or mention.kind == "group")
        if stands_for_state and (states := owners_of(self._scene, mention) or senders_of(self._scene, mention)):
            return states
        if stands_for_state and self._scene.words[mention.first].lower in POSSESSIVE_PRONOUNS:
            return self._possessor(mention.first)
        if mention.form == "pronoun":
            own = mention.head.text.lower() in FIRST_PERSON
            return self._references.of(mention) or (self._references.speakers(mention) if own else ())
        found = resolve(self._scene, mention, self._references.discourse(mention.paragraph))
        if not found and mention.kind == "person" and mention.is_name:
            return self._scene.cast.introduce(mention)
        return found or (state_of(self._scene, mention) if mention.form == "name" else ())

    def _is_anybody(self, mention: Mention, site: Site) -> bool:
        """Say whether a bare noun of many names no group: "troops were deployed", "people were killed"."""
        is_bare = mention.form == "role" and mention.head == mention.span and not self._scene.cast.of(mention)
        nouns = noun_classes()["force"] | ({"people"} if site.passive else set())
        return is_bare and mention.kind != "organization" and mention.head.text.lower() in nouns

    def _force(self, at: int, start: int) -> Parties | None:
        """Return whose the ships, jets or troops are that end right before a word, by the states before them."""
        scene, head = self._scene, at - 1
        forces = noun_classes()["force"]
        if head < start or scene.words[head].lower not in forces | noun_classes()["person"]:
            return None
        first = self._group_start(head, start)
        parties = Parties(is_force=scene.words[head].lower in forces)
        for mention in scene.mentions_headed(first, head + 1):
            if mention.head_last <= head + 1 and (mention.names or scene.cast.of(mention)):
                parties.add(state_of(scene, mention))
        if not parties.actors and first > start and scene.words[first - 1].lower in POSSESSIVE_PRONOUNS:
            parties.add(self._possessor(first - 1))
            first -= 1
        for other in (
            scene.by_last.get(first - 1, ()) if first > start and scene.words[first - 1].lower == "and" else ()
        ):
            parties.actors = list(dict.fromkeys((*state_of(scene, other), *parties.actors)))
            first = other.first
        parties.cover(first, head + 1)
        return parties if parties.actors else None

    def _group_start(self, head: int, start: int) -> int:
        first, words = head, self._scene.words
        while first > start and words[first - 1].letters and head - first < _LONGEST_GROUP:
            if words[first - 1].lower in DETERMINING | _ENDS_GROUP:
                break
            first -= 1
        return first

    def _possessor(self, at: int) -> tuple[str, ...]:
        """Return whose "its" and "their" are: the last state or body before."""
        for mention in self._scene.mentions_before(at):
            actors = self._scene.cast.of(mention)
            if actors and mention.kind in _BODIES:
                return actors
        return ()

    def shared(self, site: Site, begin: int) -> Parties:
        """Return the subject that a verb behind "and" or a participle shares with the verb before it."""
        scene, parties = self._scene, Parties()
        inside = scene.quoted[site.first]
        for mention in scene.mentions_between(begin, site.phrase_first):
            is_before = mention.last <= site.phrase_first and scene.quoted[mention.first] == inside
            if not is_before or mention.kind == "document" or self._is_title(mention) or self._is_thing(mention):
                continue
            if (scene.cast.is_subject(mention) or mention.first == begin) and (actors := self._people(mention)):
                parties.actors, parties.is_force = [*self._joined(mention, begin), *actors], _is_force(mention)
        return parties

    def _is_title(self, mention: Mention) -> bool:
        """Say whether a role noun is but the title in a longer mention."""
        others = self._scene.by_first.get(mention.first, ())
        return mention.form == "role" and any(other.is_name and other.last > mention.last for other in others)

    def _joined(self, mention: Mention, begin: int) -> list[str]:
        """Return those who are joined to a subject by "and" on its left."""
        words, found = self._scene.words, list[str]()
        for other in self._scene.by_last.get(mention.first - 1, ()) if mention.first > begin + 1 else ():
            if words[mention.first - 1].lower == "and" and other.first >= begin:
                found.extend(actor for actor in self._people(other) if actor not in found)
        return found

    def _owner(self, site: Site) -> Parties:
        """Return the owner of a noun: "Israel's annexation of", "the Russian invasion"; of "his visit", the subject."""
        scene, parties, at = self._scene, Parties(), site.first - 1
        stops = DETERMINERS | PREPOSITIONS | POSSESSIVE_PRONOUNS
        while at >= site.start and scene.words[at].letters and scene.words[at].lower not in stops:
            end = at if scene.words[at].text in POSSESSIVE else at + 1
            for mention in scene.by_last.get(end, ()):
                if actors := state_of(scene, mention):
                    parties.add(actors)
                    parties.cover(mention.first, site.first)
                    return parties
            at -= 1
        owned = at >= site.start and scene.words[at].lower in POSSESSIVE_PRONOUNS
        if owned or site.pattern.form[-1] == "with":
            parties = self.shared(site, site.start)
        is_trip = site.pattern.subtype == "visit" and _on_trip(scene, site)
        return self._governing(site) if is_trip and not parties.actors else parties

    def _governing(self, site: Site) -> Parties:
        """Return the subject of the verb that a noun hangs on: "on a visit to Lagos, he said"."""
        tree, at = self._scene.tree, site.first
        while tree.heads[at] != at and not tree.is_verb(at):
            at = tree.heads[at]
        subject = subject_of_verb(self._scene, at, (0, 0)) if tree.is_verb(at) else None
        return replace(self._parties(subject, site), first=None, last=None)


def _on_trip(scene: Scene, site: Site) -> bool:
    """Say whether a visit is what somebody is on, or does something during."""
    return bool({"on", "during"} & {word.lower for word in scene.words[max(site.start, site.first - 4) : site.first]})


def _is_crowd(mention: Mention) -> bool:
    """Say whether a noun means people, troops or weapons: "crowds", "hundreds", "shells"."""
    noun = mention.head.text.lower().split()[-1]
    return any(noun in noun_classes()[name] for name in ("crowd", "force", "person", "projectile"))


def _is_force(mention: Mention) -> bool:
    return mention.kind in _BODIES or mention.head.text.lower().split()[-1] in noun_classes()["force"]
