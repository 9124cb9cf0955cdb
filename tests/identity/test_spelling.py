import csv

import pytest

from kg.identity.nicknames import is_nickname
from kg.identity.spelling import PersonName, read_name
from kg.identity.transliteration import sound
from kg.resources import resource

SPELLINGS = [
    "Volodymyr Hrytsky|Volodymyr Hrytskiy|Volodymyr Hrytskyy|Volodymyr Hrytskyi|Wolodymyr Hrytskij",
    "Sergei Malkov|Sergey Malkov|Sergej Malkov|Sergeï Malkoff",
    "Mohammed Barouni|Mohamed Baruni|Muhammad Barouni|Mohammad Baruni",
    "Dmitry Lunin|Dmitri Lunin|Dmitriy Lunin|Dmitrii Lunin",
    "Aleksandr Novak|Alexander Novak|Alexandr Novák|Aleksander Novak",
    "Yevgeny Orlov|Evgeny Orlov|Yevgeni Orlov|Evgenii Orlov",
    "Natalia Lunina|Natalya Lunina|Nataliya Lunina|Natalija Lunina",
    "Pak Jae-ho|Pak Jae Ho|Pak Jaeho|Jae-ho Pak|PAK JAE-HO",
    "Bashir al-Hamwi|Bashir el-Hamwi|Bashir Hamwi",
    "Hussein Omari|Husain Omari|Hussain Omari|Hossein Omari",
    "Gerhard Moeller|Gerhard Möller",
    "Dr. Ana Duarte|Ana M. Duarte|Ana Duarte (ADB)",
    "Mykola Hrytsky|Nikolai Hrytskiy|Mikalai Hrytski",
    "Yevhen Malkov|Evgeny Malkov|Yauhen Malkov",
    "Mikheil Tsuladze|Mikhail Tsuladze",
    "Giorgos Lambrou|Georgios Lambrou|George Lambrou",
    "Yitzhak Ben-Ami|Isaac Ben Ami",
    "Hakob Melikyan|Hagop Melikian|Akop Melikian",
    "Abd al-Karim Nuri|Abdelkarim Nuri|Abdul Kareem Nouri",
    "Ibrahim Qassem|Ebrahim Ghasem|Brahim Kassem",
    "Taro Ohno|Tarou Ono",
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_spellings_of_one_name_share_an_order(spellings: str) -> None:
    assert frozenset.intersection(*(read_name(label).orders for label in spellings.split("|")))


@pytest.mark.parametrize("pair", ["Li Wen|Ly Wen", "Jan Moss|Ian Moss", "Kim Wen|Kim Won", "Ana Duarte|Ana Durate"])
def test_other_names_share_none(pair: str) -> None:
    one, other = map(read_name, pair.split("|"))
    assert not one.orders & other.orders


def test_initials_and_suffixes_are_no_words() -> None:
    assert read_name("Sen. A.B. Crane-Cole III") == PersonName(("crane", "cole"), ("a", "b"), "iii")


def test_the_example_of_each_folding_is_folded() -> None:
    with resource("data", "lexicons", "transliterations.csv").open(encoding="utf-8", newline="") as file:
        examples = [read_name(row["example"]).words for row in csv.DictReader(file)]
    assert [pair for pair in examples if sound(pair[0]) != sound(pair[1])] == []


def test_a_name_of_the_table_is_a_variant_of_one_name_only() -> None:
    with resource("data", "lexicons", "name-variants.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["names"].split("|") for row in csv.DictReader(file)]
    assert [row for row in rows if len({sound(*read_name(name).words) for name in row}) != 1] == []
    names = [read_name(name).words[0] for row in rows for name in row]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert len({sound(*read_name(row[0]).words) for row in rows}) == len(rows)


NICKNAMES = [
    "Bill|William",
    "Bob|Robert",
    "Ted|Edward",
    "Ted|Theodore",
    "Misha|Mikhail",
    "Misha|Mykhailo",
    "Peggy|Margaret",
]


@pytest.mark.parametrize("pair", NICKNAMES)
def test_nicknames_stand_for_names_and_not_the_other_way(pair: str) -> None:
    short, long = pair.lower().split("|")
    assert is_nickname(short, long)
    assert not is_nickname(long, short)
