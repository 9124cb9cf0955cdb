"""The public contract: each field is there, spans are the text, what goes out comes back."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import facts as kinds
from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.errors import SourceError
from kg.facts import Actor, ArticleFacts, Attitude, Event, NameUse, Position, Role, Statement, Territory, Treaty
from kg.facts_json import facts_from_json, facts_to_json, facts_to_line, json_schema, schema_text

TEXT = "Japan said on Tuesday that Shikotan was its own under the 1956 declaration."
DOCUMENT = Document(
    key="sample\x1ftitle\x1f2019-01-22",
    source="news/a.txt",
    text=TEXT,
    title="Title",
    published=PartialDate("2019-01-22"),
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


JAPAN = Actor(
    "state/JPN", "Japan", "state", (span("Japan"),), roles=(Role("claimant", None, (span("its own"),)),), wikidata="Q17"
)
SHIKOTAN = Territory("territory/shikotan", "Shikotan", (span("Shikotan"),))
TREATY = Treaty("treaty/declaration", "Joint Declaration", "concluded", (span("1956 declaration"),), year=1956)
STATEMENT = Statement(
    "statement/1", "state/JPN", (span("Shikotan was its own"),), "indirect", span("Japan"), span("said"), (SHIKOTAN.id,)
)
ATTITUDE = Attitude("attitude/1", "state/JPN", (span("its own"),), "indirect", confidence=0.5)
POSITION = Position("position/1", JAPAN.id, "claims-sovereignty", (span("its own"),), SHIKOTAN.id, share=0.74)
EVENT = Event(
    "event/1", "CONSULT", "planned", (span("on Tuesday"),), date=PartialDate("2019-01"), participants=(JAPAN.id,)
)
NAME = NameUse("name-use/1", SHIKOTAN.id, "Shikotan", JAPAN.id, (span("Shikotan"),), JAPAN.id, STATEMENT.id)
FACTS = ArticleFacts(
    DOCUMENT, (JAPAN,), (SHIKOTAN,), (TREATY,), (STATEMENT,), (ATTITUDE,), (POSITION,), (EVENT,), (NAME,)
)  # fmt: skip


def test_document_tells_where_it_comes_from_and_its_text_by_hash_and_length() -> None:
    assert facts_to_json(FACTS)["document"] == {
        "id": DOCUMENT.id,
        "source": "news/a.txt",
        "title": "Title",
        "publisher": None,
        "published": "2019-01-22",
        "language": "en",
        "sha256": DOCUMENT.sha256,
        "length": len(TEXT),
    }


def test_position_has_every_field_and_null_for_what_is_unknown() -> None:
    assert facts_to_json(FACTS)["positions"] == [
        {
            "id": "position/1",
            "holder": "state/JPN",
            "stance": "claims-sovereignty",
            "evidence": [{"text": "its own", "start": 40, "end": 47}],
            "target": "territory/shikotan",
            "target_text": None,
            "toward": None,
            "statement": None,
            "share": 0.74,
            "date": None,
            "confidence": 1.0,
        }
    ]


def test_article_without_facts_has_empty_lists() -> None:
    written = facts_to_json(ArticleFacts(DOCUMENT))
    assert {name: value for name, value in written.items() if name != "document"} == {
        name: []
        for name in ("actors", "territories", "treaties", "statements", "attitudes", "positions", "events", "names")
    }


def test_every_field_of_every_kind_is_written() -> None:
    written = facts_to_json(FACTS)
    for name in ("actors", "territories", "treaties", "statements", "attitudes", "positions", "events", "names"):
        (fact,), (value,) = getattr(FACTS, name), written[name]
        assert set(value) == set(fact.__dataclass_fields__)
        lists = [field for field in value if isinstance(getattr(fact, field), tuple)]
        assert all(isinstance(value[field], list) for field in lists)


def test_what_goes_out_comes_back() -> None:
    back = facts_from_json(json.loads(facts_to_line(FACTS)), TEXT)
    assert replace(back, document=DOCUMENT) == FACTS
    assert facts_to_json(back) == facts_to_json(FACTS)


@given(st.text(st.characters(), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_text_goes_out_in_one_line_and_comes_back(text: str, start: int, end: int) -> None:
    document = Document(key="a", source=text, text=text, title=text)
    actor = Actor("person/x", text, "person", (document.span(min(start, end), max(start, end)),))
    facts = ArticleFacts(document, actors=(actor,))
    line = facts_to_line(facts)
    assert len(line.splitlines()) == 1
    line.encode()
    assert facts_from_json(json.loads(line), text).actors == (actor,)


@pytest.mark.parametrize("char", "\u0085\u2028\u2029\n\r\v\f\x1c\x1d\x1e\ud800")
def test_line_separators_are_escaped(char: str) -> None:
    line = facts_to_line(ArticleFacts(Document(key="a", source="a", text="", title=f"a{char}b")))
    assert char not in line
    assert json.loads(line)["document"]["title"] == f"a{char}b"


def test_facts_of_another_text_are_refused() -> None:
    with pytest.raises(SourceError, match=r"news/a.txt: the facts were read in another text than this"):
        facts_from_json(facts_to_json(FACTS), TEXT + " ")


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("document", "length"), "long", "document.length is 'long'"),
        (("actors", 0, "type"), "king", "actors[0].type is 'king'"),
        (("actors", 0, "mentions"), None, "actors[0].mentions is None"),
        (("statements", 0, "content", 0, "start"), "0", "statements[0].content[0].start is '0'"),
        (("events", 0, "date"), "2019-13", "events[0].date is '2019-13'"),
        (("positions", 0, "confidence"), True, "positions[0].confidence is True"),
    ],
)
def test_broken_facts_are_refused_in_one_line_that_says_where(path: tuple[str, ...], value: object, told: str) -> None:
    data = json.loads(facts_to_line(FACTS))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(SourceError) as error:
        facts_from_json(data, TEXT)
    assert str(error.value) == f"news/a.txt: these are no facts of kg ({told}); write them with kg extract"


@pytest.mark.parametrize("data", [{}, [], {"document": {}}, None])
def test_what_is_no_facts_at_all_is_refused(data: object) -> None:
    with pytest.raises(SourceError):
        facts_from_json(data, TEXT)  # type: ignore[arg-type]


def test_schema_is_one_and_what_is_written_satisfies_it() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(facts_to_json(FACTS), json_schema())
    jsonschema.validate(facts_to_json(ArticleFacts(DOCUMENT)), json_schema())


@pytest.mark.parametrize(("kind", "field", "value"), [("events", "date", "22 January"), ("events", "evidence", None)])
def test_schema_refuses_what_the_contract_does(kind: str, field: str, value: object) -> None:
    data = facts_to_json(FACTS)
    data[kind][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())


def test_schema_describes_every_kind_of_fact() -> None:
    assert set(json_schema()["$defs"]) == {
        "Span", "Role", "Actor", "Territory", "Treaty", "Statement", "Attitude", "Position", "Event", "NameUse"
    }  # fmt: skip
    assert json_schema()["$defs"]["Event"]["description"] == (kinds.Event.__doc__ or "").strip()


def test_schema_file_is_fresh() -> None:
    path = Path(__file__).parent.parent / "docs" / "facts.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(), "run python scripts/write_schema.py"
