"""From articles to what readers see: who is one across articles, and corrections that survive rebuilds."""

from pathlib import Path

import pytest

from kg.pipeline import BuildReport, Options, Reader, build
from kg.pipeline.removal import remove
from kg.query import ask, select
from kg.store import open_store

ARTICLES = {
    "one.txt": "Japanese Foreign Minister Kenji Morita said on Monday that Shikotan must be returned. "
    "Morita told reporters that Japan claims sovereignty over Shikotan.\n",
    "two.txt": "Foreign Minister Kenji Moritah said that Tokyo would never give up Shikotan. A spokesman said that "
    "Shikotan was on the agenda.\n",
    "three.txt": "Japanese Foreign Minister MORITA Kenji said that Shikotan was Japanese. A spokesman said that talks "
    "on Shikotan would begin soon.\n",
}
WHO = "SELECT DISTINCT ?who { ?said td:speaker ?who . ?who a td:Person } ORDER BY ?who"

NAMESAKES = ["person/kenji-morita.jpn", "person/kenji-moritah"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in ARTICLES]


def speakers(report: BuildReport) -> list[str]:
    with open_store(report.store) as store:
        return [str(row["who"]).removeprefix(store.base) for row in select(store, WHO).records()]


def quotes(report: BuildReport) -> list[object]:
    with open_store(report.store) as store:
        return sorted(str(row["fact"]) for row in ask(store, "who-said-what").records())


def table(folder: Path, *rows: str) -> Options:
    path = folder / "mine.csv"
    path.write_text("\n".join(("correction,thing,value", *rows)) + "\n", encoding="utf-8")
    return Options(corrections=(path,))


def test_one_minister_in_three_spellings_is_one_whatever_the_order(
    tmp_path: Path, articles: list[Path], reader: Reader
) -> None:
    results = set()
    for number, order in enumerate([articles, articles[::-1]]):
        out = tmp_path / str(number)
        build(order[:2], out, reader=reader)
        report = build(order[2:], out, reader=reader)
        results.add(report.turtle.read_bytes())
        persons = speakers(report)
        assert len(persons) == 3
        assert persons[0] == "person/kenji-morita.jpn"
        assert all(one.startswith("person/spokesman.") for one in persons[1:])
    assert len(results) == 1


def test_corrections_survive_rebuilds_and_cost_no_reading(tmp_path: Path, articles: list[Path], reader: Reader) -> None:
    out = tmp_path / "out"
    fact = quotes(build(articles[2:], out, reader=reader))[0]
    options = table(
        tmp_path, f"drop,{fact},", "not the same,person/kenji-morita.jpn,person/kenji-moritah", "drop,position/none,"
    )
    corrected = build(articles, out, options, reader=reader)
    assert (corrected.articles, corrected.unchanged) == (2, 1)
    assert [str(one) for one in corrected.left_out] == [
        "correction mine.csv line 4 corrects 'position/none', which is no fact of the store; kg show tells identifiers"
    ]
    turtle = corrected.turtle.read_bytes()
    again = build(articles, out, reader=reader)
    assert (again.articles, again.left_out) == (0, ())
    assert again.turtle.read_bytes() == turtle
    assert fact not in quotes(again)
    assert [one for one in speakers(again) if "morita" in one] == NAMESAKES
    assert fact in quotes(build(articles, out, table(tmp_path, f"as read,{fact},"), reader=reader))


def test_a_correction_of_an_earlier_build_waits_for_its_article(
    tmp_path: Path, articles: list[Path], reader: Reader
) -> None:
    out = tmp_path / "out"
    fact = quotes(build(articles[2:], out, reader=reader))[0]
    build(articles[2:], out, table(tmp_path, f"drop,{fact},"), reader=reader)
    build(articles[:1], out, reader=reader)
    remove([str(articles[2])], out)
    told: list[str] = []
    report = build(articles[:1], out, Options(warn=told.append), reader=reader)
    assert report.left_out == ()
    assert told == [
        f"Not applied: correction mine.csv line 2 corrects '{fact}', which is no fact of the store; "
        "kg show tells identifiers"
    ]
    assert fact not in quotes(build(articles, out, reader=reader))


def test_a_namesake_in_one_article_is_told_apart_by_the_article(
    tmp_path: Path, articles: list[Path], reader: Reader
) -> None:
    out = tmp_path / "out"
    build(articles[:1], out, reader=reader)
    with open_store(out / "store") as store:
        article = next(store.articles()).id
    options = table(tmp_path, f"not the same,person/kenji-morita.jpn,{article}")
    persons = speakers(build(articles, out, options, reader=reader))
    assert {one for one in persons if "morita" in one} == {
        f"person/kenji-morita.jpn.{article.removeprefix('article/')[:8]}",
        "person/morita-kenji.jpn",
    }
