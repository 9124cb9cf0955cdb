import pyoxigraph
import pytest

from kg.documents import Document
from kg.errors import UnknownNameError
from kg.facts import Actor, ArticleFacts, Event, Statement, Territory, Treaty
from kg.ontology import concepts
from kg.rdf import article_nquads
from kg.store import ArticleStore, memory_store
from kg.views.report import Dossier, read_dossier
from kg.views.report.dossier import Evidence, Voice
from kg.views.report.phrases import introduction, stance_in_words
from tests.query.three_articles import HERALD, TRIBUNE

CAPE = Document(
    key="cape",
    source="/home/somebody/cape.txt",
    title="Quarrel over the cape",
    text=(
        "Quarrel over the cape\n\n"
        'Agency Sun, citing an aide, said that "Long Cape was ours since time immemorial under the Pact of Ash." '
        "Eastland says Westland seized Long Cape in 1903. It rained. Westland signed the Pact of Ash.\n"
    ),
)
SUN, AIDE, EAST, LONG = "organization/sun", "person/aide", "state/EST", "territory/long-cape"


def told(dossier: Dossier) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        section.id: [(group.heading, [entry.told for entry in group.entries]) for group in section.groups]
        for section in dossier.sections
        if section.groups
    }


def words_of(evidence: Evidence) -> str:
    return "".join(text for text, mark in evidence.passage if mark == "words")


def at(words: str) -> tuple[int, int]:
    start = CAPE.text.index(words, len(CAPE.title or ""))
    return start, start + len(words)


@pytest.fixture(scope="module")
def cape() -> Dossier:
    ours, seized = "Long Cape was ours since time immemorial under the Pact of Ash", "Westland seized Long Cape in 1903"
    outer, inner = CAPE.span(*at(f'that "{ours}."')), CAPE.span(*at(ours))
    facts = ArticleFacts(
        CAPE,
        actors=(
            Actor(SUN, "Agency Sun", "organization", (CAPE.span(*at("Agency Sun")),)),
            Actor(AIDE, "aide", "person", (CAPE.span(*at("an aide")),), role="aide", represents=EAST),
            Actor(EAST, "Eastland", "state", (CAPE.span(*at("Eastland")),)),
        ),
        territories=(Territory(LONG, "Long Cape", (CAPE.span(*at("Long Cape")),)),),
        treaties=(
            Treaty("treaty/ash", "Pact of Ash", "concluded", (CAPE.span(*at("Pact of Ash")),)),
            Treaty("treaty/other", "Pact of Ash again", "concluded", (CAPE.span(*at("signed the Pact of Ash")),)),
        ),
        statements=(
            Statement("statement/outer", SUN, (outer,), "mixed", about=(LONG,)),
            Statement("statement/inner", AIDE, (inner,), "direct", about=(LONG,), layer_of="statement/outer"),
            Statement("statement/seized", EAST, (CAPE.span(*at(seized)),), "indirect", about=(LONG,)),
        ),
        events=(
            Event("event/seized", "ASSAULT", "happened", (CAPE.span(*at(seized)),), "seizure", territories=(LONG,)),
        ),
    )
    quads = pyoxigraph.parse(article_nquads(facts), format=pyoxigraph.RdfFormat.N_QUADS)
    return read_dossier(memory_store(quads), "Long Cape")


def test_what_is_reported_stands_in_its_sections_by_party(dossier: Dossier) -> None:
    claim = "Reported to claim sovereignty over Inner Rock"
    assert told(dossier) == {
        "claims": [("Eastland", [claim, claim, claim])],
        "stands": [
            ("Ivan Petrov", ["Reported to reject a claim of Eastland to The Rocks, or its control"]),
            ("Northland", ["Reported to recognize a claim of Eastland to The Rocks"]),
        ],
        "treaties": [("Treaty of Oslo (1956)", ["Named by the article"])],
        "control": [("Westland", ["Reported to hold, occupy or administer Inner Rock"])],
        "positions": [
            (
                "Eastland",
                [
                    "Reported to want talks on Inner Rock",
                    "Reported to rule out talks or concessions on Inner Rock",
                    "Reported to rule out talks or concessions on Inner Rock",
                ],
            )
        ],
        "events": [
            (
                "",
                [
                    "Meeting, reported as having happened; taking part: Ivan Petrov, Taro Sato; "
                    "concerning: Inner Rock, The Rocks (21 January 2019)"
                ],
            )
        ],
        "shifts": [
            (
                "Eastland on Inner Rock",
                [
                    "Earlier, Eastland: Reported to want talks on Inner Rock",
                    "Later, Eastland: Reported to rule out talks or concessions on Inner Rock",
                ],
            )
        ],
    }


def test_no_line_on_a_position_tells_more_than_the_report() -> None:
    for stance in (*concepts("stances"), "of-tomorrow"):
        for toward in (None, "Westland"):
            words = stance_in_words(stance, "Inner Rock", toward)
            assert words.startswith("Reported to ")
            assert "Inner Rock" in words
            assert ("Westland" in words) is (toward is not None)


def test_a_claimant_leaves_what_is_its_own_or_toward_it(rocks: ArticleStore) -> None:
    found = read_dossier(rocks, "Rocks", "Westland")
    assert found.title == "The Rocks: reported claims by Westland and their evidence"
    assert {section: [group for group, _ in groups] for section, groups in told(found).items()} == {
        "stands": ["Ivan Petrov"],  # who speaks for it
        "control": ["Westland"],
        "events": [""],
    }
    toward = told(read_dossier(rocks, "Rocks", "Eastland"))["stands"]
    assert [group for group, _ in toward] == ["Ivan Petrov", "Northland"]


def test_evidence_stands_at_its_place_in_a_text_with_that_hash(dossier: Dossier) -> None:
    texts = {document.sha256: document.text for document in (HERALD, TRIBUNE)}
    checked = [one for one in dossier.evidence if one.source.sha256 in texts]
    assert len(checked) == 9
    for one in checked:
        assert texts[one.source.sha256 or ""][one.start : one.end] == one.quotation == words_of(one)
        assert one.paragraph == 2
        assert one.source.outlet in ("Herald", "Tribune")
    assert {one.source.url for one in checked} == {"https://herald.example/1", None}


def test_footnotes_are_numbered_as_they_are_met_and_each_fact_has_one(dossier: Dossier) -> None:
    assert [one.number for one in dossier.evidence] == list(range(1, len(dossier.evidence) + 1))
    met = [entry.evidence for section in dossier.sections for entry in section.entries()]
    assert tuple(dict.fromkeys(met)) == dossier.evidence
    assert len(met) == len(dossier.evidence) + 2  # those of the shift stand among the positions, too


def test_names_are_the_usual_one_and_those_of_each_party(dossier: Dossier) -> None:
    rocks, rock = dossier.names
    assert (rocks.label, rocks.by_party) == ("The Rocks", ())
    assert rock.label == "Inner Rock"
    assert rock.by_party == (("Eastland", (("Stone Isle", "en"),)), ("Westland", (("Péñasco", "es"),)))


def test_words_are_the_innermost_speakers_and_name_who_passes_them_on(cape: Dossier) -> None:
    [history] = [entry.evidence for section in cape.sections if section.id == "bases" for entry in section.entries()]
    assert history.fact == "statement/inner"
    assert history.voice == Voice("aide", "aide", "Eastland", "direct", ("Agency Sun",))
    assert told(cape)["bases"] == [("History", ["Words that name it: “time immemorial”"])]


def test_an_event_that_somebody_tells_is_told_by_them(cape: Dossier) -> None:
    [seized] = [one for one in cape.evidence if one.fact == "event/seized"]
    assert seized.voice == Voice("Eastland", None, None, "indirect")
    assert told(cape)["events"] == [("", ["Seizure, reported as having happened; concerning: Long Cape"])]


def test_a_treaty_counts_that_is_named_in_what_is_said_of_the_territory(cape: Dossier) -> None:
    assert told(cape)["treaties"] == [("Pact of Ash", ["Named in what is said"])]


def test_what_is_not_in_it_is_told(rocks: ArticleStore, cape: Dossier) -> None:
    assert [*introduction(read_dossier(rocks, "Inner Rock"))][2] == (
        "Not in it: what concerns The Rocks as a whole; "
        "1 further statement on the territory, which kg ask who-said-what lists."
    )
    assert cape.untold == 1  # the agency's own, which only passes on the aide's


def test_a_folder_of_the_machine_that_read_an_article_is_not_told(cape: Dossier) -> None:
    assert [source.file for source in cape.sources] == ["cape.txt"]


def test_a_name_that_is_nowhere_is_told_with_the_near_ones(rocks: ArticleStore) -> None:
    with pytest.raises(UnknownNameError, match='no territory "Iner Rock" in this store; did you mean Inner Rock'):
        read_dossier(rocks, "Iner Rock")
    with pytest.raises(UnknownNameError, match='no actor "Northlnd" in this store; did you mean Northland'):
        read_dossier(rocks, "Inner Rock", "Northlnd")
