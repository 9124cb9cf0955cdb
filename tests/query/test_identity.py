"""What `kg show` and `kg review` tell of who is one across articles, and names that were given up."""

import pytest

from kg.errors import QueryError
from kg.query import ask
from kg.query.identity import Form, Identity
from kg.query.names import find_things, local_id
from kg.query.review import review, review_text
from kg.query.show import show
from kg.store import ArticleStore
from tests.identity.actors import EAST, WEST, group, person, published

SHOWN = "person/oleh-hrytsky.est"


@pytest.fixture(scope="module")
def store() -> ArticleStore:
    return published(
        [person("Oleh Hrytsky", "president", EAST)],
        [person("Oleh Hrytskyy", "president", EAST), group("fishermen")],
        [person("Oleh Hrytsky", "coach", WEST), group("fishermen")],
        [
            person("Oleh Hrytsky", "president", EAST),
            person("Ana Duarte", "minister", EAST),
            person("Ana Duarte Jr.", "minister", EAST),
        ],
        apart=[("person/ana-duarte.est", "person/ana-duarte-jr.est")],
    )


def test_an_actor_is_shown_with_its_spellings_and_those_who_may_be_the_same(store: ArticleStore) -> None:
    shown = show(store, SHOWN)
    assert shown.identity == (
        Identity(
            "also named",
            "person/oleh-hrytskyy.est",
            "Oleh Hrytskyy",
            'as "Oleh Hrytsky": same name in another transliteration, same state',
        ),
        Identity("perhaps the same", "person/oleh-hrytsky.wst", "Oleh Hrytsky", "same name, another state"),
    )
    assert '  also named: Oleh Hrytskyy (person/oleh-hrytskyy.est), as "Oleh Hrytsky": same name' in shown.text()
    assert all(not link.id.startswith(("identification/", "possible-match/")) for link in shown.links)


def test_a_correction_that_tells_two_apart_is_shown_with_both(store: ArticleStore) -> None:
    for one, other in (("ana-duarte", "ana-duarte-jr"), ("ana-duarte-jr", "ana-duarte")):
        (found,) = show(store, f"person/{one}.est").identity
        assert (found.how, found.id, found.reason) == (
            "not the same",
            f"person/{other}.est",
            "correction t.csv line 9",
        )


def test_forms_are_told_with_the_row_or_the_rule_by_which_they_are_understood(
    store: ArticleStore, rocks: ArticleStore
) -> None:
    assert show(rocks, "territory/inner-rock").forms == (
        Form("Inner Rock", 3, "name in t.csv:3"),
        Form("Stone Isle", 2, "name in t.csv:3"),
    )
    assert show(rocks, "person/ivan-petrov.wst").forms == (
        Form("Petrov", 3, "part of the name, which its article or another tells in full"),
        Form("Ivan Petrov", 1, "the name"),
    )
    assert {form.how for form in show(store, SHOWN).forms} == {"the name"}


@pytest.mark.parametrize("name", ["person/oleh-hrytskyy.est", "Oleh Hrytskyy"])
def test_a_name_that_was_given_up_leads_to_who_bears_it(store: ArticleStore, name: str) -> None:
    assert show(store, name).id == SHOWN
    assert [local_id(store, one.value) for one in find_things(store, "actor", name)] == [SHOWN]
    assert ask(store, "positions", {"actor": name}).rows == ()


def test_an_identifier_that_several_took_over_is_told(store: ArticleStore) -> None:
    with pytest.raises(QueryError, match=r'"group/fishermen" fits 2 things: group/fishermen\.\w{8}, group/fishermen\.'):
        show(store, "group/fishermen")


def test_review_lists_pairs_with_their_words_and_the_rows_that_decide(store: ArticleStore) -> None:
    (row,) = review(store).records()
    assert (row["likeness"], row["reason"], row["who"], row["id"], row["other_id"]) == (
        0.3,
        "same name, another state",
        "Oleh Hrytsky",
        SHOWN,
        "person/oleh-hrytsky.wst",
    )
    assert row["if_one"] == f"same as,{SHOWN},person/oleh-hrytsky.wst"
    assert row["if_two"] == f"not the same,{SHOWN},person/oleh-hrytsky.wst"
    assert (row["quote"], row["article"], row["other_article"]) == ("Oleh Hrytskyy", "1.txt", "2.txt")
    assert str(row["sentence"]).startswith("Oleh Hrytskyy")


def test_review_reads_as_paragraphs(store: ArticleStore) -> None:
    lines = review_text(review(store)).splitlines()
    assert lines[:2] == [
        f"Oleh Hrytsky ({SHOWN}) and Oleh Hrytsky (person/oleh-hrytsky.wst)",
        "    same name, another state; likeness 0.3",
    ]
    assert lines[-1] == f"    if they are two:  not the same,{SHOWN},person/oleh-hrytsky.wst"
