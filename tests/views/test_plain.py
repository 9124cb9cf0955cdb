import pytest

from kg.views.plain import is_latin, plain, visible, web_address
from tests.views.hostile_words import ADDRESSES


@pytest.mark.parametrize(
    "address", ["https://herald.example/1?a=b&c=d#e", "http://herald.example", "https://h.example/ü"]
)
def test_address_of_the_web_is_kept(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize("address", ADDRESSES)
def test_any_other_address_is_none(address: str) -> None:
    assert web_address(address) is None


def test_what_is_not_seen_is_left_out() -> None:
    assert plain(" a\u202eb\x00c\n\td\u2066 ") == "abc d"
    assert visible("a\n b\u202e") == "a\n b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hoppō Ryōdo", True), ("Îles (2)", True), ("北方領土", False), ("Малая", False), ("Atoll Малая", False)],
)
def test_latin_letters_are_told(text: str, expected: bool) -> None:
    assert is_latin(text) is expected
