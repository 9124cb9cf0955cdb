"""What the readers of stances ask of the whole article: who is meant, who speaks, which place is spoken of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.coreference import Discourse, Member, Scene, Subject, resolve
from kg.extraction.facts import main_territory
from kg.extraction.mentions import Mention
from kg.extraction.overlaps import Overlaps
from kg.facts import Attitude, Attribution, Statement, Territory, Treaty

_Said = tuple[Span, Attribution, int]  # words of an attribution, it, and how many characters it has
_FIRST_PERSON = frozenset({"we", "i", "us", "our", "ours", "my"})
_HIGH_OFFICES = frozenset(
    "minister president premier chancellor secretary leader spokesman spokeswoman spokesperson governor government "
    "ambassador envoy diplomat official general admiral commander lawmaker senator".split()
)
_DENYING = ("deny", "denie", "denying", "refute")
_PRONOUN_LABELS = frozenset({"he", "she", "it", "they", "we", "i", "who"})


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a territory or treaty at words ``first <= i < last`` of a scene."""

    first: int
    last: int
    id: str


class Setting:
    """Answers for one article."""

    def __init__(self, article: Article) -> None:
        self.article, self.cast = article, article.cast
        self.main = next(iter(main_territory(article)), None)
        voices: tuple[Attribution, ...] = (*article.facts(Statement), *article.facts(Attitude))
        lengths = [sum(map(len, one.content)) for one in voices]
        said = [(span, one, length) for one, length in zip(voices, lengths, strict=True) for span in one.content]
        self._said = sorted(said, key=lambda one: one[0])
        self._voices = Overlaps([span for span, _, _ in self._said])
        self._cued = [(one.cue, one.speaker) for one in voices if one.cue]
        self._cues = Overlaps([cue for cue, _ in self._cued])
        self._mentions: dict[str, Overlaps] = {}
        self._territories = _Named((span, one.id) for one in article.facts(Territory) for span in one.mentions)
        self._treaties = _Named((span, one.id) for one in article.facts(Treaty) for span in one.mentions)

    # places ----------------------------------------------------------------------------------------------------

    def places(self, scene: Scene) -> tuple[Place, ...]:
        """Return the territories that a scene names, in order."""
        return self._territories.places(scene)

    def treaties(self, scene: Scene) -> tuple[Place, ...]:
        """Return the treaties that a scene names, in order."""
        return self._treaties.places(scene)

    def whole_of(self, place: str) -> str:
        """Return what the article is about where a territory is a part of that, of which "the rest" is told."""
        entry = self.article.gazetteer.entries.get(place)
        return self.main if self.main and entry is not None and entry.part_of == self.main else place

    def is_only_place(self, mention: Mention) -> bool:
        """Say whether a name is a territory's of the article."""
        return self._territories.names(mention.head)

    # voices ----------------------------------------------------------------------------------------------------

    def voice(self, offset: int) -> Attribution | None:
        """Return the innermost attribution whose words hold a character; None in the article's own words."""
        return _innermost(self._saying(offset))

    def speakers(self, offset: int) -> tuple[str, ...]:
        """Return all who say the words at a place: one, or those who say them together."""
        around = self._saying(offset)
        voice = _innermost(around)
        return tuple(dict.fromkeys(one.speaker for _, one, _ in around if voice and _is_joint(one, voice)))

    def _saying(self, offset: int) -> list[_Said]:
        """Return the attributions whose words hold a character."""
        return [self._said[at] for at in self._voices.at(offset)]

    def cued(self, offset: int) -> tuple[str, ...]:
        """Return the speakers whose cue, "hailed" or "called on", holds the word at a place."""
        return tuple(dict.fromkeys(self._cued[at][1] for at in self._cues.at(offset)))

    def is_denied(self, offset: int) -> bool:
        """Say whether the words at a place are what somebody denies: "Tehran denies that ..."."""
        voice = self.voice(offset)
        return voice is not None and voice.cue is not None and voice.cue.text.lower().startswith(_DENYING)

    def discourse(self, paragraph: int) -> Discourse:
        """Return who has spoken when a paragraph begins."""
        return self.article.references.discourse(paragraph)

    def mentions(self, actors: Iterable[str], around: Span) -> list[Span]:
        """Return the mentions of actors that share words with a span."""
        known = (self._mentions_of(self.cast.members[actor]) for actor in actors if actor in self.cast.members)
        return [one.spans[place] for one in known for place in one.with_span(around)]

    def _mentions_of(self, member: Member) -> Overlaps:
        """Return the mentions of a member, to search; the cast may still find more."""
        known = self._mentions.get(member.id)
        if known is None or len(known.spans) < len(member.mentions):
            known = self._mentions[member.id] = Overlaps(tuple(member.mentions))
        return known

    # actors ----------------------------------------------------------------------------------------------------

    def actors(self, scene: Scene, subject: Subject) -> tuple[str, ...]:
        """Return whom a phrase stands for; pronouns in somebody's words may stand for the speaker."""
        found = [actor for mention in subject.mentions for actor in self._actors_of(scene, mention, subject)]
        return tuple(actor for actor in dict.fromkeys(found) if self.is_somebody(actor))

    def is_somebody(self, actor: str) -> bool:
        """Say whether an actor is more than a pronoun that could not be resolved."""
        member = self.cast.members.get(actor)
        return member is None or member.label.lower() not in _PRONOUN_LABELS

    def _actors_of(self, scene: Scene, mention: Mention, subject: Subject) -> tuple[str, ...]:
        one = Subject((mention,), subject.first, subject.last)
        if mention.form == "pronoun":
            text = mention.head.text.lower()
            found = self.speaker_as(text, mention.head.start)
            return found if found or text in _FIRST_PERSON else self.article.references.of(mention)
        if mention.kind == "document" and not self.cast.of(mention):
            return ()
        return resolve(scene, one, self.discourse(scene.paragraph.index))

    def speaker_as(self, form: str, offset: int) -> tuple[str, ...]:
        """Return the speaker of the words at a place where a pronoun there can stand for the speaker."""
        if form in _FIRST_PERSON:
            return self.speakers(offset)
        voice = self.voice(offset)
        if voice is None or (voice.cue and voice.cue.text.lower().startswith("according")):
            return ()  # "according to an officer, he refused": that is somebody else
        return (voice.speaker,) if self._may_be(voice.speaker, form) else ()

    def _may_be(self, speaker: str, form: str) -> bool:
        member = self.cast.members.get(speaker)
        if member is None:
            return False
        if form in {"he", "his", "she", "her"}:
            return member.type == "person" and member.gender != ("f" if form in {"he", "his"} else "m")
        if form in {"it", "its"}:
            return member.type in {"state", "organization"}
        return form in {"they", "their"} and member.type == "group"

    def state_of(self, actor: str) -> str | None:
        """Return the state that an actor is or speaks for; a body that represents none counts for itself."""
        seen: set[str] = set()
        while actor not in seen and not actor.startswith("state/"):
            seen.add(actor)
            member, entry = self.cast.members.get(actor), self.article.gazetteer.entries.get(actor)
            above = (member.represents if member else None) or (entry.state if entry else None)
            if above is None:
                is_body = (member is not None and member.type == "organization") or actor.startswith("organization/")
                return actor if is_body else None
            self._introduce(above, member)
            actor = above
        return actor if actor.startswith("state/") else None

    def _introduce(self, state: str, member: Member | None) -> None:
        """Let a state that is only named by a body of its be one of the cast, so that facts can name it."""
        names = [name for name in self.article.gazetteer.names_of(state) if name.sense == "name" and not name.ambiguous]
        if state in self.cast.members or not names or member is None or not member.mentions:
            return
        span = member.mentions[0]
        self.cast.owner(Mention(0, 0, 0, 0, 0, "name", "entity", span, span, names=(names[0],)))

    def side_of(self, actor: str | None) -> str | None:
        """Return the state of an actor where it has one, else the actor: the other side of talks."""
        return (self.state_of(actor) or actor) if actor else None

    def holds_office(self, actor: str) -> bool:
        """Say whether an actor is a person with an office of state, whose state the article may leave out."""
        member = self.cast.members.get(actor)
        if member is None or member.type != "person":
            return False
        return any(head.split()[-1] in _HIGH_OFFICES for head in member.heads)

    def is_group(self, actor: str) -> bool:
        """Say whether an actor is a people or crowd."""
        member = self.cast.members.get(actor)
        return member is not None and member.type == "group"

    def is_public(self, actor: str) -> bool:
        """Say whether an actor is a state or body, or speaks for one, so that what it says is formal."""
        member = self.cast.members.get(actor)
        if member is None or member.type == "group":
            return False
        return member.type in {"state", "organization"} or member.represents is not None

    def is_own(self, speaker: str, owner: str) -> bool:
        """Say whether what is an owner's is the speaker's own."""
        return owner in {speaker, self.state_of(speaker)}

    def owner(self, mention: Mention) -> str | None:
        """Return the actor that a name, demonym or role noun stands for as an owner ("Moscow's", "Argentine")."""
        known = self.cast.of(mention)
        if known:
            return known[0] if self.is_somebody(known[0]) else None
        if mention.names:
            return next(iter(self.cast.owner(mention)), None)
        if mention.form == "role" and mention.owners and mention.kind == "government":
            return self.owner(mention.owners[0])
        return None

    def named(self, name: str, scene: Scene, at: int) -> str | None:
        """Return the state of a name or demonym before a hyphen, also one of two words ("South Korean-held")."""
        word = scene.words[at]
        before = scene.words[at - 1] if at and scene.words[at - 1].capital else None
        if before and (found := self._state(f"{before.text} {name}", scene, before.start, word.start + len(name), at)):
            return found
        return self._state(name, scene, word.start, word.start + len(name), at)

    def _state(self, form: str, scene: Scene, start: int, end: int, at: int) -> str | None:
        span = self.article.document.span(start, end)
        names = self.article.gazetteer.lookup(form)
        place = (scene.paragraph.index, at, at + 1, at, at + 1)
        return self.owner(Mention(*place, "name", "entity", span, span, names=names))

    def is_past(self, actor: str) -> bool:
        """Say whether an actor is a state that is no more, so that it claims and holds nothing today."""
        entry = self.article.gazetteer.entries.get(actor)
        return entry is not None and entry.type == "past state"


def _innermost(around: list[_Said]) -> Attribution | None:
    """Return the attribution with the fewest words, of as many the one that stands in another."""
    _, voice, _ = min(around, key=lambda one: (one[2], one[1].layer_of is None), default=(None, None, 0))
    return voice


def _is_joint(one: Attribution, other: Attribution) -> bool:
    """Say whether two attributions give the same words to the speakers of one cue."""
    return one is other or (one.content == other.content and one.cue == other.cue and one.layer_of == other.layer_of)


class _Named:
    """Where an article names things of one kind, by their identifiers."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._named = tuple(named)
        self._spans = Overlaps([span for span, _ in self._named])

    def names(self, span: Span) -> bool:
        """Say whether a span shares a character with a name."""
        return bool(self._spans.with_span(span))

    def places(self, scene: Scene) -> tuple[Place, ...]:
        """Return where a scene names the things, in order."""
        named = [self._named[at] for at in self._spans.with_span(scene.paragraph.block.span)]
        if not named:
            return ()
        starts, ends = [word.start for word in scene.words], [word.end for word in scene.words]
        found = [Place(bisect_right(ends, span.start), bisect_left(starts, span.end), ident) for span, ident in named]
        return tuple(sorted((one for one in found if one.first < one.last), key=lambda one: (one.first, -one.last)))
