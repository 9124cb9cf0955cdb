"""Phrases by the parse: the words that hang on a noun, and the mentions that it stands for."""

from collections.abc import Iterator

from kg.extraction.attribution.speakers.before import TIMES, before_time
from kg.extraction.coreference import Bounds, Scene, Subject, open_mention
from kg.extraction.mentions import Mention
from kg.extraction.words import DASHES, POSSESSIVE

_NO_SPEAKERS = frozenset("there that this these those which what who whom whose".split())
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 60  # words of a phrase that can be a subject
_DATELINE_DASHES = DASHES - {"-"} | {"―"}
_OPENERS = frozenset(
    "and but yet so or that because as while although though where when after before if since whereas".split()
)
_EDGES = DASHES | {",", ";", ":"}


def phrase_of(scene: Scene, noun: int, start: int, *, inside: int, stop: int | None = None) -> Subject | None:
    """Return the phrase of a noun as a subject; None where it reaches into a quotation or is too long for one."""
    first, last = scene.tree.bounds(noun)
    first, last = _trimmed(scene, _opening(scene, max(first, start), noun), last if stop is None else min(last, stop))
    if first <= noun < last and scene.quoted[last - 1] != inside:
        last = scene.commas.first_in(noun, last) or last  # "The ruling, which Oslo called 'void', said"
    if not first <= noun < last or last - first > _LONGEST:
        return None
    if any(scene.quoted[at] != inside for at in (first, noun, last - 1)):
        return None
    mentions = tuple(mention_of(scene, at, (first, last)) for at in _heads(scene, noun, first, last))
    whole = [one for one in mentions if one.is_name]
    return Subject(
        mentions,
        min([first, *(one.first for one in whole)]),
        max([last, *(one.last for one in whole if stop is None or one.last <= stop)]),
    )


def _heads(scene: Scene, noun: int, first: int, last: int) -> Iterator[int]:
    apposed = range(*_apposition(scene, noun, last))
    for at in scene.tree.joined(noun):
        if at in apposed:
            continue
        is_clause = at != noun and scene.tree.child(at, "nsubj", "cop") is not None
        is_age = at != noun and scene.words[at].text.isdigit()
        if first <= at < last and scene.tree.is_noun(at) and not is_age and not is_clause:
            yield at


def _apposition(scene: Scene, noun: int, last: int) -> Bounds:
    """Return the bounds of what is set behind a name by commas: "X, chair of Y and a former minister,"."""
    over = (one for one in scene.mentions_over(noun) if one.head_first <= noun < one.head_last)
    name = next((one for one in over if one.is_name and one.kind == "person"), None)
    comma = name.head_last if name else last
    if comma + 1 >= last or scene.words[comma].text != ",":
        return last, last
    apposed = scene.tree.child(noun, "appos") or 0
    if scene.words[comma + 1].lower not in _ARTICLES and (apposed < comma or scene.words[comma + 1].capital):
        return last, last
    return comma, next((at for at in range(comma + 1, last) if scene.words[at].text == ","), last)


def _opening(scene: Scene, first: int, noun: int) -> int:
    """Return where a phrase begins behind a conjunction, a dateline, or an adverbial with a comma before its noun."""
    tree = scene.tree
    for at in range(noun - 1, first - 1, -1):
        if scene.words[at].text in _DATELINE_DASHES:
            return at + 1
    for child in tree.children(noun, "cc", "advmod", "obl", "mark", "discourse", "advcl", "case", "cop", "nsubj"):
        end = tree.bounds(child)[1]
        is_adverbial = tree.relation(child) in {"cc", "mark", "cop", "nsubj"} or scene.words[min(end, noun)].text == ","
        if first <= child < noun and child < end <= noun and is_adverbial:
            first = end
    return first


def _trimmed(scene: Scene, first: int, last: int) -> Bounds:
    while last > first and (scene.words[last - 1].text in _EDGES or scene.words[last - 1].text in POSSESSIVE):
        last -= 1
    while first < last and (scene.words[first].text in _EDGES or scene.words[first].lower in _OPENERS):
        first += 1
    end = before_time(scene, last, first + 1)
    return first, last if scene.tree.is_verb(end - 1) else end


def may_speak(scene: Scene, noun: int, inside: int) -> bool:
    """Say whether a noun can be somebody's who speaks: a word of the same quotation, and no bare pronoun."""
    word = scene.words[noun]
    is_relative = any(scene.words[of].lower == "whom" for of in scene.tree.children(noun, "nmod"))  # "all of whom"
    if word.lower in _NO_SPEAKERS or word.lower in TIMES or is_relative:
        return False
    return scene.quoted[noun] == inside and word.letters


def mention_of(scene: Scene, noun: int, phrase: Bounds) -> Mention:
    """Return the mention that a noun is the head of, or a part of its name; else the noun as one of its own."""
    over = [one for one in scene.mentions_over(noun) if one.last <= phrase[1] + 1]
    near = [one for one in over if one.first >= phrase[0] - 1 or (one.form == "role" and one.head_first >= phrase[0])]
    around = [one for one in near if not _is_common(scene, noun, one)]
    named = [one for one in around if one.is_name]
    titled = [one for one in named if noun < one.head_first and not _is_owned(scene, noun, one)]
    headed = [one for one in around if one.head_first <= noun < one.head_last]
    chosen = min(titled or headed or named, key=lambda one: (not one.is_name, one.first), default=None)
    if chosen is None or not chosen.is_name:
        apposed = _apposed(scene, noun, phrase)
        chosen = apposed or chosen
    return chosen or open_mention(scene, noun, phrase)


def _is_common(scene: Scene, noun: int, mention: Mention) -> bool:
    """Say whether what looks like a name is a common noun that opens a sentence: "Queues at the gate"."""
    is_unknown = mention.is_name and mention.kind == "person" and not scene.cast.of(mention)
    return is_unknown and scene.tree.kinds[noun] == "NOUN" and scene.words[noun].opens


def _apposed(scene: Scene, noun: int, phrase: Bounds) -> Mention | None:
    """Return the person named right behind one noun, or behind a comma: "hairdresser X", "the harbour master, X"."""
    if scene.tree.is_plural(noun):
        return None
    behind = (one for one in scene.by_first.get(noun + 1, ()) if one.is_name and one.kind == "person")
    next_name = next(behind, None) if scene.words[noun].text.islower() else None
    if next_name and next_name.last <= phrase[1] and scene.tree.kinds[noun] == "NOUN":
        return next_name
    for comma in range(noun + 1, phrase[1] - 1):
        if scene.words[comma].text == ",":
            named = (one for one in scene.by_first.get(comma + 1, ()) if one.is_name and one.kind == "person")
            return next((one for one in named if _ends_phrase(scene, one, phrase)), None)
    return None


def _ends_phrase(scene: Scene, mention: Mention, phrase: Bounds) -> bool:
    return mention.last >= phrase[1] or scene.words[mention.last].text == ","


def _is_owned(scene: Scene, noun: int, name: Mention) -> bool:
    """Say whether a possessive or a comma parts a noun from the name in whose phrase it stands."""
    between = scene.words[noun + 1 : name.head_first]
    return any(word.text in POSSESSIVE or word.text == "," for word in between)
