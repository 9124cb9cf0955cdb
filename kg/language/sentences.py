"""Where sentences begin in a paragraph, by rule.

    marks and line ends ──> does what stands before end? ──> does what follows begin? ──> is it in a cited quotation?

A full stop ends a sentence unless its word is an abbreviation that goes on, the next word is in lower case, or it
stands in a quotation that its own sentence cites.
"""

import re
from collections.abc import Iterator

from kg.language.lexicons import abbreviations, words
from kg.language.lines import breaks
from kg.language.marks import Quoted, read_marks

_MARK = re.compile(r"(?P<mark>\.(?:[ \xa0]\.)++|[.!?…‼⁇⁈⁉]++)(?P<closers>(?:[\"'”’»›)\]]|``)*+)")
_NEXT = re.compile(
    r"(?P<space>\s*+)(?P<open>[\"'“‘„«»‹`(\[¿¡*•–—-]*+)\s?(?P<word>[^\W_](?:[^\W_]|['’](?=\w))*+)(?P<after>.?)"
)
_WORD_BEFORE = re.compile(r"[\w.&-]{1,24}\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+\Z")
_FOLLOWING = re.compile(r"\W{1,3}(\w+(?:['’]\w+)?)")
_NAME_THEN = re.compile(r"\s+(?:[A-Z][\w.'’-]*\s+){1,6}(?P<verb>[a-z]+)\b(?P<on>[\s,]*(?:that\b)?)")
_SAYING = frozenset({"said", "says", "announced", "reported"})  # with a clause behind them they cite nothing before
_CLAUSE = re.compile(r"\s+(?:\d|(?:the|it|he|she|they|there|an?|no|its|his|her|their|some|at least|more than)\b)")
_CAPITALIZED = re.compile(r"[A-Z][a-z]|[AI]\s")
_ADDRESS = re.compile(r"[@/\\_]|^www")
_NEXT_ANY = re.compile(r"\s*+(?P<first>\S)")
_AFTER_TIME = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific", "Greenwich"}
    | {"Central", "Mountain", "January", "February", "March", "April", "May", "June", "July", "August", "September"}
    | {"October", "November", "December"}
)
_GOES_ON = frozenset("([-–—*•")  # a place name before a dash opens a report; brackets belong to what stands before
_ZONES = frozenset(
    "ET CT MT PT EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST EET EEST MSK IST PKT ICT HKT SGT WIB PHT JST KST "
    "AEST AEDT NZST ART BRT".split()
)
_AFTER_STATE = frozenset(
    {"President", "Vice", "Congress", "Senate", "House", "Senator", "Navy", "Army", "Marine", "Marines", "Air", "Coast"}
    | {
        "State",
        "Secretary",
        "Ambassador",
        "Embassy",
        "Supreme",
        "Treasury",
        "Defense",
        "Defence",
        "Department",
        "General",
    }
    | {"Attorney", "Justice", "Court", "Security", "Council", "Charter", "Administration", "Government", "Ministry"}
)


def sentence_starts(text: str) -> list[int]:
    """Return the offsets of the first characters of a paragraph's sentences, in order.

    >>> text = 'Gen. Ito spoke. "We came. We stayed," he said.'
    >>> [text[start:start + 8] for start in sentence_starts(text)]
    ['Gen. Ito', '"We came']
    """
    return _Splitter(text).run()


class _Splitter:
    """One pass over the places of a paragraph where a sentence may end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quoted = [one for one in read_marks(text).quoted if one.depth == 0]
        self.closing = {one.end - 1: one.end for one in self.quoted if one.closed}
        self.at_quote = 0
        self.start = len(text) - len(text.lstrip())

    def run(self) -> list[int]:
        starts = [self.start] if self.start < len(self.text) else []
        for end in self._ends():
            start = self._after(end)
            if self.start < start < len(self.text) and not self._is_cited(end):
                self.start = start
                starts.append(start)
        return starts

    def _ends(self) -> Iterator[int]:
        """Yield, from left to right, the places where a sentence would end if no quotation stood around."""
        lines = breaks(self.text) if "\n" in self.text or "\r" in self.text else []
        number = 0
        for match in _MARK.finditer(self.text):
            end = self._end_of(match)
            while number < len(lines) and lines[number] <= match.start():
                yield lines[number]
                number += 1
            if end is not None:
                yield end
        yield from lines[number:]

    def _after(self, end: int) -> int:
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        return end

    def _end_of(self, match: re.Match[str]) -> int | None:
        """Return where a sentence ends with a mark; None where it goes on."""
        end = match.end()
        following = self.text[end : end + 1]
        if following and not following.isspace():
            return self._glued_end(match)
        following_mark = self._after(end)
        end = self.closing.get(following_mark, end) if following_mark - end == 1 else end
        after = _NEXT.match(self.text, end)
        if not after or not _begins(after["word"]):
            return None
        return end if self._ends_before(match, after) else None

    def _glued_end(self, match: re.Match[str]) -> int | None:
        """Return the end of a sentence whose next one follows without a space, as in ``the talks.The``."""
        end, at = match.end(), match.start()
        is_word_before = self.text[max(0, at - 2) : at].isalpha() and self.text[max(0, at - 2) : at].islower()
        if not is_word_before or not _CAPITALIZED.match(self.text, end):
            return None
        if match["closers"] and self.closing.get(end - 1) != end:
            return None
        around = self.text[max(0, at - 30) : end + 30]
        chunk = around[around.rfind(" ", 0, min(at, 30)) + 1 :].split(maxsplit=1)[0]
        return None if _ADDRESS.search(chunk) or chunk.count(".") > 1 + chunk.endswith(".") else end

    def _ends_before(self, match: re.Match[str], after: re.Match[str]) -> bool:
        mark, closers = match["mark"], match["closers"]
        if mark == ".":
            quoted = bool(closers) and closers[0] not in ")]"
            return quoted or self._full_stop_ends(match.start(), after)
        if mark[0] in ".…":
            return self._ellipsis_ends(match, after)
        return not self._is_cited_question(match, after)

    def _ellipsis_ends(self, match: re.Match[str], after: re.Match[str]) -> bool:
        before = self.text[match.start() - 1 : match.start()]
        if before in ("[", "("):
            return False
        return not before.isspace() or after["word"] in words("sentence-openers")

    def _is_cited_question(self, match: re.Match[str], after: re.Match[str]) -> bool:
        """Say whether ``"Is it ours?" Abe asked.`` goes on to its speaker."""
        if not match["closers"] or after["open"]:
            return False
        return self._is_citing(match["mark"][-1], match.end())

    def _full_stop_ends(self, at: int, after: re.Match[str]) -> bool:
        before = _WORD_BEFORE.search(self.text, max(0, at - 24), at)
        if not before:
            return True
        form = before[0] + "."
        if before.start() == self.start and before[0].isdigit() and len(before[0]) < 3:
            return False  # the number of an item or a heading
        kind = abbreviations().get(form) or ("end" if _INITIALS.match(form) and form[0].isupper() else None)
        return kind is None or self._abbreviation_ends(kind, form, after)

    def _abbreviation_ends(self, kind: str, form: str, after: re.Match[str]) -> bool:
        """Say whether a sentence ends with an abbreviation, by what follows."""
        word = after["word"]
        if kind in ("name", "inside"):
            return False
        if kind == "number":
            return not word[0].isdigit()
        if after["open"]:
            return not _GOES_ON & set(after["open"])
        if kind == "time":
            return word not in _AFTER_TIME and not self._is_zone(after)
        return self._begins_clause(after, form)

    def _is_zone(self, after: re.Match[str]) -> bool:
        """Say whether a word after p.m. names whose time it is: ``GMT``, ``Tokyo time``."""
        word = after["word"]
        following = _FOLLOWING.match(self.text, after.end("word"))
        is_short_zone = word in ("E", "P") and after["after"] == "."
        return word in _ZONES or is_short_zone or bool(following and following[1] in ("time", "local"))

    def _begins_clause(self, after: re.Match[str], form: str) -> bool:
        """Say whether a sentence begins with a word: it opens sentences, or is one noun before an auxiliary verb."""
        word = after["word"]
        if word in words("sentence-openers"):
            return after["after"] != "." and not (len(form) == 2 and word in ("He", "So", "An", "You", "On", "In"))
        if form in ("etc.", "Etc."):
            return True
        following = _FOLLOWING.match(self.text, after.end("word"))
        return bool(following and following[1] in words("auxiliary-verbs") and word not in _AFTER_STATE)

    def _is_cited(self, end: int) -> bool:
        """Say whether a place lies inside a quotation that is part of its own sentence."""
        while self.at_quote < len(self.quoted) and self.quoted[self.at_quote].end <= end:
            self.at_quote += 1
        if self.at_quote == len(self.quoted):
            return False
        quoted = self.quoted[self.at_quote]
        if not quoted.start < end or not quoted.closed:
            return False
        return self.start < quoted.start or self._goes_on_after(quoted)

    def _goes_on_after(self, quoted: Quoted) -> bool:
        """Say whether a sentence goes on behind a quotation: with its cue, or with anything in lower case."""
        last = self.text[max(quoted.start, quoted.end - 4) : quoted.end].rstrip("\"'“”’»›` ")[-1:]
        after = _NEXT_ANY.match(self.text, quoted.end)
        following = after["first"] if after else ""
        if last == "," or following in (",", ";", ":", "-", "–", "—") or following.islower():
            return True
        return bool(following) and following not in ".!?" and (last.isalnum() or self._is_citing(last, quoted.end))

    def _is_citing(self, last: str, end: int) -> bool:
        """Say whether a name and a citing verb follow a question, as in ``"Is it ours?" Abe asked``."""
        if last not in "?!":
            return False
        name = _NAME_THEN.match(self.text, end, end + 120)
        if name is None or name["verb"] not in words("citing-verbs") or name["on"].strip(" \t\n,"):
            return False
        return not (name["verb"] in _SAYING and _CLAUSE.match(self.text, name.end("verb")))


def _begins(word: str) -> bool:
    return not word[0].islower()
