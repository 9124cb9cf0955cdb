"""The facts of an article as annotations: statements, attitudes, positions and events as frames, territories as marks.

A statement's frame stands on its cue, or on the first word of its content where it has none; its Source, Cue and
Content are marks in roles. What the words alone do not show is a note: who speaks, about what, how sure that is.
"""

import re
from collections.abc import Iterable

from kg.brat.names import told_names
from kg.brat.notes import format_note
from kg.brat.standoff import Fragments, Frame, Link, Mark, Standoff, unbroken
from kg.documents import Span
from kg.facts import ArticleFacts, Attribution, Event, Position

Note = dict[str, tuple[str, ...]]
Roles = Iterable[tuple[str, str | None]]


def standoff_of(facts: ArticleFacts) -> Standoff:
    """Return the facts of an article as annotations of its text."""
    sheet = _Sheet(facts)
    for said in (*facts.statements, *facts.attitudes):
        sheet.attribution(said)
    sheet.layers((*facts.statements, *facts.attitudes))
    for position in facts.positions:
        sheet.position(position)
    for event in facts.events:
        sheet.event(event)
    sheet.territories()
    return sheet.standoff


class _Sheet:
    """Annotations as they are written; a mark that several frames share is written once."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.facts, self.text = facts, facts.document.text
        self.actors = told_names(facts.actors)
        self.matters = told_names((*facts.territories, *facts.treaties))
        self.standoff = Standoff()
        self.known: dict[Mark, str] = {}
        self.written: dict[str, str] = {}  # the frame of each statement

    def attribution(self, said: Attribution) -> None:
        content = self._fragments(said.content)
        if not content:
            return
        cue = self._fragments([said.cue] if said.cue else [])
        kind = type(said).__name__
        roles = (
            ("Source", self._mark("Source", self._fragments([said.source] if said.source else []))),
            ("Cue", self._mark("Cue", cue)),
            ("Content", self._mark("Content", content)),
        )
        note = {
            "speaker": (self._actor(said.speaker),),
            "about": tuple(self.matters.get(one, one) for one in said.about),
            "confidence": (f"{said.confidence:.2f}",),
        }
        self.written[said.id] = self._frame(kind, cue or self._first_word(content), roles, {"Mode": said.mode}, note)

    def layers(self, attributions: Iterable[Attribution]) -> None:
        for said in attributions:
            inner, outer = self.written.get(said.id), self.written.get(said.layer_of or "")
            if inner and outer:
                self.standoff.links[f"R{len(self.standoff.links) + 1}"] = Link("LayerOf", inner, outer)

    def position(self, position: Position) -> None:
        target = self._fragments([position.target_text] if position.target_text else [])
        note: Note = {
            "holder": (self._actor(position.holder),),
            "target": (self.matters.get(position.target, position.target),) if position.target else (),
            "toward": (self._actor(position.toward),) if position.toward else (),
            "confidence": (f"{position.confidence:.2f}",),
        }
        self._with_evidence(
            "Position", position.evidence, ("Target", self._mark("Target", target)), {"Stance": position.stance}, note
        )

    def event(self, event: Event) -> None:
        place = self._fragments([event.place] if event.place else [])
        note = {
            "participants": tuple(map(self._actor, event.participants)),
            "date": (str(event.date),) if event.date else (),
            "confidence": (f"{event.confidence:.2f}",),
        }
        self._with_evidence(
            event.type, event.evidence, ("Place", self._mark("Place", place)), {"Status": event.status}, note
        )

    def territories(self) -> None:
        names: dict[str, dict[str, None]] = {}  # of each mark; words can stand for two territories
        for territory in self.facts.territories:
            for mention in territory.mentions:
                if mark := self._mark("Territory", self._fragments([mention])):
                    names.setdefault(mark, {})[self.matters[territory.id]] = None
        for mark, told in names.items():
            self.standoff.notes[mark] = format_note({"name": tuple(told)})

    def _with_evidence(
        self,
        kind: str,
        evidence: Iterable[Span],
        role: tuple[str, str | None],
        attributes: dict[str, str],
        note: Note,
    ) -> None:
        """Write a frame on the first evidence; more of it stands in roles that brat numbers."""
        first, *more = [one for span in evidence if (one := self._fragments([span]))] or [()]
        if first:
            marks = enumerate((self._mark("Evidence", one) for one in more), start=1)
            numbered = ((f"Evidence{'' if place == 1 else place}", mark) for place, mark in marks)
            self._frame(kind, first, (role, *numbered), attributes, note)

    def _frame(
        self,
        kind: str,
        trigger: Fragments,
        roles: Roles,
        attributes: dict[str, str],
        note: Note,
    ) -> str:
        key = f"E{len(self.standoff.frames) + 1}"
        filled = tuple((role, mark) for role, mark in roles if mark)
        self.standoff.frames[key] = Frame(kind, self._mark(kind, trigger) or "", filled)
        self.standoff.attributes[key] = attributes
        self.standoff.notes[key] = format_note(note)
        return key

    def _mark(self, kind: str, fragments: Fragments) -> str | None:
        if not fragments:
            return None
        mark = Mark(kind, fragments)
        if mark not in self.known:
            self.known[mark] = f"T{len(self.known) + 1}"
            self.standoff.marks[self.known[mark]] = mark
        return self.known[mark]

    def _fragments(self, spans: Iterable[Span]) -> Fragments:
        return unbroken(self.text, ((span.start, span.end) for span in spans))

    def _first_word(self, fragments: Fragments) -> Fragments:
        start, end = fragments[0]
        word = re.compile(r"\S+").match(self.text, start, end)
        return ((start, word.end() if word else end),)

    def _actor(self, key: str) -> str:
        return self.actors.get(key, key)
