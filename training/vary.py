"""Varied copies of training sentences: other names in place of the names, curly quotation marks, headline letters."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from random import Random

from training.name_sets import Sentence, spans
from training.word_lists import word_lists

Stock = Mapping[str, list[str]]
Other = Callable[[str, str], str]

_SMALL = frozenset("a an and as at but by for from in of on or the to with".split())
_STRAIGHT = {'"': ("“", "”"), "``": ("“", "“"), "''": ("”", "”")}
_RARELY_SWAPPED = 0.2  # of the names, so that a copy keeps some it can be recognized by


def curl_quotes(forms: list[str]) -> list[str]:
    """Return a paragraph with typographic quotation marks and apostrophes.

    >>> curl_quotes(['"', "It", "'s", "ours", '"'])
    ['“', 'It', '’s', 'ours', '”']
    """
    curled, opened = [], 0
    for form in forms:
        if form in _STRAIGHT:
            curled.append(_STRAIGHT[form][opened % 2])
            opened += 1
        else:
            curled.append(form.replace("'", "’"))
    return curled


def title_case(forms: list[str]) -> list[str]:
    """Return a sentence with the capitals of a headline.

    >>> title_case("Russia says islands are part of it".split())
    ['Russia', 'Says', 'Islands', 'Are', 'Part', 'of', 'It']
    """
    return [form if form in _SMALL else form[:1].upper() + form[1:] for form in forms]


def capitals(forms: list[str]) -> list[str]:
    """Return a sentence in capital letters."""
    return [form.upper() for form in forms]


def headline(forms: list[str], random: Random, *, titles: float, capital: float) -> list[str]:
    """Return a sentence as it is, or by chance as a headline."""
    chance = random.random()
    return title_case(forms) if chance < titles else capitals(forms) if chance < titles + capital else forms


def name_stock(sentences: Iterable[Sentence]) -> Stock:
    """Return the words that may stand in for others: given and last names, places, short names of organizations."""
    lists = word_lists()
    stock: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in sentences:
        for start, end, kind in spans(tags):
            if kind == "PER" and end - start > 1:
                stock["given"][words[start]] += 1
                stock["last"][words[end - 1]] += 1
            elif end - start == 1:
                stock[_single(words[start], kind)][words[start]] += 1
    stock["given"].update(name.title() for name in lists["given name"])
    stock["last"].update(name.title() for name in lists["last name"])
    places = lists["state"] | lists["territory"] | lists["large city"] | lists["small city"]
    stock["place"].update(name.title() for name in places)
    return {key: sorted(word for word in words if word.isalpha() and word[0].isupper()) for key, words in stock.items()}


def swap_names(sentences: list[Sentence], stock: Stock, random: Random) -> list[Sentence]:
    """Return sentences in which the names are others of their kind, the same for the same throughout."""
    chosen: dict[tuple[str, str], str] = {}

    def other(word: str, kind: str) -> str:
        if (kind, word) not in chosen:
            keeps = random.random() < _RARELY_SWAPPED or not word.isalpha() or kind not in stock
            chosen[kind, word] = word if keeps else random.choice(stock[kind])
        return chosen[kind, word]

    return [_swapped(words, tags, other) for words, tags in sentences]


def _swapped(words: list[str], tags: list[str], other: Other) -> Sentence:
    swapped = list(words)
    for start, end, kind in spans(tags):
        if kind == "PER":
            swapped[end - 1] = other(words[end - 1], "last")
            if end - start > 1:
                swapped[start] = other(words[start], "given")
        elif end - start == 1:
            swapped[start] = other(words[start], _single(words[start], kind))
    return swapped, tags


def _single(word: str, kind: str) -> str:
    """Return the stock for a name of one word."""
    if kind == "LOC":
        return "place" if not word.isupper() else "short place"
    return {"PER": "last", "ORG": "short organization" if word.isupper() else "organization"}[kind]
