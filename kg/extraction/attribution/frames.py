"""Cues of a sentence that have a subject, and so frame what is said."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.attribution.contents import Content, find_content
from kg.extraction.attribution.cues import CueSite, find_cues
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.infinitives import governor_of, is_caused
from kg.extraction.attribution.speakers import inherited_subject, parsed_subject, subject_after, subject_before, weighed
from kg.extraction.attribution.speakers.ahead import subject_ahead
from kg.extraction.attribution.speakers.before import before_time, subject_ending_before
from kg.extraction.attribution.speakers.parsed import parsed_source, subject_of_verb, verb_of
from kg.extraction.attribution.speakers.phrases import may_speak, phrase_of
from kg.extraction.coreference import Bounds, Discourse, Scene, Subject, resolve, subject_of
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention

_UNLIKE_PASTS = frozenset({"VB", "VBG", "JJ", "NN", "NNS"})  # tags of what "said" and "warned" are not joined to
_CONJOINING = frozenset({"and", "but", "or", ","})
_BEFORE_PARTICIPLES = frozenset({"and", "but", "by", "in", "after", "while", "as", "despite", "upon", "on"})
_INHERITING = _BEFORE_PARTICIPLES - {"but"} | {","}
_CONTENTLESS = frozenset({"relay", "source"})  # kinds of cues whose content is read in another way
_PLURAL_PRONOUNS = frozenset({"they", "we", "i", "who", "two", "both", "pair", "duo"})
_PLURAL_ENDS = ("s", "people", "police", "media")
_PLURAL_OPENINGS = ("both", "many", "most", "some")
_CLOSING_MARKS = frozenset({".", ",", "!", "?", ";", "who"})
_SUPPOSING = frozenset({"if", "unless", "should", "whether"})
_NARRATORS = frozenset({"I", "We", "we"})
_OF_MINDS = frozenset({"promise", "threaten", "agree"})  # what only somebody does, though not by a belief
_HANDING = frozenset(
    "adopts adopted approves approved delivers delivered hands handed passes passed sends sent signs signed submits "
    "submitted".split()
)
_SPEAKING_PAPERS = frozenset("appeal declaration letter memorandum motion note petition resolution statement".split())
_NEVER_TURNED = frozenset("tell inform brief notify remind assure reassure".split())  # who is told stands behind them
_LONGEST_TERM = 4  # words in quotation marks
_PLACING = frozenset("to at in on outside through past around towards toward near into from".split())
_FARTHEST_AS = 6  # words from "quoted" to "as"

_MEANWHILE = frozenset({"before", "after", "while", "when"})


class FrameReader:
    """Reads the frames of one sentence; ``idle`` are those that govern no words of it.

    ``before`` is who spoke in the sentence before it. ``contents`` tells for each frame that was read what it would
    govern if it were alone in the sentence; nothing for a cue that takes no words.
    """

    def __init__(self, scene: Scene, discourse: Discourse, bounds: Bounds, before: tuple[str, ...] = ()) -> None:
        self._scene, self._discourse, self._before = scene, discourse, before
        self._first, self._last = bounds
        self._found: list[Frame] = []
        self.idle: list[Frame] = []
        self.contents: list[Content | None] = []

    def read(self) -> list[Frame]:
        """Return the frames of the sentence in order; a cue that governs nothing at all is none."""
        for site in find_cues(self._scene, self._first, self._last, inside=-1):
            frame = self._frame(site)
            if frame is None:
                continue
            takes_none = frame.site.cue.kind in _CONTENTLESS
            content = None if takes_none else find_content(self._scene, frame, self._first, self._last)
            if content or takes_none:
                self._found.append(frame)
                self.contents.append(content)
            else:
                self.idle.append(frame)
        return self._found

    def _frame(self, site: CueSite) -> Frame | None:
        frame = self._reading(site)
        return None if frame and (self._is_supposed(frame.first) or self._is_gloss(frame)) else frame

    def _is_gloss(self, frame: Frame) -> bool:
        """Say whether the text only borrows a word: "what it calls a buffer zone"; a past one may quote words."""
        is_what = frame.first > self._first and self._scene.words[frame.first - 1].lower == "what"
        if not is_what or frame.site.cue.kind != "describe":
            return False
        quote = self._scene.openings.first_in(frame.site.last, self._last)
        if quote is None:
            return frame.site.cue.lemma == "call"
        first, last = self._scene.quote_words(self._scene.quoted[quote])
        is_term = sum(word.letters for word in self._scene.words[first:last]) <= _LONGEST_TERM
        return is_term and self._scene.words[frame.site.first].lower.endswith(("s", frame.site.cue.lemma))

    def _is_supposed(self, at: int) -> bool:
        """Say whether "if", "unless" or "whether" opens the clause that begins at a word: nobody has said it yet."""
        return at > self._first and self._scene.words[at - 1].lower in _SUPPOSING

    def _reading(self, site: CueSite) -> Frame | None:
        if site.form == "source":
            named = subject_after(self._scene, site, self._last)
            return self._framed(site, named or parsed_source(self._scene, site), inverted=True)
        if site.form == "participle":
            return self._participle(site)
        if site.form == "base" and self._scene.words[site.first - 1].lower == "to":
            return self._infinitive(site)
        return self._passive(site) if site.passive else self._finite(site)

    def _framed(self, site: CueSite, subject: Subject | None, *, inverted: bool = False) -> Frame | None:
        """Return the frame of a cue and its subject, if that stands for somebody."""
        if subject and (_is_figurative(site, subject) or (not inverted and self._is_supposed(subject.first))):
            return None
        speakers = self._speakers(subject) if subject else ()
        return Frame(site, subject, speakers, inverted) if speakers else None

    def _speakers(self, subject: Subject) -> tuple[str, ...]:
        """Return whom a subject stands for: "he" and "she" for who spoke in the sentence before, not whom he named."""
        scene, gender = self._scene, next((one.gender for one in subject.mentions if one.form == "pronoun"), None)
        opens = subject.first == self._first or scene.closes_quote(subject.first - 1)
        speaker = scene.cast.members.get(self._before[0]) if gender and opens and self._before else None
        if speaker and speaker.type == "person" and speaker.gender in {None, gender}:
            scene.cast.learn_gender(self._before, gender)
            return self._before
        found = resolve(scene, subject, self._discourse)
        return found or next(filter(None, map(scene.cast.instrument, subject.mentions)), ())

    # verbs -----------------------------------------------------------------------------------------------------

    def _finite(self, site: CueSite) -> Frame | None:
        """Read "X said", "said X" and "and said"."""
        start = self._opening(site)
        parsed = parsed_subject(self._scene, site, start, inside=-1)
        read = self._read(site, start)
        if read and read.first == site.last and self._closes(site, read.last) and self._is_set_in(site):
            parsed = None  # "Guyana, said the judge, administers": the parse takes the wrong one
            read = self._with_relative(read)
        if read and parsed and parsed.last <= site.first <= read.first and not self._closes(site, read.last):
            read = None  # "Its text, seen by X, says Oslo 'reserves'": the parse has the subject before
        subject = weighed(self._scene, read, parsed, insertion=self._is_inserted(site))
        if subject is None:
            return self._continued(site)
        if site.form == "base" and parsed is None and not _is_plural(subject):
            return None
        return self._framed(site, subject, inverted=subject.first >= site.last)

    def _read(self, site: CueSite, start: int) -> Subject | None:
        """Return the subject by the words alone: before the cue, or behind one that follows what it frames."""
        before = subject_before(self._scene, site, start, inside=-1)
        after = subject_after(self._scene, site, self._last) if self._may_be_inverted(site) else None
        if after and self._found and not self._closes(site, after.last) and self._scene.paragraph.block.kind != "body":
            after = None  # "Oslo says map is wrong, warns Madrid against"
        is_near = before is not None and before.last == site.phrase_first
        return after if after and not is_near and self._closes(site, after.last) else before or after

    def _closes(self, site: CueSite, at: int) -> bool:
        """Say whether a clause ends here; with a quotation only behind another: "'No,' said X 'never'"."""
        if at >= self._last or self._scene.words[at].text in _CLOSING_MARKS:
            return True
        comma = self._scene.commas.first_in(at, self._last) if self._is_set_in(site) else None
        if comma is not None and before_time(self._scene, comma, at) == at:
            return True  # "Guyana, said the judge on Monday, administers"
        return self._scene.opens_quote(at) and self._scene.quoted[site.first - 1] >= 0

    def _opening(self, site: CueSite) -> int:
        """Return where the clause of a cue may begin: behind the bracket that it stands in."""
        for at in range(site.first - 1, self._first - 1, -1):
            if self._scene.words[at].text in {"(", ")"}:
                return at + 1 if self._scene.words[at].text == "(" else self._first
        return self._first

    def _is_inserted(self, site: CueSite) -> bool:
        """Say whether a comma follows a cue, so that a frame set in is likely: "The house, he said, was empty"."""
        return site.last < self._last and self._scene.words[site.last].text == ","

    def _with_relative(self, subject: Subject) -> Subject:
        """Return a subject behind its verb with the relative clause that goes on to the next comma."""
        if subject.last >= self._last or self._scene.words[subject.last].lower != "who":
            return subject
        comma = self._scene.commas.first_in(subject.last, self._last)
        return subject if comma is None else replace(subject, last=comma)

    def _is_set_in(self, site: CueSite) -> bool:
        """Say whether a verb stands right behind a comma, as in a frame set in and turned round."""
        return site.first > self._first and self._scene.words[site.first - 1].text == ","

    def _passive(self, site: CueSite) -> Frame | None:
        """Read "was told by X that" (X speaks) and "was quoted as saying" (the subject speaks)."""
        behind = self._scene.words[site.last : site.last + _FARTHEST_AS]
        if site.cue.kind == "relay" and any(word.lower == "as" for word in behind):
            return self._framed(site, self._told_of(site) or self._subject_before(site))
        if site.last < self._last and behind[0].lower == "by":
            moved = replace(site, last=site.last + 1)
            named = subject_after(self._scene, moved, self._last)
            agent = named or parsed_subject(self._scene, site, self._first, inside=-1)
            is_of_land = site.cue.kind == "rule" or site.cue.lemma == "claim"
            if is_of_land and not (agent and self._introduces(agent.last)):
                return None  # "the islands have been held by Spain", "is claimed by both"
            return self._framed(moved, agent, inverted=True)
        return None

    def _introduces(self, at: int) -> bool:
        """Say whether "that" or a quotation stands here."""
        return at < self._last and (self._scene.words[at].lower == "that" or self._scene.opens_quote(at))

    def _participle(self, site: CueSite) -> Frame | None:
        """Read "with the group saying" and ", adding that"; "as saying" belongs to the relaying verb before it."""
        is_relayed = site.first > self._first and self._scene.words[site.first - 1].lower == "as"
        if is_relayed or (self._found and self._found[-1].site.last == site.first):
            return None
        may_have = self._may_have_subject(site)
        if may_have and (handed := self._handed(site)):
            return handed
        subject = (self._absolute(site) or self._chanting(site) or self._subject_before(site)) if may_have else None
        if subject is None and may_have and not self._leads_to_words(site.last):
            return None  # "rallies demanding a vote": it tells of the noun before it
        return (
            self._framed(site, subject)
            if subject
            else self._continued(site) or self._meanwhile(site) or self._ahead(site)
        )

    def _handed(self, site: CueSite) -> Frame | None:
        """Read "the envoy delivered a letter asking the court to": who hands a letter over speaks by it."""
        tree, verb = self._scene.tree, verb_of(self._scene, site)
        paper = tree.heads[verb] if verb is not None and tree.relation(verb) in {"acl", "advcl"} else site.first
        if verb is not None and tree.is_verb(paper):
            paper = tree.child(paper, "obj") or site.first
        giving = tree.heads[paper]
        is_given = tree.is_finite(giving) and self._scene.words[giving].lower in _HANDING
        if self._scene.words[paper].lower not in _SPEAKING_PAPERS or not is_given:
            return None
        if tree.child(giving, "aux:pass", "nsubj:pass") is not None:
            return None  # "was handed a letter asking": it is not his
        read = subject_ending_before(self._scene, giving, self._first)
        return self._by(site, read or subject_of_verb(self._scene, giving, (0, 0)))

    def _by(self, site: CueSite, subject: Subject | None) -> Frame | None:
        """Return the frame of a cue that has no subject of its own, by one of another verb."""
        speakers = resolve(self._scene, subject, self._discourse) if subject else ()
        return Frame(site, None, speakers, source=subject) if speakers else None

    def _meanwhile(self, site: CueSite) -> Frame | None:
        """Read "met reporters before conceding that": the subject of the verb on which the participle hangs speaks."""
        if self._scene.words[site.phrase_first - 1].lower not in _MEANWHILE or not self._leads_to_words(site.last):
            return None
        verb = verb_of(self._scene, site)
        governor = self._scene.tree.heads[verb] if verb is not None else site.first
        if verb is None or governor >= site.first or not self._scene.tree.is_finite(governor):
            return None
        return self._by(site, subject_of_verb(self._scene, governor, (0, 0)))

    def _ahead(self, site: CueSite) -> Frame | None:
        """Read "After saying that the port was shut, the minister left"."""
        return self._by(site, subject_ahead(self._scene, site, self._first, self._last))

    def _infinitive(self, site: CueSite) -> Frame | None:
        """Read "led X to say" (X speaks) and "X held a rally to say" (the subject speaks)."""
        scene, governor = self._scene, governor_of(self._scene, site.first)
        if not is_caused(scene, site.first):
            return self._by(site, subject_of_verb(scene, governor, (0, 0)))
        read = subject_before(scene, site, governor + 1, inside=-1)
        objects = [noun for noun in scene.tree.children(governor, "obj", "iobj") if governor < noun < site.first]
        is_one = bool(objects) and may_speak(scene, objects[0], -1)
        noun = phrase_of(scene, objects[0], governor + 1, inside=-1, stop=site.phrase_first) if is_one else None
        return self._framed(site, weighed(scene, read, noun))

    def _leads_to_words(self, at: int) -> bool:
        """Say whether "that", a colon, or a quotation stands here, or after one word: "telling reporters that"."""
        near = range(at, min(at + 2, self._last))
        return any(self._scene.opens_quote(i) or self._scene.words[i].lower in {"that", ":"} for i in near)

    def _chanting(self, site: CueSite) -> Subject | None:
        """Return who goes somewhere with words on their lips: "people marched to the palace chanting '...'"."""
        tree, verb = self._scene.tree, verb_of(self._scene, site)
        if verb is None or not self._scene.opens_quote(min(site.last, self._last - 1)) or tree.relation(verb) != "acl":
            return None
        place = tree.heads[verb]
        case = tree.child(place, "case")
        governor = tree.heads[place]
        is_place = case is not None and self._scene.words[case].lower in _PLACING and tree.relation(place) == "obl"
        return subject_of_verb(self._scene, governor, (0, 0)) if is_place and tree.is_verb(governor) else None

    def _absolute(self, site: CueSite) -> Subject | None:
        """Return the subject of a participle in an absolute phrase: "with the group saying", "with both warning"."""
        is_both = self._scene.words[site.phrase_first].lower == "both"  # read as an adverb of the participle
        last = site.phrase_first + is_both
        ending = (one for one in self._scene.by_last.get(last, ()) if one.first > self._first)
        behind_with = (one for one in ending if self._scene.words[one.first - 1].lower == "with")
        return next(map(subject_of, behind_with), None) or self._parsed_absolute(site)

    def _parsed_absolute(self, site: CueSite) -> Subject | None:
        """Return the phrase between "with" and a participle that the parse makes its subject."""
        verb = verb_of(self._scene, site)
        noun = None if verb is None else self._scene.tree.child(verb, "nsubj")
        first = None if noun is None else self._scene.tree.bounds(noun)[0]
        if verb is None or noun is None or first is None or not self._first < first <= noun < site.phrase_first:
            return None
        if "with" not in (self._scene.words[first - 1].lower, self._scene.words[first].lower):
            return None
        return phrase_of(self._scene, noun, first + (self._scene.words[first].lower == "with"), inside=-1)

    def _told_of(self, site: CueSite) -> Subject | None:
        """Return the subject of a passive by the parse: who "was quoted as saying"."""
        verb = verb_of(self._scene, site)
        return None if verb is None else subject_of_verb(self._scene, verb, (0, 0))

    def _subject_before(self, site: CueSite) -> Subject | None:
        return subject_before(self._scene, site, self._first, inside=-1)

    def _may_be_inverted(self, site: CueSite) -> bool:
        """Say whether a verb stands right behind what it frames: behind a mark, a quotation, or first."""
        if site.cue.lemma in _NEVER_TURNED:
            return False
        before = site.first - 1
        follows = before < self._first or self._scene.quoted[before] >= 0
        if not site.cue.takes & {"q", "c"}:
            return False  # "the ministry, in a note, termed the survey 'a farce'"
        return site.first == site.phrase_first and (follows or self._scene.words[before].text in {",", "?", "!"})

    def _may_have_subject(self, site: CueSite) -> bool:
        if site.phrase_first == self._first:
            return False
        before = self._scene.words[site.phrase_first - 1]
        return before.letters and before.lower not in _BEFORE_PARTICIPLES

    # who goes on speaking --------------------------------------------------------------------------------------

    def _continued(self, site: CueSite) -> Frame | None:
        """Read ", adding that", "and said", "by saying": who spoke goes on, or the subject of the sentence."""
        joint = self._scene.words[site.phrase_first - 1].lower if site.phrase_first > self._first else ""
        shared = inherited_subject(self._scene, site, self._first, inside=-1)
        if site.form != "participle" and joint not in _CONJOINING and shared is None:
            return None
        before = self._found[-1] if self._found and not self._found[-1].site.passive else None
        if before and shared and before.subject and before.subject.first <= shared.first < before.subject.last:
            shared = None
        if before and shared and before.behind <= shared.first and site.form != "participle":
            if not self._joins_outer(site, shared, before):
                return None  # who shares the verb is spoken of: "X said Y had built a wall and saw no reason"
            shared = None
        if before and (site.form == "participle" or shared is None):
            return Frame(site, None, before.speakers, source=before.named)
        speakers = resolve(self._scene, shared, self._discourse) if shared else ()
        if speakers:
            return Frame(site, None, speakers, source=shared)
        if shared and any(mention.head.text in _NARRATORS for mention in shared.mentions[:1]):
            return None
        if site.form == "participle" and joint not in _INHERITING and not self._scene.words[site.first].opens:
            return None
        for subject in map(subject_of, self._heads_before(site)):
            if speakers := resolve(self._scene, subject, self._discourse):
                return Frame(site, None, speakers, source=subject)
        return None

    def _joins_outer(self, site: CueSite, shared: Subject, before: Frame) -> bool:
        """Say whether a cue goes on with the one before, not with a verb in what is said by that.

        "X said it did not know the map and described it as": the forms differ, or who is spoken of is the speaker.
        """
        tree, verb = self._scene.tree, verb_of(self._scene, site)
        if verb is None or site.form != "finite" or site.cue.attitude or tree.relation(verb) != "conj":
            return False
        if tree.tags[tree.joint(verb)] in _UNLIKE_PASTS and site.phrase_first == site.first:
            return True
        if site.cue.kind == "relay":
            return True  # "said the ship had fled, and quoted an officer as saying"
        is_pronoun = all(mention.form == "pronoun" for mention in shared.mentions)
        return is_pronoun and resolve(self._scene, shared, self._discourse) == before.speakers

    def _heads_before(self, site: CueSite) -> list[Mention]:
        """Return the subjects before a cue in its sentence; where none shows as such, what hangs on nothing."""
        before = list(self._mentions_before(site))
        subjects = [one for one in before if self._scene.cast.is_subject(one)]
        return subjects or [one for one in before if not self._scene.is_attached(one)]

    def _mentions_before(self, site: CueSite) -> Iterator[Mention]:
        for one in self._scene.mentions_in(self._scene.words[self._first].sentence):
            if one.last <= site.first and self._scene.quoted[one.first] < 0:
                yield one


def _is_figurative(site: CueSite, subject: Subject) -> bool:
    """Say whether a thing is said to believe or promise: "the plan assumes", "a summit that had promised little"."""
    if not site.cue.attitude and site.cue.kind not in _OF_MINDS:
        return False
    things = words("things")
    return all(one.noun is None and not one.is_name and one.head.text.lower() in things for one in subject.mentions)


def _is_plural(subject: Subject) -> bool:
    """Say whether a subject is plural, so that a base form behind it is a verb ("officials say", "they claim")."""
    mention, several = subject.mentions[0], len(subject.mentions) > 1
    head = mention.head.text.lower()
    if several or mention.form == "pronoun":
        return several or head in _PLURAL_PRONOUNS
    return mention.plural or head.endswith(_PLURAL_ENDS) or mention.span.text.lower().startswith(_PLURAL_OPENINGS)
