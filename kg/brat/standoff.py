"""The standoff format of brat: marks on the characters of a text, what brat calls events, links, attributes, notes.

Lines are told by the first letter of their identifier; those of kinds that are not used here are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import EvaluationError

Fragments = tuple[tuple[int, int], ...]  # ``start <= i < end``, in Unicode code points

NOTE = "AnnotatorNotes"  # the note that brat shows and lets a reader edit

# All at which some reader of lines or of fields would break a line: brat's own reads them with Python.
_UNBROKEN = re.compile("[^\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of the text with a type: what brat calls a text-bound annotation."""

    type: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Frame:
    """A mark that stands for something with parts in roles: what brat calls an event."""

    type: str
    trigger: str
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from one annotation to another."""

    type: str
    first: str
    second: str


@dataclass
class Standoff:
    """The annotations of one text by their identifiers; attributes and notes by what they are on."""

    marks: dict[str, Mark] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def fragments(self, frame: Frame, role: str) -> Fragments:
        """Return the characters that stand in a role of a frame; brat numbers a role that is filled again."""
        found = (target for name, target in frame.roles if name.rstrip("0123456789") == role and target in self.marks)
        return tuple(one for target in found for one in self.marks[target].fragments)


def unbroken(text: str, spans: Iterable[tuple[int, int]]) -> Fragments:
    r"""Return the fragments that mark some characters: ascending, apart, without line breaks and outer white space.

    >>> unbroken("He said\r\nno.", [(3, 12), (3, 5)])
    ((3, 7), (9, 12))
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    pieces = (match.span() for start, end in merged for match in _UNBROKEN.finditer(text, start, end))
    return tuple(piece for start, end in pieces if (piece := _trimmed(text, start, end)))


def format_standoff(standoff: Standoff, text: str) -> str:
    """Return annotations as the content of an .ann file."""
    return "".join(f"{line}\n" for line in _lines(standoff, text))


def parse_standoff(content: str, text: str, *, name: str) -> Standoff:
    """Read the content of an .ann file; `name` is told where it is broken.

    Raises:
        EvaluationError: a line is no annotation, marks other words than it says, or points to what is not there.
    """
    reader = _Reader(text, name)
    for number, line in enumerate(content.split("\n"), start=1):
        reader.read(line.rstrip("\r"), number)
    reader.check()
    return reader.found


def _lines(standoff: Standoff, text: str) -> Iterator[str]:
    for key, mark in standoff.marks.items():
        places = ";".join(f"{start} {end}" for start, end in mark.fragments)
        yield f"{key}\t{mark.type} {places}\t{' '.join(text[start:end] for start, end in mark.fragments)}"
    for key, frame in standoff.frames.items():
        yield f"{key}\t" + " ".join(f"{role}:{one}" for role, one in ((frame.type, frame.trigger), *frame.roles))
    for key, link in standoff.links.items():
        yield f"{key}\t{link.type} Arg1:{link.first} Arg2:{link.second}"
    attributes = ((target, *one) for target, values in standoff.attributes.items() for one in values.items())
    for number, (target, attribute, value) in enumerate(attributes, start=1):
        yield f"A{number}\t{attribute} {target} {value}".rstrip()
    for number, (target, note) in enumerate(standoff.notes.items(), start=1):
        yield f"#{number}\t{NOTE} {target}\t{note}"


class _Reader:
    """Reads line by line; every complaint names the file and the line."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.found = Standoff()
        self.used: dict[str, int] = {}  # what is pointed to, and the line that does

    def read(self, line: str, number: int) -> None:
        key, _, rest = line.partition("\t")
        readers = {"T": self._mark, "E": self._frame, "R": self._link, "A": self._attribute, "M": self._attribute}
        try:
            if key.startswith("#"):
                self._note(rest)
            elif read := readers.get(key[:1]):
                read(key, rest, number)
        except ValueError as error:
            raise self._error(number, f"{line[:60]!r} is no annotation of brat", "mend it or take it out") from error

    def check(self) -> None:
        """See that all that is pointed to is there.

        Raises:
            EvaluationError: something is not.
        """
        for target, number in self.used.items():
            if target not in self.found.marks and target not in self.found.frames:
                raise self._error(number, f"there is no {target}", "take out what points to it")

    def _mark(self, key: str, rest: str, number: int) -> None:
        where, _, words = rest.partition("\t")
        kind, places = where.split(" ", 1)
        fragments = tuple(self._fragment(*map(int, place.split())) for place in places.split(";"))
        marked = "".join(self.text[start:end] for start, end in fragments)
        if "".join(words.split()) != "".join(marked.split()):
            raise self._error(number, f"{key} says {words[:40]!r}, and there stands {marked[:40]!r}", "mark it again")
        self.found.marks[key] = Mark(kind, fragments)

    def _fragment(self, start: int, end: int) -> tuple[int, int]:
        if not 0 <= start <= end <= len(self.text):
            raise ValueError("outside the text")
        return start, end

    def _frame(self, key: str, rest: str, number: int) -> None:
        (kind, trigger), *roles = (self._pointer(part, number) for part in rest.split())
        self.found.frames[key] = Frame(kind, trigger, tuple(roles))

    def _link(self, key: str, rest: str, number: int) -> None:
        kind, first, second = rest.split()
        self.found.links[key] = Link(kind, self._pointer(first, number)[1], self._pointer(second, number)[1])

    def _attribute(self, key: str, rest: str, number: int) -> None:
        kind, target, *value = rest.split(maxsplit=2)
        self.used.setdefault(target, number)
        self.found.attributes.setdefault(target, {})[kind] = " ".join(value)

    def _note(self, rest: str) -> None:
        head, _, note = rest.partition("\t")
        kind, *target = head.split()
        if kind == NOTE and target:
            self.found.notes[target[0]] = note

    def _pointer(self, part: str, number: int) -> tuple[str, str]:
        role, colon, target = part.partition(":")
        if not (role and colon and target):
            raise ValueError("no role")
        self.used.setdefault(target, number)
        return role, target

    def _error(self, line: int, what: str, cure: str) -> EvaluationError:
        return EvaluationError(f"{self.name} line {line}: {what}; {cure}")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
