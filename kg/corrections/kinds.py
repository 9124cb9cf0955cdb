"""What can be corrected, and how a correction reads in a table."""

from dataclasses import dataclass

SAME, APART = "same as", "not the same"
DROP, STANCE, SPEAKER, TERRITORY = "drop", "stance", "speaker", "territory"
AS_READ = "as read"

# Each kind, with what stands in the column `value` (empty where nothing does).
KINDS = {
    SAME: "the identifier of the other",
    APART: "the identifier of the other, or of the article in which the name is another's",
    DROP: "",
    STANCE: "a stance",
    SPEAKER: "an actor, by identifier or name",
    TERRITORY: "a territory, by identifier or name; several with | between them",
    AS_READ: "",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of a table: what to do to which thing; ``place`` is its file and line."""

    kind: str
    thing: str
    value: str
    place: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it decides; of two corrections that decide the same, the later counts."""
        if self.kind in (SAME, APART):
            return "pair", *sorted((self.thing, self.value))
        return "fact", self.thing, "" if self.kind == DROP else self.kind


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row that cannot be applied: where it stands, why, and what to do."""

    place: str
    reason: str
    cure: str
