"""Who says what, one construction of news English at a time: speakers by their labels, and their words."""

from typing import Any

import pytest

Said = list[tuple[list[str], list[str]]]


def said(read: Any, text: str) -> Said:
    """Return the speakers and the words of each statement, in order."""
    article = read(text)
    members = article.cast.members
    drafts = [draft for draft in article.attributions if not draft.attitude]
    return [
        ([members[one].label for one in draft.speakers], [" ".join(span.text.split()) for span in draft.content])
        for draft in drafts
    ]


SPEAKERS: list[tuple[str, str, Said]] = [
    (
        "he who goes on, not of whom he speaks",
        "Minister Olaf Lund flew to Oslo. He said President Bo Berg had sent help, but, he added, talks would go on.",
        [(["Olaf Lund"], ["President Bo Berg had sent help"]), (["Olaf Lund"], ["talks would go on"])],
    ),
    (
        "it that goes on, not of what it speaks",
        "The Norwegian fisheries ministry said the Danish navy had left, but it warned the crews to wait.",
        [
            (["Norwegian Fisheries Ministry"], ["the Danish navy had left"]),
            (["Norwegian Fisheries Ministry"], ["the crews to wait"]),
        ],
    ),
    (
        "who is handed a letter does not speak by it",
        "The envoy was handed a letter demanding an apology from Denmark.",
        [(["letter"], ["an apology from Denmark"])],
    ),
    (
        "a government of islands that no table knows",
        "Norway met Denmark in May. The Holm Islands government has asked Oslo to explain.",
        [(["Holm Islands government"], ["Oslo to explain"])],
    ),
    (
        "she who answers, not whom the reporter's question names",
        'The consul, Anna Holm, said the plan was "dead". Did that leave the envoy a job? "No." She noted that he was '
        "old.",
        [(["Anna Holm"], ['the plan was "dead"', '"No."']), (["Anna Holm"], ["that he was old"])],
    ),
    (
        "she behind what somebody only is",
        "Anna Holm was glad. Denmark had never been the rock's natural owner. She has a plan, she said.",
        [(["Anna Holm"], ["She has a plan"])],
    ),
    (
        "he behind a semicolon",
        "Mayor Olaf Lund told the radio that the pier was safe; asked about the crane, he replied that it was old.",
        [(["Olaf Lund"], ["that the pier was safe"]), (["Olaf Lund"], ["that it was old"])],
    ),
    (
        "he in a frame set in behind another",
        '"The pier is ours," said a spokesman, Olaf Lund, who added that there was nothing to fear, although the town '
        'would, he said, "keep counting" the ships.',
        [
            (["Olaf Lund"], ['"The pier is ours,"']),
            (["Olaf Lund"], ["that there was nothing to fear"]),
            (["Olaf Lund"], ["the town would", '"keep counting" the ships']),
        ],
    ),
    (
        "it behind the clause of a body that speaks",
        "Norway holds that the border is open. Its fisheries ministry warned that nets would be cut, though it said it "
        "would pay.",
        [
            (["Norway"], ["that the border is open"]),
            (["Norwegian Fisheries Ministry"], ["that nets would be cut"]),
            (["Norwegian Fisheries Ministry"], ["it would pay"]),
        ],
    ),
    (
        "a pronoun behind according to",
        "Olaf Lund runs the port. The crane, according to him, is older than the pier.",
        [(["Olaf Lund"], ["The crane", "is older than the pier"])],
    ),
    (
        "who is taken up by an age",
        'Olaf Lund sails alone. "They took my nets," says the 71-year-old.',
        [(["Olaf Lund"], ['"They took my nets,"'])],
    ),
    (
        "who hands over a letter",
        "On Friday Norway's envoy, Anna Holm, submitted a letter in Lima asking the court to wait.",
        [(["Anna Holm"], ["the court to wait"])],
    ),
    (
        "a bloc that is taken up",
        'The Caribbean Community said it was glad. "We will help," the bloc said in Lima.',
        [(["Caribbean Community"], ["it was glad"]), (["Caribbean Community"], ['"We will help,"'])],
    ),
    (
        "a name behind a trade that no table knows",
        '"My rent is due," said hairdresser Samira Lozano, 34. "Ask them about that."',
        [(["Samira Lozano"], ['"My rent is due,"', '"Ask them about that."'])],
    ),
    (
        "a day before whose ministry it is",
        "On Sunday Sudan's foreign ministry announced it would go to court unless talks began.",
        [(["Sudanese Foreign Ministry"], ["it would go to court unless talks began"])],
    ),
    (
        "the last who was introduced without a name",
        "Levon Petrosyan, an Armenian diplomat, said it was over. A senior Western diplomat, who gave no name, said a "
        'deal was near. "Not this month," the diplomat added.',
        [
            (["Levon Petrosyan"], ["it was over"]),
            (["senior Western diplomat"], ["a deal was near"]),
            (["senior Western diplomat"], ['"Not this month,"']),
        ],
    ),
    (
        "who is introduced but does not speak in that sentence",
        'Kim Holt said it was over. One Danish trawler captain was blunter. "We will sail," the captain told us.',
        [(["Kim Holt"], ["it was over"]), (["One Danish trawler captain"], ['"We will sail,"'])],
    ),
    (
        "he of one who is introduced without a name",
        'Kim Holt said it was over. A Danish diplomat in Lima would not take sides. "Ask me about herring," he joked.',
        [(["Kim Holt"], ["it was over"]), (["Danish diplomat in Lima"], ['"Ask me about herring,"'])],
    ),
    (
        "a year behind a comma in what is set in",
        "Norway, which sent troops to the coast under the Nov. 9, 2020 truce, called on both sides to stop.",
        [(["Norway"], ["both sides to stop"])],
    ),
    (
        "a given name that is a verb of saying as well",
        '"We reserve our rights," its U.N. ambassador, Said Ali Bacar, wrote in a letter.',
        [(["Said Ali Bacar"], ['"We reserve our rights,"'])],
    ),
    (
        "what had happened before an order",
        "Kim Holt urged Danes to stay calm after the court found that Norway owns the reef.",
        [(["Kim Holt"], ["Danes to stay calm"]), (["court"], ["that Norway owns the reef"])],
    ),
    (
        "when somebody was warned",
        "The premier had warned Kim Holt against the sale on Sunday, when the two spoke at the summit in Lima.",
        [(["premier"], ["Kim Holt against the sale on Sunday"])],
    ),
    (
        "two roles between commas",
        "Kim Holt, a vice admiral and a founder of the Dawn (Home) alliance, said the vote was void.",
        [(["Kim Holt"], ["the vote was void"])],
    ),
    (
        "a medium between two speakers and their cue",
        "Norway and Peru in an open letter called on both crews to stop.",
        [(["Norway", "Peru"], ["both crews to stop"])],
    ),
    (
        "a single word that is called for",
        "Kim Holt, standing on the quay, appealed for calm.",
        [(["Kim Holt"], ["calm"])],
    ),
    (
        "a phrase whose clause has no that",
        "The mayor made it clear Norway would stay. The council let it be known that it was tired.",
        [(["mayor"], ["Norway would stay"]), (["council"], ["that it was tired"])],
    ),
    (
        "what somebody does before conceding",
        "Kim Holt met the crew before conceding that the ship was lost.",
        [(["Kim Holt"], ["that the ship was lost"])],
    ),
    (
        "figures who are people",
        "Opposition figures in Lima questioned the count.",
        [(["Opposition figures in Lima"], ["the count"])],
    ),
    (
        "both in an absolute phrase",
        "Norway met Peru. The match between the two sides closed with both adding that the map was wrong.",
        [(["Norway", "Peru"], ["that the map was wrong"])],
    ),
    (
        "a ministry whose capital opens the sentence",
        "The Russian Defense Ministry said it was late. In Ottawa, the Defense Ministry said the port was shut.",
        [
            (["Ministry of Defence of the Russian Federation"], ["it was late"]),
            (["Canadian Defense Ministry"], ["the port was shut"]),
        ],
    ),
    (
        "each state of a list of ambassadors",
        "In a note, the ambassadors of Norway, Denmark and Peru said the vote was void.",
        [(["Norway", "Denmark", "Peru"], ["the vote was void"])],
    ),
    (
        "a list with a comma before and, its minister known",
        "Foreign Minister Ines Salas of Peru came. The foreign ministers of Norway, Denmark, and Peru said it fell.",
        [(["Norway", "Denmark", "Ines Salas"], ["it fell"])],
    ),
    (
        "officials of a list are one group",
        "Officials from Norway, Denmark, and Peru said the vote was void.",
        [(["Officials from Norway, Denmark, and Peru"], ["the vote was void"])],
    ),
    (
        "whom a phrase names",
        "The choir met. Its leader, a retired flautist named Paul Brandt, said the hall was cold.",
        [(["Paul Brandt"], ["the hall was cold"])],
    ),
    (
        "whom a role noun names",
        "A fisherman named Paul Brandt said the sea was calm.",
        [(["Paul Brandt"], ["the sea was calm"])],
    ),
    (
        "a last name that is a title elsewhere",
        "Prime Minister Van Sen said the bridge would stay.",
        [(["Van Sen"], ["the bridge would stay"])],
    ),
    (
        "whom sources are close to",
        "The two met in March, sources close to both sisters said.",
        [(["sources close to both sisters"], ["The two met in March"])],
    ),
    (
        "second role in an apposition",
        "Marit Lund, an opposition leader and former harbour minister, told reporters the port was shut.",
        [(["Marit Lund"], ["the port was shut"])],
    ),
    (
        "who is told never speaks",
        "A vote will be held on May 5, officials in Gagra, the regional capital, told local radio.",
        [(["officials in Gagra"], ["A vote will be held on May 5"])],
    ),
    (
        "a cue goes on with the first by its form",
        'Oslo said it did not own "the grey barge" and described the matter as "slow and costly".',
        [
            (["Norway"], ['it did not own "the grey barge"']),
            (["Norway"], ['the matter as "slow and costly"']),
        ],
    ),
    (
        "both sides",
        "Talks between Norway and Denmark ended with both sides saying that they would meet again.",
        [(["Norway", "Denmark"], ["that they would meet again"])],
    ),
    (
        "joint statement",
        "Norway met Denmark. A joint statement said the rock was empty.",
        [(["Norway", "Denmark"], ["the rock was empty"])],
    ),
    (
        "resolution of a body",
        "UN Security Council Resolution 497 held that the law was void.",
        [(["United Nations Security Council"], ["that the law was void"])],
    ),
    (
        "she behind a quotation",
        'Ana Holm, who heads the faction, said that Bo Berg was "a parrot". "He has no right to stay," she said.',
        [(["Ana Holm"], ['that Bo Berg was "a parrot"']), (["Ana Holm"], ['"He has no right to stay,"'])],
    ),
    (
        "share of people",
        "Some 60 percent of voters said the port was lost.",
        [(["voters"], ["the port was lost"])],
    ),
    (
        "relative clause that ends in a quotation",
        'The ruling, which Oslo has called "null and void", said the rock could not have waters.',
        [(["Norway"], ['"null and void"']), (["ruling"], ["the rock could not have waters"])],
    ),
    (
        "name with an age and a role",
        "“It is ours,” Mr Berg, 58, a former pilot who now chairs the island council, said in an interview.",
        [(["Berg"], ["“It is ours,”"])],
    ),
    ("another", "Another said: “Give it back.”", [(["Another"], ["“Give it back.”"])]),
    (
        "a quoting verb goes on with the first",
        "The agency NTB said the ship had fled, and quoted an officer as saying that it was “lost”.",
        [(["NTB"], ["the ship had fled"]), (["NTB"], ["it was “lost”"]), (["officer"], ["it was “lost”"])],
    ),
    (
        "time before a joined cue",
        "Ana Holm vowed to take the rock, and in January said she would wait.",
        [(["Ana Holm"], ["to take the rock"]), (["Ana Holm"], ["she would wait"])],
    ),
    (
        "city before a colon",
        "KARACHI: Foreign Office spokesperson Ana Holm on Friday said the claim was false.",
        [(["Ana Holm"], ["the claim was false"])],
    ),
    (
        "people with words on their lips",
        'A few hundred people marched to the palace chanting "Down with it!" Police said 17 of them were held.',
        [(["few hundred people"], ['"Down with it!"']), (["Police"], ["17 of them were held"])],
    ),
]

CONTENTS: list[tuple[str, str, list[list[str]]]] = [
    (
        "second clause behind and that",
        "Amina Otieno told reporters that Mr Barre had raised “serious concerns” about the border, and that the two "
        "sides had agreed to “keep talking”.",
        [
            [
                "that Mr Barre had raised “serious concerns” about the border, and that the two sides had agreed to "
                "“keep talking”"
            ]
        ],
    ),
    (
        "frame between commas",
        'There was no point in waiting, the banker said, if the others offered only "crumbs".',
        [["There was no point in waiting", 'if the others offered only "crumbs"']],
    ),
    (
        "clause of an addressee",
        'Bo Berg told the Today programme he had "no fear" of a vote.',
        [['he had "no fear" of a vote']],
    ),
    ("gap of a relative clause", "The vote, which the opposition says was stolen, is over.", [["was stolen"]]),
    (
        "finding without that",
        "The court found the claim had no basis.",
        [["the claim had no basis"]],
    ),
    (
        "verdict on what was said",
        "Rights groups accused the army of firing on fishermen, a charge it denies.",
        [["the army of firing on fishermen"]],
    ),
    ("whom one tells", "Bo Berg told the crew to leave the rock.", [["the crew to leave the rock"]]),
    (
        "an infinitive behind words that only tell how",
        "Bo Berg told them in broken Danish to leave.",
        [["to leave"]],
    ),
    (
        "a promise behind an according to",
        "According to a clerk who was at the pier, he vowed to pay.",
        [["he vowed to pay"], ["to pay"]],
    ),
    (
        "words in writing",
        "Bo Berg said the king had assured them in writing that no ship would sail.",
        [["the king had assured them in writing that no ship would sail"], ["that no ship would sail"]],
    ),
    (
        "what is only in question",
        "Bo Berg asked whether she denied that the ship had sunk.",
        [["whether she denied that the ship had sunk"]],
    ),
    (
        "a finding behind where it was made",
        "The court found in an opinion in 2019 that the rock had been cut off.",
        [["that the rock had been cut off"]],
    ),
    (
        "an infinitive behind adverbs",
        "Denmark broke its promise to always and fully guard the sea.",
        [["to always and fully guard the sea"]],
    ),
    ("a charge", "Rebels charged that the vote had been bought.", [["that the vote had been bought"]]),
    (
        "a cited document of somebody who says nothing",
        "Bo Berg, citing the African Union's charter of 1964, warned that borders were old.",
        [["that borders were old"]],
    ),
    (
        "what is joined to a description",
        "Bo Berg called the rock “a gift of the sea,” and on Monday the ship sailed for Oslo.",
        [["the rock “a gift of the sea,”"]],
    ),
    (
        "the date of a finding",
        "The court found in 2011 that Oslo had fired first.",
        [["that Oslo had fired first"]],
    ),
    (
        "words that name a thing",
        'Bo Berg condemned what he described as a "raid" on the rock.',
        [['"raid" on the rock']],
    ),
]

SILENT = [
    "The rock, north of Oslo, is claimed by both countries.",
    "Denmark has ruled that out.",
    "Norway dropped its claims to the western banks in May.",
    'Norway and Denmark signed a deal in Oslo on a "joint calendar" for talks.',
    "Norway calls the rock “Holm Skerry” and claims the whole of it.",
    'The army published what it calls its "master plan".',
    "Oslo said nothing of the rock.",
    "Norway and Denmark also voiced concern.",
    "Norway will leave, as it promised to do in May.",
    "The rock, which Norway likewise claims, and from which a crew was taken in 1990, is empty.",
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS])
def test_words_are_given_to_who_says_them(text: str, expected: Said, read: Any) -> None:
    assert said(read, text) == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CONTENTS], ids=[row[0] for row in CONTENTS])
def test_all_that_is_said_is_read_and_no_more(text: str, expected: list[list[str]], read: Any) -> None:
    assert [content for _, content in said(read, text)] == expected


@pytest.mark.parametrize("text", SILENT)
def test_names_and_borrowed_words_are_not_said(text: str, read: Any) -> None:
    assert said(read, text) == []


def test_a_claim_that_is_called_a_lie_is_told_below_that(read: Any) -> None:
    drafts = read("Bo Berg said the mayor's claim that no land had been lost was a lie.").attributions
    assert [(draft.kind, draft.layer is None) for draft in drafts] == [("say", True), ("claim", False)]


def test_a_quotation_in_single_marks_goes_on_over_paragraphs(read: Any) -> None:
    text = "'We stay,' Bo Berg said.\n\n'The rock is ours by law.\n\n'There is nothing to take to court.'"
    assert [len(content) for _, content in said(read, text)] == [3]


HEADLINES = [
    ("Norway says rock is 'closed issue', warns Denmark against 'raid'", [["Norway"], ["Norway"]]),
    ("Rock dispute: Denmark rejects map, says it is wrong", [["Denmark"]]),
    ("Border is calm: army chief", [["army chief"]]),
    ("Norway Warns Fishermen Against Further Trips", [["Norway"]]),
    ("Coast Guard Says 'Rough Weather' Delayed Search", [["Coast Guard"]]),
]


@pytest.mark.parametrize(("headline", "speakers"), HEADLINES)
def test_headlines_name_their_speakers(headline: str, speakers: list[list[str]], read: Any) -> None:
    assert [who for who, _ in said(read, headline + "\n\nThe row went on for days in the north.")] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Spain met Morocco in Rome. Each side accused the other of shooting first.", ("state/ESP", "state/MAR")),
        ("A Cambodian government statement said that troops had fired first.", ("state/KHM",)),
        (
            "The International Court of Justice sat in May. Its ruling found that the temple was Thai.",
            ("organization/icj",),
        ),
    ],
)
def test_documents_and_sides_stand_for_whose_they_are(read: Any, text: str, speakers: tuple[str, ...]) -> None:
    assert [draft.speakers for draft in read(text).attributions] == [speakers]


def test_city_and_state_before_a_dash_are_a_dateline(read: Any) -> None:
    article = read("Oslo, Norway — Norway's ministers agreed on Monday to put off a rule.")
    assert all("Oslo" not in span.text for draft in article.attributions for span in draft.content)
