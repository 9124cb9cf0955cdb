"""How alike two actors are: surely one, perhaps one, or not; each with a reason that a reader can check."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.extraction.lexicons import words
from kg.identity.nicknames import is_nickname
from kg.identity.roles import CAREER, can_hold_both, falls, share_role, years_between
from kg.identity.units import Unit

_LIKE_GIVEN, _LIKE_FAMILY = 0.6, 0.75  # ratio of letters
_TERM = 5  # years in which a role and a family name mean one person
_LIFE = 25  # years between mentions after which one name may be another's, in any role


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two are one (``sure``) or may be one, how strongly (0 to 1), and why."""

    sure: bool
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What is known of all who bear a name: the states that they are placed in, and their initials."""

    states: frozenset[str]
    initials: frozenset[tuple[str, ...]]


def compare_namesakes(one: Unit, other: Unit, known: Namesakes) -> Likeness | None:
    """Compare two persons of one name; None where an initial or "junior" tells them apart."""
    if _clash(one.name.initials, other.name.initials) or (
        one.name.suffix and other.name.suffix and one.name.suffix != other.name.suffix
    ):
        return None
    if doubt := _doubt(one, other, known):
        return Likeness(False, *doubt)
    name, strength = _how_spelled(one, other)
    return Likeness(True, strength, f"{name}, {_state_in_words(one, other)}")


def compare_colleagues(one: Unit, other: Unit) -> Likeness | None:
    """Compare two persons who hold one role and share a part of their names; a sure answer needs one state, too.

    It is sure only where no other fits as well, which the caller has to see to.
    """
    short, long = in_order(one, other)
    if not share_role(one, other) or one.name.suffix != other.name.suffix:
        return None
    if len(short.name.words) == 1:
        return _by_family_name(short, long)
    if not one.states & other.states:
        return None
    less, more = short.name.sounds, long.name.sounds
    if less[-1] == more[-1] and set(less) < set(more):
        return Likeness(True, 0.7, "a shorter form of the name, same role and state")
    if _is_called_short(short, long):
        return Likeness(years_between(one, other) <= CAREER, 0.7, "a nickname, same family name, role and state")
    if less[-1] == more[-1]:
        return _like("given name", "family name", less[:-1], more[:-1], _LIKE_GIVEN)
    if less[0] == more[0]:
        return _like("family name", "given name", less[1:], more[1:], _LIKE_FAMILY)
    return None


def in_order(one: Unit, other: Unit) -> tuple[Unit, Unit]:
    """Return two who share a part of their names, first the one whose name is shorter, or begins with a nickname."""

    def place(unit: Unit, far: Unit) -> tuple[int, bool, str]:
        return len(unit.name.words), not is_nickname(unit.name.words[0], far.name.words[0]), unit.id

    return (one, other) if place(one, other) < place(other, one) else (other, one)


def _is_called_short(short: Unit, long: Unit) -> bool:
    """Say whether one of two with the same family name bears a nickname of the other's given name."""
    if short.name.sounds[1:] != long.name.sounds[1:]:
        return False
    return is_nickname(short.name.words[0], long.name.words[0])


def _by_family_name(short: Unit, long: Unit) -> Likeness | None:
    word, name = short.name.sounds[0], long.name.sounds
    if len(name) == 1 or word not in (name[0], name[-1]):
        return None
    if not short.states & long.states:
        if short.states and long.states:
            return None
        return Likeness(False, 0.5, f"the family name alone, same role, {_state_in_words(short, long)}")
    is_family_name = word == name[-1] or long.name.words[0].capitalize() not in words("given-names")
    return Likeness(
        is_family_name and years_between(short, long) <= _TERM, 0.65, "the family name alone, same role and state"
    )


def _like(
    other_part: str, same_part: str, one: tuple[str, ...], other: tuple[str, ...], least: float
) -> Likeness | None:
    ratio = SequenceMatcher(None, "".join(one), "".join(other)).ratio()
    if ratio < least and not (one[0][0] == other[0][0] and same_part == "family name"):
        return None
    return Likeness(False, round(0.3 + ratio / 3, 4), f"same {same_part}, role and state, another {other_part}")


def _doubt(one: Unit, other: Unit, known: Namesakes) -> tuple[float, str] | None:
    """Return how likely two namesakes are one, and why that is not sure; None where nothing speaks against it."""
    if one.name.suffix != other.name.suffix:
        return 0.4, "same name, but only one is told as junior or the like"
    if one.states and other.states and not one.states & other.states:
        return 0.3, "same name, another state"
    if not can_hold_both(one, other):
        return 0.35, "same name, but roles that one person seldom holds"
    if bool(one.states) != bool(other.states) and len(known.states) > 1:
        return 0.5, "same name, no state told, and there are namesakes of several states"
    if one.name.initials != other.name.initials and len(known.initials) > 1:
        return 0.5, "same name, no initial told, and there are namesakes with several initials"
    if not one.states and not other.states and one.bodies and other.bodies and not one.bodies & other.bodies:
        return (0.45, "same name, speaking for another body") if not share_role(one, other) else None
    if (years := years_between(one, other)) > _LIFE or (years > CAREER and not _is_one_career(one, other)):
        return 0.4, f"same name, {years} years apart"
    backed = bool(one.states & other.states) or share_role(one, other)
    if _is_turned(one, other) and not (backed and (_is_clear(one) or share_role(one, other))):
        return 0.6, "the same words in another order"
    if _is_translated(one, other) and not (backed or one.states or other.states):
        return 0.6, "a name in two languages, the state told in neither"
    return None


def _is_one_career(one: Unit, other: Unit) -> bool:
    """Say whether the roles of two, years apart, may be one person's: the same, or offices; no initial differs."""
    has_roles, same_initials = bool(one.roles and other.roles), one.name.initials == other.name.initials
    return has_roles and same_initials and can_hold_both(one, other) and not falls(one, other)


def _how_spelled(one: Unit, other: Unit) -> tuple[str, float]:
    if _is_turned(one, other):
        return "same name in another order", 0.8
    if _is_translated(one, other):
        return "same name in another language", 0.8
    if _letters(one) != _letters(other):
        return "same name in another transliteration", 0.85
    if one.name.initials != other.name.initials:
        return "same name with and without an initial", 0.9
    return "same name", 1.0


def _state_in_words(one: Unit, other: Unit) -> str:
    if one.states & other.states:
        return "same state"
    return "the state told in one only" if one.states or other.states else "the state told in neither"


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether initials are those of different names; fewer may be the same, cut short."""
    return any(a != b for a, b in zip(one, other, strict=False))


def _letters(unit: Unit) -> str:
    return "".join(unit.name.words)


def _is_turned(one: Unit, other: Unit) -> bool:
    return "".join(one.name.sounds) != "".join(other.name.sounds)


def _is_translated(one: Unit, other: Unit) -> bool:
    return one.name.folded != other.name.folded


def _is_clear(unit: Unit) -> bool:
    """Say whether it shows which word is the given name: one of them can be no other's."""
    return sum(word.capitalize() in words("given-names") for word in unit.name.words) == 1
