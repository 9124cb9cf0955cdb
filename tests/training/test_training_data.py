import doctest
from pathlib import Path
from random import Random

import pytest
import spacy

from training import name_sets, titles, vary
from training.conllu import make_doc, read_paragraphs
from training.gum_names import name_tags
from training.name_sets import agreed, read_columns, read_gmb, spans

TREES = """\
# newpar
# sent_id = one
1	President	President	PROPN	NNP	_	3	nmod:desc	_	Entity=(1-person-new
2	Vladimir	Vladimir	PROPN	NNP	_	3	nmod:desc	_	_
3	Putin	Putin	PROPN	NNP	_	5	nsubj	_	Entity=1)
4-5	didn't	_	_	_	_	_	_	_	SpaceAfter=No
4	did	do	AUX	VBD	_	5	aux	_	_
5	n't	not	PART	RB	_	0	root	_	_
6	.	.	PUNCT	.	_	5	punct	_	_

# sent_id = two
1	Yes	yes	INTJ	UH	_	0	root	_	_
"""


@pytest.mark.parametrize("module", [name_sets, titles, vary])
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_words_written_as_one_have_no_space_between_them(tmp_path: Path):
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    (paragraph,) = read_paragraphs(path)
    doc = make_doc(paragraph, spacy.blank("en").vocab)
    assert doc.text == "President Vladimir Putin didn't. Yes "
    assert [sentence.text for sentence in doc.sents] == ["President Vladimir Putin didn't.", "Yes"]


def test_gum_name_is_the_run_around_the_head_without_its_title(tmp_path: Path):
    path = tmp_path / "trees.conllu"
    path.write_text(
        TREES.replace(
            "2	Vladimir	Vladimir	PROPN	NNP	_	3	nmod:desc",
            "2	Vladimir	Vladimir	PROPN	NNP	_	3	flat",
        )
    )
    assert name_tags(read_paragraphs(path)[0][0]) == ["O", "B-PER", "I-PER", "O", "O", "O"]


def test_label_that_a_set_does_not_tell_stays_open(tmp_path: Path):
    path = tmp_path / "names.txt"
    path.write_text("Abe I-PER\nwon O\nNobel I-MISC\n", encoding="utf-8")
    assert list(read_columns(path, lambda kind: kind if kind == "PER" else None)) == [
        (["Abe", "won", "Nobel"], ["B-PER", "O", "-"])
    ]


def test_gmb_drops_demonyms_titles_and_its_cut_last_sentence(tmp_path: Path):
    path = tmp_path / "gmb.csv"
    rows = [
        "Sentence #,Word,POS,Tag",
        "Sentence: 1,Russian,JJ,B-gpe",
        ",President,NNP,B-per",
        ",Putin,NNP,I-per",
        "Sentence: 2,cut,NN,O",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert list(read_gmb(path)) == [(["Russian", "President", "Putin"], ["O", "O", "B-PER"])]


def test_arabic_articles_are_part_of_a_name(tmp_path: Path):
    path = tmp_path / "names.csv"
    rows = [
        "Sentence: 1,Omar,NNP,B-per",
        ",al-Rashid,NNP,I-per",
        ",met,VBD,O",
        ",al-Nahda,NNP,B-org",
        "Sentence: 2,x,NN,O",
    ]
    path.write_text("\n".join(["Sentence #,Word,POS,Tag", *rows]), encoding="utf-8")
    words, tags = next(read_gmb(path))
    assert [(" ".join(words[start:end]), kind) for start, end, kind in spans(tags)] == [
        ("Omar al - Rashid", "PER"),
        ("al - Nahda", "ORG"),
    ]


def test_wavering_kinds_of_a_name_follow_the_most():
    sentences = [(["Tokyo"], [tag]) for tag in ["B-LOC"] * 4 + ["B-ORG"]]
    assert {tags[0] for _, tags in agreed(sentences)} == {"B-LOC"}


def test_swapped_names_are_the_same_throughout_a_document():
    stock = {"given": ["Ana"], "last": ["Diaz", "Kim", "Okoro"], "place": ["Peru"]}
    document = [(["Shinzo", "Abe", "spoke"], ["B-PER", "I-PER", "O"]), (["Abe", "left"], ["B-PER", "O"])]
    swapped = vary.swap_names(document, stock, Random(3))  # noqa: S311 - not for secrets
    assert swapped[0][0][1] == swapped[1][0][0]
    assert [list(spans(tags)) for _, tags in swapped] == [list(spans(tags)) for _, tags in document]
