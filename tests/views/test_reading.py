import pytest
from pyoxigraph import RdfFormat, parse

from kg.documents import Document
from kg.errors import QueryError, UnknownNameError
from kg.facts import ArticleFacts, Position, Territory
from kg.rdf import article_nquads
from kg.store import ArticleStore, memory_store
from kg.views import model as shown
from kg.views.confining import Confine
from kg.views.model import Actor, Article, Fact, Filters, PageModel
from kg.views.reading import read_model
from tests.views.quarrels import DUNE, EAST, NORTH, PETROV, ROCK, ROCKS, SATO, TREATY, VOTERS, WEST


@pytest.fixture(scope="session")
def model(store: ArticleStore) -> PageModel:
    return read_model(store)


def ids(model: PageModel) -> list[str]:
    return [fact.id.partition("/")[2] for fact in model.facts]


def fact(model: PageModel, number: str) -> Fact:
    return next(fact for fact in model.facts if fact.id == number)


def test_facts_come_in_the_order_of_days_and_of_the_text(model: PageModel) -> None:
    herald, tribune = ["claim", "held", "west", "ours", "meeting", "poll"], ["rejects", "again", "quiet", "cold"]
    assert ids(model) == herald + tribune


def test_what_concerns_no_territory_is_counted_and_left_out(model: PageModel) -> None:
    assert model.untold == 1


def test_a_statement_has_its_words_in_their_sentence(model: PageModel) -> None:
    found = fact(model, "statement/ours")
    assert (found.who, found.role, found.about, found.detail) == ((PETROV,), "spokesman", (ROCKS,), "direct")
    assert found.passage == (
        ('"The Rocks are ours,"', "words"),
        (" ", ""),
        ("Ivan Petrov", "source"),
        (", a spokesman of Westland, ", ""),
        ("told", "cue"),
        (" Taro Sato.", ""),
    )


def test_a_position_has_its_holder_and_who_told_it(model: PageModel) -> None:
    found = fact(model, "position/west")
    assert (found.who, found.stance, found.speaker) == ((WEST,), "claims-sovereignty", PETROV)
    rejects = fact(model, "position/rejects")
    assert (rejects.toward, rejects.speaker) == (WEST, None)


def test_a_position_on_a_proposal_has_its_words_and_share(model: PageModel) -> None:
    found = fact(model, "position/poll")
    assert (found.who, found.about, found.target, found.share) == ((VOTERS,), (), "a hand-over", 0.74)


def test_an_event_has_all_who_take_part(model: PageModel) -> None:
    found = fact(model, "event/meeting")
    assert (found.who, found.detail, found.date) == ((PETROV, SATO), "meeting, happened", "2019-01-21")


def test_entities_have_labels_parts_points_and_names_of_parties(model: PageModel) -> None:
    assert model.actors[PETROV] == Actor(PETROV, "Ivan Petrov", "person", WEST)
    assert model.territories[ROCK] == shown.Territory(ROCK, "Inner Rock", ROCKS, None, ((EAST, "Stone Isle"),))
    assert model.territories[ROCKS].point == (146.25, 44.5)
    assert model.treaties == (shown.Treaty(TREATY, "Treaty of Oslo", "1956", "concluded", 1),)


def test_articles_have_what_leads_to_them(model: PageModel) -> None:
    herald = fact(model, "position/claim").article
    assert model.articles[herald] == Article(
        herald, "Talks in Oslo", "Herald", "2019-01-22", "https://herald.example/1"
    )
    assert model.dates() == ("2019-01-22", "2022-03-22")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(territory="Dune"), ["quiet"]),
        (
            Filters(territory="The Rocks"),
            ["claim", "held", "west", "ours", "meeting", "rejects", "again", "cold"],
        ),
        (Filters(territory="Inner Rock", actor="Westland"), ["held", "meeting", "cold"]),
        (Filters(actor="Westland"), ["held", "west", "ours", "meeting", "cold"]),
        (Filters(stance="claims sovereignty"), ["claim", "west", "again"]),
        (Filters(since="2022"), ["rejects", "again", "quiet", "cold"]),
        (Filters(since="2019-01-22", stance="controls"), ["held"]),
        (Filters(since="2023"), []),
        (Filters(until="2019"), ["claim", "held", "west", "ours", "meeting", "poll"]),
        (Filters(since="2019-01-21", until="2019-01-21"), ["meeting"]),
        (Filters(question="claims"), ["claim", "held", "west", "rejects", "again"]),
        (Filters(question="claims", actor="Eastland", until="2020"), ["claim"]),
        (Filters(question="meetings", territory="Dune"), []),
    ],
)
def test_filters_confine_the_page(store: ArticleStore, filters: Filters, expected: list[str]) -> None:
    assert ids(read_model(store, filters)) == expected


def test_a_confined_page_counts_the_articles_that_are_left(store: ArticleStore) -> None:
    assert len(read_model(store, Filters(territory="Dune")).articles) == 1


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        (Filters(territory="Atlantis"), UnknownNameError, "Atlantis"),
        (Filters(actor="Nobody"), UnknownNameError, "Nobody"),
        (Filters(stance="loves"), QueryError, "'loves' is no stance; choose one of claims-sovereignty"),
        (Filters(since="May"), QueryError, "'May' is no date for --since"),
        (Filters(until="May"), QueryError, "'May' is no date for --until"),
        (Filters(question="clams"), QueryError, "no question 'clams'; did you mean claims?"),
        (Filters(question="sources"), QueryError, "no facts that a page shows; ask it with kg ask sources"),
    ],
)
def test_a_filter_that_fits_nothing_is_told(
    store: ArticleStore, filters: Filters, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        read_model(store, filters)


def test_an_empty_store_gives_an_empty_page() -> None:
    assert read_model(memory_store()).facts == ()


def test_words_that_begin_like_an_identifier_stay_words() -> None:
    words = "https://w3id.org/territorial-dispute/resource/article/1 is ours"
    document = Document(key="a", source="a", text=words)
    held = Position("position/a", EAST, "controls", (document.span(0, len(words)),), ROCK)
    place = Territory(ROCK, "Inner Rock", (document.span(0, 5),))
    quads = parse(
        article_nquads(ArticleFacts(document, territories=(place,), positions=(held,))), format=RdfFormat.N_QUADS
    )
    assert fact(read_model(memory_store(quads)), "position/a").passage == ((words, "words"),)


@pytest.mark.parametrize(
    ("since", "date", "kept"),
    [
        ("2019-01-22", "2019-01-22", True),
        ("2019-01-22", "2019-01-21", False),
        ("2019-01-22", "2019", True),  # it may be of that day or later
        ("2019-01-22", "2018-12", False),
        ("2019", "2019-01-01", True),
        ("2019", None, False),
    ],
)
def test_since_keeps_what_may_be_of_then_or_later(model: PageModel, since: str, date: str | None, kept: bool) -> None:
    assert Confine(since=since).keeps(model.facts[0], date) is kept


def test_who_is_not_in_the_gazetteer_has_the_articles_label(model: PageModel) -> None:
    assert (model.name(NORTH), model.name(DUNE), model.name("person/nobody")) == ("Northland", "Dune", "person/nobody")
