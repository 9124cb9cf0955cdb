"""Score a pipeline on the test parts: PUD, its news half, GUM's open genres and EWT; print a table, write JSON.

Three inputs: ``gold`` words; gold words with gold sentence ``starts`` set before the parser, as the program sets them;
and ``raw`` text through the program's own tokenizer and sentences.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.component import SteadyTokenizer, mark_sentences
from training import fast_math
from training.conllu import read_paragraphs
from training.gum_names import name_tags
from training.name_sets import read_uner
from training.scores import LABELS, Gold, Tally, as_row, count_names, count_syntax
from training.word_lists import state_names

_COLUMNS = (
    *("UPOS", "XPOS", "lemma", "UAS", "LAS", "UAS words", "LAS words", *LABELS),
    *("names", "names untyped", "names, states LOC", "PER", "ORG", "LOC"),
)
_NEWS = "n"  # PUD's ids of news sentences begin with it

Sets = dict[str, list[Gold]]


def read_sets(treebank: Path) -> Sets:
    """Return the test sets by name."""
    pud = _golds(treebank / "pud-test.conllu", treebank / "uner-pud-test.iob2")
    return {
        "PUD": pud,
        "PUD news": [gold for gold in pud if gold.trees[0].name.startswith(_NEWS)],
        "GUM": [
            Gold(trees, [([word.form for word in tree.words], name_tags(tree)) for tree in trees])
            for trees in read_paragraphs(treebank / "gum-open-test.conllu")
        ],
        "EWT": _golds(treebank / "ewt-test.conllu", treebank / "uner-ewt-test.iob2"),
    }


def _golds(trees: Path, names: Path) -> list[Gold]:
    """Return paragraphs with names; PUD's sentences come one by one, as they are from different texts."""
    named = {"".join(sentence[0]): sentence for _, sentence in read_uner(names)}
    golds = []
    for paragraph in read_paragraphs(trees):
        for part in [[tree] for tree in paragraph] if "pud" in trees.name else [paragraph]:
            found = [named.get("".join(word.form for word in tree.words)) for tree in part]
            golds.append(Gold(part, [each for each in found if each] if all(found) else None))
    return golds


def score(nlp: Language, golds: list[Gold], make: Callable[[Language, Gold], Doc]) -> dict[str, float]:
    """Return the percents of a pipeline on a set."""
    tally, states = Tally(), state_names()
    for gold, doc in zip(golds, nlp.pipe(make(nlp, gold) for gold in golds), strict=True):
        count_syntax(gold, doc, tally)
        if gold.named is not None:  # a few sentences were mended in one of the two annotations alone
            count_names(gold, doc, tally, states=states)
    return tally.as_percents()


def gold_words(nlp: Language, gold: Gold) -> Doc:
    """Return the words as annotated."""
    return Doc(nlp.vocab, words=gold.words, spaces=gold.spaces)


def gold_starts(nlp: Language, gold: Gold) -> Doc:
    """Return the words as annotated, with the starts of sentences."""
    starts: list[bool | int | None] = [number == 0 for tree in gold.trees for number, _ in enumerate(tree.words)]
    return Doc(nlp.vocab, words=gold.words, spaces=gold.spaces, sent_starts=starts)


def raw_text(nlp: Language, gold: Gold) -> Doc:
    """Return the text cut by the program's tokenizer and sentence rules."""
    doc: Doc = mark_sentences(SteadyTokenizer(nlp.tokenizer)(gold.text))
    return doc


def speed(nlp: Language, golds: list[Gold]) -> float:
    """Return words a second of processor time over the raw texts."""
    texts = [gold.text for gold in golds] * 2
    begin = process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return round(words / (process_time() - begin))


def main() -> None:
    """Score a pipeline and measure its size, loading time and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    begin = perf_counter()
    nlp = spacy.load(options.model)
    figures: dict[str, object] = {
        "seconds to load": round(perf_counter() - begin, 2),
        "megabytes": round(sum(path.stat().st_size for path in options.model.rglob("*") if path.is_file()) / 1e6, 1),
        "matrices": fast_math.__name__,
    }
    sets = read_sets(options.treebank)
    print("| set | input | " + " | ".join(_COLUMNS) + " |")
    print("|---|---|" + "---|" * len(_COLUMNS))
    for name, golds in sets.items():
        for kind, make in {"gold": gold_words, "starts": gold_starts, "raw": raw_text}.items():
            percents = score(nlp, golds, make)
            figures[f"{name}, {kind}"] = percents
            print(f"| {name} | {kind} | {as_row(percents, _COLUMNS)} |")
    figures["words a second"] = speed(nlp, sets["PUD"])
    print({key: value for key, value in figures.items() if not isinstance(value, dict)})
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
