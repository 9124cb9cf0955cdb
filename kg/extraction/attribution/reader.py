"""Reads an article's attributions in order: each cue with its speaker and words, and quotations that go on after it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.documents import Document, Span
from kg.extraction.attribution.contents import Content, find_content
from kg.extraction.attribution.cues import CueSite, find_cues, find_noun_cues
from kg.extraction.attribution.scene import Scene
from kg.extraction.attribution.speakers import (
    Discourse,
    Subject,
    is_attached,
    owner_of,
    resolve,
    subject_after,
    subject_before,
)
from kg.extraction.cast import Cast
from kg.extraction.words import is_finite_hint
from kg.facts import Mode
from kg.language import Analysis

_NEAR = 25  # characters: so close behind its verb a noun of saying is the verb's object

Accepted = tuple[CueSite, Subject | None, tuple[str, ...], bool]
"""A cue with its subject, whom that stands for, and whether it follows the cue."""


@dataclass
class Draft:
    """One attribution as read: several speakers become one statement each."""

    paragraph: int
    speakers: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: list[Span]
    attitude: bool
    kind: str
    addressee: str | None = None
    layer: "Draft | None" = None
    confidence: float = 0.9
    quoted: bool = False
    open_group: int | None = None
    runs: list[tuple[int, int]] = field(default_factory=list)

    @property
    def mode(self) -> Mode:
        """Direct where all is quoted, indirect where nothing is, else mixed."""
        whole = [_is_quoted(span.text) for span in self.content]
        if all(whole):
            return "direct"
        return (
            "mixed"
            if any(whole)
            or any(mark in span.text for span in self.content for mark in '"“”«„')
            or _has_single(self.content)
            else "indirect"
        )


def read_attributions(document: Document, analysis: Analysis, cast: Cast) -> tuple[Draft, ...]:
    """Return all attributions of an article, in reading order; nested ones refer to their outer layer."""
    reader = _Reader(document, cast)
    for paragraph in analysis.paragraphs:
        reader.read(Scene(document, paragraph, cast))
    return tuple(reader.drafts)


class _Reader:
    def __init__(self, document: Document, cast: Cast) -> None:
        self.document, self.cast = document, cast
        self.drafts: list[Draft] = []
        self.discourse = Discourse()
        self._open: Draft | None = None

    def read(self, scene: Scene) -> None:
        """Read one paragraph."""
        before = len(self.drafts)
        if scene.paragraph.block.kind == "body" and self._goes_on(scene):
            return
        for first, last in scene.sentences():
            self._sentence(scene, first, last)
        mine = self.drafts[before:]
        self._gather_quotes(scene, mine)
        self._nested_in_quotes(scene, mine)
        if scene.paragraph.block.kind != "body":
            self._colon_headline(scene)
        elif mine:
            self._open = self._last_quoted(scene, mine)
        else:
            self._open = None
            self._take_up_topic(scene)

    # quotations that go on -------------------------------------------------------------------------------------

    def _goes_on(self, scene: Scene) -> bool:
        """Add a paragraph that is nothing but quotation to the statement before it, which it continues."""
        if self._open is None or not scene.words or not scene.opens_quote(0):
            return False
        covered = [at for at in range(len(scene.words)) if scene.quoted[at] < 0 and scene.words[at].letters]
        if covered:
            return False
        self._open.content.append(scene.span(0, len(scene.words)))
        return True

    def _last_quoted(self, scene: Scene, mine: list[Draft]) -> Draft | None:
        """Return the statement whose quotation ends the paragraph, so that the next one may continue it."""
        last = max(
            (draft for draft in mine if not draft.layer),
            key=lambda draft: max((span.end for span in draft.content), default=0),
            default=None,
        )
        return last if last and last.quoted else None

    def _gather_quotes(self, scene: Scene, mine: list[Draft]) -> None:
        """Give each quotation of a paragraph without a cue to the statement before it, or at the start to the next."""
        taken = [span for draft in mine for span in draft.content]
        speech = [draft for draft in mine if not draft.attitude and not draft.layer]
        for number, quote in enumerate(scene.quotes):
            if any(span.overlaps(quote.span) for span in taken) or not speech:
                continue
            first, last = scene.quote_words(number)
            if last <= first or not self._stands_alone(scene, first, last):
                continue
            before = [draft for draft in speech if draft.cue and draft.cue.start < quote.span.start]
            draft = before[-1] if before else speech[0]
            draft.content.append(scene.span(first, last))
            draft.content.sort()
            draft.quoted = True

    def _stands_alone(self, scene: Scene, first: int, last: int) -> bool:
        """Say whether a quotation is a sentence of its own: it opens one, and ends with a full stop inside."""
        opens = (
            first == 0
            or scene.words[first - 1].text in {".", "?", "!", ":"}
            or scene.closes_quote(first - 1)
            or scene.words[first].opens
        )
        return opens and (last - first) > 2

    def _take_up_topic(self, scene: Scene) -> None:
        """Remember whom a paragraph without speech is about: "he" of the next may be that person."""
        for mention in scene.mentions:
            actors = self.cast.of(mention)
            if (
                mention.kind == "person"
                and len(actors) == 1
                and self.cast.is_subject(mention)
                and self.cast.members[actors[0]].type == "person"
            ):
                self.discourse.last_person = actors
                return

    # sentences -------------------------------------------------------------------------------------------------

    def _sentence(self, scene: Scene, first: int, last: int) -> None:
        sites = list(find_cues(scene, first, last, inside=-1))
        accepted: list[Accepted] = []
        for site in sites:
            entry = self._accept(scene, site, first, last, accepted)
            if entry and self._says(scene, entry, first, last):
                accepted.append(entry)
        outer: Draft | None = None
        within: list[Draft] = []
        for number, (site, subject, speakers, inverted) in enumerate(accepted):
            stop = self._stop(scene, accepted, number, last)
            start = self._start(scene, accepted, number, first, site, subject)
            draft = self._draft(scene, site, subject, speakers, start, stop, inverted=inverted)
            if draft is None:
                continue
            draft.layer = self._layer(draft, outer)
            self._take_in(scene, draft, within, first, site)
            self.drafts.append(draft)
            within.append(draft)
            if draft.layer is None:
                outer = draft
            self._remember(draft, site)
        self._nouns(scene, first, last, accepted, within)
        self._cited(scene, first, last, within)

    def _nouns(self, scene: Scene, first: int, last: int, accepted: list[Accepted], within: list[Draft]) -> None:
        """Read nouns of saying; the statement of a verb that governs one stands for both."""
        for site in find_noun_cues(scene, first, last, inside=-1):
            noun = scene.words[site.first].start
            if any(draft.cue and 0 <= noun - draft.cue.end < _NEAR for draft in within):
                continue
            subject = owner_of(scene, site, first, last)
            speakers = resolve(scene, subject, self.discourse) if subject else self._possessor(scene, site, accepted)
            behind = subject.last if subject and subject.first >= site.last else site.last
            if not speakers or behind >= last or scene.words[behind].lower not in {"that", "to"}:
                continue
            opening = behind + 1 if scene.words[behind].lower == "that" else behind
            span = scene.trimmed(opening, self._noun_end(scene, opening, last))
            if span:
                outer = next((draft for draft in within if any(one.contains(span) for one in draft.content)), None)
                source = subject.span(scene) if subject else scene.span(site.first - 1, site.first)
                quoted = any(scene.quoted[at] >= 0 for at in range(opening, last))
                self.drafts.append(
                    Draft(
                        scene.paragraph.index,
                        speakers,
                        source,
                        scene.span(site.first, site.last),
                        [span],
                        site.cue.attitude,
                        site.cue.kind,
                        layer=outer,
                        confidence=0.7,
                        quoted=quoted,
                    )
                )

    def _cited(self, scene: Scene, first: int, last: int, within: list[Draft]) -> None:
        """Read ", citing an official,": whom the speaker of the sentence has his words from."""
        for at in range(first + 1, last - 1):
            outer = within[0] if within else None
            if outer is None or scene.quoted[at] >= 0 or scene.words[at].lower not in {"citing", "quoting"}:
                continue
            for mention in scene.by_first.get(at + 1, ())[:1]:
                subject = Subject((mention,), mention.first, mention.last)
                speakers = resolve(scene, subject, self.discourse) if mention.kind != "document" else ()
                if speakers and speakers != outer.speakers:
                    content = list(outer.content)
                    self.drafts.append(
                        Draft(
                            scene.paragraph.index,
                            speakers,
                            subject.span(scene),
                            scene.span(at, at + 1),
                            content,
                            attitude=False,
                            kind="say",
                            layer=outer,
                            confidence=0.75,
                            quoted=outer.quoted,
                        )
                    )

    def _possessor(self, scene: Scene, site: CueSite, accepted: list[Accepted]) -> tuple[str, ...]:
        """Resolve "his", "her", "its", "their" before a noun of saying: the last person, or who speaks."""
        pronoun = scene.words[site.first - 1].lower
        if pronoun in {"his", "her"}:
            before = [
                one for one in scene.mentions if one.last <= site.first and one.kind == "person" and self.cast.of(one)
            ]
            return self.cast.of(before[-1]) if before else self.discourse.last_person
        if accepted:
            return accepted[0][2]
        before = [
            one
            for one in scene.mentions
            if one.last <= site.first and self.cast.of(one) and not is_attached(scene, one)
        ]
        return self.cast.of(before[-1]) if before and pronoun in {"its", "their"} else ()

    def _noun_end(self, scene: Scene, first: int, last: int) -> int:
        """Return where the clause of a noun ends: at a comma or before the verb that the noun is the subject of."""
        for at in range(first + 3, last):
            if scene.words[at].text in {",", ";", "–", "—"} and scene.quoted[at] < 0:
                return at
        return last

    def _says(self, scene: Scene, entry: Accepted, first: int, last: int) -> bool:
        """Say whether a cue has anything to govern at all, so that it may bound what another governs."""
        site, subject, _, inverted = entry
        return (
            site.cue.kind in {"relay", "source"}
            or find_content(scene, site, subject, first, last, inverted=inverted) is not None
        )

    def _take_in(self, scene: Scene, draft: Draft, within: list[Draft], first: int, site: CueSite) -> None:
        """Let a frame that closes a sentence, ", the agency reported.", take in the statement before it."""
        before = within[-1] if within else None
        if before is None or before.cue is None or before.layer or draft.layer or draft.runs[0][1] > site.first:
            return
        touches = before.cue.end <= draft.content[0].start <= before.content[-1].end
        if touches and before.content[-1].start >= before.cue.end:
            run = (first, draft.runs[-1][1])
            span = scene.trimmed(*run)
            if span:
                draft.content, draft.runs = [span], [run]
                before.layer = draft

    def _accept(self, scene: Scene, site: CueSite, first: int, last: int, accepted: list[Accepted]) -> Accepted | None:
        if site.form == "source":
            return self._accept_source(scene, site, last)
        if site.form == "participle" and site.first > first and scene.words[site.first - 1].lower == "as":
            return None
        if site.form == "participle" and accepted and accepted[-1][0].last == site.first:
            return None
        subject, inverted = None, False
        if not site.passive:
            subject = (
                subject_before(scene, site, first, inside=-1)
                if site.form != "participle"
                else self._participle_subject(scene, site, first)
            )
            after_quote = (
                site.first == first
                or scene.quoted[site.first - 1] >= 0
                or scene.words[site.first - 1].text in {",", "?", "!"}
            )
            if subject is None and after_quote and site.first == site.phrase_first and site.form != "participle":
                subject = subject_after(scene, site, last)
                inverted = subject is not None
        else:
            return self._accept_passive(scene, site, first, last)
        if subject is None:
            inherited = self._inherited(scene, site, first, accepted)
            return (site, None, inherited, False) if inherited else None
        if site.form == "base" and not _agrees(subject):
            return None
        speakers = resolve(scene, subject, self.discourse)
        return (site, subject, speakers, inverted) if speakers else None

    def _participle_subject(self, scene: Scene, site: CueSite, first: int) -> Subject | None:
        """Return the subject of a participle that has its own: "with the militant group saying"."""
        before = scene.words[site.phrase_first - 1] if site.phrase_first > first else None
        if before is None or not before.letters or before.lower in {"and", "but", "by", "in", "after", "while", "as"}:
            return None
        return subject_before(scene, site, first, inside=-1)

    def _accept_source(self, scene: Scene, site: CueSite, last: int) -> Accepted | None:
        subject = subject_after(scene, site, last)
        speakers = resolve(scene, subject, self.discourse) if subject else ()
        return (site, subject, speakers, True) if subject and speakers else None

    def _accept_passive(self, scene: Scene, site: CueSite, first: int, last: int) -> Accepted | None:
        """Read "was told by X that" (X speaks) and "was quoted as saying" (the subject speaks)."""
        if site.cue.kind == "relay" and any(word.lower == "as" for word in scene.words[site.last : site.last + 6]):
            subject = subject_before(scene, site, first, inside=-1)
            speakers = resolve(scene, subject, self.discourse) if subject else ()
            return (site, subject, speakers, False) if subject and speakers else None
        if site.last < last and scene.words[site.last].lower == "by":
            moved = replace(site, last=site.last + 1, passive=True)
            subject = subject_after(scene, moved, last)
            speakers = resolve(scene, subject, self.discourse) if subject else ()
            return (moved, subject, speakers, True) if subject and speakers else None
        return None

    def _inherited(self, scene: Scene, site: CueSite, first: int, accepted: list[Accepted]) -> tuple[str, ...]:
        """Return who goes on speaking: ", adding that", "and said", "by saying"."""
        before = scene.words[site.phrase_first - 1].lower if site.phrase_first > first else ""
        joins = site.form == "participle" or before in {"and", "but", "or", ","}
        if not joins:
            return ()
        if accepted and not accepted[-1][0].passive:
            return accepted[-1][2]
        if (
            site.form == "participle"
            and before not in {",", "and", "as", "in", "by", "after", "while"}
            and not scene.words[site.first].opens
        ):
            return ()
        before_it = [
            one
            for one in scene.mentions
            if first <= one.first and one.last <= site.first and scene.quoted[one.first] < 0
        ]
        heads = [one for one in before_it if scene.cast.is_subject(one)] or [
            one for one in before_it if not is_attached(scene, one)
        ]
        for mention in heads:
            speakers = resolve(scene, Subject((mention,), mention.first, mention.last), self.discourse)
            if speakers:
                return speakers
        return ()

    def _stop(self, scene: Scene, accepted: list[Accepted], number: int, last: int) -> int:
        """Return where what a cue governs must end: before the next cue that is coordinate."""
        for site, subject, _, inverted in accepted[number + 1 :]:
            begin = min(site.phrase_first, subject.first) if subject and not inverted else site.phrase_first
            at = begin
            while at > 0 and scene.words[at - 1].lower in {
                "and",
                "but",
                "while",
                "also",
                "then",
                "whereas",
                "although",
                "though",
                "even",
                "as",
                ",",
                "in",
                "by",
            } | {";", "–", "—"}:
                at -= 1
            coordinate = at < begin or site.form == "participle"
            if coordinate and at > accepted[number][0].last:
                return at
        return last

    def _start(
        self, scene: Scene, accepted: list[Accepted], number: int, first: int, site: CueSite, subject: Subject | None
    ) -> int:
        """Return where the words left of a cue may begin: behind the cue before it."""
        if number == 0:
            return first
        before = accepted[number - 1]
        return max(before[0].last, before[1].last if before[1] else 0)

    def _draft(
        self,
        scene: Scene,
        site: CueSite,
        subject: Subject | None,
        speakers: tuple[str, ...],
        start: int,
        stop: int,
        *,
        inverted: bool,
    ) -> Draft | None:
        if site.form == "source" and subject:
            content = self._source_content(scene, site, subject, start, stop)
        elif site.cue.kind == "relay":
            return self._relay(scene, site, subject, speakers, start, stop)
        else:
            content = find_content(scene, site, subject, start, stop, inverted=inverted)
        if content is None:
            return None
        spans = [span for run in content.runs if (span := scene.trimmed(*self._unsplit(scene, run)))]
        if not spans or not _is_substantial(site, spans):
            return None
        quoted = any(scene.quoted[at] >= 0 for run in content.runs for at in range(*run))
        return Draft(
            paragraph=scene.paragraph.index,
            speakers=speakers,
            source=subject.span(scene) if subject else None,
            cue=scene.span(site.first, site.last),
            content=spans,
            attitude=site.cue.attitude,
            kind=site.cue.kind,
            addressee=self._addressee(scene, content),
            confidence=_confidence(site, subject, quoted=quoted),
            quoted=quoted,
            runs=list(content.runs),
        )

    def _unsplit(self, scene: Scene, run: tuple[int, int]) -> tuple[int, int]:
        """Let a run that ends or begins within a quotation take the whole of it."""
        first, last = run
        if scene.quoted[first] >= 0 and not scene.opens_quote(first):
            first = scene.quote_words(scene.quoted[first])[0]
        if last < len(scene.words) and scene.quoted[last - 1] >= 0 and not scene.closes_quote(last - 1):
            last = scene.quote_words(scene.quoted[last - 1])[1]
        return first, last

    def _source_content(self, scene: Scene, site: CueSite, subject: Subject, start: int, stop: int) -> Content | None:
        """Return what "according to X" covers: the clause before it, else the clause behind."""
        if site.first > start + 2:
            return Content(((start, site.first),))
        at = subject.last
        while at < stop and scene.words[at].text != ",":
            at += 1
        return Content(((at + 1, stop),)) if at + 1 < stop else None

    def _relay(
        self, scene: Scene, site: CueSite, subject: Subject | None, speakers: tuple[str, ...], start: int, stop: int
    ) -> Draft | None:
        """Read "X quoted Y as saying Z": a draft for X here; Y's is its layer below."""
        words = scene.words
        saying = next(
            (
                at
                for at in range(site.last, stop)
                if words[at].lower == "as" and at + 1 < stop and words[at + 1].lower.endswith("ing")
            ),
            None,
        )
        if saying is None:
            return None
        behind = saying + 2
        while behind < stop and words[behind].lower in {"that", ","}:
            behind += 1
        run = (
            (behind, stop)
            if (behind < stop and words[behind].letters) or (behind < stop and scene.opens_quote(behind))
            else (start, min(site.phrase_first, subject.first if subject else stop))
        )
        span = scene.trimmed(*run) if run[1] > run[0] else None
        if span is None:
            return None
        inner = next(
            (mention for mention in scene.mentions if site.last <= mention.first and mention.last <= saying), None
        )
        outer = Draft(
            scene.paragraph.index,
            speakers,
            subject.span(scene) if subject else None,
            scene.span(site.first, site.last),
            [span],
            attitude=False,
            kind="relay",
            quoted=scene.quoted[run[0]] >= 0,
        )
        if inner is None or site.passive:
            return outer
        phrase = Subject((inner,), inner.first, inner.last)
        below = resolve(scene, phrase, self.discourse)
        if below:
            self.drafts.append(outer)
            return Draft(
                scene.paragraph.index,
                below,
                phrase.span(scene),
                scene.span(saying + 1, saying + 2),
                [span],
                attitude=False,
                kind="say",
                layer=outer,
                quoted=outer.quoted,
            )
        return outer

    def _addressee(self, scene: Scene, content: Content) -> str | None:
        if content.addressee is None:
            return None
        first, last = content.addressee
        for mention in scene.mentions:
            if first <= mention.first and mention.last <= last:
                known = scene.cast.of(mention)
                if known:
                    return known[0]
        return None

    def _layer(self, draft: Draft, outer: Draft | None) -> Draft | None:
        if draft.layer is not None or outer is None or draft.cue is None:
            return draft.layer
        return outer if any(span.contains(draft.cue) for span in outer.content) else None

    def _remember(self, draft: Draft, site: CueSite) -> None:
        if draft.layer is not None or draft.attitude:
            return
        self.discourse.last = draft.speakers
        members = [self.cast.members[actor] for actor in draft.speakers if actor in self.cast.members]
        if len(members) == 1 and members[0].type == "person":
            self.discourse.last_person = draft.speakers
        elif len(members) == 1 and members[0].type in {"organization", "state"}:
            self.discourse.last_body = draft.speakers
        if len(members) > 1 or any(member.type == "group" for member in members):
            self.discourse.last_group = draft.speakers

    # speech inside quotations, headlines -----------------------------------------------------------------------

    def _nested_in_quotes(self, scene: Scene, mine: list[Draft]) -> None:
        """Read speech that a quotation reports: "At the same time, the premier said that ..."."""
        for number, quote in enumerate(scene.quotes):
            outer = next((draft for draft in mine if any(span.overlaps(quote.span) for span in draft.content)), None)
            if outer is None:
                continue
            first, last = scene.quote_words(number)
            for begin, end in _pieces(scene, first, last):
                for site in find_cues(scene, begin, end, inside=number):
                    self._nested(scene, site, begin, end, number, outer)

    def _nested(self, scene: Scene, site: CueSite, first: int, last: int, number: int, outer: Draft) -> None:
        if site.form != "finite" or site.passive or site.cue.attitude:
            return
        subject = subject_before(scene, site, first, inside=number)
        if subject is None or any(mention.form == "pronoun" for mention in subject.mentions):
            return
        speakers = resolve(scene, subject, self.discourse)
        end = last - 1 if scene.closes_quote(last - 1) else last
        content = find_content(scene, site, subject, first, end, inverted=False) if speakers else None
        if content is None:
            return
        spans = [scene.span(*run) for run in content.runs if run[1] > run[0] and run[0] >= site.last]
        spans = [
            self.document.trimmed(span.start, span.end - (1 if span.text.endswith((",", ".")) else 0)) for span in spans
        ]
        if spans:
            self.drafts.append(
                Draft(
                    scene.paragraph.index,
                    speakers,
                    subject.span(scene),
                    scene.span(site.first, site.last),
                    spans,
                    attitude=False,
                    kind=site.cue.kind,
                    layer=outer,
                    confidence=0.7,
                )
            )

    def _colon_headline(self, scene: Scene) -> None:
        """Read "Tokyo: islands are ours" where the words before the colon are an actor and nothing else."""
        colon = next((at for at, word in enumerate(scene.words) if word.text == ":"), None)
        if colon is None or colon + 2 >= len(scene.words):
            return
        for mention in scene.by_first.get(0, ()):
            if mention.last == colon and scene.cast.of(mention) and _reads_as_said(scene, colon + 1):
                span = scene.trimmed(colon + 1, len(scene.words))
                if span:
                    self.drafts.append(
                        Draft(
                            scene.paragraph.index,
                            scene.cast.of(mention),
                            mention.span,
                            scene.span(colon, colon + 1),
                            [span],
                            attitude=False,
                            kind="say",
                            confidence=0.6,
                        )
                    )


def _reads_as_said(scene: Scene, at: int) -> bool:
    return scene.opens_quote(at) or any(
        is_finite_hint(word) or word.lower in {"are", "is"} for word in scene.words[at:]
    )


def _pieces(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences within a quotation's words."""
    begin = first
    for at in range(first, last):
        if scene.words[at].text in {".", "?", "!"} or at == last - 1:
            yield begin, at + 1
            begin = at + 1


def _agrees(subject: Subject) -> bool:
    """Say whether a subject is plural, so that a base form behind it is a verb ("officials say", "they claim")."""
    if len(subject.mentions) > 1:
        return True
    mention = subject.mentions[0]
    if mention.form == "pronoun":
        return mention.head.text.lower() in {"they", "we", "i", "who"}
    return (
        mention.plural
        or mention.head.text.lower().endswith(("s", "people", "police", "media"))
        or mention.span.text.lower().startswith(("both", "many", "most", "some"))
    )


def _is_substantial(site: CueSite, spans: list[Span]) -> bool:
    """Refuse what is too little to be content: a bare adverb or particle."""
    letters = sum(char.isalpha() for span in spans for char in span.text)
    return letters >= (2 if any(_is_quoted(span.text) for span in spans) else 5)


def _confidence(site: CueSite, subject: Subject | None, *, quoted: bool) -> float:
    score = 0.95 if quoted else 0.85
    if subject is None or any(mention.form == "pronoun" for mention in subject.mentions):
        score -= 0.1
    if "c" not in site.cue.takes and not quoted:
        score -= 0.1
    return round(score, 2)


def _is_quoted(text: str) -> bool:
    return (text[:1] in {'"', "“", "«", "„", "‘", "'", "`"} and text[-1:] in {'"', "”", "»", "“", "’", "'"}) or text[
        :1
    ] in {'"', "“", "«", "„"}


def _has_single(spans: list[Span]) -> bool:
    return any("‘" in span.text or " '" in f" {span.text}" for span in spans)
