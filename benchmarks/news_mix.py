"""News about no disputed territory, made out of templates: the same articles each time, of many subjects.

They name states, capitals, persons and bodies as news does, quote people, hold numbers and dates, and now and then a
word that disputes are told with, too ("claimed", "border", "the disputed penalty").
"""

import random
from collections.abc import Iterator, Sequence
from typing import TypeVar

from kg.extraction.lexicons import words
from kg.gazetteer import Entry, load_gazetteer

T = TypeVar("T")

_SURNAMES = (
    "Abara Adler Andersson Baker Bianchi Castillo Chen Cohen Dimitrov Dubois Eriksen Farouk Fischer Fontaine Garcia "
    "Grant Haddad Hansen Hassan Herrera Ibrahim Ivanova Jensen Johnson Kaya Keller Khan Kim Kovacs Kowalski Kumar "
    "Larsen Lee Lopez Makinen Marino Matsuda Mbeki Mehta Moreau Morris Nakamura Novak Nowak Okafor Oliveira Olsen "
    "Park Patel Petrov Popescu Reyes Rossi Sato Schmidt Silva Singh Smith Sokolov Stewart Suzuki Tanaka Thomas Tran "
    "Vargas Virtanen Wagner Walker Weber White Wilson Yamamoto Yilmaz Zhang"
).split()
_FREQUENT = frozenset(
    "USA GBR CHN JPN RUS DEU FRA IND KOR GEO JOR BRA CAN AUS ITA ESP UKR TUR IRN SAU EGY ZAF MEX POL NLD CHE".split()
)
_CITIES = (
    "Atlanta Barcelona Boston Busan Chicago Cologne Dallas Denver Florence Geneva Hamburg Houston Istanbul Karachi "
    "Kyoto Lagos Lyon Manchester Marseille Melbourne Milan Montreal Mumbai Munich Naples Osaka Phoenix Porto "
    "Rotterdam Seattle Shanghai Stanley Stuttgart Sydney Toronto Turin Vancouver York Zurich"
).split()
_ROLES = (
    "chief executive|spokeswoman|spokesman|professor|analyst|coach|mayor|director|union leader|minister|chairwoman|"
    "economist|surgeon|researcher|head teacher|prosecutor|defence lawyer|curator|engineer|farmer"
).split("|")
_THINGS = (
    "steel mill|hospital|railway line|port|airport|festival|museum|bank|school|stadium|power station|housing estate|"
    "vaccine|satellite|football club|film|bridge|reservoir|budget|software update|car plant|orchestra|supermarket chain"
).split("|")
_QUOTES = (
    "We have been waiting for this for many years",
    "Nobody expected that it would take so long",
    "It is a good day for the people who work here",
    "The numbers speak for themselves",
    "We will look at every offer that is on the table",
    "I have never seen anything like it in my career",
    "There is still a great deal to do before the winter",
    "My players gave all they had until the last minute",
    "That part of the plan was never discussed with us",
    "Prices cannot go on rising like this",
)
_PLAIN = (
    "{person}, {role} of the {thing}, said on {day} that work would begin in {month}.",
    "“{quote},” {person} told reporters in {city}.",
    "“{quote},” said {person}, a {role} from {state}. “{quote2}.”",
    "The {demonym} economy grew by {digit}.{digit2} percent in the quarter to {month}, the bank in {capital} said.",
    "{state} and {state2} signed an agreement on tourism and student exchange in {capital} on {day}.",
    "Shares in the {thing} operator fell {number} percent in {city} after the announcement.",
    "About {number},{hundreds} people took part, organisers said, while police spoke of fewer.",
    "In {city}, rain is expected from {day} on, with temperatures of up to {number} degrees.",
    "{state} beat {state2} {digit}-{digit2} before {number},{hundreds} people in {capital}; {person} scored late.",
    "The new {thing} will cost {number} million dollars, {number2} percent more than planned in 2014.",
    "{person} was born in {city}, studied in {capital} and has worked in {state} since 2009.",
    "A study of {number},{hundreds} patients, led by {person}, found that the treatment helped in most cases.",
    "The {demonym} government plans to cut the tax on fuel, the {role} said, but gave no date.",
    "The company, which employs {number},{hundreds} people in {state}, declined to comment.",
    "Trains between {city} and {capital} were delayed for {digit} hours on {day} because of a fallen tree.",
    "Critics called the film slow; audiences in {state} and {state2} did not seem to mind.",
    "The {demonym} central bank left its rate unchanged at {digit}.{digit2} percent, as economists had expected.",
    "Voters in {state} will elect a new parliament in {month}; polls see the opposition ahead.",
    "The {body} said in a report that {number} countries had met their targets.",
    "Exports to {state} rose, while those to {state2} fell for the {digit}th month in a row.",
    "The court in {city} sentenced the man to {digit} years in prison; his lawyer {person} will appeal.",
    "Doctors advise people over 60 to drink enough during the heat wave.",
    "Tickets for the concert in {city} were sold out within {number} minutes.",
    "It was not clear on {day} when the {thing} would open again.",
)
_RARE = (
    "{person} claimed that the {thing} had been sold too cheaply.",
    "The penalty was disputed, but the referee from {state} stood by his decision.",
    "Hundreds of students occupied the lecture hall of the university in {city} for {digit} hours.",
    "Trucks waited for hours at the border between {state} and {state2} because of new customs rules.",
    "The bank seized the flat after {person} had stopped paying.",
    "Her status as the best {demonym} skater is hardly contested any more.",
    "The two companies settled their dispute over patents out of court.",
    "The islands are popular with {demonym} tourists, above all in {month}.",
    "The team took part in the tournament in {state} for the first time since independence.",
    "In the north, snow fell on {day}; in the south, the sun was shining.",
    "The novel tells of a family from {city} during the war.",
)
_HEADLINES = (
    "{state} plans new {thing} for {number} million dollars",
    "{thing_capital} in {city} to open in {month}",
    "{person} leaves {thing} after {digit} years",
    "{state} beat {state2} in {capital}",
    "Prices in {state} rise by {number} percent",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


class Newsroom:
    """Writes articles; the same seed writes the same."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
        entries = load_gazetteer().entries.values()
        self._states = [one for one in entries if one.kind == "state" and one.type == "UN member" and one.capital]
        self._frequent = [one for one in self._states if one.id.removeprefix("state/") in _FREQUENT]
        self._bodies = [one.label for one in entries if one.type == "international organization"]
        self._demonyms = _demonyms()
        self._given = sorted(words("given-names"))

    def articles(self, count: int) -> Iterator[str]:
        """Yield articles of 200 to 800 words, each with a headline, a date line and paragraphs."""
        for _ in range(count):
            yield self._article(self._random.randint(200, 800))

    def _article(self, length: int) -> str:
        cast = [self._person() for _ in range(4)]
        states = [self._state() for _ in range(4)]
        day = f"{self._one(_MONTHS)} {self._random.randint(1, 28)}, {self._random.randint(2005, 2024)}"
        parts = [self._fill(self._one(_HEADLINES), cast, states), f"{self._one(_CITIES).upper()}, {day}"]
        written = 0
        while written < length:
            sentences = [self._fill(self._template(), cast, states) for _ in range(self._random.randint(1, 4))]
            parts.append(" ".join(sentences))
            written += len(parts[-1].split())
        return "\n\n".join(parts) + "\n"

    def _template(self) -> str:
        return self._one(_RARE) if self._random.random() < 0.03 else self._one(_PLAIN)

    def _fill(self, template: str, cast: list[str], states: list[Entry]) -> str:
        state, other = self._one(states), self._one(states)
        thing = self._one(_THINGS)
        return template.format(
            person=self._one(cast), role=self._one(_ROLES), thing=thing, thing_capital=thing.capitalize(),
            state=state.label, state2=other.label, capital=state.capital, demonym=self._demonyms[state.id],
            city=self._one(_CITIES), body=self._one(self._bodies), day=self._one(_DAYS), month=self._one(_MONTHS),
            quote=self._one(_QUOTES), quote2=self._one(_QUOTES), number=self._random.randint(2, 99),
            number2=self._random.randint(2, 99), hundreds=f"{self._random.randint(0, 999):03d}",
            digit=self._random.randint(1, 9), digit2=self._random.randint(0, 9),
        )  # fmt: skip

    def _person(self) -> str:
        return f"{self._one(self._given)} {self._one(_SURNAMES)}"

    def _state(self) -> Entry:
        return self._one(self._frequent if self._random.random() < 0.7 else self._states)

    def _one(self, several: Sequence[T]) -> T:
        return several[self._random.randrange(len(several))]


def _demonyms() -> dict[str, str]:
    gazetteer = load_gazetteer()
    found = {
        one.id: [name.text for name in gazetteer.names_of(one.id) if name.sense == "demonym"]
        for one in gazetteer.entries.values()
        if one.kind == "state"
    }
    return {state: forms[0] if forms else "local" for state, forms in found.items()}
