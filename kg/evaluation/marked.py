"""Annotations made or corrected in brat, as values to score against.

What kg wrote and a reader corrected tells speakers, territories and more in notes. Of another's corpus - frames with
Source, Cue and Content, whatever they are called - only these words are known, and attitudes are among the statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.brat import BratArticle, Frame, parse_note, read_folder
from kg.errors import EvaluationError
from kg.evaluation.annotation import (
    SET_ASIDE,
    AnnotatedEvent,
    AnnotatedPosition,
    AnnotatedStatement,
    Annotation,
    Entity,
)
from kg.evaluation.tally import KINDS
from kg.evaluation.words import Chars, ink, words_at
from kg.ontology import concepts

_OURS = ("Statement", "Attitude")
_WORDS = frozenset({"statements", "sources", "exact_source", "exact_cue", "exact_content"})
_TOLD = frozenset(KINDS) - {"actors", "treaties"}  # where notes tell speakers, holders, territories

Note = dict[str, tuple[str, ...]]


def read_marked(folder: Path) -> tuple[Annotation, ...]:
    """Read the annotated articles of a folder for brat.

    Raises:
        EvaluationError: a file is missing or broken; names it, what is wrong and what to do.
    """
    sheets = [_Sheet(article) for article in read_folder(folder)]
    is_bare = all(sheet.is_bare for sheet in sheets) and any(sheet.is_ours for sheet in sheets)
    is_told = is_bare or any(sheet.has_speakers for sheet in sheets)
    return tuple(sheet.annotation(_TOLD if is_told else _WORDS) for sheet in sheets)


@dataclass(frozen=True)
class _Sheet:
    """One article's marks, read as annotations."""

    article: BratArticle

    def annotation(self, scored: frozenset[str]) -> Annotation:
        apart = "attitudes" in scored
        return Annotation(
            name=self.article.name,
            text=self.article.text,
            text_path=self.article.text_path,
            scored=scored,
            territories=tuple(self._territories()),
            statements=tuple(
                self._statement(*one) for one in self.attributions if not apart or one[1].type != _OURS[1]
            ),
            attitudes=tuple(self._statement(*one) for one in self.attributions if apart and one[1].type == _OURS[1]),
            positions=tuple(self._position(*one) for one in self._frames("Position")),
            events=tuple(self._events()) if apart else (),
            document=self.article.document,
            is_marked=True,
            are_attitudes_apart=apart,
        )

    @property
    def is_ours(self) -> bool:
        """Whether kg wrote the article, or its frames are called as kg calls them."""
        known = {*_OURS, "Position", *concepts("event-types")}
        return self.article.document is not None or any(
            frame.type in known for frame in self.article.standoff.frames.values()
        )

    @property
    def is_bare(self) -> bool:
        """Whether there are no statements at all."""
        return not self.attributions

    @property
    def has_speakers(self) -> bool:
        """Whether a note tells who speaks."""
        return any(self._note(key).get("speaker") for key, _ in self.attributions)

    @cached_property
    def attributions(self) -> list[tuple[str, Frame]]:
        """The frames that have a content, with their identifiers.

        Raises:
            EvaluationError: a statement has none.
        """
        found = []
        for key, frame in self.article.standoff.frames.items():
            if self._places(frame, "Content"):
                found.append((key, frame))
            elif frame.type in _OURS:
                path = self.article.text_path.with_suffix(".ann")
                raise EvaluationError(f"{path}: the {frame.type} {key} has no Content; mark its words, or delete it")
        return found

    def _frames(self, *kinds: str) -> Iterator[tuple[str, Frame]]:
        return ((key, frame) for key, frame in self.article.standoff.frames.items() if frame.type in kinds)

    def _statement(self, key: str, frame: Frame) -> AnnotatedStatement:
        note, content, source = self._note(key), self._places(frame, "Content"), self._places(frame, "Source")
        named = note.get("speaker") or ((self._words(source),) if source else ())
        return AnnotatedStatement(
            named[0] if named else None,
            content,
            note.get("about", ()),
            self._words(content),
            source,
            self._places(frame, "Cue") or self._cue_by_place(frame, content),
            self._attribute(key, "Mode"),
        )

    def _cue_by_place(self, frame: Frame, content: Chars) -> Chars:
        """Return what the frame stands on where no Cue is named; within the content it is none."""
        trigger = self._trigger(frame)
        return frozenset() if trigger & content else trigger

    def _position(self, key: str, frame: Frame) -> AnnotatedPosition:
        note, evidence = self._note(key), self._evidence(frame)
        target = note.get("target") or tuple(filter(None, [self._words(self._places(frame, "Target"))]))
        return AnnotatedPosition(
            " ".join(note.get("holder", ())),
            self._attribute(key, "Stance") or "",
            next(iter(target), None),
            next(iter(note.get("toward", ())), None),
            evidence,
            self._words(evidence),
        )

    def _events(self) -> Iterator[AnnotatedEvent]:
        for key, frame in self._frames(*concepts("event-types")):
            if self._attribute(key, "Status") not in SET_ASIDE:
                yield self._event(key, frame)

    def _event(self, key: str, frame: Frame) -> AnnotatedEvent:
        note, evidence = self._note(key), self._evidence(frame)
        return AnnotatedEvent(
            frame.type,
            next(iter(note.get("date", ())), None),
            note.get("participants", ()),
            evidence,
            self._words(evidence),
        )

    def _territories(self) -> Iterator[Entity]:
        """Yield each territory once, with the forms in which it is marked."""
        mentions: dict[str, list[str]] = {}
        for key, mark in self.article.standoff.marks.items():
            if mark.type == "Territory":
                words = self._words(ink(self.article.text, mark.fragments))
                for name in self._note(key).get("name") or (words,):
                    mentions.setdefault(name, []).append(words)
        for name, forms in mentions.items():
            yield Entity(name, tuple(forms))

    def _evidence(self, frame: Frame) -> Chars:
        return self._trigger(frame) | self._places(frame, "Evidence")

    def _trigger(self, frame: Frame) -> Chars:
        mark = self.article.standoff.marks.get(frame.trigger)
        return ink(self.article.text, mark.fragments) if mark else frozenset()

    def _places(self, frame: Frame, role: str) -> Chars:
        return ink(self.article.text, self.article.standoff.fragments(frame, role))

    def _note(self, key: str) -> Note:
        return parse_note(self.article.standoff.notes.get(key, ""))

    def _attribute(self, key: str, kind: str) -> str | None:
        return self.article.standoff.attributes.get(key, {}).get(kind) or None

    def _words(self, chars: Chars) -> str:
        return words_at(self.article.text, chars)
