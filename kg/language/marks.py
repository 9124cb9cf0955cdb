"""Quotation marks in one paragraph, paired: which opens, which closes it, and which is an apostrophe.

    text ──> marks ──> what each may be ──> a stack of open ones ──> Quoted: start, end, closed, depth

Each mark is looked at once and taken from the stack once, so that time grows with the text, whatever stands in it.
"""

import re
from collections import Counter
from dataclasses import dataclass

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'`]")
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|(?:em|tis|twas|til|till|cause|bout|cos|n)\b)", re.IGNORECASE)
_OPENERS = frozenset("([{<—–-/­")
_ENDERS = frozenset(".,;:!?)]}>—–-/…")
_MARKS = frozenset("\"“”„‟«»‹›‘’‚'`")
_SINGLE = frozenset("'‘’‚`")
_SENTENCE_ENDS = frozenset(".?!")
_DOUBLE = frozenset({'"', "“", "”", "„", "‟", "``", "''"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a text, its marks included; ``depth`` counts the quotations around it."""

    start: int
    end: int
    closed: bool
    depth: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text in order, and the end of a closing mark that nothing before it in the text opens."""

    quoted: tuple[Quoted, ...]
    stray_end: int | None = None


@dataclass(slots=True)
class _Mark:
    """A mark with what stands around it: bounded on a side means that no word is there."""

    text: str
    start: int
    end: int
    before: str
    after: str

    @property
    def left(self) -> bool:
        return self.before.isspace() or self.before in _OPENERS

    @property
    def right(self) -> bool:
        return self.after.isspace() or self.after in _ENDERS or self.after in _MARKS

    @property
    def single(self) -> bool:
        return self.text in _SINGLE


def read_marks(text: str) -> Marks:
    r"""Pair the quotation marks of a paragraph; one that is never closed runs to the paragraph's end.

    >>> read_marks('Abe\'s "no" stands').quoted
    (Quoted(start=6, end=10, closed=True, depth=0),)
    """
    found = [_mark(text, match) for match in _MARK.finditer(text)]
    return _Pairing(text, found).run() if found else Marks(())


def _mark(text: str, match: re.Match[str]) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start else " "
    return _Mark(match[0], start, end, before, text[end] if end < len(text) else " ")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An opening mark and its closing one; of one without an end, ``end`` is the mark's own until that is settled."""

    start: int
    end: int
    mark: str
    closed: bool

    def to(self, end: int) -> "_Pair":
        return _Pair(self.start, max(end, self.start), self.mark, self.closed)


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one; ``sure`` says that it counts even if none comes."""

    mark: _Mark
    kind: str
    sure: bool = True


class _Pairing:
    """One pass over the marks of a text."""

    def __init__(self, text: str, marks: list[_Mark]) -> None:
        self.text, self.marks = text, marks
        self.begin = len(text) - len(text.lstrip())
        self.stack: list[_Open] = []
        self.open: Counter[str] = Counter()
        self.pairs: list[_Pair] = []
        self.stray_end: int | None = None
        self.closed_single = False
        self.roles = [_single_role(text, mark) if mark.single else "" for mark in marks]
        self.next_role = _next_roles(self.roles)

    def run(self) -> Marks:
        for number, mark in enumerate(self.marks):
            if mark.single:
                self._single(number, mark)
            elif mark.text in _DOUBLE:
                self._double(mark)
            else:
                self._angle(mark)
        return Marks(tuple(_with_depth(self._settled())), self.stray_end)

    def _push(self, mark: _Mark, kind: str, *, sure: bool = True) -> None:
        self.stack.append(_Open(mark, kind, sure))
        self.open[kind] += 1

    def _close(self, mark: _Mark, kind: str) -> None:
        """Close the innermost open quotation of a kind; what is open inside it was none."""
        while self.stack:
            opened = self.stack.pop()
            self.open[opened.kind] -= 1
            if opened.kind == kind:
                self.closed_single = self.closed_single or kind == "single"
                self.pairs.append(_Pair(opened.mark.start, mark.end, opened.mark.text, True))
                return

    def _stray(self, mark: _Mark) -> None:
        if not self.pairs and not self.stack and self.stray_end is None:
            self.stray_end = mark.end

    def _double(self, mark: _Mark) -> None:
        if self._is_possessive(mark):
            return
        if self._closes_double(mark):
            self._close(mark, "double")
        elif self._opens_double(mark):
            self._push(mark, "double")
        else:
            self._stray(mark)

    def _is_possessive(self, mark: _Mark) -> bool:
        """Say whether a mark stands for an apostrophe, as in ``country"s`` of old wires."""
        if mark.text not in ('"', "”", "''") or not mark.before.isalpha() or mark.after not in "sS":
            return False
        beyond = self.text[mark.end + 1 : mark.end + 2]
        return not beyond.isalnum() and not self._opened_at_word(mark)

    def _opened_at_word(self, mark: _Mark) -> bool:
        """Say whether the word before a mark is all that the open quotation holds."""
        if not self.stack or mark.start - self.stack[-1].mark.end > 40:
            return False
        return " " not in self.text[self.stack[-1].mark.end : mark.start]

    def _closes_double(self, mark: _Mark) -> bool:
        if not self.open["double"]:
            return False
        if mark.text == "“":
            return not mark.left and mark.right
        if mark.text in ("„", "‟", "``"):
            return False
        return mark.text == "”" or not (mark.left and not mark.right)

    def _opens_double(self, mark: _Mark) -> bool:
        if mark.text in ("“", "„", "‟", "``"):
            return not mark.after.isspace() or mark.left
        if mark.text == "”":
            return mark.left and (mark.after.isalnum() or mark.start == self.begin)
        if mark.after.isspace() and mark.end == len(self.text):
            return False
        if mark.left or mark.before in _MARKS:
            return True
        glued = mark.before in ".,:;" or (mark.before.isalpha() and mark.after.isupper())
        return glued and not mark.right and not mark.after.isspace()

    def _angle(self, mark: _Mark) -> None:
        """Pair «…», and »…« where the language of a name or a typesetter turns them around."""
        forward, backward = ("«", "»") if mark.text in "«»" else ("‹", "›")
        other = forward if mark.text == backward else backward
        if self.open[other]:
            self._close(mark, other)
        elif mark.text == forward or (mark.left and not mark.right):
            self._push(mark, mark.text)
        else:
            self._stray(mark)

    def _single(self, number: int, mark: _Mark) -> None:
        role, after = self.roles[number], self.next_role[number]
        if role == "open" and not self.open["single"]:
            begins = self._begins(mark) and not after
            weighty = begins or (mark.text in "‘‚" and self._stands_first(mark)) or self._goes_on(mark, after)
            if weighty or after in ("close", "weak"):
                self._push(mark, "single", sure=weighty)
        elif role in ("close", "weak") and self.open["single"] and (role == "close" or after != "close"):
            self._close(mark, "single")

    def _begins(self, mark: _Mark) -> bool:
        """Say whether a mark opens a paragraph of sentences, as one that goes on in the next has it: "'We stay."."""
        return mark.start == self.begin and mark.after.isupper() and self.text.rstrip()[-1:] in _SENTENCE_ENDS

    def _stands_first(self, mark: _Mark) -> bool:
        """Say whether a mark begins the text, or follows the colon or comma that leads to a quotation."""
        return self.text[max(0, mark.start - 2) : mark.start].strip() in ("", ":", ",")

    def _goes_on(self, mark: _Mark, after: str) -> bool:
        """Say whether a mark that nothing closes opens a sentence behind quotations in such marks: the next part."""
        before = self.text[max(0, mark.start - 3) : mark.start].rstrip()[-1:]
        opens = mark.after.isupper() and before in _SENTENCE_ENDS
        return self.closed_single and opens and after not in ("close", "weak")

    def _settled(self) -> list[_Pair]:
        """Return the pairs in order of their beginning, the marks that stay open among them."""
        unclosed = [_Pair(one.mark.start, one.mark.end, one.mark.text, False) for one in self.stack if one.sure]
        found = sorted([*self.pairs, *unclosed], key=lambda one: (one.start, -one.end))
        return _end_unclosed(found, len(self.text.rstrip())) if unclosed else found


def _end_unclosed(pairs: list[_Pair], text_end: int) -> list[_Pair]:
    """Let each quotation without an end run to the next one of its level, the last one to the end of the text.

    Quotations in other marks are inside it, unless they hold one in its own marks again.
    """
    settled: list[_Pair] = []
    waiting: _Pair | None = None
    other: _Pair | None = None
    for pair in pairs:
        if waiting and pair.closed and pair.mark != waiting.mark:
            other = pair if other is None or pair.start >= other.end else other
        elif waiting:
            around = other if other and other.end > pair.start else pair
            settled.append(waiting.to(around.start))
            waiting = other = None
        if pair.closed:
            settled.append(pair)
        else:
            waiting = pair
    if waiting:
        settled.append(waiting.to(text_end))
    return sorted((one for one in settled if one.end - one.start > 1), key=lambda one: (one.start, -one.end))


def _with_depth(pairs: list[_Pair]) -> list[Quoted]:
    ends: list[int] = []
    found: list[Quoted] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        found.append(Quoted(pair.start, pair.end, pair.closed, len(ends)))
        ends.append(pair.end)
    return found


def _single_role(text: str, mark: _Mark) -> str:
    """Return what a single mark may be: ``open``, ``close``, ``weak`` (or a plural's apostrophe), or nothing."""
    if mark.text in "‚`":
        return "open" if mark.left and mark.after.isalnum() else ""
    if mark.before.isalnum() and mark.after.isalnum():
        return ""
    if mark.left or (mark.before in _MARKS and not mark.right):
        return _opening_role(text, mark)
    if mark.text == "‘" and not mark.right:
        return "open"
    if mark.before in "sSzZ" and mark.after not in _ENDERS:
        return "weak"
    return "close"


def _opening_role(text: str, mark: _Mark) -> str:
    """Return ``open`` for a mark before a word that is neither cut short at its beginning nor turned the wrong way."""
    if mark.after.isspace() or mark.text == "’" or _ELISION.match(text, mark.start):
        return ""
    return "open" if mark.after.isalnum() or mark.after in _MARKS or mark.after in "[(…." else ""


def _next_roles(roles: list[str]) -> list[str]:
    """Return for each mark the role of the next single mark that has one."""
    following, found = "", [""] * len(roles)
    for number in range(len(roles) - 1, -1, -1):
        found[number] = following
        following = roles[number] or following
    return found
