"""Whom it is done to or with, and where: actors and places behind the words that tell of an event."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.coreference import Scene
from kg.extraction.happenings.parties import Parties, owners_of, state_of
from kg.extraction.happenings.patterns import noun_classes
from kg.extraction.happenings.sites import Site
from kg.extraction.mentions import Mention
from kg.extraction.words import DETERMINERS, DETERMINING, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS

_MOST, _NEAR_THAT = 5, 4
_WITH = frozenset({"with", "against", "between", "by", "and", "of"})
_BESIDES: dict[str, frozenset[str]] = {
    "CONCEDE": frozenset({"to", "from"}),
    "AID": frozenset({"to", "for"}),
    "SUPPORT": frozenset({"to", "for"}),
    "AGREE": frozenset({"to"}),
    "REQUEST": frozenset({"to", "on", "upon", "from"}),
    "THREATEN": frozenset({"to"}),
    "COERCE": frozenset({"from"}),
    "ASSAULT": frozenset({"from", "on"}),
    "SANCTION": frozenset({"on", "from"}),
    "PROTEST": frozenset({"from", "to"}),
    "ACCUSE": frozenset({"on", "for", "into"}),
}
_WHERE = frozenset("in at near off outside around inside within over through".split())
_WAYS: dict[str, frozenset[str]] = {
    "MOBILIZE": frozenset({"to", "into", "on", "toward", "towards", "of"}),
    "COERCE": frozenset({"on"}),
    "ASSAULT": frozenset({"on"}),
    "RETREAT": frozenset({"from", "of"}),
    "AID": frozenset({"to"}),
    "CONSULT": frozenset({"to"}),
}
_TAKEN = frozenset({"COERCE", "CONCEDE", "ASSAULT", "RETREAT"})
_VISITS = frozenset({"visit", "visits", "visited", "visiting"})
_QUANTITIES = frozenset(
    "all both dozens few half hundreds many most one several some thousands two three four five".split()
)
_SEATS = frozenset("building consulate embassy headquarters office offices palace".split())
_PLACE_NOUNS = frozenset({"border", "strait", "coast", "pier", "harbour", "harbor", "frontier", "bay", "gulf"})


class Objects:
    """Reads the objects and places of the sites of one paragraph."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, site: Site) -> Parties:
        """Return whom it is done to or with: actors behind the words, but for those that only say where."""
        parties = Parties()
        for mention in self._behind(site):
            if len(parties.actors) < _MOST and (actors := self._actors(site, mention)):
                parties.add(actors)
                parties.cover(mention.first, mention.last)
        return parties

    def told(self, site: Site, end: int) -> tuple[str, ...]:
        """Return who is to do, or is said to have done, what the clause behind "that" tells: its subject."""
        scene, at = self._scene, site.stop
        if at >= end or (scene.words[at].lower != "that" and site.pattern.form[-1] != "that"):
            return ()
        near = (one for one in scene.mentions_headed(at, min(at + _NEAR_THAT, end)) if one.kind != "document")
        first = next(near, None)
        if first is None or first.form == "pronoun":
            return ()
        return owners_of(scene, first) or state_of(scene, first)

    def _behind(self, site: Site) -> Iterator[Mention]:
        """Yield the mentions of the clause behind a site, of one within another the outer, but for documents."""
        covered = site.last
        for mention in self._scene.mentions_headed(site.last, site.stop):
            if mention.head_last <= site.stop and mention.head_first >= covered:
                if mention.form == "pronoun" or mention.kind == "document":
                    continue
                covered = mention.last
                yield mention

    def _actors(self, site: Site, mention: Mention) -> tuple[str, ...]:
        scene, link = self._scene, self._link(site, mention)
        owns = mention.last < len(scene.words) and scene.words[mention.last].text in POSSESSIVE
        is_demonym = bool(mention.names) and mention.names[0].sense == "demonym"
        is_direct = link == ""
        linked = link in _WITH | _BESIDES.get(site.pattern.type, frozenset())
        if link == "from" and site.passive and site.pattern.type == "ASSAULT":
            return ()  # "rockets were fired from Lebanon"
        if _is_body_by_name(mention) and scene.cast.is_part_of_noun(mention):
            return ()
        if mention.form == "role" and (self._modifies(mention) or mention.head.text.lower() in _SEATS):
            return ()
        if mention.names and not _is_state_by_name(mention) and self._is_place_of(site, mention, link):
            return ()
        if not (is_direct or linked or owns or (is_demonym and link in {"on", "at", "for"})):
            return ()
        if known := scene.cast.of(mention):
            return known
        if mention.kind == "person" and mention.is_name:
            return (
                scene.cast.introduce(mention) if site.pattern.needs and link in {"", "with", "and", "between"} else ()
            )
        if mention.form == "role":
            return self._of_role(mention, link, site)
        return state_of(scene, mention)

    def _modifies(self, mention: Mention) -> bool:
        """Say whether a noun for people only tells of what kind another is: "fighter jets", "an official protest"."""
        tree, noun = self._scene.tree, mention.head_last - 1
        return tree.relation(noun) in {"compound", "amod"} and tree.heads[noun] >= mention.last

    def _is_place_of(self, site: Site, mention: Mention, link: str) -> bool:
        """Say whether a city or territory is where help goes, or what is taken, rather than who is dealt with."""
        takes = site.pattern.type in _TAKEN and link == ""
        return (takes and self._is_place(mention, named=True)) or (link == "to" and site.pattern.type == "AID")

    def _of_role(self, mention: Mention, link: str, site: Site) -> tuple[str, ...]:
        states = owners_of(self._scene, mention)
        before = self._scene.words[mention.first].lower
        if before in POSSESSIVE_PRONOUNS or site.pattern.type in {"MOBILIZE", "RETREAT"}:
            return states  # its own envoy or troops
        if mention.kind == "group" and states:
            return states
        if mention.kind == "organization" and not (mention.definite or mention.owners):
            return ()
        near = mention.first - site.last < 3 or link in _WITH - {"of"}
        return (self._scene.cast.unnamed(mention),) if near and link != "of" else states

    def _link(self, site: Site, mention: Mention) -> str:
        """Return the preposition that a mention hangs on; "" for a direct object, "?" for part of another phrase."""
        words, at = self._scene.words, mention.first - 1
        while at >= site.last and (words[at].lower in DETERMINING or words[at].text.isdigit()):
            at -= 1
        if at > site.last and words[at].lower == "of" and self._counts(at - 1):
            at -= 2  # "11 of the protesters" are the object, not theirs
        if at < site.last:
            particle = site.pattern.form[-1]
            return particle if particle in PREPOSITIONS and site.pattern.form[1:] else ""
        word = words[at].lower
        if word == "and":
            return "and"
        return word if word in PREPOSITIONS else "" if at - site.last < 3 else "?"

    def _counts(self, at: int) -> bool:
        word = self._scene.words[at]
        return word.text.isdigit() or word.lower in _QUANTITIES

    # places ----------------------------------------------------------------------------------------------------

    def place(self, site: Site) -> Span | None:
        """Return where: the territory that is taken or left, else the first place behind a preposition."""
        scene, kind = self._scene, site.pattern.type
        for mention in scene.mentions_over(site.first):
            if mention.head_first <= site.first < mention.head_last and mention.head_last > site.last:
                return scene.span(site.last, mention.head_last)  # "annexed Crimea" is a name of the tables
        takes = kind in _TAKEN or scene.words[site.first].lower in _VISITS
        if takes and (taken := self._place_at(site.last, site.stop, named=kind in _TAKEN)):
            return taken
        ways = _WHERE | _WAYS.get(kind, frozenset())
        for at in range(site.last - 1, min(site.stop, len(scene.words)) - 1):
            if scene.words[at].lower in ways and (found := self._place_at(at + 1, site.stop, named=False)):
                return found
        return None

    def _place_at(self, at: int, stop: int, *, named: bool) -> Span | None:
        scene, first = self._scene, at
        while at < stop and scene.words[at].lower in DETERMINERS:
            at += 1
        here: list[Mention] = [*scene.by_first.get(at, ()), *scene.by_first.get(first, ())]
        for mention in here:
            if mention.head_last <= stop and self._is_place(mention, named=named):
                return mention.head
        return None if named else self._common_place(first, at, stop)

    def _is_place(self, mention: Mention, *, named: bool) -> bool:
        scene = self._scene
        if mention.last < len(scene.words) and scene.words[mention.last].text in POSSESSIVE:
            return False
        kinds = {name.entry.kind for name in mention.names if name.sense != "demonym"}
        if kinds:
            return "territory" in kinds or (not named and "state" in kinds)
        return not named and mention.kind == "person" and mention.form == "name" and not scene.cast.of(mention)

    def _common_place(self, first: int, at: int, stop: int) -> Span | None:
        """Return a geographic noun with its modifiers: "the disputed waters"."""
        scene = self._scene
        nouns = noun_classes()["land"] | noun_classes()["waters"] | _PLACE_NOUNS
        for here in range(at, min(at + 4, stop)):
            word = scene.words[here]
            if word.lower in nouns and not (here + 1 < stop and scene.words[here + 1].lower in nouns):
                return scene.span(first, here + 1)
            if not word.letters or word.lower in PREPOSITIONS or scene.by_first.get(here):
                return None
        return None


def _is_body_by_name(mention: Mention) -> bool:
    return bool(mention.names) and mention.names[0].entry.kind == "organization"


def _is_state_by_name(mention: Mention) -> bool:
    """Say whether a mention is a state's own name or demonym, not that of its capital or of a territory."""
    return any(
        name.entry.kind in {"state", "organization"} and name.sense in {"name", "demonym"} for name in mention.names
    )
