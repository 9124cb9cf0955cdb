"""A folder for brat: what is written, under which names, and that corrections are never overwritten."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.brat import BratFolder, read_folder
from kg.documents import Document
from kg.errors import EvaluationError, OutputError
from kg.facts import ArticleFacts
from tests.brat.conftest import TEXT, document, facts


def lines(folder: Path, start: str) -> list[str]:
    return [line for line in (folder / "a.ann").read_text(encoding="utf-8").split("\n") if line.startswith(start)]


def test_article_is_written_as_marks_frames_layers_attributes_and_notes(folder: Path) -> None:
    marks = {line.split("\t")[0]: line for line in lines(folder, "T")}
    assert marks["T3"] == "T3\tContent 34 65;67 82\tShinzo Abe said that \U0001f5fe Shikotan was Japan's own"
    assert lines(folder, "E")[1] == "E2\tStatement:T8 Source:T5 Cue:T6 Content:T7"
    assert [marks[one].split("\t", 1)[1] for one in ("T5", "T6", "T8")] == [
        "Source 34 44\tShinzo Abe",
        "Cue 45 49\tsaid",
        "Statement 45 49\tsaid",
    ]
    assert lines(folder, "R") == ["R1\tLayerOf Arg1:E2 Arg2:E1"]
    assert lines(folder, "A")[:6] == [
        "A1\tMode E1 indirect",
        "A2\tMode E2 indirect",
        "A3\tMode E3 direct",
        "A4\tMode E4 direct",
        "A5\tMode E5 indirect",
        "A6\tStance E6 claims-sovereignty",
    ]
    assert [line.split("\t", 1)[1] for line in lines(folder, "#")] == [
        "AnnotatorNotes E1\tspeaker: Kyodo | about: Shikotan\\; the island | confidence: 1.00",
        "AnnotatorNotes E2\tspeaker: Shinzo Abe | about: Shikotan\\; the island | confidence: 0.75",
        "AnnotatorNotes E3\tspeaker: Ministry [organization/mid] | confidence: 1.00",
        "AnnotatorNotes E4\tspeaker: ministry [organization/gaimusho] | confidence: 1.00",
        "AnnotatorNotes E5\tspeaker: ministry [organization/gaimusho] | confidence: 1.00",
        "AnnotatorNotes E6\tholder: Shinzo Abe | target: Shikotan\\; the island | confidence: 1.00",
        "AnnotatorNotes E7\tparticipants: Shinzo Abe; Ministry [organization/mid] | date: 2019-01 | confidence: 1.00",
        "AnnotatorNotes E8\tconfidence: 1.00",
        next(line.split("\t", 1)[1] for line in lines(folder, "#") if "name:" in line),
    ]


def test_text_is_the_article_to_the_letter_and_offsets_count_its_code_points(folder: Path) -> None:
    with (folder / "a.txt").open(encoding="utf-8", newline="") as file:
        assert file.read() == TEXT
    for line in lines(folder, "T"):
        _, places, words = line.split("\t")
        fragments = [tuple(map(int, one.split())) for one in places.split(" ", 1)[1].split(";")]
        assert " ".join(TEXT[start:end] for start, end in fragments) == words


def test_statement_without_a_cue_stands_on_the_first_word_of_its_content(folder: Path) -> None:
    assert lines(folder, "E")[3] == "E4\tStatement:T14 Content:T13"
    assert [line.split("\t")[2] for line in lines(folder, "T")[12:14]] == ["“Leave it be.”", "“Leave"]


def test_configuration_names_every_type_role_and_attribute_that_is_written(folder: Path) -> None:
    told = (folder / "annotation.conf").read_text(encoding="utf-8")
    sections = dict(re.findall(r"\[(\w+)\]\n(.*?)(?=\n\[|\Z)", told, re.DOTALL))
    assert set(sections) == {"entities", "relations", "events", "attributes"}
    entities = set(sections["entities"].split())
    events = dict(line.split("\t") for line in sections["events"].strip().split("\n"))
    for line in lines(folder, "T"):
        kind = line.split("\t")[1].split()[0]
        assert kind in entities or kind in events
    for line in lines(folder, "E"):
        (kind, _), *roles = (part.split(":") for part in line.split("\t")[1].split())
        assert {role.rstrip("0123456789") for role, _ in roles} <= set(re.findall(r"(\w+)[?*]?:", events[kind]))
    attributes = dict(line.split("\t") for line in sections["attributes"].strip().split("\n"))
    for line in lines(folder, "A"):
        kind, _, value = line.split("\t")[1].split()
        assert value in attributes[kind].partition("Value:")[2].split("|")
    assert (folder / "visual.conf").exists()


def test_articles_of_one_name_get_files_of_their_own(tmp_path: Path) -> None:
    folder = BratFolder(tmp_path)
    sources = ["2019/a.txt", "2020/A.TXT", "2021/a-2.txt", "feed.jsonl#3", "-", "x/.Ünïted  Nations?.html", "y" * 300]
    names = [folder.write(ArticleFacts(Document(key=source, source=source, text=source))) for source in sources]
    assert names == ["a", "A-2", "a-2-2", "feed_3", "article", "Ünïted_Nations", "y" * 100]
    assert {one.name: one.text for one in read_folder(tmp_path)} == dict(zip(names, sources, strict=True))
    assert folder.write(facts("2022/A.txt")) == "A-3"


def test_document_comes_back_with_what_its_text_does_not_tell(folder: Path) -> None:
    (article,) = read_folder(folder)
    assert article.document == replace(document(), source=str(folder / "a.txt"))


def test_document_of_a_text_that_was_changed_is_not_known(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT + " ", encoding="utf-8", newline="")
    assert next(read_folder(folder)).document is None


def test_half_of_a_pair_is_written_as_a_character_that_is_one(tmp_path: Path) -> None:
    BratFolder(tmp_path).write(ArticleFacts(Document(key="a", source="a", text="a\ud800b")))
    assert next(read_folder(tmp_path)).text == "a\ufffdb"


def test_folder_that_holds_something_is_refused(folder: Path) -> None:
    before = (folder / "a.ann").read_bytes()
    with pytest.raises(OutputError, match="is not empty, and corrections in it must not be lost; name a new folder"):
        BratFolder(folder)
    assert (folder / "a.ann").read_bytes() == before


def test_folder_of_the_articles_themselves_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(OutputError, match="is not empty"):
        BratFolder(tmp_path)


def test_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file; name a folder to write to"):
        BratFolder(tmp_path / "file")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", None, "a.txt: cannot be read (No such file or directory); put it there, in UTF-8"),
        ("a.txt", b"\xff", "a.txt: cannot be read (no UTF-8); put it there, in UTF-8"),
        (
            ".kg-documents.jsonl",
            b'{"name": "a", "sha256": "%s", "key": "a"}\n' % document().sha256.encode(),
            ".kg-documents.jsonl: is not what kg extract wrote; delete it",
        ),
        (".kg-documents.jsonl", b"[]\n", ".kg-documents.jsonl: is not what kg extract wrote; delete it"),
    ],
)
def test_broken_file_is_told(folder: Path, name: str, content: bytes | None, told: str) -> None:
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(EvaluationError) as error:
        list(read_folder(folder))
    assert str(error.value) == f"{folder}/{told}"
