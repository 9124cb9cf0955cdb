"""Names read off GUM's entity annotation, which marks whole phrases: ``the Russian president Vladimir Putin``."""

import re
from collections.abc import Iterator

from training.conllu import Sentence, Word
from training.titles import is_demonym, without_title

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<closed>\)?)|(?P<close>[^()]+)\)")


def name_tags(sentence: Sentence) -> list[str]:
    """Return the tags of a sentence's names: the run of proper nouns around the head of each mention.

    Of mentions inside each other, the outermost is taken.
    """
    words = sentence.words
    tags = ["O"] * len(words)
    for start, end, kind in sorted(_mentions(words), key=lambda mention: (mention[0] - mention[1], mention)):
        head = _head(words, start, end)
        if head is None or not words[head].xpos.startswith("NNP") or (kind == "PER" and words[head].xpos == "NNPS"):
            continue
        first, last = _run(words, start, end, head, kind)
        if first < last and all(tag == "O" for tag in tags[first:last]):
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    return tags


def _mentions(words: list[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of the mentions of persons, organizations and places."""
    opened: list[tuple[str, str, int]] = []
    for number, word in enumerate(words):
        entity = next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(entity):
            if match["open"]:
                name, kind = [*match["open"].split("-"), ""][:2]
                opened.append((name, kind, number))
            name = match["open"].split("-")[0] if match["open"] else match["close"]
            if match["closed"] or match["close"]:
                place = next((at for at in reversed(range(len(opened))) if opened[at][0] == name), None)
                if place is not None:
                    _, kind, start = opened.pop(place)
                    if kind in _KINDS:
                        yield start, number + 1, _KINDS[kind]


def _head(words: list[Word], start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if not start < words[at].head <= end), None)


def _run(words: list[Word], start: int, end: int, head: int, kind: str) -> tuple[int, int]:
    first, last = head, head + 1
    while last < end and _continues(words, last, end, kind):
        last += 1
    while first > start and _belongs(words[first - 1], words, first, kind):
        first -= 1
    while last > first + 1 and not _is_proper(words[last - 1]):
        last -= 1
    while first < head and not _is_proper(words[first]):
        first += 1
    forms = [word.form for word in words]
    if kind == "PER":
        first = without_title(forms, first, last)
    if last - first == 1 and is_demonym(forms[first]):
        return first, first
    return first, last


def _continues(words: list[Word], at: int, end: int, kind: str) -> bool:
    if _is_proper(words[at]):
        return words[at].deprel not in ("appos", "conj", "list", "parataxis") or (
            kind == "ORG" and at > 0 and (words[at - 1].form in ("&", "and"))
        )
    following = at + 1 < end and (_is_proper(words[at + 1]) or (words[at + 1].form == "the" and at + 2 < end))
    if words[at].form in ("-", "'s", "’s", "."):
        return following
    return kind != "PER" and words[at].form in ("of", "&", "for", "the") and following


def _belongs(word: Word, words: list[Word], at: int, kind: str) -> bool:
    if word.deprel == "nmod:desc" and kind == "PER":
        return False
    if word.form == "-":
        return at >= 2 and not words[at - 2].space
    return _is_proper(word) or word.form in ("&",) or (word.xpos == "JJ" and word.form[0].isupper() and kind != "PER")


def _is_proper(word: Word) -> bool:
    return word.xpos.startswith("NNP") or (word.xpos == "CD" and not word.form.isdigit()) or word.form in ("v.",)
