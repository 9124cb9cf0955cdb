"""Any text can be read: nothing raises, spans are exact, facts refer to facts, and time grows with the text."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.documents import Document
from kg.documents.layout import read_layout
from kg.extraction import Article, extract
from kg.facts import ArticleFacts
from kg.gazetteer import load_gazetteer
from kg.language import analyse, load_language
from kg.pipeline.reader import Reader, load_extractors
from tests.language.language_cases import assert_linear, make_document
from tests.spans import spans_in

NAMES = (
    "Japan|Russia's|Tokyo|Moscow|the Kremlin|Shinzo Abe|Vladimir Putin|Putin|Mr. Abe|Xi|the Kuril Islands|Crimea|"
    "Northern Territories|Falkland Islands|South China Sea|Taiwan|Foreign Ministry|United Nations|U.S.|Japanese|Russian"
).split("|")
ROLES = (
    "spokesman|Prime Minister|the foreign minister|President|chief cabinet secretary|an official|officials|residents|"
    "the government|the two sides|he|she|it|they|we|I|who|his|its|the islands"
).split("|")
VERBS = (
    "said|says|told reporters|added that|claimed|denied|warned|asked|wrote|according to|saying|called on|believes|"
    "was told by|rejects|seized|condemned|agreed|signed|recognized|protested against|will meet with|controls|is ours|"
    "hopes|belongs to|should return|said it would never give up"
).split("|")
WORDS = (
    "a|the|that|and|or|of|with|to|by|for|between|in|not|if|whether|but|talks|sovereignty over|claim to|peace treaty|"
    "the 1956 Joint Declaration|Treaty of San Francisco|Treaty of|resolution 2334|1956|5,000|74 percent|on Tuesday|"
    "January 22, 2019|2019-01-22|last week|MOSCOW (Reuters) -|By John Smith|JAPAN REJECTS CLAIM|Kurils: Japan Says No"
).split("|")
QUOTATION_MARKS = ['"', "'", "“", "”", "‘", "’", "«", "»", "„", "‚", "‹", "›", "`", "''", "``", "\"'", "“‘", "’”"]
PUNCTUATION = [*".,;:!?-–—()[]{}…/|*#•%&", "...", "?!", ". ", ", ", " - ", "- ", "1. ", "'s", "’s", "n’t", "s’ "]
LINE_ENDS = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\n \n\n",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
]
DIRECTIONS = ["\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2069"]
ODDITIES = [
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u00a0", "\u3000"),  # no width, other spaces
    *("\u0301", "e\u0301", "\u0308\u0323", "\ufe0f", "😀", "👩\u200d👧", "🇯🇵", "日本", "Россия", "اليابان"),
    *("\x01", "\x08", "\x1b", "\x7f", "\ud800", "\udfff", "\ufffd", "İ", "ß", "ﬁ", "½", "²", "Ⅳ"),
]

WORD = st.sampled_from(NAMES) | st.sampled_from(ROLES) | st.sampled_from(VERBS) | st.sampled_from(WORDS)
MARK = st.sampled_from(QUOTATION_MARKS) | st.sampled_from(PUNCTUATION)
ODDITY = st.sampled_from(LINE_ENDS) | st.sampled_from(DIRECTIONS) | st.sampled_from(ODDITIES)
SENTENCE = st.tuples(
    *(
        st.sampled_from(NAMES),
        st.sampled_from(ROLES),
        st.sampled_from(VERBS),
        st.sampled_from(['"We', "“The", "that", ":"]),
    ),
    *(
        st.sampled_from(NAMES),
        st.sampled_from(VERBS),
        WORD,
        st.sampled_from([".", '."', ",” he said.", '," said', "”."]),
    ),
).map(" ".join)
PROSE = st.lists(WORD | MARK, max_size=60).map(" ".join) | st.lists(SENTENCE, max_size=6).map(" ".join)
SHOUTED = st.lists(WORD, max_size=20).map(lambda words: " ".join(words).upper())
MIXED = st.lists(WORD | MARK | ODDITY | st.just(" "), max_size=60).map("".join)
TEXTS = PROSE | SHOUTED | MIXED | st.text(max_size=200) | st.text(st.sampled_from("'\"“”‘’ .,\nAas"), max_size=200)
BLOCKS = TEXTS.filter(str.strip)
DOCUMENTS = st.one_of(
    st.lists(TEXTS, max_size=4).map(lambda texts: laid_out("\n\n".join(texts))),
    st.lists(BLOCKS, min_size=1, max_size=4).map(lambda texts: make_document(*texts)),
    st.tuples(BLOCKS, BLOCKS).map(lambda texts: make_document(*texts, kinds=("title", "body"))),
)
TRIED = settings(max_examples=100, deadline=None)


def laid_out(text: str) -> Document:
    """Return a document whose blocks are those that the layout tells."""
    layout = read_layout(text)
    return Document("test", "test.txt", text, title=layout.title, published=layout.published, blocks=layout.blocks)


@cache
def reader() -> Reader:
    return Reader()


def facts_of(document: Document) -> ArticleFacts:
    return reader().read(document).facts


def dangling(facts: ArticleFacts) -> list[tuple[str, str]]:
    """Return each identifier that a fact refers to and no fact of the article has, with the field it stands in."""
    actors, territories = {one.id for one in facts.actors}, {one.id for one in facts.territories}
    statements, attitudes = {one.id for one in facts.statements}, {one.id for one in facts.attitudes}
    treaties, events = {one.id for one in facts.treaties}, {one.id for one in facts.events}
    known = {
        "speaker": actors,
        "addressee": actors,
        "holder": actors,
        "toward": actors,
        "represents": actors,
        "participants": actors,
        "about": territories,
        "territory": territories,
        "territories": territories,
        "layer_of": statements,
        "statement": statements | attitudes,
        "target": territories | treaties | events,
    }
    found = []
    roles = [role for actor in facts.actors for role in actor.roles]
    said = (*facts.statements, *facts.attitudes)
    for fact in (*roles, *facts.actors, *said, *facts.positions, *facts.events, *facts.names):
        for field, ids in known.items():
            named = getattr(fact, field, None) or ()
            found += [(field, one) for one in ((named,) if isinstance(named, str) else named) if one not in ids]
    return found


# what is read -----------------------------------------------------------------------------------------------------


@TRIED
@given(DOCUMENTS)
@example(laid_out(" \n"))
@example(make_document('"', "“‘", "\u200f"))
@example(make_document('A"A'))
def test_no_text_raises_and_every_span_is_exact(document: Document) -> None:
    article = reader().read(document)
    for span in (*spans_in(article.facts), *article.sentences):
        assert 0 <= span.start < span.end <= len(document.text)
        assert document.text[span.start : span.end] == span.text


@TRIED
@given(DOCUMENTS)
@example(make_document("“We stay here now.” “They are ours,” Putin said. “We go on.” “It is so,” he said, “for ever.”"))
def test_pieces_of_what_is_said_stand_in_reading_order_and_apart(document: Document) -> None:
    facts = facts_of(document)
    for said in (*facts.statements, *facts.attitudes):
        assert said.content
        assert all(before.end <= after.start for before, after in pairwise(said.content))


@TRIED
@given(DOCUMENTS)
@example(make_document("The Kosovo Foreign Ministry insisted that the islands are lost."))
@example(make_document("The deal is dead, Palestinian President Omar Khalidi told Putin on Friday."))
def test_facts_refer_to_facts_of_the_article(document: Document) -> None:
    facts = facts_of(document)
    assert dangling(facts) == []
    for kind in fields(facts)[1:]:
        ids = [one.id for one in getattr(facts, kind.name)]
        assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_read_twice_a_text_gives_the_same_facts(document: Document) -> None:
    assert facts_of(document) == facts_of(document)


@settings(max_examples=25, deadline=None)
@given(st.lists(PROSE, min_size=1, max_size=4))
def test_facts_do_not_depend_on_what_was_read_before(texts: list[str]) -> None:
    documents = [make_document(text) for text in texts]
    assert [*map(facts_of, documents)] == [*map(facts_of, reversed(documents))][::-1]


# how long it takes ------------------------------------------------------------------------------------------------


class Repeating:
    """Stands for the language pipeline on a text that repeats itself: the same stretch of text is parsed once.

    The parser, which has its own test, takes most of the time of reading; so what comes behind it is timed alone.
    """

    pipe_names: tuple[str, ...] = ()

    def __init__(self, piece: str) -> None:
        self._length = len(piece) * max(1, 1000 // len(piece))
        self._parse = cache(language())

    def pipe(self, texts: Iterator[str], *, disable: list[str]) -> Iterator[Doc]:
        """Yield the parse of each text; there is nothing to disable."""
        assert disable == []
        for text in texts:
            stretches = [text[at : at + self._length] for at in range(0, len(text), self._length)]
            yield Doc.from_docs([self._parse(one) for one in stretches or [""]], ensure_whitespace=False)  # type: ignore[misc]


language = cache(load_language)
gazetteer = cache(load_gazetteer)


def assert_read_in_linear_time(piece: str, *, length: int = 1000) -> None:
    """Fail where the extraction from a repeated piece takes far more than its share of time in a longer text."""
    load_extractors()
    parser = Repeating(piece)

    def read(text: str) -> None:
        document = make_document(*text.split("\n\n"))
        analysis = analyse(document, parser)  # type: ignore[arg-type]
        extract(Article(document, analysis, gazetteer(), gazetteer().find(text)))

    assert_linear(read, piece, length=length, most=32)


QUOTATIONS = [
    'He said: "We go on. ',
    "He said: “We go on.\n\n",
    '"Yes," he said. ',
    '"Yes," he said.\n\n',
    "“We will go there. ”",
]
NESTED = ['"He said ‘that “we «go» on” there’." ', "“He said ‘we ", "“He said ‘they are ours,’ ‘and he said so.’ "]
MARKS = ['"', "“", "”", "'", "‘", "“”", "(", ",", "—", "Japan \u202eRussia\u202c "]
SENTENCES = [
    "the prime minister of Japan said in Tokyo that Russia had seized the islands and ",
    "JAPAN SAID RUSSIA MUST RETURN THE KURIL ISLANDS ",
    "Abe said that Putin said that ",
    "the islands, he said, ",
    "(Japan (Russia) ",
    "spokesman President ",
]
FACTS = [
    "The Kuril Islands are ours. ",
    "The Kuril Islands are ours.\n\n",
    "Japan lodged a protest with Russia. ",
    "Russia seized Crimea on January 5, 2019. ",
    "on Tuesday, 5 January 2019, ",
    "the Treaty of San Francisco ",
    "Japan signed the 1956 Joint Declaration. ",
    "Japan and Russia will sign a peace treaty.\n\n",
    "The foreign minister spoke.\n\n",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*NESTED, *MARKS, *SENTENCES])
def test_extraction_takes_linear_time(piece: str) -> None:
    assert_read_in_linear_time(piece)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*QUOTATIONS, *FACTS])
def test_many_statements_and_names_take_linear_time(piece: str) -> None:
    assert_read_in_linear_time(piece, length=3000)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["x", "X", "Japan and Russia and ", "\u200f"])
def test_a_hundred_thousand_characters_without_an_end_take_linear_time(piece: str) -> None:
    assert_read_in_linear_time(piece, length=6250)
