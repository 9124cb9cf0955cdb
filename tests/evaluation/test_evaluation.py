"""Facts against annotations: what counts as the same, what is told where it is not, and what floors hold."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.errors import EvaluationError
from kg.evaluation import KINDS, Score, Scores, check_floors, read_annotations, read_floors, score_folder
from kg.evaluation.words import is_same_person, name_form, sentences_around
from kg.facts import Actor, ArticleFacts, Event, Position, Statement, Territory, Treaty

TEXT = (
    "Prime Minister Ana Torvik said that Shikotan was Norland's own.\r\n\r\n"
    "Russia refused to give Shikotan up, and its foreign ministry spoke of the 1956 declaration. "
    "The two met in Moscow on January 22. They may meet again."
)
DOCUMENT = Document(key="a", source="news/a.txt", text=TEXT)
ANNOTATION: dict[str, Any] = {
    "id": "a",
    "actors": [
        {"name": "Ana Torvik", "type": "person"},
        {"name": "Norland", "type": "state"},
        {"name": "Russia", "type": "state"},
        {"name": "Russian foreign ministry", "type": "organization"},
    ],
    "territories": [{"name": "Shikotan", "mentions": ["Shikotan"]}],
    "treaties": [{"name": "Joint Declaration", "year": 1956, "kind": "concluded", "mentions": ["1956 declaration"]}],
    "statements": [
        {
            "speaker": "Ana Torvik",
            "source": "Prime Minister Ana Torvik",
            "cue": "said",
            "content": "Shikotan was Norland's own",
            "mode": "indirect",
            "about": ["Shikotan"],
        }
    ],
    "positions": [
        {
            "holder": "Russia",
            "stance": "rejects-claim",
            "target": "Shikotan",
            "toward": "Norland",
            "evidence": "refused to give Shikotan up",
        }
    ],
    "events": [
        {
            "type": "CONSULT",
            "date": "2019-01-22",
            "participants": ["Ana Torvik", "Russia"],
            "evidence": "The two met in Moscow",
        }
    ],
}


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return DOCUMENT.span(start, start + len(words))


TORVIK = Actor("person/torvik", "Ana Torvik", "person", (span("Ana Torvik"),))
NORLAND = Actor("state/NRL", "Norland", "state", (span("Norland"),))
RUSSIA = Actor("state/RUS", "Russia", "state", (span("Russia"),))
MINISTRY = Actor("organization/mid", "Foreign Ministry of Russia", "organization", (span("its foreign ministry"),))
SHIKOTAN = Territory("territory/shikotan", "Shikotan", (span("Shikotan"),))
TREATY = Treaty("treaty/jd", "Soviet-Japanese Declaration", "concluded", (span("1956 declaration"),), 1956)
STATEMENT = Statement(
    "statement/1", TORVIK.id, (span("Shikotan was Norland's own"),), "indirect", span("Prime Minister Ana Torvik"),
    span("said"), (SHIKOTAN.id,),
)  # fmt: skip
POSITION = Position(
    "position/1", RUSSIA.id, "rejects-claim", (span("refused to give Shikotan up"),), SHIKOTAN.id, toward=NORLAND.id
)
EVENT = Event(
    "event/1", "CONSULT", "happened", (span("The two met in Moscow"),), date=PartialDate("2019-01-22"),
    participants=(TORVIK.id, RUSSIA.id),
)  # fmt: skip
FACTS = ArticleFacts(
    DOCUMENT, (TORVIK, NORLAND, RUSSIA, MINISTRY), (SHIKOTAN,), (TREATY,), (STATEMENT,), (), (POSITION,), (EVENT,)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


def annotate(folder: Path, **changes: object) -> None:
    (folder / "a.json").write_text(json.dumps(ANNOTATION | changes), encoding="utf-8")


def matched(folder: Path, facts: ArticleFacts) -> dict[str, int]:
    return {kind: score.matched for kind, score in score_folder(folder, [facts]).by_kind.items()}


def test_same_facts_score_full(folder: Path) -> None:
    scores = score_folder(folder, [FACTS])
    assert {kind: (score.precision, score.recall, score.f1) for kind, score in scores.by_kind.items()} == {
        kind: (1.0, 1.0, 1.0) for kind in KINDS if kind not in ("actors", "attitudes")
    } | {"actors": (0.75, 0.75, 0.75)}
    assert (scores.speaker_accuracy, scores.wrong_spans, scores.unread, scores.articles) == (1.0, 0, (), ("a",))
    assert [str(error) for error in scores.errors] == [
        "missed  a: Russian foreign ministry",
        "made up  a line 3: Foreign Ministry of Russia (organization/mid)",
    ]


def test_article_without_facts_counts_as_missed(folder: Path) -> None:
    scores = score_folder(folder, [])
    assert scores.unread == ("a",)
    assert scores.by_kind["actors"] == Score(0, 4, 0)
    assert "no facts were given for: a" in scores.table()


def test_organization_is_the_same_by_most_of_its_words(folder: Path) -> None:
    named = replace(MINISTRY, label="The Russian Foreign Ministry")
    assert matched(folder, replace(FACTS, actors=(named,)))["actors"] == 1
    annotate(folder, actors=[{"name": "Foreign Ministry spokesman of Russia", "type": "organization"}])
    assert matched(folder, FACTS)["actors"] == 1
    annotate(folder, actors=[{"name": "Foreign Ministry spokesman of Russia", "type": "state"}])
    assert matched(folder, FACTS)["actors"] == 0


def test_one_found_actor_is_paired_with_one_annotated(folder: Path) -> None:
    annotate(folder, actors=[{"name": "Ana Torvik", "type": "person"}, {"name": "Torvik", "type": "person"}])
    scores = score_folder(folder, [replace(FACTS, actors=(TORVIK,))])
    assert scores.by_kind["actors"] == Score(1, 2, 1)
    assert len(scores.errors_of("actors")) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("abe", "shinzo abe", True),
        ("shinzo abe", "shinzo abe", True),
        ("shinzo", "shinzo abe", False),
        ("shinzo abe", "shintaro abe", False),
        ("tsai wen", "tsai ing wen", True),
        ("", "", False),
    ],
)
def test_person_is_the_same_by_surname(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is is_same_person(other, one) is same


def test_surname_stands_for_persons_only(folder: Path) -> None:
    assert matched(folder, replace(FACTS, actors=(replace(TORVIK, label="Torvik", mentions=()),)))["actors"] == 1
    assert (
        matched(folder, replace(FACTS, actors=(replace(TORVIK, label="Torvik", mentions=(), type="group"),)))["actors"]
        == 0
    )


@pytest.mark.parametrize(("words", "same"), [("Shikotan was Norland's", 1), ("Shikotan", 1), ("own", 0)])
def test_statement_is_the_same_from_half_its_content(folder: Path, words: str, same: int) -> None:
    found = matched(folder, replace(FACTS, statements=(replace(STATEMENT, content=(span(words),)),)))
    assert found["statements"] == same


def test_content_in_pieces_is_compared_as_a_whole(folder: Path) -> None:
    pieces = (span("Shikotan"), span("own"))
    annotate(folder, statements=[{"speaker": "Ana Torvik", "content": ["Shikotan", "own"], "about": []}])
    found = matched(folder, replace(FACTS, statements=(replace(STATEMENT, content=pieces, about=()),)))
    assert (found["statements"], found["who_said_what"]) == (1, 1)


def test_wrong_speaker_or_territory_costs_who_said_what(folder: Path) -> None:
    wrong_speaker = replace(FACTS, statements=(replace(STATEMENT, speaker=NORLAND.id),))
    scores = score_folder(folder, [wrong_speaker])
    assert (scores.by_kind["statements"].matched, scores.by_kind["who_said_what"].matched) == (1, 0)
    assert scores.speaker_accuracy == 0.0
    for about in ((), (SHIKOTAN.id, "territory/a", "territory/b"), ("territory/a",)):
        facts = replace(FACTS, statements=(replace(STATEMENT, about=about),))
        assert matched(folder, facts)["who_said_what"] == 0


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, 1),
        ({"toward": None}, 1),
        ({"toward": RUSSIA.id}, 0),
        ({"stance": "opposes"}, 0),
        ({"holder": TORVIK.id}, 0),
        ({"target": None, "target_text": span("Shikotan")}, 1),
        ({"target": None}, 1),
        ({"target": None, "evidence": (span("declaration"),)}, 0),
        ({"evidence": (span("met in Moscow"),)}, 0),
        ({"evidence": (span("Russia"),)}, 1),
    ],
)
def test_position_is_the_same(folder: Path, change: dict[str, Any], same: int) -> None:
    assert matched(folder, replace(FACTS, positions=(replace(POSITION, **change),)))["positions"] == same


def test_position_told_in_another_sentence_that_names_the_holder_is_the_same(folder: Path) -> None:
    elsewhere = replace(POSITION, evidence=(span("met in Moscow"),))
    named = replace(RUSSIA, mentions=(span("The two"),))
    facts = replace(FACTS, positions=(elsewhere,), actors=(TORVIK, NORLAND, named, MINISTRY))
    assert matched(folder, facts)["positions"] == 1


@pytest.mark.parametrize(
    ("change", "same", "strictly"),
    [
        ({}, 1, 1),
        ({"date": None}, 1, 0),
        ({"date": PartialDate("2019-01")}, 1, 0),
        ({"participants": (TORVIK.id,)}, 1, 1),
        ({"participants": (NORLAND.id,)}, 1, 0),
        ({"participants": (NORLAND.id,), "evidence": (span("on January 22"),)}, 0, 0),
        ({"evidence": (span("on January 22"),)}, 1, 1),
        ({"type": "AGREE"}, 0, 0),
        ({"evidence": (span("They may meet again"),)}, 0, 0),
    ],
)
def test_event_is_the_same(folder: Path, change: dict[str, Any], same: int, strictly: int) -> None:
    found = matched(folder, replace(FACTS, events=(replace(EVENT, **change),)))
    assert (found["events"], found["events_strict"]) == (same, strictly)


@pytest.mark.parametrize("status", ["denied", "hypothetical"])
def test_event_that_the_article_denies_or_imagines_is_set_aside(folder: Path, status: Any) -> None:
    imagined = replace(EVENT, id="event/2", status=status, evidence=(span("They may meet again"),))
    scores = score_folder(folder, [replace(FACTS, events=(imagined, EVENT))])
    assert scores.by_kind["events"] == scores.by_kind["events_strict"] == Score(1, 1, 1)


def test_span_that_is_not_the_text_is_counted(folder: Path) -> None:
    wrong = Span(0, 5, "Norland")
    facts = replace(FACTS, events=(replace(EVENT, place=wrong),), actors=(replace(TORVIK, mentions=(wrong,)),))
    assert score_folder(folder, [facts]).wrong_spans == 2


def test_cue_of_an_annotation_is_the_nearest_to_the_content(folder: Path) -> None:
    said = {"source": None, "cue": "The", "content": "may meet again"}
    annotate(folder, statements=[ANNOTATION["statements"][0] | said])
    (annotated,) = read_annotations(folder)[0].statements
    assert min(annotated.cue) == TEXT.index("They")


def test_line_ends_of_the_text_count(folder: Path) -> None:
    assert read_annotations(folder)[0].text == TEXT


def test_text_may_lie_elsewhere_and_floors_are_no_annotation(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "a.txt").rename(folder / "texts" / "b.txt")
    (folder / "floors.json").write_text("{}")
    annotate(folder, text="texts/b.txt")
    assert score_folder(folder, [FACTS]).by_kind["statements"].f1 == 1.0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"statements": None}, '"statements" is no list of objects; write [] where there are none'),
        ({"events": ["x"]}, '"events" is no list of objects; write [] where there are none'),
        ({"actors": [{"type": "state"}]}, 'actors: an entry has no "name"; write it as a string'),
        ({"text": "b.txt"}, "its text {folder}/b.txt cannot be read; put it there, in UTF-8"),
        (
            {"positions": [ANNOTATION["positions"][0] | {"evidence": "no such words"}]},
            "positions: 'no such words' is not in the text; copy it from there to the letter",
        ),
        (
            {"territories": [{"name": "Shikotan", "mentions": ["Sikotan"]}]},
            "territories: 'Sikotan' is not in the text; copy it from there to the letter",
        ),
        (
            {"statements": [ANNOTATION["statements"][0] | {"cue": "sayed"}]},
            "statements: cue: 'sayed' is not in the text; copy it from there to the letter",
        ),
        (
            {"events": [{"type": "AGREE", "participants": "Norland", "evidence": "met"}]},
            "\"participants\" is 'Norland'; write a list of strings",
        ),
    ],
)  # fmt: skip
def test_broken_annotation_is_told_in_one_line(folder: Path, changes: dict[str, Any], told: str) -> None:
    annotate(folder, **changes)
    with pytest.raises(EvaluationError) as error:
        read_annotations(folder)
    assert str(error.value) == f"{folder}/a.json: " + told.replace("{folder}", str(folder))


def test_broken_json_is_told_with_its_line(folder: Path) -> None:
    (folder / "a.json").write_text('{\n "id": \n}')
    with pytest.raises(EvaluationError, match=r"a.json: broken JSON in line 3: Expecting value; mend it there"):
        read_annotations(folder)


def test_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        EvaluationError, match=r"holds no annotations; put a NAME.json or a NAME.ann beside each NAME.txt"
    ):
        read_annotations(tmp_path)
    with pytest.raises(EvaluationError, match="is no folder"):
        read_annotations(tmp_path / "nowhere")


SCORES = Scores({kind: Score(8, 10, 10) for kind in KINDS}, Score(9, 10, 10), 1, ("a",), ())


def test_table_has_a_row_for_each_kind() -> None:
    rows = SCORES.table().splitlines()
    assert len(rows) == len(KINDS) + 2
    assert rows[4].split() == ["statements", "0.800", "0.800", "0.800", "10", "10"]
    assert rows[-2].split() == ["exact", "spans", "of", "contents", "0.800", "0.800", "0.800", "10", "10"]
    assert rows[-1].split("   ") == [
        "right speakers of the statements found: 0.900",
        "articles: 1",
        "spans that are not the text: 1",
    ]


def test_scores_as_json() -> None:
    written = json.loads(json.dumps(SCORES.to_json()))
    assert written["events_strict"] == {"precision": 0.8, "recall": 0.8, "f1": 0.8, "expected": 10, "found": 10}
    assert (written["speaker_accuracy"], written["wrong_spans"], written["articles"]) == (0.9, 1, 1)


def test_floors_that_hold_give_no_problem() -> None:
    assert (
        check_floors(SCORES, {"statements": {"f1": 0.8, "recall": 0.5}, "speaker_accuracy": 0.9, "wrong_spans": 1})
        == []
    )


def test_each_floor_that_is_broken_is_told() -> None:
    floors = {"statements": {"f1": 0.81}, "speaker_accuracy": 0.95, "wrong_spans": 0, "events": {"precision": 0.5}}
    assert check_floors(SCORES, floors) == [
        "statements, f1: 0.800, below the floor of 0.810",
        "right speakers: 0.900, below the floor of 0.950",
        "wrong spans: 1, more than the 0 allowed",
    ]


@pytest.mark.parametrize(
    "floors",
    ['{"sentences": {"f1": 0.5}}', '{"events": {"f2": 0.5}}', '{"events": {"f1": 50}}', '{"events": 0.5}', "[]", "{"],
)
def test_broken_floors_are_refused(tmp_path: Path, floors: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(floors)
    with pytest.raises(EvaluationError, match=r"floors.json: "):
        read_floors(path)


def test_floors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"events": {"f1": 0.5}, "wrong_spans": 0}')
    assert read_floors(path) == {"events": {"f1": 0.5}, "wrong_spans": 0}


def test_annotations_of_the_sample_articles_are_whole() -> None:
    folder = Path(__file__).parent.parent.parent / "data" / "annotations"
    assert len(read_annotations(folder)) == len(list((folder.parent / "articles").glob("*.txt")))


def test_floors_of_the_sample_articles_are_whole() -> None:
    assert read_floors(Path(__file__).parent.parent.parent / "data" / "annotations" / "floors.json")["wrong_spans"] == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("met", " The two met in Moscow on January 22."),
        ("Shikotan was", "Prime Minister Ana Torvik said that Shikotan was Norland's own.\r"),
        ("again", " They may meet again."),
    ],
)
def test_sentence_around_words(words: str, sentence: str) -> None:
    found = span(words)
    chars = sentences_around(frozenset(range(found.start, found.end)), TEXT)
    assert TEXT[min(chars) : max(chars) + 1].strip() == sentence.strip()


def test_name_is_compared_without_accents_articles_and_possessive() -> None:
    assert name_form("The People’s Republic of São Tomé") == "people republic sao tome"
