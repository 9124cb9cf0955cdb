"""Whom every mention of an article means, once it is known whose words are whose."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.documents import Span
from kg.extraction.coreference.cast import Cast
from kg.extraction.coreference.descriptions import taken_up
from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.pronouns import antecedent, person_before
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention
from kg.extraction.overlaps import Overlaps
from kg.extraction.words import FIRST_PERSON, first_from


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that somebody says: ``frame`` is where they are attributed; ``heard`` that others may refer back."""

    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    frame: Span
    heard: bool = True


class References:
    """Answers for the mentions of one article, also for those that say nothing and those in somebody's words."""

    def __init__(self, scenes: Sequence[Scene], cast: Cast, voices: Iterable[Voice]) -> None:
        self._scenes, self._cast, self._voices = scenes, cast, tuple(voices)
        self._said = sorted((span, number) for number, one in enumerate(self._voices) for span in one.content)
        self._places = Overlaps([span for span, _ in self._said])

    def of(self, mention: Mention) -> tuple[str, ...]:
        """Return the actors that a mention means; none where the article leaves it open."""
        scene, discourse = self._scenes[mention.paragraph], self._before(mention.head.start)
        if mention.form != "pronoun":
            return self._cast.of(mention) or taken_up(scene, mention, discourse)
        speakers = self._speakers(mention.head)
        if scene.quoted[mention.first] >= 0:
            return self._quoted(scene, mention, discourse, speakers)
        if self._may_be_own(mention, speakers) and not self._is_named_since(scene, mention):
            return speakers
        return antecedent(scene, mention, discourse)

    def speakers(self, mention: Mention) -> tuple[str, ...]:
        """Return in whose words a mention stands; none outside of anybody's."""
        return self._speakers(mention.head)

    def discourse(self, paragraph: int) -> Discourse:
        """Return who has spoken when a paragraph begins."""
        return self._before(self._scenes[paragraph].paragraph.start)

    def _before(self, offset: int) -> Discourse:
        """Return who has spoken before a place."""
        return self._discourses[bisect_left(self._heard, offset, key=lambda one: one.frame.start)]

    @cached_property
    def _heard(self) -> list[Voice]:
        return sorted((one for one in self._voices if one.heard), key=lambda one: one.frame.start)

    @cached_property
    def _discourses(self) -> list[Discourse]:
        """Who has spoken before the first who may be referred to, and after each."""
        found = [Discourse()]
        for voice in self._heard:
            found.append(replace(found[-1]))
            found[-1].remember(voice.speakers, self._cast, self._place(voice.frame.start))
        return found

    def _place(self, offset: int) -> tuple[int, int]:
        """Return the paragraph and the sentence of a place."""
        paragraph = bisect_right(self._starts, offset) - 1
        words = self._scenes[paragraph].words
        return paragraph, words[min(first_from(words, offset), len(words) - 1)].sentence if words else 0

    @cached_property
    def _starts(self) -> list[int]:
        return [scene.paragraph.start for scene in self._scenes]

    def _speakers(self, span: Span) -> tuple[str, ...]:
        """Return whose the innermost words around a place are."""
        around = [self._said[at] for at in self._places.with_span(span)]
        _, number = min(around, key=lambda one: len(one[0]), default=(span, -1))
        return self._voices[number].speakers if number >= 0 else ()

    def _quoted(
        self, scene: Scene, mention: Mention, discourse: Discourse, speakers: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Resolve a pronoun in somebody's words: the speaker's own, else somebody else who was named before."""
        text = mention.head.text.lower()
        if text in FIRST_PERSON:
            return speakers if text == "i" or not self._are_persons(speakers) else ()
        if mention.gender is None:
            return antecedent(scene, mention, Discourse())
        return person_before(scene, mention, discourse, but=speakers)

    def _are_persons(self, actors: tuple[str, ...]) -> bool:
        return all(self._cast.members[one].type == "person" for one in actors)

    def _may_be_own(self, mention: Mention, speakers: tuple[str, ...]) -> bool:
        """Say whether a pronoun agrees with those whose words it stands in."""
        members = [self._cast.members[one] for one in speakers if one in self._cast.members]
        text = mention.head.text.lower()
        if mention.gender:
            return [one.type for one in members] == ["person"] and members[0].may_be(mention.gender)
        if text == "it":
            return len(members) == 1 and members[0].type in {"organization", "state"}
        return text == "they" and (len(members) > 1 or any(one.type in {"group", "organization"} for one in members))

    def _is_named_since(self, scene: Scene, mention: Mention) -> bool:
        """Say whether the words said name somebody else before a pronoun whom it may mean as well."""
        span = next((span for at in self._places.with_span(mention.head) if (span := self._said[at][0])), None)
        if span is None:
            return False
        between = (one for one in scene.mentions_in(scene.words[mention.first].sentence) if one.last <= mention.first)
        return any(
            span.start <= one.head.start and self._is_rival(scene, one, mention) for one in between if one.is_name
        )

    def _is_rival(self, scene: Scene, one: Mention, mention: Mention) -> bool:
        kinds = {"person"} if mention.gender else {"organization", "entity"}
        actors = self._cast.of(one)
        is_fit = all(self._cast.members[actor].may_be(mention.gender) for actor in actors)
        return bool(actors) and one.kind in kinds and is_fit and self._cast.is_subject(one)
