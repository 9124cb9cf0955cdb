"""Who is one across articles, who may be, and who is not."""

import pytest

from kg.identity import Dataset, publish_identities
from kg.query import select
from kg.store import ArticleStore, memory_store
from tests.identity.actors import EAST, WEST, Told, article, body, group, national, person, published, quads_of

NODES = "SELECT DISTINCT ?x { GRAPH ?g { VALUES ?c { td:Person td:Organization td:Group } ?x a ?c } } ORDER BY ?x"
REASONS = "SELECT DISTINCT ?reason { ?x a td:PossibleMatch ; td:reason ?reason } ORDER BY ?reason"


def nodes(store: ArticleStore) -> list[str]:
    return [str(row["x"]).removeprefix(store.base) for row in select(store, NODES).records()]


def reasons(store: ArticleStore) -> list[str]:
    return [str(row["reason"]) for row in select(store, REASONS).records()]


def dated(*told: tuple[str | None, Told]) -> ArticleStore:
    """Return the store that readers get of articles with one actor, by the years in which they were published."""
    store = memory_store(quads_of(article(number, one, year=year) for number, (year, one) in enumerate(told)))
    assert publish_identities(Dataset(store.dataset, store.base)) == []
    return store


SAME = [
    (person("Oleh Vasylenko", "president", EAST), person("Oleh Vasylenko")),
    (person("Oleh Hrytsky", "president", EAST), person("Oleh Hrytskyi", "president")),
    (person("Sergei Malkov", "envoy", EAST), person("Sergey Malkov", "foreign minister", EAST)),
    (person("Mohammed Barouni", "premier", EAST), person("Muhamad Baruni", "premier", EAST)),
    (person("Elías Núñez", "spokesman", EAST), person("ELIAS NUNEZ", "spokesman", EAST)),
    (person("Kenji Morita", "minister", EAST), person("Morita Kenji", "minister", EAST)),
    (person("Pak Jae-ho", "envoy", EAST), person("Pak Jae Ho")),
    (person("Jae-ho Pak", "envoy", EAST), person("Pak Jae-ho", "envoy", EAST)),
    (person("Walter J. Crane", "senator", EAST), person("Walter Crane", "senator")),
    (person("Gen. Walter Crane", "general", EAST), person("Walter Crane", "commander", EAST)),
    (person("Rodrigo Alba Torres", "president", EAST), person("Rodrigo Torres", "president", EAST)),
    (person("Nadia al-Khatib"), person("Nadia Khatib")),
    (person("Brian Moss"), person("Bryan Moss")),
    (person("Mykola Hrytsky", "president", EAST), person("Nikolai Hrytskiy")),
    (person("Yitzhak Moran", "minister"), person("Isaac Moran", "minister")),
    (person("Joe Harlan", "president", EAST), person("Joseph Harlan", "president", EAST)),
    (person("Ted Crane", "senator", EAST), person("Theodore Crane", "senator", EAST)),
    (person("Vasylenko", "president", EAST), person("Oleh Vasylenko", "president", EAST)),
    (person("Rodrigo Alba Torres", "president", EAST), person("Alba Torres", "president", EAST)),
    (body("Eastern Ministry of Defence"), body("Eastland's Defense Ministry")),
    (national("Walter Crane", "painter", EAST), person("Walter Crane", "painter")),
    (national("Walter Crane", "envoy", EAST), person("Walter Crane", "envoy", EAST)),
    (body("Workers' Party", EAST), body("Workers' Party")),
    (body("Supreme Council", EAST), body("Eastern Supreme Council")),
    (body("Union of Fishermen & Divers"), body("Union of Fishermen and Divers")),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=lambda told: told[1])
def test_one_in_two_articles_is_one_node(one: tuple, other: tuple) -> None:
    there, back = published([one], [other]), published([other], [one])
    assert len(nodes(there)) == 1
    assert nodes(there) == nodes(back)
    assert reasons(there) == []


PERHAPS = [
    (
        national("Walter Crane", "painter", EAST),
        national("Walter Crane", "painter", WEST),
        "same name, another state",
    ),
    (
        national("Walter Crane", "painter", EAST),
        person("Walter Crane", "member"),
        "same name, but roles that one person seldom holds",
    ),
    (person("Oleh Vasylenko", "president", EAST), person("Oleh Vasylenko", "coach", WEST), "same name, another state"),
    (
        person("Walter Crane", "minister", EAST),
        person("Walter Crane Jr.", "minister", EAST),
        "same name, but only one is told as junior or the like",
    ),
    (
        person("Walter Crane", "minister", EAST),
        person("Walter Crane", "fisherman"),
        "same name, but roles that one person seldom holds",
    ),
    (person("James Henry"), person("Henry James"), "the same words in another order"),
    (
        person("Bob Harlan", "president", EAST),
        person("Rob Harlan", "president", EAST),
        "same family name, role and state, another given name",
    ),
    (person("Mykola Hrytsky"), person("Nikolai Hrytsky"), "a name in two languages, the state told in neither"),
    (person("Mykola Hrytsky", "envoy", EAST), person("Nikolai Hrytsky", "envoy", WEST), "same name, another state"),
    (
        person("Vasylenko", "president", EAST),
        person("Oleh Vasylenko", "president"),
        "the family name alone, same role, the state told in one only",
    ),
]


@pytest.mark.parametrize(("one", "other", "reason"), PERHAPS, ids=lambda told: told[1])
def test_who_may_be_one_stays_two_and_is_linked(one: tuple, other: tuple, reason: str) -> None:
    store = published([one], [other])
    assert len(nodes(store)) == 2
    assert reasons(store) == [reason]
    pairs = select(store, "SELECT ?a ?b { ?a skos:closeMatch ?b }")
    assert sorted(str(a).removeprefix(store.base) for a, _ in pairs.rows) == nodes(store)


NOT_ONE = [
    (person("Walter J. Crane", "senator", EAST), person("Walter K. Crane", "senator", EAST)),
    (person("Taro Mori", "minister", EAST), person("Yoko Mori", "minister", EAST)),
    (person("Li Wen", "envoy", EAST), person("Ly Wen", "envoy", EAST)),
    (person("spokesman", "spokesman", EAST), person("spokesman", "spokesman", EAST)),
    (group("fishermen"), group("fishermen")),
    (body("Foreign Ministry", EAST), body("Foreign Ministry", WEST)),
    (body("coast guard"), body("coast guard")),
    (body("Workers' Party", EAST), body("Workers' Party", WEST)),
    (body("Foreign Ministry", EAST), body("Foreign Ministry")),
    (body("Eastern Supreme Council"), body("Supreme Council", WEST)),
]


@pytest.mark.parametrize(("one", "other"), NOT_ONE, ids=lambda told: told[1])
def test_two_are_not_one(one: tuple, other: tuple) -> None:
    store = published([one], [other])
    assert len(nodes(store)) == 2
    assert [one for one in reasons(store) if not one.startswith("same family name")] == []


def test_no_state_told_fits_one_namesake_and_not_two() -> None:
    east, west, untold = (person("Ana Duarte", "minister", state) for state in (EAST, WEST, None))
    assert len(nodes(published([east], [untold]))) == 1
    store = published([east], [west], [untold])
    assert len(nodes(store)) == 3
    assert len(reasons(store)) == 2


def test_a_party_whose_state_is_untold_is_the_only_one_of_its_name_and_not_one_of_two() -> None:
    east, west, untold = (body("Workers' Party", state) for state in (EAST, WEST, None))
    assert len(nodes(published([east], [untold]))) == 1
    store = published([east], [west], [untold])
    assert len(nodes(store)) == 3
    assert reasons(store) == ["same name, the state told in one only"]


def test_a_family_name_fits_one_in_its_role_and_not_two() -> None:
    alone, one, other = (person(name, "president", EAST) for name in ("Crane", "Walter Crane", "Alice Crane"))
    assert len(nodes(published([alone], [one]))) == 1
    store = published([alone], [one], [other])
    assert len(nodes(store)) == 3
    assert reasons(store) == ["the family name alone, same role and state, which others fit as well"]


def test_a_nickname_fits_one_in_its_role_and_not_two() -> None:
    called, one, other = (person(f"{name} Crane", "senator", EAST) for name in ("Ted", "Edward", "Theodore"))
    assert len(nodes(published([called], [one]))) == 1
    store = published([called], [one], [other])
    assert len(nodes(store)) == 3


@pytest.mark.parametrize(("years", "expected"), [(("1991", "1994"), 1), (("1991", "2003"), 2), ((None, "2003"), 1)])
def test_a_family_name_and_a_role_mean_one_person_for_some_years(years: tuple[str | None, str], expected: int) -> None:
    told = (person("Crane", "president", EAST), person("Walter Crane", "president", EAST))
    assert len(nodes(dated(*zip(years, told, strict=True)))) == expected


CAREERS = [
    ([("1951", "president"), ("1988", "president")], 2),
    ([("1951", "president"), ("1969", "president"), ("1988", "president")], 1),
    ([("1951", "president"), ("1988", "former president")], 1),
    ([("1951", "president"), ("1988", None)], 1),
    ([("1951", "minister"), ("1968", "army captain")], 2),
    ([("1951", "army captain"), ("1968", "minister")], 1),
    ([("1951", "businessman"), ("1968", "minister")], 1),
    ([("1951", "president"), (None, "president"), ("1988", "president"), ("1990", "president")], 2),
]


@pytest.mark.parametrize(("told", "expected"), CAREERS)
def test_one_name_and_state_are_two_persons_after_a_generation(
    told: list[tuple[str | None, str | None]], expected: int
) -> None:
    store = dated(*((year, person("Walter Crane", role, EAST)) for year, role in told))
    assert len(nodes(store)) == expected
    assert len(reasons(store)) == expected - 1


def test_who_bears_a_name_a_generation_later_keeps_the_identifier_that_more_articles_give() -> None:
    years = ("1951", "1953", "1988")
    store = dated(*((year, person("Walter Crane", "president", EAST)) for year in years))
    assert nodes(store) == ["person/walter-crane.est", "person/walter-crane.est.1988"]
    assert reasons(store) == ["same name, 35 years apart"]


def test_the_spelling_of_most_articles_is_shown_and_the_others_are_kept() -> None:
    usual, rare = person("Oleh Hrytsky", "president", EAST), person("Oleh Hrytskyy", "president")
    store = published([rare], [usual], [usual])
    found = select(
        store, "SELECT DISTINCT ?x ?label ?other { ?x a td:Person ; td:label ?label ; skos:altLabel ?other }"
    )
    assert found.rows == ((f"{store.base}person/oleh-hrytsky.est", "Oleh Hrytsky", "Oleh Hrytskyy"),)
    told = select(store, "SELECT ?old ?reason { ?i td:identifies ?x ; td:replaces ?old ; td:reason ?reason }")
    assert told.rows == (
        (
            f"{store.base}person/oleh-hrytskyy",
            'as "Oleh Hrytsky": same name in another transliteration, the state told in one only',
        ),
    )


def test_facts_of_who_is_one_are_of_one_node() -> None:
    store = published([person("Oleh Hrytsky", "president", EAST)], [person("Oleh Hrytskyy", "president")])
    roles = select(store, "SELECT DISTINCT ?x { ?role a td:Role . ?x td:roles ?role . ?role org:member ?x }")
    assert roles.rows == ((f"{store.base}person/oleh-hrytsky.est",),)


def test_what_must_stay_apart_is_neither_joined_nor_linked() -> None:
    one, other = person("Oleh Hrytsky", "president", EAST), person("Oleh Hrytskyy")
    store = published([one], [other], apart=[("person/oleh-hrytsky.est", "person/oleh-hrytskyy")])
    assert len(nodes(store)) == 2
    assert reasons(store) == []


def test_who_is_joined_by_decision_is_one_whatever_the_names() -> None:
    pair = ("person/ana-duarte.est", "person/the-iron-lady.wst")
    store = published(
        [person("Ana Duarte", None, EAST)], [person("The Iron Lady", None, WEST)], same={pair: "t.csv line 2"}
    )
    assert nodes(store) == ["person/ana-duarte.est"]
