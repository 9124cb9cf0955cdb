"""Subjects of cues: the phrase that speaks, across auxiliaries, insertions and appositions, and whom it stands for."""

from dataclasses import dataclass, replace

from kg.documents import Span
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.scene import Scene
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS, function_words, is_finite_hint

_INSERTION = PREPOSITIONS | {
    "who",
    "which",
    "when",
    "while",
    "also",
    "whose",
    "where",
    "asked",
    "speaking",
    "citing",
    "quoting",
}
_LINKS = frozenset(
    {
        "of",
        "for",
        "from",
        "at",
        "by",
        "with",
        "in",
        "to",
        "on",
        "into",
        "near",
        "against",
        "over",
        "outside",
        "between",
        "under",
        "about",
    }
)


_TIMES = frozenset(
    {"late", "early", "earlier", "this", "last", "week", "month", "year", "ago", "morning", "evening", "night"}
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrase that a cue belongs to: its mentions (joined by "and") and words ``first <= i < last``."""

    mentions: tuple[Mention, ...]
    first: int
    last: int

    def span(self, scene: Scene) -> Span:
        """Return the phrase as a span of the document."""
        return scene.span(self.first, self.last)


@dataclass
class Discourse:
    """Who spoke last, as the reader goes through the article."""

    """``last`` who spoke last; ``last_person`` also a person whom the paragraph before was about."""

    last: tuple[str, ...] = ()
    last_person: tuple[str, ...] = ()
    last_body: tuple[str, ...] = ()
    last_group: tuple[str, ...] = ()


def subject_before(scene: Scene, site: CueSite, start: int, *, inside: int) -> Subject | None:
    """Return the subject on the left of a cue; None where there is none in its clause."""
    at = _before_time(scene, site.phrase_first, start)
    if at > start and scene.words[at - 1].lower in {"both", "all", "each"}:
        at -= 1
    if at > start and scene.words[at - 1].text in {",", ")", "–", "—", "-"} and not _ends_alias(scene, at):
        return _across_insertion(scene, at - 1, start, inside)
    subject = _ending_at(scene, at, start, inside)
    if subject and subject.last > subject.mentions[-1].last and at < site.phrase_first:
        return replace(subject, last=site.phrase_first)
    return subject


def _ends_alias(scene: Scene, at: int) -> bool:
    return scene.words[at - 1].text == ")" and bool(scene.by_last.get(at))


def _before_time(scene: Scene, at: int, start: int) -> int:
    """Step back over "on Wednesday" or "late Tuesday" between a subject and its verb."""
    back = at
    while back > start and (
        scene.words[back - 1].text in words("calendar-words") or scene.words[back - 1].lower in _TIMES
    ):
        back -= 1
    if back < at and not any(
        scene.words[i].lower in _TIMES - {"this", "last"} or scene.words[i].capital for i in range(back, at)
    ):
        return at
    if back < at and back > start and scene.words[back - 1].lower in {"on", "in"}:
        back -= 1
    return back


def subject_after(scene: Scene, site: CueSite, stop: int) -> Subject | None:
    """Return the subject on the right of a cue: "..., said Foreign Minister Jane Doe"."""
    for at in range(site.last, min(site.last + 4, stop)):
        for mention in scene.by_first.get(at, ()):
            if mention.last <= stop and mention.form != "pronoun":
                subject = _joined_right(scene, mention, stop)
                return replace(subject, first=site.last)
        if not scene.words[at].text.islower() or scene.words[at].lower in function_words():
            return None
    return None


def owner_of(scene: Scene, site: CueSite, start: int, stop: int) -> Subject | None:
    """Return whose a noun of saying is: "Spain's claim", "its claim", "the claim by Moscow"."""
    if scene.words[site.last].lower in {"by", "from"}:
        at = site.last + 1
        found = [mention for mention in scene.by_first.get(at, ()) if mention.last <= stop]
        return Subject((found[0],), found[0].first, found[0].last) if found else None
    before = site.first - 1
    while (
        before >= start
        and scene.words[before].letters
        and scene.words[before].text not in POSSESSIVE
        and scene.words[before].lower not in POSSESSIVE_PRONOUNS
    ):
        before -= 1
    if before < start:
        return None
    if scene.words[before].text in POSSESSIVE:
        found = [mention for mention in scene.by_last.get(before, ()) if mention.first >= start]
        return Subject((found[0],), found[0].first, found[0].last) if found else None
    return None


def _joined_right(scene: Scene, mention: Mention, stop: int) -> Subject:
    at = mention.last
    if at < stop and scene.words[at].lower == "and":
        for other in scene.by_first.get(at + 1, ()):
            if other.is_name and other.last <= stop:
                return Subject((mention, other), mention.first, other.last)
    return Subject((mention,), mention.first, mention.last)


def _across_insertion(scene: Scene, comma: int, start: int, inside: int) -> Subject | None:
    """Return the subject before ", a former X," or ", who spoke on Tuesday,", or the one that ends at the comma."""
    whole = [
        mention
        for mention in scene.by_last.get(comma, ())
        if scene.words[mention.head_first].sentence == scene.words[comma].sentence
    ]
    apposed = [mention for mention in whole if mention.is_name and mention.last > mention.head_last]
    if apposed:
        return _extended(scene, apposed[0], start, inside)
    at = comma - 1
    while (
        at >= start and scene.words[at].text not in {",", "–", "—", "-", "(", ";", ":"} and scene.quoted[at] == inside
    ):
        at -= 1
    if at < start or scene.words[at].text in {";", ":"}:
        return _extended(scene, whole[0], start, inside) if whole and whole[0].first == start else None
    opening = scene.words[at + 1]
    is_insertion = (
        opening.lower in _INSERTION
        or opening.text[:1].isdigit()
        or opening.lower in {"a", "an", "the"}
        or opening.lower.endswith(("ing", "ed"))
    )
    before = _ending_at(scene, at, start, inside)
    if before and (is_insertion or not whole):
        return Subject(before.mentions, before.first, before.last)
    if whole:
        return _extended(scene, whole[0], start, inside)
    return before


def _ending_at(scene: Scene, at: int, start: int, inside: int) -> Subject | None:
    """Return the subject whose phrase ends right before a word, reaching over attached phrases to its head."""
    found = [mention for mention in scene.by_last.get(at, ()) if mention.first >= start]
    if not found:
        return _relative(scene, at, start) or _over_attached(scene, at, start, inside)
    best = min(found, key=lambda mention: (mention.first, not mention.is_name))
    return _extended(scene, best, start, inside)


def _extended(scene: Scene, mention: Mention, start: int, inside: int) -> Subject | None:
    """Grow a subject to the left: over "of" and "in" to the head that it hangs on, and over "and" to joint speakers."""
    if mention.form == "pronoun" and mention.head.text.lower() == "who":
        return _relative(scene, mention.first + 1, start) or Subject((mention,), mention.first, mention.last)
    first, at = mention.first, mention.first - 1
    if at > start and scene.words[at].lower in _LINKS:
        head = _head_before(scene, at, start)
        if head:
            return Subject((head,), head.first, mention.last)
        if mention.kind in {"entity", "person", "acronym"} or mention.form == "role":
            return _over_attached(scene, at, start, inside)
    if at > start and scene.words[at].lower == "and":
        left = _ending_at(scene, at, start, inside)
        if left is None and scene.words[at - 1].text == ",":
            left = _ending_at(scene, at - 1, start, inside)
        if left and not _is_clause_between(scene, left, at):
            return Subject((*left.mentions, mention), left.first, mention.last)
    return Subject((mention,), first, mention.last)


def _is_clause_between(scene: Scene, left: Subject, at: int) -> bool:
    """Say whether the phrase before "and" is the object of a verb, so that "and" joins clauses, not subjects."""
    before = left.first - 1
    return (
        before >= 0
        and scene.words[before].letters
        and (is_finite_hint(scene.words[before]) or scene.words[before].lower in PREPOSITIONS)
    )


def _head_before(scene: Scene, link: int, start: int) -> Mention | None:
    """Return the role noun or body that a preposition hangs on."""
    for mention in scene.by_last.get(link, ()):
        if mention.first >= start and (mention.form == "role" or mention.kind == "organization"):
            return mention
    return None


def _over_attached(scene: Scene, at: int, start: int, inside: int) -> Subject | None:
    """Reach back over words that belong to a role noun before them: "officials familiar with the talks"."""
    for back in range(at - 1, max(start, at - 14) - 1, -1):
        word = scene.words[back]
        if (
            word.text in {",", ";", ":", "."}
            or scene.quoted[back] != inside
            or word.lower in {"that", "and", "but", "because"}
        ):
            return None
        heads = [
            mention for mention in scene.by_last.get(back, ()) if mention.form == "role" and mention.first >= start
        ]
        if heads and (
            word.lower in _LINKS
            or word.lower
            in {
                "familiar",
                "close",
                "briefed",
                "conducted",
                "published",
                "released",
                "commissioned",
                "monitored",
                "who",
            }
        ):
            head = min(heads, key=lambda mention: mention.first)
            return Subject((head,), head.first, at)
        if is_finite_hint(word) and word.lower not in {
            "conducted",
            "published",
            "released",
            "commissioned",
            "monitored",
            "briefed",
        }:
            if word.lower in {"who", "which"}:
                continue
            if not any(scene.words[i].lower in {"who", "which"} for i in range(max(start, back - 6), back)):
                return None
    return None


def _relative(scene: Scene, at: int, start: int) -> Subject | None:
    """Return the phrase before "who" or "which" where that ends here."""
    if at - 1 < start or scene.words[at - 1].lower not in {"who", "which"}:
        return None
    end = at - 1
    if end > start and scene.words[end - 1].text == ",":
        end -= 1
    found = [mention for mention in scene.by_last.get(end, ()) if mention.first >= start and mention.form != "pronoun"]
    if scene.words[at - 1].lower == "which":
        found = [
            mention
            for mention in found
            if mention.kind in {"document", "organization"} or (mention.kind == "entity" and not mention.plural)
        ]
        if not found:
            return None
    if found:
        best = min(found, key=lambda mention: mention.first)
        return Subject((best,), best.first, best.last)
    return _over_attached(scene, end, start, scene.quoted[at - 1])


def resolve(scene: Scene, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    """Return the actors that a subject stands for; a phrase that is nobody's known stands for itself."""
    actors: list[str] = []
    for mention in subject.mentions:
        actors.extend(actor for actor in _one(scene, mention, subject, discourse) if actor not in actors)
    return tuple(actors)


def _one(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    if mention.form == "pronoun":
        return _pronoun(scene, mention, discourse)
    known = scene.cast.of(mention) or scene.cast.accept(mention)
    if known:
        return known
    if mention.kind == "document":
        return _document(scene, mention, subject, discourse)
    if mention.form == "role":
        return (scene.cast.unnamed(mention, _phrase(scene, mention, subject)),)
    return ()


def _document(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    """Resolve a document to whose it is: its owner ("a survey by X"), else who spoke last."""
    inside = [
        other
        for other in scene.mentions
        if subject.first <= other.first and other.last <= subject.last and other is not mention
    ]
    owned = [
        actor
        for other in inside
        for actor in scene.cast.of(other)
        if other.kind in {"organization", "person", "acronym"} or other.names
    ]
    if owned and (
        mention.noun is None
        or mention.noun.noun in {"statement", "survey", "poll", "commentary", "editorial", "letter", "note", "report"}
    ):
        return (owned[-1],)
    if (
        mention.definite
        and mention.noun
        and mention.noun.noun in {"statement", "note", "commentary", "letter"}
        and discourse.last
    ):
        return discourse.last
    if mention.noun and mention.noun.noun == "statement" and discourse.last_group:
        return discourse.last_group
    return (scene.cast.unnamed(mention, _phrase(scene, mention, subject)),)


def _phrase(scene: Scene, mention: Mention, subject: Subject) -> str | None:
    """Return the words of a subject from its head on, where it is one phrase."""
    if len(subject.mentions) > 1 or subject.last <= mention.first:
        return None
    text = scene.span(mention.first, max(subject.last, mention.last)).text
    return None if any(word in {"who", "which"} for word in text.split()) else text


def _pronoun(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    text = mention.head.text.lower()
    if text in {"he", "she"}:
        return _person(scene, mention, discourse) or (scene.cast.unnamed(mention),)
    if text == "it":
        return (
            _antecedent(scene, mention, {"organization", "entity", "acronym", "government", "document"})
            or discourse.last_body
        )
    if text in {"they", "we"}:
        return _plural(scene, mention, discourse)
    return ()


def _person(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    near = _antecedent(scene, mention, {"person"})
    if near:
        return near
    if discourse.last_person and _fits(scene, discourse.last_person, mention):
        return discourse.last_person
    return ()


def _antecedent(scene: Scene, mention: Mention, kinds: set[str]) -> tuple[str, ...]:
    """Return whom a pronoun takes up: the subject of its own sentence before it, else of the sentence before."""
    sentence = scene.words[mention.first].sentence
    inside = scene.quoted[mention.first]
    ends_clause = mention.first > 0 and (
        scene.words[mention.first - 1].text == "," or scene.quoted[mention.first - 1] >= 0
    )
    for number in (sentence - 1, sentence - 2) if ends_clause else (sentence, sentence - 1, sentence - 2):
        before = [
            other
            for other in scene.mentions
            if other.first < mention.first
            and other.form != "pronoun"
            and other.kind in kinds
            and scene.quoted[other.head_first] == inside
            and scene.words[other.first].sentence == number
            and (actors := _known(scene, other))
            and _fits(scene, actors, mention)
        ]
        subjects = [other for other in before if scene.cast.is_subject(other)] or [
            other for other in before if not is_attached(scene, other)
        ]
        chosen = subjects or before
        if chosen:
            return _known(scene, chosen[0])
    return ()


def _known(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whom a mention stands for; a definite body that nobody names stands for itself ("the ministry")."""
    known = scene.cast.of(mention)
    if not known and mention.form == "role" and mention.definite and not mention.plural:
        return (scene.cast.unnamed(mention),)
    return known


def is_attached(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention hangs on another word: behind a preposition, or as an owner."""
    before = scene.words[mention.first - 1].lower if mention.first else ""
    behind = scene.words[mention.last].text if mention.last < len(scene.words) else ""
    return before in PREPOSITIONS or behind in {"'s", "’s"}


def _fits(scene: Scene, actors: tuple[str, ...], mention: Mention) -> bool:
    if mention.gender is None:
        return True
    return all(
        scene.cast.members[actor].gender in {None, mention.gender} for actor in actors if actor in scene.cast.members
    )


def _plural(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    sentence = scene.words[mention.first].sentence
    for number in (sentence, sentence - 1):
        for other in scene.mentions:
            if other.first < mention.first and scene.words[other.first].sentence == number and other.plural:
                return scene.cast.of(other) or (scene.cast.unnamed(other),)
    return discourse.last_group if discourse.last_group else (discourse.last if len(discourse.last) > 1 else ())
