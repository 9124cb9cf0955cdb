"""Actors: who is kept of the cast."""

from typing import Any

import pytest

import kg.extractors.actors
import kg.extractors.statements
from kg.extraction import extract
from kg.facts import Actor, Statement

assert kg.extractors.actors


def read_actors(read: Any, text: str) -> dict[str, Actor]:
    article = read(text)
    extract(article)
    return {actor.id: actor for actor in article.facts(Actor)}


def test_whom_a_speaker_represents_is_an_actor_with_evidence(read: Any) -> None:
    actors = read_actors(read, "The deal is dead, Palestinian President Omar Khalidi said on Friday.")
    (khalidi,) = [actor for actor in actors.values() if actor.label == "Omar Khalidi"]
    assert khalidi.represents is not None
    assert [span.text for span in actors[khalidi.represents].mentions] == ["Palestinian"]


def test_every_role_is_held_for_an_actor_that_is_there(read: Any) -> None:
    actors = read_actors(read, "Anna Kallas, the foreign minister of Estonia, told a spokesman for Interpol to wait.")
    held_for = {role.represents for actor in actors.values() for role in actor.roles if role.represents}
    assert held_for
    assert held_for <= set(actors)


def test_who_serves_a_person_speaks_for_the_same_state(read: Any) -> None:
    text = "Estonian President Anna Kallas left early. Peeter Saar, Kallas's press secretary, said that she was ill."
    actors = {actor.label: actor for actor in read_actors(read, text).values()}
    assert (actors["Peeter Saar"].role, actors["Peeter Saar"].represents) == ("press secretary", "state/EST")


def test_a_body_that_is_called_somebodys_is_his(read: Any) -> None:
    text = "Activist Peeter Saar was held. Saar said that all were members of his Green Front organization."
    (saar,) = [actor for actor in read_actors(read, text).values() if actor.label == "Peeter Saar"]
    assert (saar.role, saar.represents) == ("Activist", "organization/green-front")
    assert "his Green Front organization" in {span.text for role in saar.roles for span in role.evidence}


def test_a_state_that_is_only_a_place_is_no_actor(read: Any) -> None:
    actors = read_actors(read, "“The sea is calm,” said fisherman Joe Netto in Norway.")
    assert [actor.label for actor in actors.values()] == ["Joe Netto"]


def test_a_person_with_a_title_is_kept_without_a_statement(read: Any) -> None:
    actors = read_actors(read, "The road to Prime Minister Edi Kodra was closed.")
    assert [(actor.label, actor.role) for actor in actors.values()] == [("Edi Kodra", "Prime Minister")]


def test_the_state_that_opens_a_ministrys_name_is_an_actor(read: Any) -> None:
    actors = read_actors(read, "The Kosovo Foreign Ministry insisted that the islands are lost.")
    (ministry,) = [actor for actor in actors.values() if actor.label == "Kosovan Foreign Ministry"]
    assert ministry.represents is not None
    assert [span.text for span in actors[ministry.represents].mentions] == ["Kosovo"]


def labels(read: Any, text: str) -> set[str]:
    return {actor.label for actor in read_actors(read, text).values()}


def test_a_people_that_acts_is_an_actor_and_a_place_that_only_is_something_is_none(read: Any) -> None:
    text = "Kashmiris have feared a siege for years. The Falkland Islands are far from any coast."
    assert labels(read, text) == {"Kashmiris"}


def test_a_bare_office_is_the_one_that_was_named_before(read: Any) -> None:
    text = "The Norwegian navy held a drill.\n\nThe navy and coastguard have trained there. A Navy spokesman said so."
    assert {"Norwegian Navy", "Norwegian Coast Guard"} <= labels(read, text)
    assert "Navy" not in labels(read, text)


def test_the_spokesman_is_who_was_called_a_spokesman_before(read: Any) -> None:
    text = "A spokesman for the Tern Society said the birds were back. They would stay, the spokesman said."
    people = [actor for actor in read_actors(read, text).values() if actor.type == "person"]
    assert [actor.represents for actor in people] == ["organization/tern-society"]


def test_a_party_is_an_actor_where_somebody_deals_with_it_and_not_where_he_talks_about_it(read: Any) -> None:
    text = "Deputy Ana Holm voted with the Heron Party. Holm spoke about the Osprey Party."
    assert labels(read, text) == {"Ana Holm", "Heron Party"}


def test_a_party_is_of_the_state_before_its_name(read: Any) -> None:
    actors = read_actors(read, "Deputy Ana Holm voted with Norway's Heron Party.")
    (role,) = actors["organization/heron-party"].roles
    assert (role.role, role.represents, role.state) == ("Party", None, "state/NOR")


def test_troops_and_people_of_nobody_take_no_part(read: Any) -> None:
    assert labels(read, "Troops were deployed at dawn. At least 40 people have been killed.") == set()


def test_a_group_of_a_told_kind_is_an_actor_where_it_acts_or_something_is_done_to_it(read: Any) -> None:
    text = (
        "Chadian herders burned the post. Gunmen from Norby fled. The blast wounded nine Danish divers. Cooks waited."
    )
    assert labels(read, text) == {"Chadian herders", "Gunmen from Norby", "Danish divers"}


def test_a_people_and_a_document_speak_for_no_state(read: Any) -> None:
    assert labels(read, "Kashmiris have feared a siege for years, a Chadian report said.") == {
        "Kashmiris",
        "Chadian report",
    }


def test_who_prints_what_he_is_told_is_no_actor(read: Any) -> None:
    assert labels(read, "Ana Holm told Radio Dalen and reporters on Friday that the pier was lost.") == {"Ana Holm"}


def test_the_noun_behind_a_name_tells_a_body_and_whose_leader_somebody_is(read: Any) -> None:
    text = "Ana Holm, a leader of the main opposition Dawn (Zora) alliance, said that the pier was lost."
    (holm,) = [actor for actor in read_actors(read, text).values() if actor.label == "Ana Holm"]
    assert (holm.role, holm.represents) == ("leader", "organization/dawn")


def test_a_post_may_be_told_at_length_behind_a_name(read: Any) -> None:
    text = "Norway sent Ana Holm, the head of the northern desk at its foreign ministry, to Chad."
    (holm,) = [actor for actor in read_actors(read, text).values() if actor.label == "Ana Holm"]
    assert holm.role == "head"


def test_all_states_of_a_list_act(read: Any) -> None:
    assert labels(read, "Only Belgium, Kenya and Togo have followed suit.") == {"Belgium", "Kenya", "Togo"}


def test_the_ministry_is_the_one_that_was_called_a_ministry(read: Any) -> None:
    text = "The foreign ministry in Manila protested on Monday. China was silent. The ministry said that it would wait."
    assert "Chinese Ministry" not in labels(read, text)


@pytest.mark.parametrize(
    "name",
    ["Dalen People's Liberation Movement", "Holm Center for Political and Strategic Studies", "Ministry of Fisheries"],
)
def test_the_name_of_a_body_is_read_whole(read: Any, name: str) -> None:
    assert any(label.endswith(name) for label in labels(read, f"The {name} said that the pier was lost."))


def test_no_time_and_no_doing_says_anything(read: Any) -> None:
    assert labels(read, "An outpouring of grief last spring suggested that the pier was lost.") == set()


def test_a_title_that_ends_a_name_is_part_of_it(read: Any) -> None:
    assert labels(read, "Prime Minister Amartya Sen hailed the deal.") == {"Amartya Sen"}


def test_whose_people_are_named_by_whom_they_serve(read: Any) -> None:
    found = labels(read, "Edi Kodra, whose aides said that the road was closed, left.")
    assert "Edi Kodra’s aides" in found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('King Haakon V met farmers on Monday. "We will help," the monarch said.', {"Haakon V"}),
        ('Prime Minister Anna Berg signed the accord. "We did it," the PM told reporters.', {"Anna Berg"}),
        ('Senate President Luis Ocampo urged both sides to talk. "Nobody wins," the senator said.', {"Luis Ocampo"}),
        (
            'President Ana Robles left. Senate President Luis Diaz urged both to talk. "It began," the President said.',
            {"Ana Robles", "Luis Diaz"},
        ),
        (
            "One Western diplomat said that the trip was a mistake. “Nobody wins,” the envoy said.",
            {"One Western diplomat"},
        ),
        (
            "A senior harbour official said that talks had failed. The source said that a note had been sent.",
            {"senior harbour official"},
        ),
    ],
)
def test_another_word_for_somebody_told_before_is_no_further_actor(read: Any, text: str, speakers: set[str]) -> None:
    article = read(text)
    extract(article)
    names = {one.id: one.label for one in article.facts(Actor)}
    assert {names[one.speaker] for one in article.facts(Statement) if one.speaker} == speakers
    assert {one.label for one in article.facts(Actor) if one.type == "person"} <= speakers


def test_a_news_agency_of_another_name_is_another(read: Any) -> None:
    told = labels(read, "The talks failed, the Tamar news agency said. It rained, the Belos news agency said.")
    assert {"Tamar news agency", "Belos news agency"} <= told


def test_hours_are_no_heads_of_government(read: Any) -> None:
    actors = read_actors(read, "It was late. By 5 pm Anna Berg had left the hall.")
    assert [(one.label, one.role) for one in actors.values()] == [("Anna Berg", None)]


@pytest.mark.parametrize(
    "text", ["The daily {} said it rained. {} denied that.", "The rebel group {} left. {} said no."]
)
@pytest.mark.parametrize("name", ["Koral", "Koral Vento"])
def test_what_a_noun_tells_to_be_a_body_is_one_wherever_it_is_named(read: Any, text: str, name: str) -> None:
    actors = read_actors(read, text.format(name, name))
    assert [(one.label, one.type) for one in actors.values()] == [(name, "organization")]
