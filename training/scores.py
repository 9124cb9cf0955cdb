"""Count what a pipeline gets right against gold sentences, by characters, so that tokens may differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from training.conllu import Sentence
from training.name_sets import Sentence as Tagged
from training.name_sets import spans

Place = tuple[int, int]
Name = tuple[int, int, str]
Row = tuple[Place, str, str, str, Place, str, str]  # a word's place, tags, lemma, head's place, label and form

LABELS = ("nsubj", "obj", "ccomp", "parataxis", "root")
_ROOT = (-1, -1)


@dataclass(frozen=True)
class Gold:
    """A paragraph with its trees and the sentences of its names, whose words may be cut otherwise."""

    trees: list[Sentence]
    named: list[Tagged] | None

    @property
    def words(self) -> list[str]:
        """The words as annotated."""
        return [word.form for tree in self.trees for word in tree.words]

    @property
    def spaces(self) -> list[bool]:
        """For each word, whether a space follows."""
        return [word.space for tree in self.trees for word in tree.words]

    @property
    def text(self) -> str:
        """The text as written."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(form + " " * space for form, space in pairs).rstrip()

    def places(self) -> list[Place]:
        """Return start and end of each word, counted in characters other than white space."""
        return _places(self.words)


class Tally:
    """Counts of gold items, found items and hits, by measure."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, measure: str, gold: Iterable[object], found: Iterable[object]) -> None:
        """Count two sets of items and what they share."""
        one, other = set(gold), set(found)
        self.gold[measure] += len(one)
        self.found[measure] += len(other)
        self.right[measure] += len(one & other)

    def percent(self, measure: str) -> float:
        """Return the F1 of a measure in percent; that is its accuracy where the tokens are the same."""
        return round(200 * self.right[measure] / max(1, self.gold[measure] + self.found[measure]), 1)

    def as_percents(self) -> dict[str, float]:
        """Return every measure's F1."""
        return {measure: self.percent(measure) for measure in self.gold}


def count_syntax(gold: Gold, doc: Doc, tally: Tally) -> None:
    """Count tags, lemmas, heads and labels of a paragraph."""
    mine, theirs = list(_gold_rows(gold)), list(_found_rows(doc))
    for number, measure in enumerate(("UPOS", "XPOS", "lemma", "UAS"), start=1):
        tally.add(measure, [(row[0], row[number]) for row in mine], [(row[0], row[number]) for row in theirs])
    tally.add("LAS", [(row[0], *row[4:6]) for row in mine], [(row[0], *row[4:6]) for row in theirs])
    mine, theirs = [row for row in mine if _is_word(row[6])], [row for row in theirs if _is_word(row[6])]
    tally.add("UAS words", [(row[0], row[4]) for row in mine], [(row[0], row[4]) for row in theirs])
    tally.add("LAS words", [(row[0], *row[4:6]) for row in mine], [(row[0], *row[4:6]) for row in theirs])
    for label in LABELS:
        tally.add(label, *([(row[0], row[4]) for row in rows if row[5] == label] for rows in (mine, theirs)))


def _is_word(form: str) -> bool:
    return any(character.isalnum() for character in form)


def _gold_rows(gold: Gold) -> Iterator[Row]:
    places, start = gold.places(), 0
    for tree in gold.trees:
        for number, word in enumerate(tree.words, start=start):
            head = places[start + word.head - 1] if word.head else _ROOT
            yield places[number], word.upos, word.xpos, word.lemma, head, word.deprel, word.form
        start += len(tree.words)


def _found_rows(doc: Doc) -> Iterator[Row]:
    tokens = [token for token in doc if not token.is_space]
    places = _places([token.text for token in tokens])
    at = {token.i: place for token, place in zip(tokens, places, strict=True)}
    for token, place in zip(tokens, places, strict=True):
        is_root = token.head.i == token.i
        head = _ROOT if is_root else at.get(token.head.i, _ROOT)
        yield place, token.pos_, token.tag_, token.lemma_, head, "root" if is_root else token.dep_, token.text


def count_names(gold: Gold, doc: Doc, tally: Tally, *, states: frozenset[str]) -> None:
    """Count a paragraph's names: with kind, by kind, without kind, and with states as places on both sides."""
    words = [word for each, _ in gold.named or () for word in each]
    mine = list(_at(words, spans([tag for _, tags in gold.named or () for tag in tags])))
    theirs = list(_at([token.text for token in doc], ((ent.start, ent.end, ent.label_) for ent in doc.ents)))
    theirs = [(name, text) for name, text in theirs if name[2] in ("PER", "ORG", "LOC")]
    tally.add("names", [name for name, _ in mine], [name for name, _ in theirs])
    tally.add("names untyped", [name[:2] for name, _ in mine], [name[:2] for name, _ in theirs])
    tally.add("names, states LOC", _states_as_places(mine, states), _states_as_places(theirs, states))
    for kind in ("PER", "ORG", "LOC"):
        tally.add(kind, [name for name, _ in mine if name[2] == kind], [name for name, _ in theirs if name[2] == kind])


def _states_as_places(names: list[tuple[Name, str]], states: frozenset[str]) -> list[Name]:
    return [(name[0], name[1], "LOC" if text in states else name[2]) for name, text in names]


def _at(words: list[str], names: Iterable[Name]) -> Iterator[tuple[Name, str]]:
    places = _places(words)
    for start, end, kind in names:
        yield (places[start][0], places[end - 1][1], kind), " ".join(words[start:end])


def _places(words: list[str]) -> list[Place]:
    places, start = [], 0
    for word in words:
        end = start + len("".join(word.split()))
        places.append((start, end))
        start = end
    return places


def as_row(percents: Mapping[str, float], columns: Iterable[str]) -> str:
    """Return a row of a Markdown table."""
    return " | ".join(f"{percents[column]:.1f}" if column in percents else "" for column in columns)
