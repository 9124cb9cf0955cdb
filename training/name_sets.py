"""The name-annotated sets, each in its own format, as sentences with one scheme of tags.

Tags are ``O``, ``B-PER``, ``I-PER`` and so on for PER, ORG and LOC, and ``-`` where a set does not tell.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from training.titles import is_demonym, without_title

Sentence = tuple[list[str], list[str]]

KINDS = ("PER", "ORG", "LOC")
UNTOLD = "-"
_CROSSNER = {
    "PER": "person politician writer musicalartist scientist researcher",
    "ORG": "organisation politicalparty university band",
    "LOC": "location country",
    "": "election award event book album song musicgenre literarygenre field discipline task metrics theory "
    "algorithm programlang chemicalcompound chemicalelement protein enzyme product musicalinstrument",
}
_CROSSNER_KINDS = {name: kind for kind, names in _CROSSNER.items() for name in names.split()}
_RE3D_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_GMB_KINDS = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "LOC", "tim": "", "nat": ""}
_PEOPLES = frozenset({"JJ", "NN", "NNS"})  # parts of speech of demonyms, which that set marks like countries
_ARTICLE = re.compile(r"^(?:a[dlnrst]|ash|az|el|e[dns]|ul)-(?=\w)")
"""The Arabic article, as it is written before a sun letter or another: al-Sadr, ash-Sharq."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])")
_MAJORITY = 0.75
_LEADING = frozenset({"the", "The", "a", "an"})


def read_columns(path: Path, kind_of: Callable[[str], str | None]) -> Iterator[Sentence]:
    """Yield the sentences of a file with the word first and the tag last on a line.

    Args:
        path: the file.
        kind_of: turns a label of the file into PER, ORG, LOC, "" for no name of ours, or None for not told.
    """
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").split("\n"), ""]:
        columns = line.split()
        if len(columns) >= 2:
            words.append(columns[0])
            tags.append(_tag(columns[-1], kind_of))
        elif words:
            yield words, _well_formed(tags)
            words, tags = [], []


def read_uner(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield the sentences of a file of Universal NER, each behind its id."""
    name, words, tags = "", [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            name = line.partition("sent_id = ")[2] or name
            continue
        columns = line.split("\t")
        if len(columns) >= 3:
            words.append(columns[1])
            tags.append(_tag(columns[2], lambda label: label if label in KINDS else ""))
        elif words:
            yield name, (words, _well_formed(tags))
            words, tags = [], []


def read_wikigold(path: Path) -> Iterator[Sentence]:
    """Yield WikiGold's sentences; what is MISC there may be a name of any kind here."""
    for words, tags in read_columns(path, lambda label: label if label in KINDS else None):
        yield split_hyphens(words, retag(words, tags, _cut_title))


def read_btc(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of the Broad Twitter Corpus; its handles and hashtags are no names."""
    for words, tags in read_columns(path, lambda label: label if label in KINDS else ""):
        yield split_hyphens(words, retag(words, tags, _cut_to_name))


def read_crossner(path: Path) -> Iterator[Sentence]:
    """Yield CrossNER's sentences, its many kinds folded into three."""
    for words, tags in read_columns(path, lambda label: _CROSSNER_KINDS.get(label)):
        yield split_hyphens(words, retag(words, tags, _cut_title))


def read_re3d(path: Path) -> Iterator[Sentence]:
    """Yield re3d's sentences; its mentions are cut to names, as it marks ``the people of Turkey`` and ``we`` too."""
    for words, tags in read_columns(path, lambda label: _RE3D_KINDS.get(label, "")):
        yield split_hyphens(words, retag(words, tags, _cut_to_name))


def read_gmb(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of the Groningen Meaning Bank's token table; the last one, cut short, is dropped."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == 4][1:]
    rows = [[*row[:3], "O" if row[3] in ("B-gpe", "I-gpe") and row[2] in _PEOPLES else row[3]] for row in rows]
    starts = [number for number, row in enumerate(rows) if row[0]]
    for start, end in pairwise(starts):
        words = [row[1] for row in rows[start:end]]
        tags = [_tag(row[3], lambda label: _GMB_KINDS.get(label)) for row in rows[start:end]]
        yield split_hyphens(words, retag(words, _well_formed(tags), _cut_to_name))


def spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each name.

    >>> list(spans(["B-PER", "I-PER", "O", "B-LOC"]))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    start = 0
    for end in range(1, len(tags) + 1):
        if end == len(tags) or not tags[end].startswith("I-"):
            if tags[start][0] in "BI":
                yield start, end, tags[start][2:]
            start = end


def retag(words: list[str], tags: list[str], cut: Callable[[list[str], int, int, str], tuple[int, int]]) -> list[str]:
    """Return tags with each name cut down to a part of itself; where nothing is left, it was no name."""
    result = [tag if tag == UNTOLD else "O" for tag in tags]
    for start, end, kind in spans(tags):
        first, last = cut(words, start, end, kind)
        result[first:last] = [f"I-{kind}"] * (last - first)
        if first < last:
            result[first] = f"B-{kind}"
    return result


def split_hyphens(words: list[str], tags: list[str]) -> Sentence:
    """Return a sentence whose words are cut at hyphens, as treebanks and spaCy's tokenizer cut them.

    >>> split_hyphens(["al-Qaida"], ["B-ORG"])
    (['al', '-', 'Qaida'], ['B-ORG', 'I-ORG', 'I-ORG'])
    """
    pieces = [_HYPHEN.split(word) for word in words]
    inner = [tag.replace("B-", "I-") for tag in tags]
    split = [
        tag if number == 0 else more
        for parts, tag, more in zip(pieces, tags, inner, strict=True)
        for number, _ in enumerate(parts)
    ]
    return [piece for parts in pieces for piece in parts], split


def agreed(sentences: list[Sentence]) -> list[Sentence]:
    """Return a set in which a name is of the kind that it mostly is; half-automatic tags waver between kinds."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in sentences:
        for start, end, kind in spans(tags):
            votes[" ".join(words[start:end])][kind] += 1
            if kind == "PER":
                votes[words[end - 1]][kind] += 1
    for words, tags in sentences:
        for start, end, kind in spans(tags):
            kinds = votes[" ".join(words[start:end])]
            most, count = kinds.most_common(1)[0]
            if most != kind and count > 2 and count >= _MAJORITY * kinds.total():
                tags[start:end] = [tag.replace(kind, most) for tag in tags[start:end]]
    return sentences


def sure_tags(tags: list[str], shares: list[float], least: float) -> list[str]:
    """Return tags left open where their share is less than the least, and in names that such a word is in or beside.

    >>> sure_tags(["B-PER", "O", "B-LOC", "O", "B-ORG"], [0.9, 0.9, 0.6, 0.9, 0.9], 0.7)
    ['B-PER', 'O', '-', 'O', 'B-ORG']
    >>> sure_tags(["B-PER", "O", "O"], [0.9, 0.5, 0.9], 0.7)
    ['-', '-', 'O']
    """
    sure = [share >= least for share in shares]
    result = [tag if each else UNTOLD for tag, each in zip(tags, sure, strict=True)]
    for start, end, _ in spans(tags):
        if not all(sure[max(0, start - 1) : end + 1]):
            result[start:end] = [UNTOLD] * (end - start)
    return result


def _cut_title(words: list[str], start: int, end: int, kind: str) -> tuple[int, int]:
    return (without_title(words, start, end) if kind == "PER" else start), end


def _cut_to_name(words: list[str], start: int, end: int, kind: str) -> tuple[int, int]:
    """Leave articles, titles, demonyms and all that is not capitalized outside of a name."""
    while start < end and (words[start] in _LEADING or not _is_capital(words[start])):
        start += 1
    while start < end and not _is_capital(words[end - 1]):
        end -= 1
    if kind == "PER":
        start = without_title(words, start, end)
    if all(is_demonym(word) or word.isdigit() for word in words[start:end]):
        return start, start
    small = sum(not _is_capital(word) and word.isalpha() and len(word) > 3 for word in words[start:end])
    return (
        (start, start) if small > 1 or words[start:end] in (["We"], ["I"], ["They"], ["He"], ["It"]) else (start, end)
    )


def _is_capital(word: str) -> bool:
    """Tell whether a word may begin or end a name: with a capital or digit, or an Arabic article before a capital."""
    name = _ARTICLE.sub("", word, count=1)
    return name[:1].isalnum() and not name[:1].islower()


def _tag(tag: str, kind_of: Callable[[str], str | None]) -> str:
    if tag == "O" or "-" not in tag:
        return "O"
    kind = kind_of(tag[2:])
    return UNTOLD if kind is None else f"{tag[0]}-{kind}" if kind else "O"


def _well_formed(tags: Iterable[str]) -> list[str]:
    """Return tags of which each name begins with B."""
    result: list[str] = []
    for tag in tags:
        goes_on = tag.startswith("I-") and result and result[-1][1:] == tag[1:]
        result.append(tag if goes_on or not tag.startswith("I-") else f"B{tag[1:]}")
    return result
