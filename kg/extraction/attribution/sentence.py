"""Attributions of one sentence: what each of its frames holds, and how they lie in one another."""

from collections.abc import Iterator
from itertools import islice

from kg.documents import Span
from kg.extraction.attribution.contents import Content, find_content
from kg.extraction.attribution.draft import Draft, is_quoted
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.frames import FrameReader
from kg.extraction.attribution.headlines import behind_kicker, source_behind_dash
from kg.extraction.attribution.nouns import NounReader, announcing_noun
from kg.extraction.attribution.relays import read_citations, read_relay
from kg.extraction.attribution.speakers.before import before_time
from kg.extraction.attribution.wordings import read_wordings
from kg.extraction.coreference import Bounds, Discourse, Scene
from kg.extraction.words import ASKING, CONTRASTING

_BETWEEN_FRAMES = frozenset("and but while also then whereas although though even as in by , ; – —".split())
_FEWEST_LETTERS, _FEWEST_QUOTED = 5, 2
_PRONOUNS = frozenset({"it", "them", "him", "her", "me", "us", "you", "this", "that", "more"})


class SentenceReader:
    """Reads one sentence of a scene: its verbs, then its nouns of saying and those whom it cites.

    ``before`` is who spoke in the sentence before it.
    """

    def __init__(self, scene: Scene, discourse: Discourse, bounds: Bounds, before: tuple[str, ...] = ()) -> None:
        self._scene, self._discourse = scene, discourse
        self._first, self._last = self._bounds = _within(scene, bounds)
        frames = FrameReader(scene, discourse, self._bounds, before)
        self._frames, self._idle, self._alone = frames.read(), frames.idle, frames.contents
        self._verbs: list[Draft] = []

    def read(self) -> Iterator[Draft]:
        """Yield the attributions of the sentence, a relaying one before what it relays."""
        for number in range(len(self._frames)):
            drafts = self._drafts(number)
            yield from drafts
            if drafts:
                self._place(drafts[-1], self._frames[number])
        yield from NounReader(self._scene, self._discourse, self._bounds).read(self._frames, self._verbs)
        yield from read_citations(self._scene, self._discourse, self._bounds, self._verbs)
        yield from read_wordings(self._scene, self._discourse, self._bounds, self._verbs)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The one who said something last in the sentence; nobody where several did, or nobody."""
        spoken = [one for one in self._verbs if one.layer is None and not one.attitude]
        is_one = bool(spoken) and len(spoken[-1].speakers) == 1 and spoken[-1].kind != "ask"
        return spoken[-1].speakers if is_one else ()

    def announcing(self) -> Frame | None:
        """Return the frame behind which the sentence ends with a colon: what is said stands in the next paragraph."""
        if self._last != len(self._scene.words) or self._scene.words[-1].text != ":":
            return None
        frame = self._idle[-1] if self._idle else announcing_noun(self._scene, self._discourse, self._bounds)
        if frame is None:
            return None
        is_short = not self._scene.verbs.any_in(frame.behind, self._last - 1)
        return frame if is_short and frame.site.cue.takes & {"q", "c"} else None

    # drafts ----------------------------------------------------------------------------------------------------

    def _drafts(self, number: int) -> list[Draft]:
        """Return what a frame holds: nothing, an attribution, or what is relayed behind the relaying one."""
        frame, start, stop = self._frames[number], self._start(number), self._stop(number)
        if frame.site.form == "source":
            content = self._source_content(frame, start, stop)
        elif frame.site.cue.kind == "relay":
            return read_relay(self._scene, self._discourse, frame, (start, stop))
        elif (start, stop) == self._bounds and self._alone[number]:
            content = self._alone[number]
        else:
            content = find_content(self._scene, frame, start, stop)
        if content and self._is_of_next(number, content):
            return []
        draft = self._draft(frame, content) if content else None
        return [draft] if draft else []

    def _is_of_next(self, number: int, content: Content) -> bool:
        """Say whether the next frame tells in whose words a thing is named: "condemned what she called 'a raid'"."""
        following = self._frames[number + 1] if number + 1 < len(self._frames) else None
        opening = content.runs[0][0]
        if following is None or self._scene.words[opening].lower != "what" or following.first != opening + 1:
            return False
        return following.site.cue.kind == "describe" and following.speakers == self._frames[number].speakers

    def _draft(self, frame: Frame, content: Content) -> Draft | None:
        spans = [span for run in content.runs if (span := self._scene.trimmed(*self._unsplit(run)))]
        if not _is_substantial(spans, is_demand=frame.site.cue.lemma.endswith(" for")) or (
            frame.site.cue.kind == "express" and _is_one_word(spans)
        ):
            return None
        quoted = any(self._scene.quotations.any_in(*run) for run in content.runs)
        return Draft(
            paragraph=self._scene.paragraph.index,
            speakers=frame.speakers,
            source=frame.named.span(self._scene) if frame.named else None,
            cue=self._scene.span(frame.site.phrase_first, frame.site.last),
            content=spans,
            attitude=frame.site.cue.attitude,
            kind=frame.site.cue.kind,
            addressee=self._addressee(content.addressee),
            confidence=_confidence(frame, quoted=quoted),
            quoted=quoted,
            runs=list(content.runs),
        )

    def _source_content(self, frame: Frame, start: int, stop: int) -> Content | None:
        """Return what "according to X" covers: the clause before it, or around it, else the clause behind."""
        scene, behind = self._scene, frame.behind
        is_inserted = scene.words[frame.first - 1].text == "," and behind < stop and scene.words[behind].text == ","
        if frame.first > start + 1 and is_inserted and not scene.verbs.any_in(start, frame.first):
            return Content(((start, frame.first), (behind + 1, stop)))
        if frame.first > start + 2:
            return Content(((start, frame.first),))
        comma = scene.commas.first_in(behind, stop)
        return Content(((comma + 1, stop),)) if comma is not None and comma + 1 < stop else None

    def _unsplit(self, run: Bounds) -> Bounds:
        """Let a run that ends or begins within a quotation take the whole of it."""
        scene, (first, last) = self._scene, run
        if scene.quoted[first] >= 0 and not scene.opens_quote(first):
            first = scene.quote_words(scene.quoted[first])[0]
        if last < len(scene.words) and scene.quoted[last - 1] >= 0 and not scene.closes_quote(last - 1):
            last = scene.quote_words(scene.quoted[last - 1])[1]
        return first, last

    def _addressee(self, bounds: Bounds | None) -> str | None:
        """Return the first actor whom the addressee's words name; who is told something to print is none."""
        first, last = bounds or (0, 0)
        inside = (one for at in range(first, last) for one in self._scene.by_first.get(at, ()) if one.last <= last)
        inside = (one for one in inside if not self._scene.cast.is_press(one))
        return next((actor for mention in inside for actor in self._scene.cast.of(mention)), None)

    # bounds ----------------------------------------------------------------------------------------------------

    def _start(self, number: int) -> int:
        """Return where the words left of a cue may begin: behind the frame before it."""
        subject = self._frames[number].subject
        if subject and subject.mentions[0].form == "pronoun":
            colon = self._scene.colon_before(subject.mentions[0].first)
            if colon is not None and colon >= (self._frames[number - 1].site.last if number else self._first):
                return colon + 1
        if number == 0:
            return self._first
        before = self._frames[number - 1]
        if self._closes_over(number):
            return self._first
        return self._behind_contrast(max(before.site.last, before.subject.last if before.subject else 0), number)

    def _behind_contrast(self, start: int, number: int) -> int:
        """Return where the clause begins that a frame is set in: ", although the town would, he said, 'wait'"."""
        scene, frame = self._scene, self._frames[number]
        is_set_in = scene.words[frame.first - 1].text == "," and frame.behind < self._last
        if not is_set_in or scene.words[frame.behind].text != ",":
            return start
        joints = (at for at in range(frame.first - 2, start, -1) if scene.words[at].lower in CONTRASTING | {"but"})
        return next((at + 1 for at in joints if scene.words[at - 1].text == ","), start)

    def _closes_over(self, number: int) -> bool:
        """Say whether a frame ends a sentence in whose clauses all others stand: "She hopes that X agrees, Y said"."""
        scene, frame = self._scene, self._frames[number]
        ends = frame.subject is not None and all(not word.letters for word in scene.words[frame.behind : self._last])
        if not ends or scene.words[frame.first - 1].text != ",":
            return False
        return all(self._is_within(other) for other in islice(self._frames, number))

    def _is_within(self, frame: Frame) -> bool:
        is_clause = frame.first > self._first and self._scene.words[frame.first - 1].lower == "that"
        return is_clause or frame.site.cue.attitude

    def _stop(self, number: int) -> int:
        """Return where what a cue governs must end: before the next frame that is coordinate."""
        if self._frames[number].site.form == "source":
            return self._last
        ahead = self._frames[number].source
        if ahead and ahead.first >= self._frames[number].site.last:
            return ahead.first
        semicolon = self._semicolon(self._frames[number].behind, self._last - 1)
        for frame in islice(self._frames, number + 1, None):
            if frame.site.cue.kind == "relay" and (frame.subject or frame.site.form != "finite"):
                continue
            own = frame.subject
            if own and own.first < self._frames[number].site.first < own.last:
                return own.last
            if (
                own
                and own.last <= self._frames[number].site.first
                and self._scene.words[frame.site.phrase_first - 1].text == ","
            ):
                return frame.site.phrase_first - 1
            if semicolon is not None and semicolon < frame.first:
                return semicolon
            at = frame.first if frame.subject else before_time(self._scene, frame.first, self._frames[number].behind)
            while at > 0 and self._scene.words[at - 1].lower in _BETWEEN_FRAMES:
                at -= 1
            is_behind_quote = self._scene.closes_with_comma(at - 1)
            is_coordinate = (
                at < frame.first or is_behind_quote or (frame.site.form == "participle" and frame.subject is None)
            )
            if is_coordinate and at >= self._frames[number].behind:
                return at
        if semicolon is not None and self._scene.words[semicolon + 1].lower in ASKING:
            return semicolon  # "said he would; pressed for a day, he left"
        return self._last

    def _semicolon(self, first: int, last: int) -> int | None:
        """Return the first semicolon outside of quotations among words."""
        marks = (at for at in range(first, last) if self._scene.words[at].text == ";" and self._scene.quoted[at] < 0)
        return next(marks, None)

    # layers ----------------------------------------------------------------------------------------------------

    def _place(self, draft: Draft, frame: Frame) -> None:
        """Put an attribution into the one that holds its cue, or over the one that it closes; remember who spoke."""
        outer = next((one for one in reversed(self._verbs) if one.layer is None), None)
        if draft.layer is None and outer and draft.cue and outer.holds(draft.cue):
            draft.layer = outer
        if self._verbs and draft.layer is None:
            self._take_in(draft, self._verbs[-1], frame)
        self._verbs.append(draft)
        if draft.layer is None and not draft.attitude:
            place = draft.paragraph, self._scene.words[frame.site.first].sentence
            self._discourse.remember(draft.speakers, self._scene.cast, place)

    def _take_in(self, draft: Draft, before: Draft, frame: Frame) -> None:
        """Let a frame that closes a sentence, ", the agency reported.", take in the attribution before it."""
        if before.cue is None or before.layer or not draft.runs or draft.runs[0][1] > frame.site.first:
            return
        if draft.runs[-1][0] >= frame.behind:
            return  # ", although he would, she said, 'come'": what goes on behind the frame closes nothing
        if draft.runs[0][0] > self._first and self._scene.words[draft.runs[0][0] - 1].text == ":":
            return
        follows = before.content[-1].start >= before.cue.end
        touches = before.cue.end <= draft.content[0].start <= before.content[-1].end
        run = self._first, draft.runs[-1][1]
        span = self._scene.trimmed(*run) if follows and touches else None
        if span:
            draft.content, draft.runs, before.layer = [span], [run], draft


def _within(scene: Scene, bounds: Bounds) -> Bounds:
    """Return a sentence's words without a dateline before them, or a source behind a headline's dash."""
    first, last = bounds
    source = source_behind_dash(scene)
    if source and first < source.first - 1 < last:
        last = source.first - 1
    opening = scene.opening or behind_kicker(scene)
    return (opening, last) if first < opening < last else (first, last)


def _is_one_word(spans: list[Span]) -> bool:
    """Say whether a feeling is named, and nothing that it is about: "voiced concern"."""
    return len([word for span in spans for word in span.text.split()]) == 1


def _is_substantial(spans: list[Span], *, is_demand: bool) -> bool:
    """Say whether there is enough to be content: more than an adverb or particle, unless quoted or called for."""
    is_short = any(is_quoted(span.text) for span in spans) or (is_demand and spans[0].text.lower() not in _PRONOUNS)
    fewest = _FEWEST_QUOTED if is_short else _FEWEST_LETTERS
    letters = (char for span in spans for char in span.text if char.isalpha())
    return len(list(islice(letters, fewest))) == fewest


def _confidence(frame: Frame, *, quoted: bool) -> float:
    """Say how sure it is that the words are said by whom: less for pronouns, and for phrases that are no clause."""
    score = 0.95 if quoted else 0.85
    if frame.subject is None or any(mention.form == "pronoun" for mention in frame.subject.mentions):
        score -= 0.1
    if "c" not in frame.site.cue.takes and not quoted:
        score -= 0.1
    return round(score, 2)
