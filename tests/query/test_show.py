import pytest

from kg.errors import QueryError, UnknownNameError
from kg.query import show as query_show
from kg.query.show import Shown, show
from kg.store import DEFAULT_BASE, ArticleStore
from tests.query.three_articles import HERALD, TRIBUNE, Writer


def statement(store: ArticleStore) -> Shown:
    return show(store, "statement/e4734e27fb31bffc")


def test_a_fact_is_shown_with_its_words_their_place_and_what_read_them(rocks: ArticleStore) -> None:
    shown = statement(rocks)
    assert dict(shown.properties) == {
        "about": ("Inner Rock (territory/inner-rock)", "The Rocks (territory/the-rocks)"),
        "article": (TRIBUNE.id,),
        "confidence": (1.0,),
        "mode": ("mixed",),
        "speaker": ("Taro Sato (person/taro-sato.est)",),
    }
    (passage,) = shown.passages
    assert passage.roles == ("clearestEvidence", "content", "evidence")
    assert passage.words == TRIBUNE.text[passage.start : passage.end]
    assert passage.sentence == Writer(TRIBUNE).span("Envoy Taro Sato said that Stone Isle").text + (
        ', as we call it, "is" {lost} | for good.'
    )
    assert (passage.line, passage.paragraph) == (3, 2)
    assert (
        passage.place() == "Tribune, Talks are over, 2022-03-22 (tribune.txt, line 3, paragraph 2, characters 85-139)"
    )
    assert [name for name, _ in shown.read_by] == ["program"]


@pytest.mark.parametrize(
    "name",
    [
        DEFAULT_BASE + "statement/e4734e27fb31bffc",
        "statement/e4734e27fb31bffc",
        "statement/e473",
        "e4734e27",
    ],
)
def test_an_identifier_may_be_whole_local_or_its_beginning(rocks: ArticleStore, name: str) -> None:
    assert show(rocks, name) == statement(rocks)


@pytest.mark.parametrize(
    ("name", "identifier", "kind"),
    [
        ("Stone Isle", "territory/inner-rock", "territory"),
        ("Easton", "state/EST", "state"),
        ("petrov", "person/ivan-petrov.wst", "person"),
        ("treaty of oslo", "treaty/treaty-of-oslo", "treaty"),
        (HERALD.id, HERALD.id, "article"),
    ],
)
def test_things_are_shown_by_name(rocks: ArticleStore, name: str, identifier: str, kind: str) -> None:
    shown = show(rocks, name)
    assert (shown.id, shown.kind) == (identifier, kind)


def test_a_thing_is_shown_with_all_that_refers_to_it(rocks: ArticleStore) -> None:
    shown = show(rocks, "person/ivan-petrov.wst")
    assert [(link.property, link.words) for link in shown.links] == [
        ("holder", "Petrov denied it"),
        ("participants", "Petrov will meet Sato in May"),
        ("participants", "Petrov met Sato in Oslo"),
        ("speaker", '"The Rocks are ours,"'),
    ]
    assert [passage.words for passage in shown.passages] == ["Ivan Petrov", "Petrov", "Petrov", "Petrov"]


def test_whose_name_a_speaker_uses_is_shown_with_the_words(rocks: ArticleStore) -> None:
    (link,) = (link for link in show(rocks, "person/taro-sato.est").links if link.id.startswith("name-use/"))
    shown = show(rocks, link.id)
    assert (link.property, link.words) == ("speaker", "Stone Isle")
    assert dict(shown.properties) | {
        "form": ("Stone Isle",),
        "party": ("Eastland (state/EST)",),
        "speaker": ("Taro Sato (person/taro-sato.est)",),
        "territories": ("Inner Rock (territory/inner-rock)",),
    } == dict(shown.properties)
    assert shown.passages[0].sentence == (
        'Envoy Taro Sato said that Stone Isle, as we call it, "is" {lost} | for good.'
    )


def test_words_around_a_mention_stand_for_its_sentence(rocks: ArticleStore) -> None:
    shown = show(rocks, "Treaty of Oslo")
    assert shown.passages[0].sentence == "… wants talks on Inner Rock. The Treaty of Oslo of 1956 does not name it. …"


def test_what_is_much_is_counted_and_cut(rocks: ArticleStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_show, "MOST", 2)
    shown = show(rocks, "Inner Rock")
    assert (len(shown.links), shown.link_count) == (2, 15)
    assert (len(shown.passages), shown.passage_count) == (2, 5)
    assert "  and 13 more links\n" in shown.text()
    assert "  and 3 more passages\n" in shown.text()


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("zzz", UnknownNameError, 'nothing is called "zzz" in this store'),
        ("", UnknownNameError, 'nothing is called "" in this store'),
        ("<http://e/>", UnknownNameError, "nothing is called"),
        ("position/", QueryError, '"position/" fits 9 things: position/.*, ...; give more of the identifier'),
    ],
)
def test_what_cannot_be_shown_is_told(rocks: ArticleStore, name: str, error: type[QueryError], message: str) -> None:
    with pytest.raises(error, match=message):
        show(rocks, name)


def test_the_text_tells_it_all_in_lines(rocks: ArticleStore) -> None:
    assert statement(rocks).text().splitlines()[:4] == [
        "statement/e4734e27fb31bffc",
        "  about: Inner Rock (territory/inner-rock), The Rocks (territory/the-rocks)",
        f"  article: {TRIBUNE.id}",
        "  confidence: 1.0",
    ]
