"""Documents analysed: paragraphs, their tokens, sentences and quotations, with offsets that hold."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents import Document
from kg.errors import LanguageError
from kg.language import analyse, analyse_all, load_language
from kg.language.component import SteadyTokenizer
from kg.language.pipeline import unread_components
from kg.language.sentences import sentence_starts
from tests.language.language_cases import assert_linear, make_document, paragraphs, pipeline

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("\"'“”‘’.?! \n\r\tAb-1\ud800\x00")), st.characters(exclude_categories=["Cs"])
    ),
    max_size=80,
)


def test_only_titles_and_bodies_are_analysed() -> None:
    document = make_document("Title", "By A. B.", "He left.", "Menu", kinds=("title", "byline", "body", "furniture"))
    analysis = analyse(document, pipeline())
    assert [(one.text, one.index, one.start) for one in analysis.paragraphs] == [("Title", 0, 0), ("He left.", 1, 17)]


def test_sentences_and_quotations_are_spans_of_the_document() -> None:
    title, body = paragraphs("Islands are ours", "He said: \"We say 'no.' Go.\" \n Then he left.")
    assert [(span.start, span.text) for span in body.sentence_spans] == [
        (18, "He said: \"We say 'no.' Go.\""),
        (48, "Then he left."),
    ]
    assert [body.document.text[q.span.start : q.span.end] for q in body.quotes] == ["\"We say 'no.' Go.\""]
    assert [(quote.span.text, quote.depth) for quote in body.inner_quotes] == [("'no.'", 1)]
    assert title.quotes == ()


def test_places_are_looked_up_in_a_paragraph() -> None:
    _, body = paragraphs("Title", "He said: \"We say 'no.' Go.\" Then he left.")
    outer, inner, outside = (body.start + body.text.index(word) for word in ("We", "no", "Then"))
    assert [quote and quote.depth for quote in map(body.quote_at, (outer, inner, outside))] == [0, 0, None]
    assert [quote and quote.depth for quote in map(body.inner_quote_at, (outer, inner, outside))] == [0, 1, None]
    assert body.quote_at(body.quotes[0].span.start) == body.quotes[0]
    assert body.quote_at(body.quotes[0].span.end) is None
    assert [str(body.sentence_at(at)) for at in (outer, outside)] == [str(one) for one in body.sentences]
    assert body.sentence_at(0) is None
    assert body.sentence_at(body.start + len(body.text)) is None


def test_documents_are_analysed_in_order_and_not_read_ahead_without_end() -> None:
    read: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(100):
            read.append(number)
            yield make_document(*(f"Text {number}.",) * (number % 3), key=str(number))

    stream = analyse_all(documents(), pipeline())
    first = next(stream)
    assert len(read) < 50
    analyses = [first, *stream]
    assert [analysis.document.key for analysis in analyses] == [str(number) for number in range(100)]
    assert [[one.text for one in each.paragraphs] for each in analyses] == [
        [f"Text {n}."] * (n % 3) for n in range(100)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_text_breaks_the_analysis_or_loses_an_offset(texts: list[str]) -> None:
    for paragraph, text in zip(paragraphs(*texts), texts, strict=True):
        assert (paragraph.text, paragraph.doc.text) == (text, text.replace("\ud800", "\ufffd"))
        assert [token.i for sentence in paragraph.sentences for token in sentence] == list(range(len(paragraph.doc)))
        for span in (*paragraph.sentence_spans, *(one.span for one in (*paragraph.quotes, *paragraph.inner_quotes))):
            assert paragraph.document.text[span.start : span.end] == span.text
            assert paragraph.block.span.contains(span)
        ends = [quote.span.end for quote in paragraph.quotes]
        assert all(end <= quote.span.start for end, quote in zip(ends, paragraph.quotes[1:], strict=False))


@pytest.mark.parametrize("piece", ['"', '"a" ', "“a ", "'a ", "a.", "-", "x"])
def test_analysis_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: paragraphs(text), piece, length=2000)


def test_no_sentence_begins_inside_a_token() -> None:
    text = "Do they go?The ships left."
    assert [text[start:] for start in sentence_starts(text)] == [text, "The ships left."]
    assert "go?The" in [token.text for token in paragraphs(text)[0].doc]
    assert [span.text for span in paragraphs(text)[0].sentence_spans] == [text]


def test_lone_surrogates_and_nulls_do_no_harm() -> None:
    (body,) = paragraphs("He \ud800 left.\x00 \udfff")
    assert body.doc.text == "He \ufffd left.\x00 \ufffd"
    assert body.text == "He \ud800 left.\x00 \udfff"


def test_long_words_are_read_in_pieces_without_loss() -> None:
    text = "He said  " + "x" * 700 + ' "no" ' + '"' * 600 + "\n end."
    doc = SteadyTokenizer(spacy.blank("en").tokenizer)(text)
    assert doc.text == text
    assert max(map(len, doc)) <= SteadyTokenizer.longest
    assert [token.text for token in doc[:3]] == ["He", "said", " "]


def save_pipeline(folder: Path, *labels: str) -> str:
    """Write a small pipeline with a parser of the given labels, and return its path."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


def test_pipeline_with_universal_labels_keeps_our_sentences(tmp_path: Path) -> None:
    nlp = load_language(save_pipeline(tmp_path / "model", "nsubj", "obj", "obl:tmod", "nmod:desc"))
    assert nlp.pipe_names == ["kg_sentences", "parser"]
    body = analyse(make_document('He said: "We came. We stayed." Gen. Ito left. So did we.'), nlp).paragraphs[0]
    assert [span.text for span in body.sentence_spans] == [
        'He said: "We came. We stayed."',
        "Gen. Ito left.",
        "So did we.",
    ]


def test_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"dobj, pobj.*UD treebank"):
        load_language(save_pipeline(tmp_path / "model", "nsubj", "dobj", "pobj"))


@pytest.mark.parametrize("name", ["no_such_model", "/no/such/folder", ""])
def test_missing_model_is_told_in_one_line(name: str) -> None:
    with pytest.raises(LanguageError, match="cannot be loaded") as caught:
        load_language(name)
    assert "\n" not in str(caught.value)


def test_importing_the_room_does_not_load_spacy() -> None:
    code = "import sys, kg.language, kg.language.dates; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_columns_of_tokens_say_what_the_tokens_say(text: str) -> None:
    for paragraph in paragraphs("Title", text or "Text"):
        tokens, doc = paragraph.tokens, paragraph.doc
        assert tokens.texts == [token.text for token in doc]
        assert tokens.starts == [token.idx for token in doc]
        assert tokens.heads == [token.head.i for token in doc]
        assert list(zip(tokens.kinds, tokens.tags, tokens.relations, strict=True)) == [
            (token.pos_, token.tag_, token.dep_) for token in doc
        ]
        assert [at for at, opens in enumerate(tokens.opening) if opens] == [one.start for one in paragraph.sentences]
        assert tokens.words == sum(not token.is_space for token in doc)


def test_lemmas_and_names_are_left_out_of_the_analysis() -> None:
    nlp = pipeline()
    assert unread_components(nlp) == ["trainable_lemmatizer", "ner"]
    body = analyse(make_document("Title", "Abe left Tokyo.", kinds=("title", "body")), nlp).paragraphs[1]
    assert [(token.tag_, token.dep_) for token in body.doc][1:3] == [("VBD", "ROOT"), ("NNP", "obj")]
    assert not body.doc.ents
