import sys
from dataclasses import fields
from pathlib import Path

import pytest

from kg.documents import Document
from kg.errors import GazetteerError, SourceError, StoreError
from kg.pipeline import Options, ReadArticle, Reader, build, extract_documents
from kg.pipeline.digest import digest
from kg.pipeline.rows import fact_table
from kg.sources import LeftOut
from kg.store import open_store
from tests.spans import spans_in

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
KURIL = ARTICLES / "kuril-2019-01-22.txt"
CHAGOS = ARTICLES / "chagos-2019-02-25.txt"
GOLAN = ARTICLES / "golan-2019-03-25.txt"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def articles(reader: Reader) -> list[ReadArticle]:
    found = list(extract_documents([ARTICLES], reader=reader))
    assert not [one for one in found if isinstance(one, LeftOut)]
    return [one for one in found if isinstance(one, ReadArticle)]


def test_every_sample_article_gives_statements(articles: list[ReadArticle]) -> None:
    assert len(articles) == 10
    assert all(one.facts.statements and one.facts.actors and one.facts.territories for one in articles)
    assert all(one.words > 300 for one in articles)


def test_text_of_every_span_is_what_stands_at_its_offsets(articles: list[ReadArticle]) -> None:
    for one in articles:
        text = one.facts.document.text
        spans = [*spans_in(one.facts), *one.sentences]
        assert spans
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_every_fact_has_evidence(articles: list[ReadArticle]) -> None:
    for one in articles:
        kinds = (getattr(one.facts, field.name) for field in fields(one.facts) if field.name != "document")
        assert all(fact.evidence for facts in kinds for fact in facts)


def test_facts_refer_only_to_actors_territories_and_treaties_of_their_article(articles: list[ReadArticle]) -> None:
    for one in articles:
        facts = one.facts
        actors = {actor.id for actor in facts.actors}
        things = {thing.id for thing in (*facts.territories, *facts.treaties)}
        said = (*facts.statements, *facts.attitudes)
        named = {one.speaker for one in said} | {one.addressee for one in said}
        named |= {one.holder for one in facts.positions} | {one.toward for one in facts.positions}
        named |= {actor for one in facts.events for actor in one.participants}
        named |= {actor.represents for actor in facts.actors}
        named |= {role.represents for actor in facts.actors for role in actor.roles}
        assert named - {None} <= actors, facts.document.source
        about = {one for statement in said for one in statement.about}
        about |= {one.target for one in facts.positions if one.target}
        about |= {one for event in facts.events for one in event.territories}
        assert about <= things, facts.document.source


def test_build_of_what_was_built_reads_nothing_and_keeps_the_bytes(tmp_path: Path, reader: Reader) -> None:
    first = build([KURIL, CHAGOS], tmp_path, reader=reader)
    turtle = first.turtle.read_bytes()
    second = build([KURIL, CHAGOS], tmp_path, reader=reader)
    assert (first.articles, first.unchanged, second.articles, second.unchanged) == (2, 0, 0, 2)
    assert first.words > 1000
    assert second.turtle.read_bytes() == turtle


def test_order_and_batches_do_not_change_the_bytes(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = build([KURIL, CHAGOS], tmp_path / "one", reader=reader).turtle.read_bytes()
    monkeypatch.setattr(sys.modules["kg.pipeline.build"], "BATCH", 1)
    assert build([CHAGOS, KURIL], tmp_path / "other", reader=reader).turtle.read_bytes() == together


def test_fault_in_one_article_leaves_it_out_and_is_logged(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Reader.read

    def faulty(self: Reader, document: Document) -> ReadArticle:
        if document.source == str(CHAGOS):
            raise ZeroDivisionError("by nothing")
        return read(self, document)

    monkeypatch.setattr(Reader, "read", faulty)
    report = build([KURIL, CHAGOS, GOLAN], tmp_path, reader=reader)
    assert report.articles == 2
    assert [str(one) for one in report.left_out] == [
        f"{CHAGOS} met a fault in kg (ZeroDivisionError: by nothing); "
        f"please report it with what {tmp_path / 'faults.log'} tells"
    ]
    log = (tmp_path / "faults.log").read_text()
    assert log.startswith(f"{CHAGOS}\nTraceback")
    assert "ZeroDivisionError: by nothing" in log


def test_error_of_ours_in_one_article_leaves_it_out(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Reader, document: Document) -> ReadArticle:
        raise SourceError("no sense in it")

    monkeypatch.setattr(Reader, "read", broken)
    (left_out,) = extract_documents([KURIL], reader=reader)
    assert isinstance(left_out, LeftOut)
    assert "could not be read (no sense in it)" in str(left_out)


def test_what_was_read_before_ctrl_c_is_published(tmp_path: Path, reader: Reader) -> None:
    def stop(source: str) -> None:
        if source == str(CHAGOS):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([KURIL, CHAGOS], tmp_path, Options(watch=stop), reader=reader)
    with open_store(tmp_path / "store") as store:
        assert [article.source for article in store.articles()] == [str(KURIL)]
    assert not (tmp_path / "graph.ttl").exists()
    assert build([KURIL, CHAGOS], tmp_path, reader=reader).unchanged == 1


def test_nothing_is_written_where_no_input_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(SourceError, match="is empty"):
        build([tmp_path / "empty.txt"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_broken_table_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "territories.csv").write_text("id,name\nrock\n")
    with pytest.raises(GazetteerError, match=r"territories\.csv"):
        build([KURIL], tmp_path / "out", Options(tables=(tmp_path / "territories.csv",)))
    assert not (tmp_path / "out").exists()


def test_base_of_a_store_is_kept(tmp_path: Path, reader: Reader) -> None:
    build([KURIL], tmp_path, Options(base="https://example.org/kg/"), reader=reader)
    assert "<https://example.org/kg/" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    with pytest.raises(StoreError, match=r"--base https://example\.org/kg/"):
        build([KURIL], tmp_path, Options(base="https://example.com/"), reader=reader)
    assert build([KURIL], tmp_path, reader=reader).unchanged == 1


def test_digest_of_a_store_without_facts_says_so(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "note.txt").write_text("Weather\n\nJanuary 22, 2019\n\nIt rained all day in the hills.\n")
    build([tmp_path / "note.txt"], tmp_path / "out", reader=reader)
    with open_store(tmp_path / "out" / "store") as store:
        assert digest(store) == "No statement or position on a disputed territory was found."


def test_table_of_facts_has_a_row_for_each(articles: list[ReadArticle]) -> None:
    for one in articles:
        facts = one.facts
        kinds = (facts.actors, facts.territories, facts.treaties, facts.statements)
        count = sum(map(len, (*kinds, facts.attitudes, facts.positions, facts.events, facts.names)))
        assert len(fact_table(facts).rows) == count
