"""What a reader corrected in brat, scored: untouched it is all right; each correction costs what it should."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.brat import BratFolder
from kg.documents import Document, Span
from kg.errors import EvaluationError
from kg.evaluation import KINDS, Score, Scores, read_annotations, read_articles, score
from kg.facts import Actor, ArticleFacts, Attitude, Attribution, Event, Position, Statement, Territory
from kg.ontology import concepts
from kg.pipeline import Reader
from tests.brat.conftest import facts

FACTS = facts()
CORRECTABLE = [kind for kind in KINDS if kind not in ("actors", "treaties")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    BratFolder(tmp_path / "brat").write(FACTS)
    return tmp_path / "brat"


def correct(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "a.ann"
    content = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert content.count(old) == 1, old
        content = content.replace(old, new)
    path.write_text(content, encoding="utf-8")


def scored(folder: Path, found: ArticleFacts = FACTS) -> Scores:
    return score(read_annotations(folder), {"a": found})


def imperfect(scores: Scores) -> dict[str, Score]:
    return {kind: one for kind, one in scores.by_kind.items() if not one.matched == one.expected == one.found}


def test_what_was_not_corrected_is_right_in_everything(folder: Path) -> None:
    scores = scored(folder)
    assert list(scores.by_kind) == CORRECTABLE
    assert scores.by_kind["statements"] == Score(4, 4, 4)
    assert scores.by_kind["events"] == Score(1, 1, 1)
    assert imperfect(scores) == {}
    assert scores.errors == ()


LABELS = st.text(min_size=1, max_size=6) | st.sampled_from(["Abe", "abe", "A; B", "x | y", "z [actor/0]", "北京", " "])


@st.composite
def articles(draw: st.DrawFn) -> ArticleFacts:
    text = draw(
        st.text(st.sampled_from("ab“ \n\r\t\u2028\U0001f5fe") | st.characters(exclude_categories=["Cs"]), min_size=1)
    )
    text += "x"
    document = Document(key="a", source="a.txt", text=text)
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = places.map(lambda one: document.span(min(one), max(one))).filter(lambda one: bool(one.text.strip()))
    some = st.lists(spans, min_size=1, max_size=3).map(tuple)
    actors = tuple(
        Actor(f"actor/{i}", label, "person", ()) for i, label in enumerate(draw(st.lists(LABELS, max_size=4)))
    )
    territories = tuple(
        Territory(f"territory/{i}", label, draw(some)) for i, label in enumerate(draw(st.lists(LABELS, max_size=4)))
    )
    who = st.sampled_from([*(one.id for one in actors), "actor/unknown"])
    where = st.sampled_from([*(one.id for one in territories), "territory/unknown"])

    def said(kind: type[Attribution], number: int) -> Attribution:
        return kind(
            f"{kind.__name__}/{number}", draw(who), draw(some), draw(st.sampled_from(["direct", "indirect", "mixed"])),
            draw(st.none() | spans), draw(st.none() | spans), tuple(draw(st.lists(where, max_size=2, unique=True))),
            layer_of=draw(st.none() | st.just("Statement/0")), confidence=draw(st.floats(0, 1)),
        )  # fmt: skip

    def held(number: int) -> Position:
        stance = draw(st.sampled_from(concepts("stances")))
        return Position(
            f"position/{number}", draw(who), stance, draw(some), draw(st.none() | where), draw(st.none() | spans),
            draw(st.none() | who),
        )  # fmt: skip

    def happened(number: int) -> Event:
        kind, status = draw(st.sampled_from(concepts("event-types"))), draw(st.sampled_from(["happened", "denied"]))
        return Event(
            f"event/{number}", kind, status, draw(some), participants=tuple(draw(st.lists(who, max_size=2))),
            place=draw(st.none() | spans),
        )  # fmt: skip

    count = st.integers(0, 3)
    return ArticleFacts(
        document, actors, territories, (),
        tuple(said(Statement, i) for i in range(draw(count))),  # type: ignore[misc]
        tuple(said(Attitude, i) for i in range(draw(count))),  # type: ignore[misc]
        tuple(held(i) for i in range(draw(count))),
        tuple(happened(i) for i in range(draw(count))),
    )  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(articles())
def test_any_facts_written_for_brat_are_right_in_everything(found: ArticleFacts) -> None:
    with tempfile.TemporaryDirectory() as place:
        BratFolder(Path(place)).write(found)
        scores = scored(Path(place), found)
    assert list(scores.by_kind) == CORRECTABLE
    assert imperfect(scores) == {}
    assert all(one.f1 == 1.0 for one in scores.by_kind.values())
    assert scores.errors == ()


@pytest.mark.parametrize(
    ("changes", "wrong", "told"),
    [
        (
            [("speaker: Shinzo Abe |", "speaker: Kyodo |")],
            {"speakers": (3, 4, 4), "who_said_what": (3, 4, 4)},
            "wrong speaker  a line 3: found Shinzo Abe, expected Kyodo; "
            "Shinzo Abe (said): \U0001f5fe Shikotan was Japan's own [Shikotan; the island]",
        ),
        (
            [("speaker: Kyodo | about: Shikotan\\; the island", "speaker: Kyodo")],
            {"who_said_what": (3, 4, 4)},
            "wrong territory  a line 3: found Shikotan; the island, expected none; "
            "Kyodo (reported): Shinzo Abe said that \U0001f5fe Shikotan was Japan's own [Shikotan; the island]",
        ),
        (
            [("Mode E3 direct", "Mode E3 mixed")],
            {"modes": (3, 4, 4)},
            "wrong mode  a line 5: found direct, expected mixed; "
            "Ministry [organization/mid] (said a): “Never,” “will we yield.”",
        ),
        (
            [("Source 34 44\tShinzo Abe", "Source 34 40\tShinzo"), ("T12 Source:T9 ", "T12 Source:T1 ")],
            {"sources": (3, 4, 4), "exact_source": (2, 3, 4)},
            "wrong source  a line 5: found a spokesman, expected Kyodo; "
            "Ministry [organization/mid] (said a): “Never,” “will we yield.”",
        ),
        (
            [("E5\tAttitude:", "E5\tStatement:"), ("\tAttitude ", "\tStatement ")],
            {"statements": (4, 5, 4), "speakers": (4, 5, 4), "modes": (4, 5, 4), "sources": (4, 5, 4),
             "who_said_what": (4, 5, 4), "attitudes": (0, 0, 1)},
            "missed  a line 7: ministry [organization/gaimusho] (hopes): talks go on",
        ),
        (
            [("Stance E6 claims-sovereignty", "Stance E6 controls")],
            {"positions": (0, 1, 1)},
            "missed  a line 3: Shinzo Abe controls Shikotan; the island: reported was Japan's own",
        ),
        ([("Status E8 denied", "Status E8 planned")], {"events": (1, 2, 1), "events_strict": (1, 2, 1)},
         "missed  a line 1: AGREE None []: Talks fail"),
        ([("date: 2019-01 ", "date: 2019-02 ")], {"events_strict": (0, 1, 1)},
         "missed  a line 7: CONSULT 2019-02 [Shinzo Abe, Ministry [organization/mid]]: They met"),
        ([("name: Shikotan\\; the island", "name: Rockall")], {"territories": (0, 1, 1)}, "missed  a line 3: Rockall"),
    ],
)  # fmt: skip
def test_correction_costs_what_it_corrects(
    folder: Path, changes: list[tuple[str, str]], wrong: dict[str, tuple[int, int, int]], told: str
) -> None:
    correct(folder, *changes)
    scores = scored(folder)
    assert imperfect(scores) == {kind: Score(*figures) for kind, figures in wrong.items()}
    assert told in [str(error) for error in scores.errors]


def test_wrong_speaker_is_told_once_and_not_as_missed_and_made_up(folder: Path) -> None:
    correct(folder, ("speaker: Shinzo Abe |", "speaker: Kyodo |"))
    scores = scored(folder)
    for kind in ("statements", "speakers", "who_said_what"):
        assert [error.what for error in scores.errors_of(kind)] == ["wrong speaker"]
    assert scores.errors_of("modes") == ()


def test_deleted_statement_is_made_up_and_added_one_is_missed(folder: Path) -> None:
    lines = (folder / "a.ann").read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if "E4" not in line]
    start = facts().document.text.index("hopes")
    added = [f"T90\tStatement {start} {start + 5}\thopes", f"T91\tContent {start + 11} {start + 22}\ttalks go on",
             "E90\tStatement:T90 Content:T91"]  # fmt: skip
    (folder / "a.ann").write_text("\n".join([*kept[:-1], *added, ""]), encoding="utf-8")
    scores = scored(folder)
    assert [str(error) for error in scores.errors_of("statements")] == [
        "made up  a line 6: ministry [organization/gaimusho] (no cue): “Leave it be.”",
        "missed  a line 7: nobody named (hopes): talks go on",
    ]


def test_order_of_the_frames_does_not_decide_who_of_two_is_right(tmp_path: Path) -> None:
    first, second = FACTS.statements[1], replace(FACTS.statements[1], id="statement/5", speaker="organization/kyodo")
    BratFolder(tmp_path).write(replace(FACTS, statements=(first, second)))
    found = replace(FACTS, statements=(second, first))
    assert scored(tmp_path, found).by_kind["speakers"] == Score(2, 2, 2)


@pytest.mark.parametrize(("told", "right"), [("abe", 4), ("The Shinzo Abe", 4), ("person/abe", 4), ("Putin", 3)])
def test_name_is_understood_as_a_reader_writes_it(folder: Path, told: str, right: int) -> None:
    correct(folder, ("speaker: Shinzo Abe |", f"Speaker: {told} | I am not sure |"))
    assert scored(folder).by_kind["speakers"].matched == right


def test_speaker_without_a_note_is_who_the_source_names(folder: Path) -> None:
    correct(
        folder,
        ("speaker: Shinzo Abe | about: Shikotan\\; the island | confidence: 0.75", "about: Shikotan\\; the island"),
    )
    assert imperfect(scored(folder)) == {}


def test_statement_without_content_is_told(folder: Path) -> None:
    correct(folder, ("E4\tStatement:T14 Content:T13", "E4\tStatement:T14"))
    with pytest.raises(EvaluationError, match=r"a\.ann: the Statement E4 has no Content; mark its words, or delete it"):
        read_annotations(folder)


FOREIGN = (
    "T1\tSource 0 5\tTokyo\nT2\tCue 6 10\tsaid\nT3\tContent 11 23;34 40\tit would not yield.\n"
    "T4\tAttribution 6 10\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT5\tDiscuss 0 5\tTokyo\n"
    "T6\tCue 24 33\tofficials\nT7\tContent 41 49\tNot now.\nT8\tAttribution-no-source 24 33\tofficials\n"
    "E2\tAttribution-no-source:T8 Cue:T6 Content:T7\n"
)
FOREIGN_TEXT = "Tokyo said it would not officials yield. Not now."


def foreign(spans: Iterable[tuple[int, int]], **more: Span | None) -> Statement:
    document = Document(key="b", source="b.txt", text=FOREIGN_TEXT)
    return Statement("statement/1", "state/JPN", tuple(document.span(*one) for one in spans), "indirect", **more)  # type: ignore[arg-type]


def test_corpus_of_others_is_scored_on_words_alone_attitudes_among_them(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(FOREIGN_TEXT)
    (tmp_path / "b.ann").write_text(FOREIGN)
    document = Document(key="b", source="b.txt", text=FOREIGN_TEXT)
    said = foreign([(11, 23), (34, 39)], source=document.span(0, 3), cue=document.span(6, 10))
    thought = Attitude("attitude/1", "state/JPN", (document.span(41, 49),), "direct", None, document.span(24, 33))
    scores = score(read_annotations(tmp_path), {"b": ArticleFacts(document, (), (), (), (said,), (thought,))})
    assert scores.by_kind == {
        "statements": Score(2, 2, 2),
        "sources": Score(2, 2, 2),
        "exact_source": Score(0, 1, 1),
        "exact_cue": Score(2, 2, 2),
        "exact_content": Score(2, 3, 3),
    }
    assert "speaker" not in scores.table()
    assert "speaker_accuracy" not in scores.to_json()
    assert "right_speaker" not in scores.calibration.to_json()[-1]
    assert [str(error) for error in scores.errors_of("exact_content")] == [
        "missed  b line 1: yield.",
        "made up  b line 1: yield",
    ]


def test_statements_without_any_note_on_speakers_are_scored_on_words_alone(folder: Path) -> None:
    lines = (folder / "a.ann").read_text(encoding="utf-8").split("\n")
    (folder / "a.ann").write_text("\n".join(line for line in lines if not line.startswith("#")), encoding="utf-8")
    scores = scored(folder)
    assert list(scores.by_kind) == ["statements", "sources", "exact_source", "exact_cue", "exact_content"]
    assert scores.by_kind["statements"] == Score(5, 5, 5)
    assert imperfect(scores) == {}


def test_folder_with_both_kinds_of_annotations_is_refused(folder: Path) -> None:
    (folder / "a.json").write_text("{}")
    with pytest.raises(
        EvaluationError, match="holds annotations in JSON and of brat; keep each in a folder of its own"
    ):
        read_annotations(folder)


def test_articles_are_read_again_with_what_was_known_of_them(tmp_path: Path) -> None:
    text = "Russian President Vladimir Putin said on Tuesday that Shikotan was Russian.\n"
    reader = Reader()
    known = Document(key="k", source="x.html", text=text, blocks=())
    BratFolder(tmp_path).write(ArticleFacts(known))
    (annotation,) = read_annotations(tmp_path)
    assert annotation.document == replace(known, source=str(tmp_path / "x.txt"))
    (tmp_path / ".kg-documents.jsonl").unlink()
    found, left_out = read_articles(read_annotations(tmp_path), reader)
    assert left_out == ()
    assert found["x"].document.text == text
