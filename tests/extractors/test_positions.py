"""Positions: the table of cases, and what only several sentences show."""

from typing import Any

import pytest

import kg.extractors.attitudes
import kg.extractors.statements
import kg.extractors.territories
import kg.extractors.treaties  # noqa: F401 - these register what positions are read from
from kg.extraction import Article, extract
from kg.extractors.positions import positions
from kg.facts import Position, Statement, Territory, Treaty
from tests.extractors.conftest import Read, cases

KNOWN = {
    "stances-004": "the island's name is ambiguous where nothing else speaks of it",
    "stances-013": "that Palawan is Philippine stands in no table",
    "stances-018": "two islands of one case are two territories of the gazetteer",
    "stances-044": "the label of an unnamed group has no share in it",
    "stances-072": "whom the refusal is meant for stands in a clause of its own",
    "stances-096": "the island's name is ambiguous where nothing else speaks of it",
    "stances-150": "the gazetteer knows the government as its state's",
}
PRECISION, RECALL = 0.96, 0.93


def plain(name: str | None) -> str:
    words = (name or "").lower().replace("’", "'").replace('"', "").split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def share_of_words(one: str, other: str) -> float:
    mine, theirs = set(plain(one).split()), set(plain(other).split())
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def labels(article: Article) -> dict[str | None, str]:
    """The labels of actors, territories and treaties by their identifiers."""
    found: dict[str | None, str] = {ident: member.label for ident, member in article.cast.members.items()}
    found |= {one.id: one.label for one in (*article.facts(Territory), *article.facts(Treaty))}
    return found


def is_found(wanted: dict[str, Any], one: Position, article: Article) -> bool:
    """Say whether a position is the one wanted; the table compares evidence by overlap."""
    known = labels(article)
    target = known.get(one.target) or (one.target_text.text if one.target_text else "")
    start = article.document.text.index(wanted["evidence"])
    end = start + len(wanted["evidence"])
    return (
        (plain(known[one.holder]), one.stance) == (plain(wanted["holder"]), wanted["stance"])
        and (plain(known.get(one.toward)) == plain(wanted["toward"]))
        and share_of_words(target, wanted["target"]) >= 0.5
        and any(span.start < end and start < span.end for span in one.evidence)
    )


def compared(article: Article, wanted: list[dict[str, Any]]) -> tuple[int, int, int]:
    """How many positions are right, were found, and are wanted."""
    extract(article)
    found = list(article.facts(Position))
    left, right = list(found), 0
    for one in wanted:
        hit = next((other for other in left if is_found(one, other, article)), None)
        if hit:
            left.remove(hit)
            right += 1
    return right, len(found), len(wanted)


@pytest.mark.parametrize("case", cases("stances"), ids=lambda case: case["id"])
def test_positions_of_the_table(read: Read, case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True))
    right, found, wanted = compared(read(case["text"]), case["positions"])
    assert right == found == wanted


def test_precision_stands_above_recall_over_the_table(read: Read) -> None:
    scores = [compared(read(case["text"]), case["positions"]) for case in cases("stances")]
    right, found, wanted = (sum(column) for column in zip(*scores, strict=True))
    assert right / found >= PRECISION
    assert right / wanted >= RECALL
    assert right / found >= right / wanted


def stances(article: Article) -> set[tuple[str, str, str | None]]:
    """Holder, stance and target of each position."""
    extract(article)
    return {(one.holder, one.stance, one.target) for one in article.facts(Position)}


def test_the_rest_is_of_the_whole_not_of_the_part_named_last(read: Read) -> None:
    article = read(
        "The Golan Heights are disputed. Trade on the Golan Heights fell.",
        "Israel controls most of the plateau, including part of Mount Hermon. Syria governs the remainder.",
    )
    assert ("state/SYR", "controls", "territory/golan-heights") in stances(article)
    assert ("state/SYR", "controls", "territory/mount-hermon") not in stances(article)


def test_evidence_is_the_text_at_its_offsets(read: Read) -> None:
    for case in cases("stances"):
        article = read(case["text"])
        extract(article)
        for one in article.facts(Position):
            spans = [*one.evidence, *([one.target_text] if one.target_text else [])]
            assert spans
            assert all(article.document.text[span.start : span.end] == span.text != "" for span in spans)
            assert one.target is None or one.target_text is None


def test_same_stance_in_two_places_is_one_position_with_both_as_evidence(read: Read) -> None:
    article = read("Japan claims Shikotan.", "Trade fell. Tokyo's claim to Shikotan is old.")
    extract(article)
    (one,) = article.facts(Position)
    assert {span.text for span in one.evidence} == {"Japan claims Shikotan", "Tokyo's claim to Shikotan"}


def test_claim_in_a_minister_s_words_is_the_state_s_and_links_to_the_statement(read: Read) -> None:
    article = read(
        "Russian Foreign Minister Pavel Orlov said on 3 May 2020 that Shikotan is Russian.", published="2020-05-04"
    )
    extract(article)
    (one,) = article.facts(Position)
    (said,) = article.facts(Statement)
    assert (one.holder, one.stance, one.target, one.statement) == (
        "state/RUS", "claims-sovereignty", "territory/shikotan", said.id,
    )  # fmt: skip
    assert one.date == said.date
    assert one.date is not None


def test_opposition_is_the_person_s_who_says_it(read: Read) -> None:
    article = read("Japan claims Shikotan.", 'Senator Anna Brook said: "I oppose the handover of Shikotan."')
    assert ("person/anna-brook", "opposes", None) in stances(article)


def test_verb_of_claiming_in_a_person_s_mouth_is_the_state_s_claim(read: Read) -> None:
    article = read('"We claim Shikotan," Japanese Foreign Minister Ken Mori said.')
    assert stances(article) == {("state/JPN", "claims-sovereignty", "territory/shikotan")}


def test_verb_behind_but_belongs_to_the_main_subject(read: Read) -> None:
    article = read(
        "Norway acknowledges that Britain administers the Falkland Islands but takes no position on sovereignty."
    )
    assert ("state/NOR", "no-position", "territory/falkland-islands") in stances(article)


def test_position_that_leaves_the_other_side_open_joins_the_one_that_names_it(read: Read) -> None:
    article = read("Japan rejects the annexation of Shikotan.", "Tokyo rejects Russian rule over Shikotan.")
    extract(article)
    (one,) = [one for one in article.facts(Position) if one.stance == "rejects-claim"]
    assert (one.toward, len(one.evidence)) == ("state/RUS", 2)


def test_pronoun_takes_up_the_territory_named_before(read: Read) -> None:
    article = read("Russia controls Iturup. Japan wants it back.")
    assert stances(article) == {
        ("state/RUS", "controls", "territory/iturup"),
        ("state/JPN", "claims-sovereignty", "territory/iturup"),
    }


def test_poll_gives_each_share_its_own_position(read: Read) -> None:
    article = read(
        "Japan claims Shikotan.",
        "A poll found 74 percent of Russians against giving up Shikotan and 17 percent in favor.",
    )
    extract(article)
    shares = {(one.stance, one.share) for one in article.facts(Position) if one.share is not None}
    assert shares == {("opposes", 0.74), ("supports", 0.17)}


def test_who_may_give_a_place_back_holds_it(read: Read) -> None:
    article = read("A treaty would follow if Moscow hands back control of Shikotan, the minister said.")
    assert ("state/RUS", "controls", "territory/shikotan") in stances(article)


def test_who_gave_a_place_back_holds_it_no_more(read: Read) -> None:
    assert stances(read("Britain handed back Shikotan in 1950.")) == set()


def test_state_that_is_no_more_holds_nothing(read: Read) -> None:
    assert stances(read("The Soviet Union seized Shikotan in 1945.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Will Japan claim Shikotan?",
        "If Russia recognised Japanese rule over Shikotan, trade would grow.",
        "Japan may recognise Russian sovereignty over Shikotan.",
        "It is unclear whether Japan rejects Russian rule over Shikotan.",
        "Tokyo denied that it claims Shikotan.",
        "Japan held Shikotan until 1945.",
        "In the novel, China claims Shikotan.",
        "Envoys met to reject Japan's ownership of Shikotan.",
        "Moscow said that Japan must recognise Russian rule over Shikotan.",
        "Moscow said that Japan has to begin by accepting Russian rule over Shikotan.",
        "Norway dropped its claim to Shikotan.",
    ],
)
def test_questions_conditions_purposes_and_history_take_no_position(read: Read, text: str) -> None:
    assert not [one for one in stances(read(text)) if one[1] != "controls" or "rule" not in text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Syria demanded that Israel return the Golan Heights.",
            {("state/SYR", "rejects-claim", "territory/golan-heights", "state/ISR")},
        ),
        (
            "Tokyo called on Moscow to give up Iturup.",
            {("state/JPN", "rejects-claim", "territory/iturup", "state/RUS")},
        ),
        (
            "Manila accused China of illegally occupying Scarborough Shoal.",
            {
                ("state/PHL", "rejects-claim", "territory/scarborough-shoal", "state/CHN"),
                ("state/CHN", "controls", "territory/scarborough-shoal", None),
            },
        ),
        (
            "China's claims in the Spratly Islands are contested by Vietnam and Malaysia.",
            {
                ("state/CHN", "claims-sovereignty", "territory/spratly-islands", None),
                ("state/VNM", "rejects-claim", "territory/spratly-islands", "state/CHN"),
                ("state/MYS", "rejects-claim", "territory/spratly-islands", "state/CHN"),
            },
        ),
        (
            "Vietnam, the Philippines and Taiwan also claim parts of the Spratly Islands.",
            {
                (state, "claims-sovereignty", "territory/spratly-islands", None)
                for state in ("state/VNM", "state/PHL", "state/TWN")
            },
        ),
        (
            "Most residents of Gibraltar, a British overseas territory, are bilingual.",
            {("state/GBR", "controls", "territory/gibraltar", None)},
        ),
        ("Kyiv vowed to retake Crimea.", {("state/UKR", "claims-sovereignty", "territory/crimea", None)}),
        (
            "Greece and Turkey agreed to resume talks on Imia.",
            {
                ("state/GRC", "seeks-negotiation", "territory/imia", "state/TUR"),
                ("state/TUR", "seeks-negotiation", "territory/imia", "state/GRC"),
            },
        ),
        (
            "Uruguay backed Argentina in its claim to the Falkland Islands.",
            {
                ("state/URY", "recognizes-claim", "territory/falkland-islands", "state/ARG"),
                ("state/ARG", "claims-sovereignty", "territory/falkland-islands", None),
            },
        ),
        ("Hanoi urged China to halt the drilling off the Paracels.", {("state/VNM", "opposes", None, "state/CHN")}),
    ],
)
def test_positions_of_other_turns(read: Read, text: str, wanted: set[tuple[str, str, str | None, str | None]]) -> None:
    article = read(text)
    extract(article)
    assert {(one.holder, one.stance, one.target, one.toward) for one in article.facts(Position)} == wanted


def test_reading_twice_gives_the_same(read: Read) -> None:
    text = "Tokyo's refusal to accept Russian rule on Iturup has outlived nine prime ministers."
    first, second = read(text), read(text)
    extract(first)
    extract(second)
    assert list(positions(first)) == list(first.facts(Position)) == list(second.facts(Position))


@pytest.mark.parametrize(
    ("text", "holder", "backed"),
    [
        ("A shell fired by the Iran-backed militia Free Shore hit a boat.", "state/IRN", "militia Free Shore"),
        ("Greek-backed fishermen have blocked the strait since May.", "state/GRC", "fishermen"),
    ],
)
def test_compound_tells_whom_a_state_backs(read: Read, text: str, holder: str, backed: str) -> None:
    (position,) = positions(read(text))
    assert (position.holder, position.stance) == (holder, "supports")
    assert position.target_text is not None
    assert position.target_text.text == backed


NEWS = [
    (
        "Norway called for a halt to drilling off Crimea.",
        "an end that is called for is opposition to what is to end",
        ("state/NOR", "opposes", None),
    ),
    (
        "Norway's minister Ola Berg called on the government to refer the dispute to a court.",
        "who is called on to go to court gets a proposal",
        ("person/ola-berg.nor", "proposes", None),
    ),
    (
        "Norway sent Russia a protest note over Crimea.",
        "a note that is sent protests",
        ("state/NOR", "protests", "territory/crimea"),
    ),
    (
        "Ukraine accused Russia's navy of chasing a trawler away from Crimea and summoned Moscow's ambassador.",
        "a verb that and joins to another has its subject",
        ("state/UKR", "protests", "territory/crimea"),
    ),
    (
        "Ukraine said it would not tolerate drilling off Crimea.",
        "what is not tolerated is opposed",
        ("state/UKR", "opposes", None),
    ),
    (
        'Shikotan "is a possession of Japan," said Japanese Foreign Ministry spokesman Ken Abe.',
        "a possession is its owner's",
        ("state/JPN", "claims-sovereignty", "territory/shikotan"),
    ),
    (
        "Norway offered to host envoys in Oslo.",
        "what one offers to do is put forward",
        ("state/NOR", "proposes", None),
    ),
    (
        "Ceuta and Melilla lie on the coast. Morocco has claimed both cities since 1956.",
        "both means the first of two",
        ("state/MAR", "claims-sovereignty", "territory/ceuta"),
    ),
    (
        "Ceuta and Melilla lie on the coast. Morocco has claimed both cities since 1956.",
        "both means the second of two",
        ("state/MAR", "claims-sovereignty", "territory/melilla"),
    ),
    (
        'The rocks are small. Vietnam said the Paracel Islands "are, were and will always be" Vietnamese territory.',
        "marks and several copulas between a place and its owner",
        ("state/VNM", "claims-sovereignty", "territory/paracel-islands"),
    ),
    (
        "Vietnam promptly demanded a debate on the map.",
        "what is demanded is put forward",
        ("state/VNM", "proposes", None),
    ),
    (
        "Vietnam demanded the return of the Paracel Islands.",
        "who demands a place back claims it",
        ("state/VNM", "claims-sovereignty", "territory/paracel-islands"),
    ),
    (
        "Vietnam took its complaint over the Paracel Islands to the Security Council.",
        "a complaint taken somewhere is a protest",
        ("state/VNM", "protests", "territory/paracel-islands"),
    ),
    (
        'Vietnam "strongly" opposed the drill off the Paracel Islands.',
        "an adverb in quotation marks",
        ("state/VNM", "opposes", None),
    ),
    (
        "Two envoys pleaded. Vietnam dismissed their appeals.",
        "what is theirs is not the holder's",
        ("state/VNM", "opposes", None),
    ),
    (
        'Manila complained. Vietnamese diplomat Le Van Bao said his country would "never give up" the Paracel Islands.',
        "his country's stand is the speaker's",
        ("person/le-van-bao.vnm", "refuses-negotiation", "territory/paracel-islands"),
    ),
    (
        "Vietnam rejects 'absurd' claim to Paracel Islands",
        "a scare quote does not end what is rejected",
        ("state/VNM", "rejects-claim", "territory/paracel-islands"),
    ),
    (
        "The map shows the Paracel Islands as Chinese. Hanoi says it is an integral part of Vietnam.",
        "land that a pronoun takes up",
        ("state/VNM", "claims-sovereignty", "territory/paracel-islands"),
    ),
    (
        "Canada recognised Jerusalem as Israel's capital.",
        "a capital is owned",
        ("state/CAN", "recognizes-claim", "territory/jerusalem"),
    ),
    (
        "Vietnam's foreign ministry called the drills near the Paracel Islands a reckless provocation.",
        "a state protests against what it condemns at a place",
        ("organization/vietnamese-foreign-ministry", "protests", "territory/paracel-islands"),
    ),
    (
        "Norway's foreign minister Ola Berg said China's claims to the Paracel Islands had no legal basis.",
        "a claim judged baseless is rejected",
        ("person/ola-berg.nor", "rejects-claim", "territory/paracel-islands"),
    ),
    (
        "Algeria's foreign minister Ali Saad said the decision was at odds with international law.",
        "a decision at odds with law is opposed",
        ("person/ali-saad.dza", "opposes", None),
    ),
    (
        "Norway's foreign minister Ola Berg said the patrols violated a treaty on the Paracel Islands.",
        "a verb can judge its subject",
        ("person/ola-berg.nor", "opposes", None),
    ),
    (
        "A court issued an award on the Paracel Islands in 2016, which Hanoi has never accepted.",
        "what stands before a relative clause, its year between",
        ("state/VNM", "opposes", None),
    ),
    (
        "Beijing asserts sovereignty over most of the Paracel Islands.",
        "whoever asserts sovereignty asserts its own",
        ("state/CHN", "claims-sovereignty", "territory/paracel-islands"),
    ),
    (
        'Japan claims Shikotan. "Shikotan is Japan," Japanese diplomat Ken Abe said.',
        "a state's bare name is an owner",
        ("state/JPN", "claims-sovereignty", "territory/shikotan"),
    ),
    (
        "The Polisario Front seeks independence for Western Sahara.",
        "who wants independence for a land claims it",
        ("organization/polisario", "claims-sovereignty", "territory/western-sahara"),
    ),
    (
        "Gibraltarians voted overwhelmingly to remain British in a referendum on Gibraltar.",
        "an adverb before what is chosen",
        ("group/gibraltarians.gib", "recognizes-claim", "territory/gibraltar"),
    ),
    (
        "The visit to Shikotan drew sharp criticism from Tokyo.",
        "what draws criticism is opposed",
        ("state/JPN", "opposes", None),
    ),
    (
        "Norway's foreign minister Ola Berg said Russia's illegal annexation of Crimea would not be forgotten.",
        "who calls an annexation illegal rejects it",
        ("person/ola-berg.nor", "rejects-claim", "territory/crimea"),
    ),
    (
        "There is no territorial dispute over the Kuril Islands, Russian foreign minister Ivan Petrov said.",
        "who knows of no dispute refuses to talk",
        ("person/ivan-petrov.rus", "refuses-negotiation", "territory/kuril-islands"),
    ),
]


@pytest.mark.parametrize(("text", "why", "expected"), NEWS, ids=[why for _, why, _ in NEWS])
def test_position_as_news_words_it(read: Read, text: str, why: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in stances(read(text)), why


@pytest.mark.parametrize(
    "text",
    [
        "A reporter asked whether Norway believed that Crimea belonged to Russia.",
        "Norway asks whether Denmark said that Crimea was its own.",
        "Norway wants to bring supplies to Crimea before the winter.",
        "Norway sent protest leaders in Crimea home.",
    ],
)
def test_what_is_asked_or_carried_takes_no_position(read: Read, text: str) -> None:
    assert stances(read(text)) == set()


def test_claims_of_parties_at_home_are_none_to_land(read: Read) -> None:
    article = read("Japan claims Shikotan.", "Senator Anna Brook dismissed these party claims.")
    assert not [one for one in stances(article) if one[1] == "rejects-claim"]


def test_dispute_that_nobody_denies_is_open(read: Read) -> None:
    article = read("Japan claims Shikotan.", "There is no dispute that talks help, Russian diplomat Ivan Petrov said.")
    assert not [one for one in stances(article) if one[1] == "refuses-negotiation"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('"Today\'s agreement secures the base," British diplomat Ann Lee said.', "Today's agreement"),
        (
            "Chinese diplomat Li Wei called the case of the Philippines a political farce.",
            "the case of the Philippines",
        ),
        ("74 percent of Russians were against the deal and 17 percent in favor.", "the deal"),
        ("Li Wei had warned Japan against the purchase in person.", "the purchase"),
    ],
)
def test_target_ends_where_its_phrase_does(read: Read, text: str, target: str) -> None:
    article = read("Japan claims Shikotan.", text)
    extract(article)
    assert target in {one.target_text.text for one in article.facts(Position) if one.target_text}
