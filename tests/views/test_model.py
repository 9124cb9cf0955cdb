from kg.views.model import Actor, PageModel, Territory


def test_a_party_calls_a_place_by_its_first_name_in_latin_letters() -> None:
    names = (("state/A", "北方領土"), ("state/A", "Hoppō"), ("state/A", "Chishima"), ("state/B", "Курилы"))
    assert Territory("t", "Kurils", None, None, names).called() == {"state/A": "Hoppō", "state/B": "Курилы"}


def test_an_actor_is_of_the_side_that_it_speaks_for_in_the_end() -> None:
    speaks_for = {"spokesman": "ministry", "ministry": "state", "state": None, "one": "other", "other": "one"}
    actors = {name: Actor(name, name, "group", of) for name, of in speaks_for.items()}
    model = PageModel({}, actors, {}, (), (), 0)
    assert [model.side(one) for one in ("spokesman", "state", "nobody", "one")] == ["state", "state", "nobody", "other"]
