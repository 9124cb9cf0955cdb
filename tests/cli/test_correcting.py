"""The loop of correction as a user runs it: extract for brat, correct, evaluate."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import CHAGOS, KURIL, Run

SAID = "Russian President Vladimir Putin said on Tuesday that Shikotan was Russian."
MET = "Putin met Japanese Prime Minister Shinzo Abe in Moscow on Monday."


def figures(text: str) -> set[tuple[str, ...]]:
    """Return the precision, recall and F1 of the rows of a table."""
    return set(re.findall(r"(\d\.\d{3}) +(\d\.\d{3}) +(\d\.\d{3}) +\d+ +\d+$", text, re.MULTILINE))


def sources(folder: Path) -> None:
    """Write articles of every kind: of one name, with line ends of Windows, with what only the source tells of them."""
    for place, text in (
        ("a/talks.txt", KURIL.read_text(encoding="utf-8").replace("\n", "\r\n")),
        ("b/talks.txt", CHAGOS.read_text(encoding="utf-8")),
        ("c.html", f"<html><head><title>Talks fail</title></head><body><article><p>{SAID}</p></article></body></html>"),
    ):
        (folder / place).parent.mkdir(exist_ok=True, parents=True)
        (folder / place).write_text(text, encoding="utf-8", newline="")
    records = [{"text": f"\U0001f5fe {SAID} {MET} {number}", "date": f"2019-01-2{number}"} for number in range(2)]
    (folder / "d.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def test_what_was_extracted_for_brat_scores_full_until_it_is_corrected(kg: Run, tmp_path: Path) -> None:
    sources(tmp_path / "articles")
    done = kg("extract", "articles", "--format", "brat", "--output", "corrected")
    assert (done.status, done.out, done.err) == (0, "", "Wrote corrected\n")
    names = ["c", "d_1", "d_2", "talks", "talks-2"]
    assert sorted(path.stem for path in (tmp_path / "corrected").glob("*.ann")) == names
    assert (tmp_path / "corrected" / "talks.txt").read_bytes() == (tmp_path / "articles/a/talks.txt").read_bytes()
    scores = kg("evaluate", "corrected")
    assert (scores.status, scores.err) == (0, "")
    assert figures(scores.out) == {("1.000", "1.000", "1.000")}
    assert scores.out.count("\n") == 15
    path = tmp_path / "corrected" / "d_1.ann"
    path.write_text(path.read_text(encoding="utf-8").replace("speaker: Vladimir Putin", "speaker: Sergei Lavrov"))
    shown = kg("evaluate", "corrected", "--show", "who_said_what")
    assert shown.out.splitlines()[-1] == (
        "wrong speaker  d_1 line 1: found Vladimir Putin, expected Sergei Lavrov; "
        "Vladimir Putin (said): Shikotan was Russian [Shikotan]"
    )
    (error,) = json.loads(kg("evaluate", "corrected", "--show", "speakers", "--json").out)["errors"]
    assert (error["article"], error["line"], error["what"]) == ("d_1", 1, "wrong speaker")


def test_calibration_is_told_in_bins_of_confidence(kg: Run, tmp_path: Path) -> None:
    kg("extract", KURIL, "-f", "brat", "-o", "corrected")
    done = kg("evaluate", "corrected", "--calibration")
    rows = re.findall(r"^(\d\.\d\d) to (\d\.\d\d) +(\d+) +(\S+) +(\S+)$", done.out, re.MULTILINE)
    assert len(rows) == 6
    assert {row[3:] for row in rows if row[2] != "0"} == {("1.000", "1.000")}
    told = json.loads(kg("evaluate", "corrected", "--calibration", "--json").out)
    assert [one["statements"] for one in told["calibration"]] == [int(row[2]) for row in rows]
    assert sum(int(row[2]) for row in rows) == told["statements"]["found"] > 0


def test_corrections_are_never_overwritten(kg: Run, tmp_path: Path) -> None:
    kg("extract", KURIL, "-f", "brat", "-o", "corrected")
    before = {path.name: path.read_bytes() for path in (tmp_path / "corrected").iterdir()}
    done = kg("extract", KURIL, "-f", "brat", "-o", "corrected")
    assert done.status == 1
    assert done.only_error == (
        "kg: corrected is not empty, and corrections in it must not be lost; name a new folder"
    )  # fmt: skip
    assert {path.name: path.read_bytes() for path in (tmp_path / "corrected").iterdir()} == before


def test_same_articles_give_the_same_bytes(kg: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        kg("extract", KURIL, CHAGOS, "-f", "brat", "-o", name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert len(one) == 8
    assert one == two


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("file", "kg: file is a file; name a folder to write to"),
        ("file/below", "kg: file/below cannot be written: Not a directory; choose another place or make room"),
        ("/proc/kg", "kg: /proc/kg cannot be written: No such file or directory; choose another place or make room"),
    ],
)
def test_folder_that_cannot_be_written_is_told_in_one_line(kg: Run, tmp_path: Path, place: str, told: str) -> None:
    (tmp_path / "file").write_text("")
    done = kg("extract", KURIL, "--format", "brat", "--output", place)
    assert (done.status, done.only_error) == (1, told)


def test_brat_without_a_folder_is_wrong_usage(kg: Run) -> None:
    done = kg("extract", KURIL, "--format", "brat")
    assert (done.status, done.out) == (2, "")
    assert "brat reads folders; name a new one with --output" in done.err


def test_article_that_cannot_be_read_leaves_what_stood_at_the_place(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text("before")
    (tmp_path / "empty.txt").write_text("")
    for options in (["-o", "facts.jsonl"], ["-f", "brat", "-o", "corrected"]):
        done = kg("extract", "empty.txt", *options)
        assert done.status == 1
        assert "empty.txt is empty" in done.only_error
    assert (tmp_path / "facts.jsonl").read_text() == "before"
    assert kg("extract", KURIL, "-f", "brat", "-o", "corrected").status == 0


def test_facts_are_written_to_a_file_as_they_are_printed(kg: Run, tmp_path: Path) -> None:
    for name in ("jsonl", "table"):
        done = kg("extract", KURIL, CHAGOS, "--format", name, "--output", "facts")
        assert (done.status, done.out, done.err) == (0, "", "Wrote facts\n")
        assert (tmp_path / "facts").read_text(encoding="utf-8") == kg("extract", KURIL, CHAGOS, "--format", name).out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "T1\tSource 7",
            "T1\tSource 6",
            r"kg: corrected/\S+\.ann line 1: T1 says .+, and there stands .+; mark it again",
        ),
        (
            "E1\tStatement:T4",
            "E1\tStatement:T999",
            r"kg: .*\.ann line \d+: there is no T999; take out what points to it",
        ),
    ],
)
def test_broken_annotation_of_brat_is_told_in_one_line(kg: Run, tmp_path: Path, old: str, new: str, told: str) -> None:
    kg("extract", KURIL, "-f", "brat", "-o", "corrected")
    path = next((tmp_path / "corrected").glob("*.ann"))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    done = kg("evaluate", "corrected")
    assert done.status == 1
    assert re.fullmatch(told, done.only_error), done.only_error


def test_corpus_of_others_is_scored_on_its_words(kg: Run, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "x.txt").write_text(SAID)
    (folder / "x.ann").write_text(
        "T1\tSource 0 32\tRussian President Vladimir Putin\nT2\tCue 33 37\tsaid\n"
        "T3\tContent 54 74\tShikotan was Russian\n"
        "T4\tAttribution 33 37\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    )
    done = kg("evaluate", "corpus")
    assert (done.status, done.err) == (0, "")
    assert [line.split("  ")[0] for line in done.out.splitlines()[1:-1]] == [
        "statements",
        "statements whose source overlaps",
        "exact spans of sources",
        "exact spans of cues",
        "exact spans of contents",
    ]
    assert re.search(r"^statements +1\.000 ", done.out, re.MULTILINE)
    assert done.out.splitlines()[-1] == "articles: 1   spans that are not the text: 0"


def test_floor_of_what_is_not_annotated_is_told(kg: Run, tmp_path: Path) -> None:
    test_corpus_of_others_is_scored_on_its_words(kg, tmp_path)
    (tmp_path / "floors.json").write_text('{"events": {"f1": 0.1}}')
    done = kg("evaluate", "corpus", "--floors", "floors.json")
    assert (done.status, done.err) == (1, "kg: events: not annotated in this folder, so that no floor can be held\n")
