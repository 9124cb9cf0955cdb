"""Confidence held against what was right: of the statements told with so much confidence, how many were?"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's confidence, whether it is one of the annotated, and whether its speaker is right, too."""

    confidence: float
    is_matched: bool
    has_right_speaker: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """The statements of articles with what they turned out to be."""

    judged: tuple[Judged, ...] = ()
    has_speakers: bool = True

    def to_json(self) -> list[dict[str, Any]]:
        """Return the bins of confidence, each from its lower bound to below its upper; the last holds 1.0, too."""
        return [self._bin(low, high) for low, high in pairwise(_BOUNDS)]

    def table(self) -> str:
        """Return the bins as a table for the terminal."""
        head = f"{'confidence':<14}{'statements':>10}{'matched':>9}"
        rows = [
            f"{one['from']:.2f} to {one['to']:.2f}  {one['statements']:>10}{_share(one['matched']):>9}"
            + (f"{_share(one['right_speaker']):>21}" if self.has_speakers else "")
            for one in self.to_json()
        ]
        return "\n".join([head + (f"{'with right speaker':>21}" if self.has_speakers else ""), *rows])

    def _bin(self, low: float, high: float) -> dict[str, Any]:
        inside = [one for one in self.judged if low <= one.confidence < high or one.confidence == high == _BOUNDS[-1]]
        speakers = {"right_speaker": _mean(one.has_right_speaker for one in inside)} if self.has_speakers else {}
        return {
            "from": low,
            "to": high,
            "statements": len(inside),
            "matched": _mean(one.is_matched for one in inside),
            **speakers,
        }


def _mean(flags: Iterable[bool]) -> float | None:
    every = list(flags)
    return round(sum(every) / len(every), 3) if every else None


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
