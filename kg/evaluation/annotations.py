"""Annotated articles: what a careful reader found, as values whose words have been found in the text.

A folder holds one JSON file for each article, its text beside it as NAME.txt, or where its "text" says; or it is a
folder of brat, with NAME.txt and NAME.ann.
"""

import json
from pathlib import Path
from typing import Any

from kg.brat import is_brat_folder
from kg.errors import EvaluationError
from kg.evaluation.annotation import (
    NO_CHARS,
    AnnotatedEvent,
    AnnotatedPosition,
    AnnotatedStatement,
    Annotation,
    Entity,
)
from kg.evaluation.marked import read_marked
from kg.evaluation.tally import KINDS
from kg.evaluation.words import Chars, ink

FLOORS = "floors.json"  # lies in the same folder and is no annotation
_LISTS = ("actors", "territories", "treaties", "statements", "positions", "events")
_SCORED = frozenset(KINDS) - {"attitudes"}


def read_annotations(folder: Path) -> tuple[Annotation, ...]:
    """Read the annotated articles of a folder in the order of their names.

    Raises:
        EvaluationError: there are none, or one is broken; names the file, what is wrong and what to do.
    """
    if not folder.is_dir():
        raise EvaluationError(f"{folder}: is no folder; give the one that holds the annotations (NAME.json, NAME.txt)")
    paths = sorted(path for path in folder.glob("*.json") if path.name != FLOORS)
    if is_brat_folder(folder):
        if paths:
            raise EvaluationError(f"{folder}: holds annotations in JSON and of brat; keep each in a folder of its own")
        return read_marked(folder)
    if not paths:
        raise EvaluationError(f"{folder}: holds no annotations; put a NAME.json or a NAME.ann beside each NAME.txt")
    return tuple(_Reader(path).read() for path in paths)


class _Reader:
    """Reads one file; every complaint names it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = self._load()
        self.text_path = path.parent / self.data["text"] if self.data.get("text") else path.with_suffix(".txt")
        self.text = self._load_text()

    def read(self) -> Annotation:
        return Annotation(
            name=self.path.stem,
            text=self.text,
            text_path=self.text_path,
            scored=_SCORED,
            actors=self._entities("actors"),
            territories=self._entities("territories"),
            treaties=self._entities("treaties"),
            statements=tuple(map(self._statement, self._each("statements"))),
            positions=tuple(map(self._position, self._each("positions"))),
            events=tuple(map(self._event, self._each("events"))),
        )

    def _entities(self, kind: str) -> tuple[Entity, ...]:
        return tuple(self._entity(one, kind) for one in self._each(kind))

    def _entity(self, one: dict[str, Any], kind: str) -> Entity:
        mentions = self._strings(one, "mentions") if kind != "actors" else ()
        for mention in mentions:
            self._place(mention, kind)
        return Entity(self._string(one, "name", kind), mentions, one.get("type"))

    def _statement(self, one: dict[str, Any]) -> AnnotatedStatement:
        words = self._words(one, "content", "statements")
        content = self._places(words, "statements")
        return AnnotatedStatement(
            self._string(one, "speaker", "statements"),
            content,
            self._strings(one, "about"),
            " ".join(words),
            self._beside(one.get("source"), content, "statements: source"),
            self._beside(one.get("cue"), content, "statements: cue"),
            one.get("mode"),
        )

    def _position(self, one: dict[str, Any]) -> AnnotatedPosition:
        evidence = self._words(one, "evidence", "positions")
        return AnnotatedPosition(
            self._string(one, "holder", "positions"),
            self._string(one, "stance", "positions"),
            one.get("target"),
            one.get("toward"),
            self._places(evidence, "positions"),
            " ".join(evidence),
        )

    def _event(self, one: dict[str, Any]) -> AnnotatedEvent:
        evidence = self._words(one, "evidence", "events")
        return AnnotatedEvent(
            self._string(one, "type", "events"),
            one.get("date"),
            self._strings(one, "participants"),
            self._places(evidence, "events"),
            " ".join(evidence),
        )

    def _each(self, kind: str) -> list[dict[str, Any]]:
        found = self.data.get(kind)
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self._error(f'"{kind}" is no list of objects', "write [] where there are none")
        return found

    def _string(self, one: dict[str, Any], field: str, kind: str) -> str:
        if not isinstance(one.get(field), str) or not one[field]:
            raise self._error(f'{kind}: an entry has no "{field}"', "write it as a string")
        value: str = one[field]
        return value

    def _strings(self, one: dict[str, Any], field: str) -> tuple[str, ...]:
        found = one.get(field) or []
        if not isinstance(found, list) or not all(isinstance(string, str) for string in found):
            raise self._error(f'"{field}" is {found!r}', "write a list of strings")
        return tuple(found)

    def _words(self, one: dict[str, Any], field: str, kind: str) -> tuple[str, ...]:
        """Return words that stand in one piece (a string) or in several (a list)."""
        if isinstance(one.get(field), list) and one[field]:
            return self._strings(one, field)
        return (self._string(one, field, kind),)

    def _places(self, strings: tuple[str, ...], kind: str) -> Chars:
        """Return the places of the characters of strings in the text, each after the one before where it can."""
        chars, after = NO_CHARS, 0
        for string in strings:
            start = self._place(string, kind, after)
            after = start + len(string)
            chars |= ink(self.text, [(start, after)])
        return chars

    def _beside(self, string: str | None, content: Chars, kind: str) -> Chars:
        """Return the place of a source or cue: of all where its words stand, the one nearest to the content."""
        if not string:
            return NO_CHARS
        places, near = [self._place(string, kind)], min(content)
        while (start := self.text.find(string, places[-1] + 1)) >= 0:
            places.append(start)
        start = min(places, key=lambda place: abs(place - near))
        return ink(self.text, [(start, start + len(string))])

    def _place(self, string: str, kind: str, after: int = 0) -> int:
        start = self.text.find(string, after)
        start = start if start >= 0 else self.text.find(string)
        if start < 0 or not string:
            raise self._error(f"{kind}: {string[:80]!r} is not in the text", "copy it from there to the letter")
        return start

    def _load(self) -> dict[str, Any]:
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            raise self._error(f"broken JSON in line {error.lineno}: {error.msg}", "mend it there") from error
        except (OSError, UnicodeDecodeError) as error:
            raise self._error(f"cannot be read ({error})", "save it as UTF-8") from error
        if not isinstance(data, dict):
            raise self._error("is no JSON object", "write one with the lists " + ", ".join(_LISTS))
        return data

    def _load_text(self) -> str:
        try:
            with self.text_path.open(encoding="utf-8", newline="") as file:  # line ends count
                return file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise self._error(f"its text {self.text_path} cannot be read", "put it there, in UTF-8") from error

    def _error(self, what: str, cure: str) -> EvaluationError:
        return EvaluationError(f"{self.path}: {what}; {cure}")
