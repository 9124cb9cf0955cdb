"""Reads the happenings of an article, sentence by sentence, and merges those that are one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.extraction.attribution.scene import Scene
from kg.extraction.attribution.speakers import Discourse
from kg.extraction.cast import Cast
from kg.extraction.happenings.modality import cancelled_at, status_of
from kg.extraction.happenings.objects import Objects
from kg.extraction.happenings.parties import Parties
from kg.extraction.happenings.patterns import noun_classes
from kg.extraction.happenings.sites import Site, find_sites
from kg.extraction.happenings.subjects import Subjects
from kg.facts import EventStatus
from kg.language import Analysis, Paragraph
from kg.language.clock import Tense
from kg.language.dates import find_dates

_IN_QUOTES = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_COURTS = frozenset("court tribunal judge judges panel arbitrators justices icj itlos commission".split())


@dataclass(frozen=True, slots=True)
class Happening:
    """One telling of an event: who, where, when, whether, and the words that tell it."""

    type: str
    subtype: str
    status: EventStatus
    participants: tuple[str, ...]
    evidence: tuple[Span, ...]
    place: Span | None
    date: PartialDate | None
    scope: Span


def read_happenings(document: Document, analysis: Analysis, cast: Cast) -> tuple[Happening, ...]:
    """Return the events told in titles and body, each once."""
    found: list[Happening] = []
    for paragraph in analysis.paragraphs:
        for one in _Reader(document, paragraph, cast).read():
            _merge(found, one)
    return tuple(found)


class _Reader:
    """Reads one paragraph."""

    def __init__(self, document: Document, paragraph: Paragraph, cast: Cast) -> None:
        self._document, self._cast = document, cast
        self._scene = Scene(document, paragraph, cast)
        self._subjects, self._objects = Subjects(self._scene, Discourse()), Objects(self._scene)

    def read(self) -> Iterator[Happening]:
        """Yield the happenings of the paragraph in reading order."""
        for begin, end in self._scene.sentences():
            taken: list[Site] = []
            for site in find_sites(self._scene, begin, end):
                if any(_is_told(site, other) for other in taken):
                    continue
                one = self._happening(site, begin, end)
                if one:
                    taken.append(site)
                    yield one

    def _happening(self, site: Site, begin: int, end: int) -> Happening | None:
        if self._scene.quoted[site.first] >= 0 and site.pattern.type not in _IN_QUOTES:
            return None
        subject, objects = self._subjects.of(site, begin), self._objects.of(site)
        if not self._has_needs(site, subject, objects, begin, end):
            return None
        scope = self._scope(site, subject, objects)
        date = self._date(scope, begin, end, site)
        status = status_of(self._scene, site, begin, end, date)
        if status is None:
            return None
        if status == "called-off" and not subject.actors and site.tense == "noun":
            subject = self._subjects.shared(site, begin)
            scope = (cancelled_at(self._scene, site, begin) or scope[0], scope[1])
        participants = tuple(dict.fromkeys((*subject.actors, *objects.actors)))
        place = self._objects.place(site)
        if not participants and not (site.tense == "noun" or site.passive):
            return None
        if not participants and place is None and date is None:
            return None
        span = self._scene.trimmed(*scope) or self._scene.span(*scope)
        return Happening(
            site.pattern.type,
            site.pattern.subtype,
            status,
            participants,
            (span,),
            place,
            date,
            self._scene.span(begin, end),
        )

    # what must be there ----------------------------------------------------------------------------------------

    def _has_needs(self, site: Site, subject: Parties, objects: Parties, begin: int, end: int) -> bool:
        needs = site.pattern.needs
        if needs == "victims":
            return bool(subject.actors or objects.actors)
        if site.tense != "noun" and not site.passive and not subject.actors:
            return False
        if needs == "joint":
            return len(self._states((*subject.actors, *objects.actors))) > 1
        if needs == "actors":
            return bool(objects.actors) or len(subject.actors) > 1
        if needs == "persons":
            return self._are_persons(site, subject, objects)
        if needs == "state":
            official = self._kinds(subject.actors) <= {"state", "organization"} or bool(self._states(subject.actors))
            return official or subject.is_force
        if needs == "states":
            return self._kinds(subject.actors) <= {"state"} and "state" in self._kinds(objects.actors)
        if needs == "force":
            return subject.is_force
        if needs == "court":
            return any(word.lower in _COURTS for word in self._scene.words[site.start : site.phrase_first])
        if needs == "territory":
            return self._names_land(site)
        if needs == "colonial":
            return any(
                word.lower == "colonial" for word in self._scene.words[max(site.start, site.first - 2) : site.first]
            )
        return bool(subject.actors) if needs == "owner" else True

    def _states(self, actors: Iterable[str]) -> set[str]:
        """Return the states that actors are or speak for."""
        members = [self._cast.members[actor] for actor in actors if actor in self._cast.members]
        found = {member.id if member.type == "state" else member.represents for member in members}
        return {state for state in found if state and state.startswith("state/")}

    def _kinds(self, actors: list[str]) -> set[str]:
        return {self._cast.members[actor].type for actor in actors if actor in self._cast.members}

    def _are_persons(self, site: Site, subject: Parties, objects: Parties) -> bool:
        """Say whether people meet: the visited is somebody, or a visit has been or will be answered."""
        if site.tense == "noun":
            return bool(subject.actors)
        if "person" not in self._kinds(subject.actors):
            return False
        return bool(objects.actors) or self._is_answered(site)

    def _is_answered(self, site: Site) -> bool:
        """Say whether the sentence tells of a protest, which makes a trip an event."""
        sentence = self._scene.words[site.first].sentence
        return any(word.lower.startswith("protest") for word in self._scene.words if word.sentence == sentence)

    def _names_land(self, site: Site) -> bool:
        spans = [self._scene.span(at, at + 1) for at in range(site.first, site.stop)]
        if any(self._scene.words[at].lower in noun_classes()["land"] for at in range(site.first, site.stop)):
            return True
        territories = [one for one in self._scene.mentions if any(name.entry.kind == "territory" for name in one.names)]
        return any(one.head.overlaps(span) for one in territories for span in spans)

    # words and dates -------------------------------------------------------------------------------------------

    def _scope(self, site: Site, subject: Parties, objects: Parties) -> tuple[int, int]:
        """Return the words that tell it: from the subject, where it stands close, to the end of the clause."""
        first = site.phrase_first
        if subject.first is not None and subject.first < first and first - subject.first < 25:
            first = subject.first
        if self._scene.quoted[first] != self._scene.quoted[site.first]:
            first = site.phrase_first
        return first, max(site.stop, site.last)

    def _date(self, scope: tuple[int, int], begin: int, end: int, site: Site) -> PartialDate | None:
        """Return the date in the words that tell it, else the one that opens the sentence."""
        sentence = self._scene.span(begin, end)
        tense: Tense | None = None if site.tense == "noun" else "past"
        if site.auxiliaries & {"will", "shall", "to", "would"} or site.tense in {"base", "third"}:
            tense = "future"
        told = self._scene.span(*scope)
        opening = self._scene.words[begin].start
        leading: PartialDate | None = None
        for start, stop, date in find_dates(sentence.text, self._document.published, tense=tense):
            if date is None:
                continue
            if told.start <= sentence.start + start and sentence.start + stop <= told.end + 1:
                return date
            if start < 12 and opening + start < told.start:
                leading = leading or date
        return leading


def _is_told(site: Site, other: Site) -> bool:
    """Say whether a site lies in the words of another that tells of the same type."""
    same = site.pattern.type == other.pattern.type
    return (
        other.first <= site.first < other.last
        or _is_object(site, other)
        or (same and site.first < other.stop and site.tense == "noun")
    )


def _is_object(site: Site, other: Site) -> bool:
    """Say whether a noun is what another verb does something about: "broke off talks with"."""
    return site.tense == "noun" and (other.object_at == site.first or 0 <= site.first - other.last < 2)


def _merge(found: list[Happening], one: Happening) -> None:
    """Add a happening, or its evidence to one that it tells again."""
    for at, other in enumerate(found):
        if _is_same(one, other):
            found[at] = replace(
                other,
                evidence=(*other.evidence, *one.evidence),
                date=other.date or one.date,
                place=other.place or one.place,
                participants=tuple(dict.fromkeys((*other.participants, *one.participants)))
                if not other.participants
                else other.participants,
            )
            return
    found.append(one)


def _is_same(one: Happening, other: Happening) -> bool:
    if one.type != other.type or one.status != other.status or one.subtype != other.subtype:
        return False
    if (
        one.date
        and other.date
        and not (one.date.iso.startswith(other.date.iso) or other.date.iso.startswith(one.date.iso))
    ):
        return False
    if one.place and other.place and one.place.text != other.place.text:
        return False
    shared = set(one.participants) & set(other.participants)
    fewer = min(len(one.participants), len(other.participants))
    return bool(shared) and len(shared) * 2 >= fewer
