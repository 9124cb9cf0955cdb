from hypothesis import given
from hypothesis import strategies as st

from kg.query.alliances import agreements, blocs
from kg.query.ties import Stand

_FACTS = iter(range(10**9))


def stand(holder: str, stance: str, target: str = "rock", *, toward: str | None = None, date: str = "2019") -> Stand:
    return Stand(holder, stance, target, toward, date, f"position/{next(_FACTS):09}")


def signs(*stands: Stand) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for one in agreements(stands):
        pair = (one.one.holder, one.other.holder)
        found[pair] = found.get(pair, 0) + one.sign
    return found


def test_rival_claimants_disagree() -> None:
    assert signs(stand("A", "claims-sovereignty"), stand("B", "claims-sovereignty")) == {("A", "B"): -1}


def test_who_backs_a_claim_sides_with_the_claimant() -> None:
    found = signs(stand("A", "claims-sovereignty"), stand("B", "recognizes-claim", toward="A"))
    assert found == {("A", "B"): 1}


def test_who_backs_rival_claims_disagree() -> None:
    found = signs(stand("B", "recognizes-claim", toward="A"), stand("C", "recognizes-claim", toward="D"))
    assert found[("B", "C")] == -1


def test_who_rejects_one_claim_agrees_and_who_rejects_different_ones_says_nothing() -> None:
    one, other = stand("B", "rejects-claim", toward="A"), stand("C", "rejects-claim", toward="A")
    assert signs(one, other)[("B", "C")] == 1
    assert ("B", "C") not in signs(one, stand("C", "rejects-claim", toward="D"))


def test_for_and_against_a_step_or_talks() -> None:
    assert signs(stand("A", "supports", "treaty"), stand("B", "opposes", "treaty")) == {("A", "B"): -1}
    assert signs(stand("A", "proposes", "treaty"), stand("B", "supports", "treaty")) == {("A", "B"): 1}
    assert signs(stand("A", "seeks-negotiation"), stand("B", "refuses-negotiation")) == {("A", "B"): -1}
    assert signs(stand("A", "seeks-negotiation"), stand("B", "claims-sovereignty")) == {}


def test_only_the_latest_position_counts() -> None:
    early, late = stand("A", "supports", "treaty", date="2018"), stand("A", "opposes", "treaty", date="2020")
    other = stand("B", "opposes", "treaty")
    assert signs(late, early, other) == {("A", "B"): 1}


def test_possession_and_no_position_take_no_side() -> None:
    assert signs(stand("A", "controls"), stand("B", "no-position"), stand("C", "claims-sovereignty")) == {}


def test_a_common_friend_does_not_make_friends_of_rivals() -> None:
    stands = [
        stand("A", "claims-sovereignty", "rock"),
        stand("B", "claims-sovereignty", "rock"),
        stand("A", "supports", "treaty"),
        stand("C", "supports", "treaty"),
        stand("A", "opposes", "base"),
        stand("C", "opposes", "base"),
        stand("C", "seeks-negotiation", "reef"),
        stand("B", "seeks-negotiation", "reef"),
        stand("A", "refuses-negotiation", "reef"),
    ]
    assert [bloc.members for bloc in blocs(agreements(stands))] == [("A", "C"), ("B",)]


def test_who_agrees_as_often_as_not_is_in_no_bloc() -> None:
    stands = [
        stand("A", "supports", "treaty"),
        stand("B", "supports", "treaty"),
        stand("A", "supports", "base"),
        stand("B", "opposes", "base"),
    ]
    assert [bloc.members for bloc in blocs(agreements(stands))] == [("A",), ("B",)]


STANDS = st.lists(
    st.builds(
        stand,
        st.sampled_from("ABCDE"),
        st.sampled_from(["supports", "opposes", "claims-sovereignty", "seeks-negotiation"]),
        st.sampled_from(["rock", "reef", "treaty"]),
    ),
    max_size=15,
)


@given(STANDS)
def test_every_actor_of_an_agreement_is_in_one_bloc(stands: list[Stand]) -> None:
    found = agreements(stands)
    members = [member for bloc in blocs(found) for member in bloc.members]
    assert len(members) == len(set(members))
    assert set(members) == {one.holder for pair in found for one in (pair.one, pair.other)}


@given(STANDS)
def test_no_two_blocs_agree_on_balance(stands: list[Stand]) -> None:
    found = agreements(stands)
    number = {member: index for index, bloc in enumerate(blocs(found)) for member in bloc.members}
    balance: dict[tuple[int, int], int] = {}
    for pair in found:
        key = tuple(sorted((number[pair.one.holder], number[pair.other.holder])))
        balance[key] = balance.get(key, 0) + pair.sign  # type: ignore[index, arg-type]
    assert all(score <= 0 for (one, other), score in balance.items() if one != other)
