"""Positions that stand in the words around a verb: who shares them, who only tells them, what the object is."""

import pytest

import kg.extractors.attitudes
import kg.extractors.statements
import kg.extractors.territories
import kg.extractors.treaties  # noqa: F401 - these register what positions are read from
from kg.extraction import Article, extract
from kg.extractors.positions import positions  # noqa: F401 - registers what is tested
from kg.facts import Position
from tests.extractors.conftest import Read

Told = tuple[str, str, str, str | None]


def told(article: Article) -> set[Told]:
    """Holder, stance, target or its words, and the other side of each position."""
    extract(article)
    return {
        (one.holder, one.stance, one.target or (one.target_text.text if one.target_text else ""), one.toward)
        for one in article.facts(Position)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "China claims the Paracel Islands, as do Vietnam and Taiwan.",
            {
                ("state/CHN", "claims-sovereignty", "territory/paracel-islands", None),
                ("state/VNM", "claims-sovereignty", "territory/paracel-islands", None),
                ("state/TWN", "claims-sovereignty", "territory/paracel-islands", None),
            },
        ),
        (
            "Russia recognized South Ossetia in 2008. Only Nauru and Syria have followed suit.",
            {
                ("state/RUS", "recognizes-claim", "territory/south-ossetia", None),
                ("state/NRU", "recognizes-claim", "territory/south-ossetia", None),
                ("state/SYR", "recognizes-claim", "territory/south-ossetia", None),
            },
        ),
        (
            "Neither Seoul nor Pyongyang accepts Japan's claim to Takeshima.",
            {
                ("state/KOR", "rejects-claim", "territory/liancourt-rocks", "state/JPN"),
                ("state/PRK", "rejects-claim", "territory/liancourt-rocks", "state/JPN"),
                ("state/JPN", "claims-sovereignty", "territory/liancourt-rocks", None),
            },
        ),
        (
            "Peru does not accept the ruling, nor does Bolivia.",
            {("state/PER", "opposes", "the ruling", None), ("state/BOL", "opposes", "the ruling", None)},
        ),
        (
            "Fiji opposed the sale. Brazil, Chile and the African Union have backed the plan.",
            {
                ("state/FJI", "opposes", "the sale", None),
                ("state/BRA", "supports", "the plan", None),
                ("state/CHL", "supports", "the plan", None),
                ("organization/african-union", "supports", "the plan", None),
            },
        ),
    ],
    ids=["as do", "followed suit", "neither nor", "nor does", "list"],
)
def test_a_stance_is_everybody_s_who_is_said_to_share_it(read: Read, text: str, wanted: set[Told]) -> None:
    assert told(read(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tonga's foreign minister, Sione Vea, said that Tonga would never give up the Minerva Reefs.",
            ("person/sione-vea.ton", "refuses-negotiation", "territory/minerva-reefs", None),
        ),
        (
            "Maria Lopez told reporters that the weather was good, rejecting the decision of the court.",
            ("person/maria-lopez", "opposes", "the decision of the court", None),
        ),
        (
            'Peter Lund\'s group said that it "deplores the exclusion" of the islanders.',
            ("organization/peter-lunds-group", "opposes", "the exclusion", None),
        ),
        (
            "Conservatives in Oslo called the sale reckless.",
            ("person/conservatives", "opposes", "the sale", None),
        ),
        (
            "Sudan accuses Egypt of occupying the Halaib Triangle.",
            ("state/SDN", "rejects-claim", "territory/halaib-triangle", "state/EGY"),
        ),
        (
            "Malaysia kept silent. The court found on Monday that Singapore has sovereignty over Pedra Branca.",
            ("organization/court", "recognizes-claim", "territory/pedra-branca", "state/SGP"),
        ),
    ],
    ids=["for the own state", "told reporters", "quoted verb", "by cue", "accuser", "court"],
)
def test_the_holder_is_whoever_takes_the_stance(read: Read, text: str, wanted: Told) -> None:
    found = told(read(text))
    assert wanted in found
    assert not any(one[1:3] == wanted[1:3] and one[0] != wanted[0] for one in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Niger will agree that Chad is sovereign over the Aouzou Strip.",
            ("state/NER", "recognizes-claim", "territory/aouzou-strip", "state/TCD"),
        ),
        (
            "The tribunal said that Mischief Reef lies within the exclusive economic zone of the Philippines.",
            ("organization/tribunal", "recognizes-claim", "territory/mischief-reef", "state/PHL"),
        ),
        (
            "The Paracel Islands, which China regards as part of its territory, are small.",
            ("state/CHN", "claims-sovereignty", "territory/paracel-islands", None),
        ),
        (
            "Beijing considers Taiwan a breakaway province.",
            ("state/CHN", "claims-sovereignty", "territory/taiwan", None),
        ),
        (
            "Serbia does not recognise Kosovo's independence.",
            ("state/SRB", "rejects-claim", "territory/kosovo", "state/kosovo"),
        ),
        (
            "Northern Cyprus, where Turkey keeps a garrison, lies by the sea.",
            ("state/TUR", "controls", "territory/northern-cyprus", None),
        ),
        (
            "Israel's prime minister said that Israel would never withdraw from the Golan Heights.",
            ("person/israels-prime-minister.isr", "refuses-negotiation", "territory/golan-heights", None),
        ),
        (
            'Rejecting the note, Kenya said Migingo Island was "an inseparable part" of Kenya.',
            ("state/KEN", "claims-sovereignty", "territory/migingo", None),
        ),
        (
            "Turkey recognises the breakaway state of Northern Cyprus.",
            ("state/TUR", "recognizes-claim", "territory/northern-cyprus", "state/northern-cyprus"),
        ),
        (
            "Chad had no grounds for its claim to the Aouzou Strip, the tribunal ruled.",
            ("organization/tribunal", "rejects-claim", "territory/aouzou-strip", "state/TCD"),
        ),
        (
            "The islanders voted by 1,400 to two to stay British. Argentina claims the Falkland Islands.",
            ("group/islanders", "recognizes-claim", "territory/falkland-islands", "state/GBR"),
        ),
    ],
)
def test_whose_a_place_is_said_to_be(read: Read, text: str, wanted: Told) -> None:
    assert wanted in told(read(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'The spokesman, Lee Hwang, said: "Peru has no right to meddle."',
            ("person/lee-hwang", "opposes", "meddle", "state/PER"),
        ),
        (
            'Senator Ann Brook said: "The fishermen have the right to choose their own leaders."',
            ("person/ann-brook", "supports", "choose their own leaders", None),
        ),
        (
            "Senator Ann Brook said the award must be respected by everybody.",
            ("person/ann-brook", "supports", "the award", None),
        ),
        (
            "Senator Ann Brook warned that the plan could lead to war.",
            ("person/ann-brook", "opposes", "the plan", None),
        ),
        ("Ghana's cabinet warned Togo not to sign the pact.", ("state/GHA", "opposes", "sign the pact", "state/TGO")),
        (
            'Senator Ann Brook said it was "disappointing" that Uganda had left the talks.',
            ("person/ann-brook", "opposes", "Uganda had left the talks", None),
        ),
        ("The ruling came on Monday. Ghana welcomed it.", ("state/GHA", "supports", "The ruling", None)),
        (
            "Norway backs the right to self-determination.",
            ("state/NOR", "supports", "the right to self-determination", None),
        ),
        ("Kenya refused to take part in a second hearing.", ("state/KEN", "opposes", "a second hearing", None)),
        ("Colombia scrapped the treaty.", ("state/COL", "opposes", "the treaty", None)),
        ("Ghana passed a law in June.", ("state/GHA", "supports", "a law", None)),
        ("Mayor Ken Ito wants to buy the reef.", ("person/ken-ito", "proposes", "buy the reef", None)),
        ("Mayor Ken Ito appealed for calm.", ("person/ken-ito", "supports", "calm", None)),
        (
            'Minister Kofi Mensah condemned what he described as "reckless operations".',
            ("person/kofi-mensah", "opposes", "reckless operations", None),
        ),
        (
            "The spokesman, Ali Toure, declined to discuss the pact.",
            ("person/ali-toure", "no-position", "the pact", None),
        ),
    ],
)
def test_what_is_supported_opposed_or_proposed(read: Read, text: str, wanted: Told) -> None:
    assert wanted in told(read(text))


def test_plain_talk_of_the_same_words_takes_no_stance(read: Read) -> None:
    article = read(
        "Whoever takes part in the hearings need not speak. The ruling was requested by Ghana. The envoys withdrew "
        "from the city in May. They will never return to the house. There were no talks on Shikotan last year."
    )
    assert told(article) == set()


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Bakassi, which is claimed by Cameroon, the state news agency Xinhua said, is quiet.", "organization/xinhua"),
        (
            "A 2019 tribunal in Oslo found that China erred and that its claims to the Spratly Islands were void.",
            "organization/",
        ),
        (
            'Mauritius claims the Chagos Archipelago. "We recognise the worth of the islands to Chagossians," a '
            "spokesman of Norway said.",
            "person/spokesman",
        ),
        (
            "Algeria, the movement's ally and the host of its camps, said that the American step on Western Sahara "
            "was void.",
            "person/",
        ),
    ],
)
def test_who_only_tells_judges_or_describes_makes_no_claim(read: Read, text: str, holder: str) -> None:
    takes = {"claims-sovereignty", "recognizes-claim", "opposes"}
    assert not [one for one in told(read(text)) if one[0].startswith(holder) and one[1] in takes]
