"""Scores over articles: precision, recall and F1 of each kind, with what was missed and what was made up."""

from dataclasses import asdict, dataclass, field
from typing import Any

from kg.evaluation.calibration import Calibration
from kg.evaluation.words import harmonic

# The kinds that are scored, in the order of the table, and what each is called there.
KINDS = {
    "territories": "territories",
    "actors": "actors",
    "treaties": "treaties",
    "statements": "statements",
    "speakers": "statements with the right speaker",
    "modes": "statements with the right mode",
    "sources": "statements whose source overlaps",
    "who_said_what": "who said what about which territory",
    "attitudes": "attitudes",
    "positions": "positions",
    "events": "events",
    "events_strict": "events with date and participants",
    "exact_source": "exact spans of sources",
    "exact_cue": "exact spans of cues",
    "exact_content": "exact spans of contents",
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts were expected, were found, and are the same."""

    matched: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.matched + other.matched, self.expected + other.expected, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of the found that was expected; 1 where there was nothing to find and nothing was found."""
        return self.matched / self.found if self.found else float(not self.expected)

    @property
    def recall(self) -> float:
        """The share of the expected that was found; 1 where there was nothing to find and nothing was found."""
        return self.matched / self.expected if self.expected else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Error:
    """A fact that was missed, was made up, or is wrong in something: its kind, where it stands, and what it says."""

    kind: str
    article: str
    line: int | None
    what: str
    fact: str

    def __str__(self) -> str:
        place = f"{self.article} line {self.line}" if self.line else self.article
        return f"{self.what}  {place}: {self.fact}"


@dataclass(frozen=True)
class Scores:
    """The scores of a set of annotated articles."""

    by_kind: dict[str, Score]
    speakers: Score  # of the statements that were found: those with the right speaker
    wrong_spans: int
    articles: tuple[str, ...]
    unread: tuple[str, ...]  # articles that no facts were given for: all that they hold was missed
    errors: tuple[Error, ...] = field(default=(), repr=False)
    calibration: Calibration = field(default_factory=Calibration, repr=False)

    @property
    def speaker_accuracy(self) -> float:
        """The share of the statements found whose speaker is right."""
        return self.speakers.recall

    @property
    def _has_speakers(self) -> bool:
        return "speakers" in self.by_kind

    def errors_of(self, kind: str) -> tuple[Error, ...]:
        """Return what was missed, what was made up and what is wrong of a kind, article by article in reading order."""
        return tuple(error for error in self.errors if error.kind == kind)

    def to_json(self, *, show: str | None = None, calibration: bool = False) -> dict[str, Any]:
        """Return the figures as values of JSON, rounded to three places; if asked, with errors and calibration."""
        kinds = {
            kind: {
                "precision": round(score.precision, 3),
                "recall": round(score.recall, 3),
                "f1": round(score.f1, 3),
                "expected": score.expected,
                "found": score.found,
            }
            for kind, score in self.by_kind.items()
        }
        speakers = {"speaker_accuracy": round(self.speaker_accuracy, 3)} if self._has_speakers else {}
        return (
            kinds
            | speakers
            | {
                "wrong_spans": self.wrong_spans,
                "articles": len(self.articles),
                "unread": list(self.unread),
                **({"errors": [asdict(error) for error in self.errors_of(show)]} if show else {}),
                **({"calibration": self.calibration.to_json()} if calibration else {}),
            }
        )

    def report(self, *, show: str | None = None, calibration: bool = False) -> str:
        """Return the figures for the terminal; if asked, with calibration and a line for each error of a kind."""
        told = [self.table()]
        if calibration:
            told += ["", self.calibration.table()]
        if show:
            told += ["", *map(str, self.errors_of(show))]
        return "\n".join(told)

    def table(self) -> str:
        """Return the figures as a table for the terminal."""
        width = max(map(len, KINDS.values())) + 2
        head = f"{'':<{width}}{'precision':>10}{'recall':>8}{'F1':>7}{'expected':>10}{'found':>7}"
        rows = [
            f"{KINDS[kind]:<{width}}{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
            f"{score.expected:>10}{score.found:>7}"
            for kind, score in self.by_kind.items()
        ]
        speakers = f"right speakers of the statements found: {self.speaker_accuracy:.3f}   "
        last = (
            f"{speakers if self._has_speakers else ''}articles: {len(self.articles)}   "
            f"spans that are not the text: {self.wrong_spans}"
        )
        unread = [f"no facts were given for: {', '.join(self.unread)}"] if self.unread else []
        return "\n".join([head, *rows, last, *unread])
