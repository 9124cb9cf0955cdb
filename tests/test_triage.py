"""Triage lets through whatever the extractors find a territory in, and little else."""

import random
import time
from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.documents import Document
from kg.extraction import Article
from kg.extraction.places import dispute_words, geographic_nouns
from kg.extractors.territories import territories
from kg.facts import Territory
from kg.gazetteer import Gazetteer
from kg.gazetteer.forms import forms_of
from kg.language import analyse, load_language
from kg.pipeline import Options, ReadArticle, Reader, Triage, build, extract_documents
from kg.pipeline.digest import digest
from kg.sources import LeftOut, PassedOver, sift_sources
from kg.sources.articles import Draft, document
from kg.sources.html import all_words, read_html
from kg.store import open_store
from tests.extractors.conftest import cases

RAIN = "Rain in Kyoto\n\nKYOTO, January 22, 2019 - It rained all day, officials in Japan and Georgia said.\n"
ISLAND = "Talks in Tokyo\n\nTOKYO, January 22, 2019 - Japan claims Shikotan, its spokesman said on Tuesday.\n"
ROCK = "Talks in Belport\n\nBELPORT, January 22, 2019 - Both claim Quorn Skerry, its spokesman said on Tuesday.\n"
ARTICLES = Path(__file__).parents[1] / "data" / "articles"


@cache
def _reader() -> Reader:
    return Reader()


@cache
def _triage() -> Triage:
    return Triage(_reader().gazetteer)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return _reader()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return _reader().gazetteer


@pytest.fixture(scope="module")
def triage() -> Triage:
    return _triage()


def found(text: str) -> tuple[Territory, ...]:
    """The territories that are read in a text without any triage."""
    made = document(Draft("a", text), any_language=True, warn=print)
    if isinstance(made, LeftOut):
        return ()
    gazetteer = _reader().gazetteer
    article = Article(made, analyse(made, _language()), gazetteer, gazetteer.find(made.text))
    return tuple(territories(article))


@cache
def _language() -> Language:
    return load_language()


def lost(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if not _triage().wants(text) and found(text)]


# nothing is lost ------------------------------------------------------------------------------------------------------

FRAMES = (
    "{} was in the news on Tuesday.",
    "The ministers of China, Japan and Russia spoke in {} about fish.",
    "On Monday the two sides quarrelled over all of the {}, claimed by both since the war.",
    "The status of {} is open. {} is part of the country, he said.",
    "Argentina, India, Israel, Iran, Morocco, Ukraine and Turkey spoke of the “{}”\nand its boundary.",
)


def test_no_form_of_a_territory_is_lost_in_any_frame(gazetteer: Gazetteer) -> None:
    forms = {form for name in gazetteer.names if name.entry.kind == "territory" for form in forms_of(name)}
    one_by_one = random.Random(7).sample(sorted(forms), 4000)  # noqa: S311 - all of them take minutes
    # Many in one article would speak for each other, so each stands in one of its own.
    texts = (frame.replace("{}", form) for form, frame in zip(one_by_one, FRAMES * 800, strict=True))
    assert lost(texts) == []


def test_no_doubtful_form_is_lost_in_any_frame(gazetteer: Gazetteer) -> None:
    doubtful = sorted({one.text for one in gazetteer.names if one.ambiguous and one.entry.kind == "territory"})
    texts = (frame.replace("{}", form) for form, frame in product(doubtful, FRAMES))
    assert lost(texts) == []


def test_no_place_of_no_table_is_lost() -> None:
    nouns = sorted(geographic_nouns())
    texts = [
        *(f"Talks on the {word} Ardan {noun} failed." for word, noun in product(dispute_words("adjective"), nouns)),
        *(f"The {word.upper()} {noun} of Vestrey is small." for word in dispute_words("adjective") for noun in nouns),
        *(f"Troops took the Morven {noun.capitalize()},\nclaimed by both sides." for noun in nouns),
        *(
            f"Troops took Morven {noun.capitalize()}, which they {word}."
            for noun in nouns
            for word in ("claim", "contest")
        ),
        *(
            f"The {word} over the Morven {noun.capitalize()} is old."
            for noun in nouns
            for word in dispute_words("contest")
        ),
        "Both claims to Lake Morven are old.",
        "Nobody lives by Lake Morven, which both claim.",
    ]
    assert sum(1 for text in texts if found(text)) > 400
    assert lost(texts) == []


@pytest.mark.parametrize("table", ["territories", "topics", "stances", "events", "speech", "treaties"])
def test_no_case_of_the_tables_is_lost(table: str) -> None:
    assert lost(case["text"] for case in cases(table)) == []


PIECES = st.sampled_from(
    "Korea|Taiwan|Georgia|Jerusalem|Golan|the Strait|the North|Okinawa|Sabah|Abu Musa|Essequibo River|Kosovo|Palestine"
    "|the islands|Santa Rosa|Scarborough|Belize|Kuwait|Matthew|Japan|China|North Korea|South Korea|Israel|Syria"
    "|Malaysia|Iran|Serbia|Philippines|in|at|over|all of|the|status|of|is|part of|disputed|the disputed"
    "|claimed by|, claimed by|, which|, an island|sovereignty over|Lake|Ardan|Islands|island of|Valley|war|border"
    "|occupied|claims|said|,|.|.\n\n|\n|\n\n|“|”|'s|-|independence|and|It"
    "|The ministers met again on Tuesday and spoke of fish.".split("|")
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(PIECES, min_size=3, max_size=25))
def test_no_mixture_is_lost(pieces: list[str]) -> None:
    assert lost([" ".join(pieces)]) == []


# little else is let through -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("Georgia, Jordan and China play football in Stanley.", False),
        ("The capital of the Maldives is Male, said Japan.", False),
        ("South Korea and North Korea met.", False),
        ("Matthew and Leila disputed the penalty, claimed by the team.", False),
        ("Israel met Syria in Jerusalem.", False),
        ("Israel met Syria in Jerusalem, the occupied city.", True),
        ("Israel met Syria. Jerusalem is quiet.", True),
        ("Israel and Syria spoke of the war that\n\nbegan in Jerusalem, officials said on Tuesday.", True),
        ("Israel and Syria spoke of the war.\n\nThey met in Jerusalem, officials said on Tuesday.", False),
        ("It snowed in the north; in Okinawa the sun shone on Japan.", False),
        ("The Golan is green, they said in Syria.", True),
        ("Students occupied the hall of the University of Ardan.", False),
        ("A ship sailed to the disputed Ardan Islands.", True),
        ("A ship sailed to the Ardan Islands.", False),
        ("Nobody claims the Ardan Islands, which are far away.", False),
        ("A ship sailed to the Ardan Islands, which both claim.", True),
        ("Their claim to Lake Ardan is old.", True),
        ("Police arrived at the disputed house on Tuesday; the islands are far away.", False),
        ("An earthquake shook Taiwan, which makes computer chips.", False),
        ("China claims sovereignty over all of Taiwan.", True),
        ("Taiwan's status was not discussed.", True),
        ("The Treaty of Shimoda was signed in 1855.", True),
    ],
)
def test_triage_of(text: str, is_wanted: bool, triage: Triage) -> None:
    assert triage.wants(text) is is_wanted
    assert bool(found(text)) is (is_wanted and "Treaty" not in text)


def test_length_of_an_article_is_no_trouble(triage: Triage) -> None:
    for piece in ("DISPUTED ", "disputed Korea ", "Jerusalem war\n\n", "Taiwan ", "in  Jerusalem. "):
        start = time.process_time()
        triage.wants(piece * (1_000_000 // len(piece)))
        assert time.process_time() - start < 10, piece


# pages ----------------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ministers met in the capital on Tuesday</h1>
<p>The ministers of two countries met on Tuesday to talk about {name}, a spokesman told reporters.</p>
<p>“We cannot accept this act,” he told reporters in the capital on Tuesday evening after the talks had ended.</p>
</article><footer>Copyright 2019 Sample News</footer></body></html>"""


@pytest.mark.parametrize(
    "name",
    [
        "Shikotan", "Shik&shy;otan", "<b>S</b>hikotan", "the Senkaku&nbsp;<i>Islands</i>", "the Senkaku<br>Islands",
        "the Hopp&#333; Ry&#x14d;do", "the Senkaku&#8209;Islands", "Shiko<!-- <b> -->tan", "Shiko\u200etan",
        "the Golan\n  Heights", "the <span>S</span>enkaku<br/>Islands", "the rock<q>Shikotan</q>",
    ],
)  # fmt: skip
def test_page_that_names_a_territory_is_let_through(name: str, triage: Triage) -> None:
    page = PAGE.format(title="Talks", name=name).encode()
    draft = read_html("a.html", page)
    assert isinstance(draft, Draft)
    every = all_words(page)
    assert every is not None
    assert triage.may_want(every) is triage.wants(draft.text) is True


def test_page_that_names_none_is_not_extracted(tmp_path: Path, triage: Triage, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(title="Talks", name="the weather"))
    monkeypatch.setattr("kg.sources.reading.read_html", None)
    assert [type(one) for one in sift_sources([tmp_path], sieve=triage)] == [PassedOver]


def test_page_of_doubtful_encoding_is_extracted() -> None:
    assert all_words(PAGE.format(title="Talks", name="the caf\xe9").encode("windows-1252")) is None


def test_menu_of_a_page_lets_no_article_through(tmp_path: Path, triage: Triage) -> None:
    page = PAGE.format(title="Talks", name="the weather").replace("Home", "Crimea")
    (tmp_path / "a.html").write_text(page)
    assert [type(one) for one in sift_sources([tmp_path], sieve=triage)] == [PassedOver]


# in a build -----------------------------------------------------------------------------------------------------------


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def sources(out: Path) -> list[str]:
    with open_store(out / "store") as store:
        return sorted(Path(one.source or "").name for one in store.articles())


def told(out: Path) -> str:
    with open_store(out / "store") as store:
        return digest(store)


def test_build_reads_what_names_a_territory_and_counts_the_rest(tmp_path: Path, reader: Reader) -> None:
    articles = write(tmp_path / "in", rain=RAIN, island=ISLAND, snow=RAIN.replace("rain", "snow"))
    report = build([articles], tmp_path / "out", reader=reader)
    assert (report.articles, report.passed_over, report.taken) == (1, 2, 3)
    assert report.summary(1).splitlines()[1:] == [
        "2 articles name no territory and were not read; --no-triage reads them"
    ]
    assert sources(tmp_path / "out") == ["island.txt"]


def test_article_that_names_no_territory_costs_neither_layout_nor_language(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.sources.articles.read_layout", None)
    monkeypatch.setattr("kg.sources.articles.detect_language", None)
    report = build([write(tmp_path / "in", rain=RAIN)], tmp_path / "out", reader=reader)
    assert (report.articles, report.passed_over, report.left_out) == (0, 1, ())
    assert "1 article names no territory and was not read; --no-triage reads it" in report.summary(1)


def test_build_without_triage_reads_what_was_passed_over_and_keeps_it(tmp_path: Path, reader: Reader) -> None:
    articles, out = write(tmp_path / "in", rain=RAIN, island=ISLAND), tmp_path / "out"
    build([articles], out, reader=reader)
    everything = build([articles], out, Options(triage=False), reader=reader)
    assert (everything.articles, everything.unchanged, everything.passed_over) == (1, 1, 0)
    assert sources(out) == ["island.txt", "rain.txt"]
    turtle = everything.turtle.read_bytes()
    again = build([articles], out, reader=reader)
    assert (again.articles, again.unchanged, again.passed_over) == (0, 2, 0)
    assert again.turtle.read_bytes() == turtle


def test_new_name_in_the_gazetteer_brings_an_article_back(tmp_path: Path, reader: Reader) -> None:
    articles, out = write(tmp_path / "in", rock=ROCK), tmp_path / "out"
    assert build([articles], out, reader=reader).passed_over == 1
    (tmp_path / "territories.csv").write_text("id,name\nquorn-skerry,Quorn Skerry\n")
    tables = Options(tables=(tmp_path / "territories.csv",))
    report = build([articles], out, tables)
    assert (report.articles, report.passed_over) == (1, 0)
    assert told(out).startswith("QUORN SKERRY")
    without = build([articles], out, reader=reader)  # the name is gone again, and so are the facts about it
    assert (without.articles, without.passed_over) == (1, 0)
    assert told(out) == "No statement or position on a disputed territory was found."


def test_article_in_place_of_another_replaces_it_whatever_it_names(tmp_path: Path, reader: Reader) -> None:
    articles, out = write(tmp_path / "in", a=ISLAND.replace("TOKYO, January 22, 2019 - ", "")), tmp_path / "out"
    build([articles], out, reader=reader)
    assert told(out).startswith("SHIKOTAN")
    write(articles, a=RAIN.replace("KYOTO, January 22, 2019 - ", ""))
    assert build([articles], out, reader=reader).articles == 1
    assert told(out) == "No statement or position on a disputed territory was found."


def test_extraction_reads_what_names_no_territory(tmp_path: Path, reader: Reader) -> None:
    (read,) = extract_documents([write(tmp_path / "in", rain=RAIN)], reader=reader)
    assert isinstance(read, ReadArticle)
    assert read.facts.statements


def test_sample_articles_are_all_let_through(triage: Triage) -> None:
    assert all(isinstance(one, Document) for one in sift_sources([ARTICLES], sieve=triage))
