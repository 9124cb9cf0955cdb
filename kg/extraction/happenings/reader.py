"""Reads the happenings of an article, sentence by sentence, and merges those that are one."""

import re
from collections.abc import Iterator

from kg.dates import PartialDate
from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.coreference import Scene
from kg.extraction.happenings.merging import Happening, dated, merge
from kg.extraction.happenings.modality import cancelled_at, status_of
from kg.extraction.happenings.needs import Telling, is_met
from kg.extraction.happenings.objects import Objects
from kg.extraction.happenings.parties import Parties
from kg.extraction.happenings.patterns import class_of
from kg.extraction.happenings.sites import Site, clause_stop, find_sites
from kg.extraction.happenings.subjects import Subjects
from kg.extraction.words import FIRST_PERSON, function_words
from kg.language.clock import Tense
from kg.language.dates import find_dates

_OF_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"})
_STANCES = frozenset({"REJECT", "SUPPORT"})
_TOWARD = frozenset({"ACCUSE", "REQUEST"})
_PERFORMED = frozenset({"ACCUSE", "REJECT", "REQUEST"})  # by the very words: "we reject the offer"
_IN_QUOTES = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_OF_NOBODY = frozenset("AGREE AID ASSAULT COERCE CONCEDE CONSULT MOBILIZE PROTEST RETREAT SANCTION".split())
_OPENING, _NEAR = 20, 3  # characters, words
_ANSWERING, _REPLY = frozenset({"adding", "arguing", "calling", "saying"}), 12  # words
_LONGEST_NOUN = 12  # words of a noun and what hangs on it
_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|where)\b")
_TREATY = re.compile(
    r"(?:\s[\w-]+){0,4}?\s(?:treaty|agreement|accord|pact|convention|armistice|settlement|declaration)\b"
)
_PROVIDED = re.compile(r"(?:\s[\w-]+){1,4},?\s(?:in|under|by)\swhich\s", re.ASCII)
"""What stands between the year of a treaty and what it provides: "the 1956 declaration, in which "."""


def read_happenings(article: Article) -> tuple[Happening, ...]:
    """Return the events told in titles and body, each once."""
    found: list[Happening] = []
    published = article.document.published
    for scene in article.scenes:
        for one in _Reader(article, scene).read():
            merge(found, one, article.cast, published)
    return tuple(dated(one, published) for one in found)


class _Reader:
    """Reads one paragraph."""

    def __init__(self, article: Article, scene: Scene) -> None:
        self._document, self._scene = article.document, scene
        self._is_title = scene.paragraph.block.kind == "title"
        self._subjects, self._objects = Subjects(article, self._scene), Objects(self._scene)
        self._dates: dict[tuple[int, Tense | None], list[tuple[int, int, PartialDate | None]]] = {}

    def read(self) -> Iterator[Happening]:
        """Yield the happenings of the paragraph in reading order."""
        for begin, end in self._scene.sentences:
            taken: list[Site] = []
            for site in find_sites(self._scene, begin, end):
                if any(_is_told(site, other) for other in taken):
                    continue
                one = self._happening(site, begin, end)
                if one:
                    taken.append(site)
                    yield one

    def _happening(self, site: Site, begin: int, end: int) -> Happening | None:
        subject, objects = self._subjects.of(site, begin), self._objects.of(site)
        if site.pattern.type in _TOWARD and not objects.actors:
            objects.add(self._objects.told(site, end))
        if not is_met(Telling(self._scene, site, subject, objects, end)):
            return None
        scope = self._scope(site, subject, end)
        date = self._date(scope, begin, end, site)
        status = status_of(self._scene, site, begin, end, date)
        if status is None:
            return None
        if status == "called-off" and not subject.actors and site.tense == "noun":
            subject = self._subjects.shared(site, begin)
            scope = (cancelled_at(self._scene, site, begin) or scope[0], scope[1])
        participants = tuple(dict.fromkeys((*subject.actors, *objects.actors)))
        place = self._objects.place(site)
        is_somewhere = self._is_only_somewhere(site, participants, date)
        if is_somewhere or self._is_only_said(site, date) or self._is_stance(site, date):
            return None
        if not participants and not self._may_be_nobodys(site, subject, place, date):
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
            about=self._about(site, scope[1]),
            headline=self._is_title,
            news=self._is_title,
        )

    def _is_only_said(self, site: Site, date: PartialDate | None) -> bool:
        """Say whether a quotation speaks of it as speech does, rather than tells what came about, and when."""
        if self._scene.quoted[site.first] < 0:
            return False
        is_own = self._scene.words[site.phrase_first - 1].lower in FIRST_PERSON
        if is_own and "will" in site.auxiliaries:
            return True
        if site.pattern.type in (_IN_QUOTES | _PERFORMED if is_own else _IN_QUOTES):
            return False
        return date is None or site.tense not in {"past", "participle"}

    def _is_stance(self, site: Site, date: PartialDate | None) -> bool:
        """Say whether the present tense of a text, not of a headline, tells of a stance: "Peru rejects the idea"."""
        if site.pattern.type not in _STANCES or date is not None or site.auxiliaries or self._is_title:
            return False
        is_present = site.tense in {"base", "third"} and self._scene.quoted[site.first] < 0
        is_headline = self._scene.words[-1].letters  # no full stop behind it
        answers = _ANSWERING & {word.lower for word in self._scene.words[site.last : site.last + _REPLY]}
        return is_present and not is_headline and not answers

    def _is_only_somewhere(self, site: Site, participants: tuple[str, ...], date: PartialDate | None) -> bool:
        return site.pattern.needs == "somewhere" and len(participants) < 2 and date is None

    def _may_be_nobodys(self, site: Site, subject: Parties, place: Span | None, date: PartialDate | None) -> bool:
        """Say whether an event can be told without those who take part: attacks, arrests and protests somewhere."""
        is_impersonal = site.tense == "noun" or site.passive or subject.is_crowd
        if not is_impersonal or site.pattern.type not in _OF_NOBODY:
            return False
        is_told = subject.is_crowd and (not site.passive or site.pattern.type == "ASSAULT")
        is_told = is_told or (site.passive and site.pattern.type == "PROTEST")
        return is_told or place is not None or date is not None

    def _about(self, site: Site, stop: int) -> frozenset[str]:
        """Return what the words behind a site are about but for names; the nouns of one class are one."""
        common = {word.lower for word in self._scene.words[site.last : stop] if word.letters and not word.capital}
        return frozenset(class_of(word) for word in common - function_words())

    # words and dates -------------------------------------------------------------------------------------------

    def _scope(self, site: Site, subject: Parties, end: int) -> tuple[int, int]:
        """Return the words that tell it: from the subject, where it stands close, to the end of the clause.

        What is demanded or threatened is told by the clause behind "that" as well.
        """
        first = site.phrase_first
        if subject.first is not None and subject.first < first and first - subject.first < 25:
            first = subject.first
        if site.reduced:
            noun = self._scene.tree.heads[site.first]
            first = max(self._scene.tree.bounds(noun)[0], site.start, first - _LONGEST_NOUN)
        if self._scene.quoted[first] != self._scene.quoted[site.first]:
            first = site.phrase_first
        stop = max(site.stop, site.last)
        if site.pattern.type in _OF_WORDS and stop < end and self._scene.words[stop].lower == "that":
            stop = clause_stop(self._scene, stop + 1, end)
        return first, stop

    def _date(self, scope: tuple[int, int], begin: int, end: int, site: Site) -> PartialDate | None:
        """Return the date in the words that tell it, else one that stands right before them or opens the sentence."""
        sentence, told = self._scene.span(begin, end), self._scene.span(*scope)
        tense: Tense | None = None if site.tense == "noun" else "past"
        if site.auxiliaries & {"will", "shall", "to", "would"} or site.tense in {"base", "third"}:
            tense = "future"
        before: PartialDate | None = None
        if (begin, tense) not in self._dates:
            self._dates[begin, tense] = find_dates(sentence.text, self._document.published, tense=tense)
        for start, stop, date in self._dates[begin, tense]:
            low, high = sentence.start + start, sentence.start + stop
            between = self._document.text[high : told.start]
            attribute = date is not None and _is_attribute(sentence.text, start, stop)
            of_treaty = attribute and _TREATY.match(sentence.text, stop)
            if of_treaty and self._is_of(site, sentence.start + of_treaty.end(), told):
                return date
            if date is None or attribute:
                before = date if date and _PROVIDED.fullmatch(between) else before
                continue
            if told.start <= low and high <= told.end + 1:
                return date
            is_near = len(between.split()) <= _NEAR and "," not in between
            if high <= told.start and (is_near or (start < _OPENING and not _RELATIVE.search(between))):
                before = date
        return before

    def _is_of(self, site: Site, treaty_end: int, told: Span) -> bool:
        """Say whether a treaty of some year is what a site tells of, or by which it tells that something was ceded."""
        if site.tense == "noun":
            return site.pattern.type == "AGREE" and self._scene.words[site.first].end == treaty_end
        return site.pattern.type == "CONCEDE" and told.start < treaty_end <= told.end


def _is_attribute(text: str, start: int, stop: int) -> bool:
    """Say whether a bare year belongs to the name of something: "the 1956 declaration"."""
    lead, rest = text[:start].rstrip().rpartition(" ")[2].lower(), text[stop : stop + 9].lstrip(" -–\r\n\t")
    if stop - start != len("1956"):
        return False
    return lead == "of" or (lead in {"the", "its", "their", "a"} and rest[:1].isalpha())


def _is_told(site: Site, other: Site) -> bool:
    """Say whether a site lies in the words of another that tells of the same type."""
    same = site.pattern.type == other.pattern.type
    if same and site.tense == "gerund" and not site.auxiliaries and other.tense != "gerund":
        return True  # "fired on the crowd, killing three"
    if same and site.pattern.subtype == "killing" and not site.passive and other.tense != "noun":
        return True  # "hit a house and wounded three"
    if same and other.tense == "noun" and site.start <= other.first < site.first:
        return True
    return (
        other.first <= site.first < other.last
        or _is_object(site, other)
        or (same and site.first < other.stop and (site.tense == "noun" or other.reduced))
    )


def _is_object(site: Site, other: Site) -> bool:
    """Say whether a noun, or what looks like a verb, is what another verb does something about: "broke off talks"."""
    return other.object_at == site.first or (site.tense == "noun" and 0 <= site.first - other.last < 2)
