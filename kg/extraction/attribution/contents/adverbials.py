"""Words that only tell where and when it was said: "on Tuesday in a speech to parliament"."""

from kg.extraction.coreference import Scene
from kg.extraction.lexicons import words
from kg.extraction.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, Word, is_finite_hint

TIMES = frozenset(
    "today yesterday tomorrow tonight earlier later recently again separately last this next early late monday tuesday "
    "wednesday thursday friday saturday sunday week month year night morning afternoon evening".split()
)
_OPENING = frozenset("on in at during after before ahead through via from to by following".split())
_DETERMINING = DETERMINERS | {"his", "her", "its", "their"}
_NEVER_INSIDE = frozenset({"it", "he", "she", "they", "there", "we", "that"})
_CONJUNCTIONS = frozenset({"and", "or", "but"})
_NO_VERBS_ALONE = frozenset({"to", "'s", "’s"})


def is_adverbial(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are only where and when: a preposition, an adverb or a time word first, no verb."""
    if first >= last:
        return True
    opening = scene.words[first].lower
    if opening == "to" and first + 1 < last and not _is_nominal(scene.words[first + 1]):
        return False  # an infinitive: what is agreed or promised, not where
    is_closed = scene.words[last - 1].text == ","
    if not is_closed and any(_opens_participle(scene, at) for at in range(first + 1, last)):
        return False  # ", reviving a claim that": the clause is the claim's
    starts = opening in PREPOSITIONS or opening in TIMES or opening.endswith("ly") or opening == ","
    return starts and not any(word.lower in AUXILIARIES - _NO_VERBS_ALONE for word in scene.words[first:last])


def _opens_participle(scene: Scene, at: int) -> bool:
    return scene.words[at - 1].text == "," and scene.words[at].lower.endswith("ing")


def _is_nominal(word: Word) -> bool:
    return (
        word.capital
        or word.lower in _DETERMINING
        or word.lower in {"reporters", "journalists", "parliament", "lawmakers"}
    )


def skip_adverbials(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind the adverbs, times and prepositional phrases that begin at a word."""
    while at < stop:
        word = scene.words[at]
        if _is_adverb(word):
            at += 1
        elif word.lower in _OPENING and at + 1 < stop:
            at = _behind_phrase(scene, at + 1, stop)
        else:
            break
    return at


def _is_adverb(word: Word) -> bool:
    is_manner = word.lower.endswith("ly") and not word.capital
    return is_manner or word.lower in TIMES or word.text in words("calendar-words")


def _behind_phrase(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind the noun phrase of a preposition, with all that "of" hangs on it."""
    at = _behind_nouns(scene, at, stop)
    while at < stop and scene.words[at].lower == "of":
        at = _behind_nouns(scene, at + 1, stop)
    has_year = at + 1 < stop and scene.words[at].text == "," and scene.words[at + 1].text.isdigit()
    return at + 2 if has_year else at


def _behind_nouns(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind a determiner and the words of one noun phrase."""
    if at < stop and scene.words[at].lower in {"of", "with"}:
        at += 1
    if at < stop and scene.words[at].lower in _DETERMINING:
        at += 1
    begin = at
    while at < stop and _goes_on(scene, begin, at):
        at += 1
    return at


def _goes_on(scene: Scene, begin: int, at: int) -> bool:
    """Say whether a word goes on with the noun phrase that began before it."""
    word = scene.words[at]
    if not word.letters or word.lower in _NEVER_INSIDE or is_finite_hint(word):
        return False
    if at > begin and word.lower in _CONJUNCTIONS:
        return False
    if _is_named(word):
        is_new_name = at > begin + 1 and not scene.words[at - 1].capital and not word.text.isdigit()
        return not is_new_name
    return word.lower not in _DETERMINING and word.lower not in PREPOSITIONS


def _is_named(word: Word) -> bool:
    return word.capital or word.text.isdigit() or word.text in words("calendar-words")
