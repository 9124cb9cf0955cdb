"""What stands before a person's name without being part of it, and what people of a country are called."""

import csv
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"
_WORDS = frozenset(
    "acting admiral air ambassador archbishop assistant attorney ayatollah baron bishop brigadier captain cardinal "
    "chairman chairwoman chancellor chief coach colonel commander commissioner congressman congresswoman corporal "
    "counselor crown dame defence defense deputy director doctor dr emir emperor empress envoy "
    "executive father finance first foreign "
    "former general gov governor grand interim interior justice king lady leader lieutenant lord lt maj major marshal "
    "mayor minister miss mr mrs ms mufti mullah officer opposition patriarch pope premier president prime prince "
    "princess professor prof queen rabbi rep representative rev reverend saint secretary secretary-general sen senator "
    "sergeant sgt sheikh shaikh sheik sir special speaker spokesman spokeswoman state sultan supreme vice "
    "vice-president affairs of the u.s. us gen col capt adm gov press trade".split()
)

_PEOPLES = frozenset(
    "arab arabs arabian basque catalan chechen chechens christian christians hutu hutus islamic islamist islamists jew "
    "jewish jews kurd kurdish kurds muslim muslims pashtun pashtuns shia shias shi'ite shi'ites shiite shiites sunni "
    "sunnis tamil tamils tutsi tutsis uighur uighurs european europeans african africans asian asians "
    "western westerners "
    "latin catholic catholics soviet soviets".split()
)  # beside those of the table of states


def without_title(words: list[str], start: int, end: int) -> int:
    """Return where a name begins behind its titles; at its end, when it is nothing but a title.

    >>> without_title("Prime Minister Tony Blair".split(), 0, 4)
    2
    """
    while start < end and words[start].lower().rstrip(".") in TITLES:
        start += 1
    return start


@cache
def demonyms() -> frozenset[str]:
    """Return the names of peoples, in lower case, by the table of states."""
    with (_DATA / "gazetteer" / "states.csv").open(encoding="utf-8", newline="") as file:
        names = [name for row in csv.DictReader(file) for name in row["demonyms"].split("|")]
    return _PEOPLES | {name.lower() for name in names if name}


def is_demonym(word: str) -> bool:
    """Say whether a word names a people or what is theirs."""
    return word.lower() in demonyms()


TITLES = frozenset(word.rstrip(".") for word in _WORDS)
