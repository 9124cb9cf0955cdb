from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UnknownNameError
from kg.facts import Actor, ArticleFacts
from kg.ontology import ontology
from kg.query import ask, question, questions
from kg.query.questions import spelled
from kg.query.spelling import check_query
from kg.rdf import article_nquads
from kg.store import ONTOLOGY, ArticleStore, memory_store, prefixes
from tests.query.three_articles import EAST, HERALD, ROCK, SATO, TRIBUNE, Writer

EVIDENCE = {"quote", "sentence", "article", "outlet", "published", "fact"}


def column(answer: object, *names: str) -> list[object]:
    """Return the values of one column, or of several as tuples."""
    rows = [tuple(record[name] for name in names) for record in answer.records()]  # type: ignore[attr-defined]
    return [row[0] for row in rows] if len(names) == 1 else rows


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_a_question_is_plain_sparql_whose_terms_the_ontology_defines(name: str) -> None:
    checked = check_query(question(name).text, prefixes=prefixes())
    defined = {str(node) for node in ontology().subjects()}
    assert [iri for iri in checked.prefixes.values() if iri.startswith(ONTOLOGY) and iri not in defined] == []


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_every_row_carries_its_evidence(rocks: ArticleStore, name: str) -> None:
    answer = ask(rocks, name)
    assert answer.rows, "the store of the tests has something for each question"
    if name == "sources":  # its rows are articles
        return
    assert set(answer.columns) >= EVIDENCE
    for record in answer.records():
        assert record["quote"]
        assert str(record["quote"]) in str(record["sentence"])
        assert record["article"]
        assert record["outlet"]
        assert record["published"]
        assert str(record["fact"]).split("/")[0] in {"statement", "position", "event", "name-use", "span"}


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_a_question_tells_what_it_answers_and_takes(name: str) -> None:
    asked = question(name)
    assert asked.help.endswith(".")
    assert asked.parameters
    assert all(parameter.help.endswith(".") for parameter in asked.parameters)


def test_who_said_what_tells_the_speaker_the_words_and_the_role(rocks: ArticleStore) -> None:
    assert ask(rocks, "who-said-what", {"territory": "The Rocks"}).rows[0][:7] == (
        "2019-01-22",
        "Ivan Petrov",
        "spokesman",
        "direct",
        "The Rocks",
        '"The Rocks are ours,"',
        '"The Rocks are ours," Ivan Petrov, a spokesman of Westland, told Taro Sato.',
    )


# What a question answers on the articles of conftest.py: arguments, columns, values.
ANSWERS = [
    ("who-said-what", {"actor": "Westland"}, ("who",), ["Ivan Petrov"]),
    ("who-said-what", {"territory": "Inner Rock"}, ("who", "about"), [("Taro Sato", "Inner Rock, The Rocks")]),
    ("who-said-what", {"text": "ARE OURS"}, ("who",), ["Ivan Petrov"]),
    ("who-said-what", {"since": "2019-01-23"}, ("who",), ["Taro Sato"]),
    ("who-said-what", {"until": "2019"}, ("who",), ["Ivan Petrov"]),
    ("who-said-what", {"since": "2019-02", "until": "2022-02"}, ("who",), []),
    ("positions", {"actor": "Northland"}, ("stance", "target", "toward"),
     [("recognizes-claim", "The Rocks", "Eastland")]),
    ("positions", {"actor": "Westland", "territory": "the rocks"}, ("who", "stance"),
     [("Ivan Petrov", "rejects-claim"), ("Westland", "controls")]),
    ("positions", {"stance": "refuses negotiation", "until": "2020"}, ("who", "outlet"), [("Eastland", "Gazette")]),
    ("claims", {"territory": "the rocks", "actor": "Westland"}, ("who", "stance"),
     [("Westland", "controls"), ("Ivan Petrov", "rejects-claim")]),
    ("timeline", {"actor": "Petrov", "until": "2019"}, ("kind", "who", "what"),
     [("event, happened", "Ivan Petrov, Taro Sato", "meeting"), ("statement", "Ivan Petrov", "direct"),
      ("event, planned", "Ivan Petrov, Taro Sato", "CONSULT")]),
    ("shifts", {}, ("who", "target", "before", "after", "earlier", "date"),
     [("Eastland", "Inner Rock", "seeks-negotiation", "refuses-negotiation", "2019-01-22", "2022-03-22")]),
    ("shifts", {"actor": "Westland"}, ("who",), []),
    ("contradictions", {}, ("who", "stance", "other_stance", "outlet", "other_outlet"),
     [("Eastland", "seeks-negotiation", "refuses-negotiation", "Herald", "Gazette")]),
    ("corroboration", {"stance": "claims"}, ("outlets", "outlet"), [(3, "Herald"), (3, "Gazette"), (3, "Tribune")]),
    ("corroboration", {"actor": "Northland"}, ("outlet",), []),
    ("treaties", {}, ("treaty", "year", "kind", "quote"),
     [("Treaty of Oslo", "1956", "concluded", "Treaty of Oslo of 1956")]),
    ("treaties", {"territory": "Inner Rock"}, ("treaty",), ["Treaty of Oslo"]),
    ("names", {"territory": "the rocks"}, ("place", "name", "party", "user", "wording", "quote"),
     [("Inner Rock", "Stone Isle", "Eastland", "Gazette", "prose", "Stone Isle"),
      ("Inner Rock", "Stone Isle", "Eastland", "Taro Sato", "own words", "Stone Isle")]),
    ("names", {"actor": "Eastland"}, ("user", "sentence"),
     [("Taro Sato", 'Envoy Taro Sato said that Stone Isle, as we call it, "is" {lost} | for good.')]),
    ("names", {"outlet": "gazette"}, ("user", "wording", "times"), [("Gazette", "prose", 1)]),
    ("names", {"outlet": "Tribune"}, ("user",), []),
    ("names", {"party": "Westland"}, ("user",), []),
    ("speakers", {}, ("who", "role", "represents", "statements", "articles"),
     [("Ivan Petrov", "spokesman", "Westland", 1, 1), ("Taro Sato", "envoy", "Eastland", 1, 1)]),
    ("speakers", {"territory": "Inner Rock"}, ("who",), ["Taro Sato"]),
    ("meetings", {"territory": "Inner Rock"}, ("participants", "territories", "date"),
     [("Ivan Petrov, Taro Sato", "Inner Rock, The Rocks", "2019-01-21")]),
    ("meetings", {"since": "2019-03"}, ("status",), ["planned"]),
    ("sources", {}, ("outlet", "statements", "positions", "events"),
     [("Gazette", 0, 2, 1), ("Herald", 1, 3, 1), ("Tribune", 1, 4, 0)]),
    ("sources", {"territory": "the rocks", "since": "2020"}, ("article", "location"),
     [("Talks are over", "tribune.txt")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments", "columns", "expected"), ANSWERS)
def test_a_question_finds_what_the_articles_tell(
    rocks: ArticleStore, name: str, arguments: dict[str, str], columns: tuple[str, ...], expected: list[object]
) -> None:
    assert column(ask(rocks, name, arguments), *columns) == expected


# Values that would change the query if they were pasted into it.
HOSTILE = [
    '" } #',
    "'",
    '"""',
    "\\",
    "a\nb } } DROP ALL #",
    "} UNION { ?s ?p ?o",
    "?who",
    "<http://e/>",
    "{ }",
    "\\u0022 }",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_text_is_bound_and_never_becomes_a_part_of_the_query(rocks: ArticleStore, value: str) -> None:
    text = spelled(question("who-said-what"), {"text": [Literal(value)]})
    plain = spelled(question("who-said-what"), {"text": [Literal("x")]})
    without_strings = [token for token in checked_words(text) if not token.startswith('"')]
    assert without_strings == [token for token in checked_words(plain) if not token.startswith('"')]
    assert ask(rocks, "who-said-what", {"text": value}).rows == ()


def checked_words(text: str) -> list[str]:
    from kg.query.tokens import tokens

    return [token.text for token in tokens(text)]


@pytest.mark.parametrize("value", ['"is" {lost} | for', "{lost}", '"is"'])
def test_a_text_with_signs_is_found_to_the_letter(rocks: ArticleStore, value: str) -> None:
    assert column(ask(rocks, "who-said-what", {"text": value}), "who") == ["Taro Sato"]


@pytest.mark.parametrize("kind", ["territory", "actor"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_name_is_an_unknown_name(rocks: ArticleStore, kind: str, value: str) -> None:
    with pytest.raises(UnknownNameError, match=f"no {kind}"):
        ask(rocks, "who-said-what", {kind: value})


@pytest.mark.parametrize(
    "value", ["yesterday", "22.1.2019", "2019-1", "2019-13", "2019-02-30", '2019"', "", "2019-01-22\n"]
)
def test_a_value_that_is_no_date_is_refused(rocks: ArticleStore, value: str) -> None:
    with pytest.raises(QueryError, match="is no date for --since; write 2019, 2019-01 or 2019-01-22"):
        ask(rocks, "timeline", {"since": value})


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("who-said-wat", {}, "no question 'who-said-wat'; did you mean who-said-what?"),
        ("zzzz", {}, "no question 'zzzz'; choose one of claims, contradictions,"),
        ("claims", {"when": "x"}, "the question claims has no parameter 'when'; it has territory, actor"),
        ("positions", {"stance": "likes"}, "'likes' is no stance; choose one of claims-sovereignty, controls"),
        ("positions", {"stance": ""}, "'' is no stance"),
        ("positions", {"stance": "re"}, "'re' is no stance"),
    ],
)
def test_what_cannot_be_asked_is_told(rocks: ArticleStore, name: str, arguments: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(rocks, name, arguments)
    assert str(caught.value).startswith(message)


def test_a_shift_counts_for_the_one_whom_the_holders_represent() -> None:
    before, after = Writer(HERALD), Writer(TRIBUNE)
    envoy = Actor(SATO, "Taro Sato", "person", before.mentions("Taro Sato"), represents=EAST)
    wish = before.position("Eastland wants talks", SATO, "seeks-negotiation", ROCK)
    refusal = after.position("Eastland will hold no more talks", EAST, "refuses-negotiation", ROCK)
    articles = ArticleFacts(HERALD, (envoy,), positions=(wish,)), ArticleFacts(TRIBUNE, positions=(refusal,))
    data = b"".join(article_nquads(one) for one in articles)
    store = memory_store(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))
    assert column(ask(store, "shifts"), "who", "holder_before", "holder") == [(EAST, "Taro Sato", EAST)]


def test_parts_of_a_query_take_part_only_with_their_parameter() -> None:
    asked = question("names")
    assert "?actor" not in spelled(asked, {})
    bound = spelled(asked, {"territory": [NamedNode("http://e/a"), NamedNode("http://e/b")]})
    assert "VALUES ?place { <http://e/a> <http://e/b> }" in bound
    assert "#if" not in bound


def test_every_question_file_is_found() -> None:
    files = sorted(path.stem for path in Path("kg/query/questions").glob("*.rq"))
    assert [one.name for one in questions()] == files
    assert len(files) >= 12
