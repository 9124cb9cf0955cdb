"""Sentences and clauses that state nothing: questions, conditions, fiction, what is unclear or long past."""

from kg.extraction.coreference import Scene
from kg.extraction.stances.groups import Site, words_before

_CONDITIONS = frozenset({"if", "whether", "unless", "should", "lest"})
_OPENINGS = frozenset(
    {"had", "were", "should", "does", "do", "did", "would", "will", "can", "could", "is", "are", "has", "have", "may"}
)
_FICTION = frozenset(
    {
        "novel",
        "game",
        "film",
        "movie",
        "fiction",
        "fictional",
        "imagines",
        "imagine",
        "hypothetical",
        "hypothetically",
        "quiz",
    }
)
_ENDED = frozenset({"until", "renounced", "renounces", "renounce"})
_WHEN = frozenset({"after", "during", "between", "before"})
_JOINTS = frozenset({"that", "but"})
_MARKS = frozenset({",", ";", ":", "–", "—"})


def is_open(scene: Scene, first: int, last: int) -> bool:
    """Say whether a sentence asks or imagines, so that no stance is read out of it."""
    if any(word.text == "?" for word in scene.words[max(first, last - 2) : last]):
        return True
    return any(word.lower in _FICTION for word in scene.words[first:last])


def is_conditional(scene: Scene, at: int, first: int, last: int) -> bool:
    """Say whether the clause of a word is a condition, is in question, or follows from a condition."""
    begin = _clause_start(scene, at, first)
    clause = [word.lower for word in scene.words[begin:at]]
    if _CONDITIONS & {*clause[:3]} or any(word in {"if", "whether"} for word in clause):
        return True
    if _is_in_question(scene, begin, first):
        return True
    if (
        scene.words[first].lower in _OPENINGS
        and scene.quoted[first] == scene.quoted[at]
        and _has_comma(scene, first, last)
    ):
        return True
    return _main_of_condition(scene, at, first, last)


def _is_in_question(scene: Scene, begin: int, first: int) -> bool:
    """Say whether a clause behind "that" is part of what is asked: "asked whether Oslo believed that"."""
    start = _clause_start(scene, begin, first, joints=frozenset())
    return any(word.lower == "whether" for word in scene.words[start:begin])


def _main_of_condition(scene: Scene, at: int, first: int, last: int) -> bool:
    """Say whether the sentence opens with a condition ("If X, trade will grow")."""
    return scene.words[first].lower in {"if", "unless"}


def _has_comma(scene: Scene, first: int, last: int) -> bool:
    return any(word.text == "," for word in scene.words[first:last])


def _clause_start(scene: Scene, at: int, first: int, joints: frozenset[str] = _JOINTS) -> int:
    here = at
    while here > first and scene.words[here - 1].text not in _MARKS and scene.words[here - 1].lower not in joints:
        here -= 1
    return here


def is_history(scene: Scene, site: Site, last: int) -> bool:
    """Say whether a claim or possession is past: "once claimed", "held them until", "governed it after the war"."""
    behind = [word.lower for word in scene.words[site.last : last]]
    if site.past or _ENDED & {*behind} or "gave the claim up" in " ".join(behind):
        return True
    before = words_before(scene.words, site)
    simple = site.lexeme.sense == "hold" and site.lexeme.tense == "past" and not before & {"has", "have", "had"}
    near = behind[:12]
    return simple and (bool(_WHEN & {*near}) or any(word.isdigit() and len(word) == 4 for word in near))
