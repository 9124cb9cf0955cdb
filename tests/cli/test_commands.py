import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import CHAGOS, KURIL, Ended, Run

Built = tuple[Path, Ended]


def test_build_tells_who_said_what_about_which_territory(built: Built) -> None:
    done = built[1]
    assert done.status == 0, done.err
    told = done.out.split("\n\n")
    kurils = next(part for part in told if part.startswith("SOUTHERN KURIL ISLANDS\n"))
    assert re.search(r"^  Dmitry Peskov \(.*spokesman.*\)$", kurils, re.MULTILINE)
    assert re.search(r"^    had warned: “no instant result should be expected” \[2019-01-22\]$", kurils, re.MULTILINE)


def test_build_tells_on_standard_error_how_much_was_read(built: Built) -> None:
    first, second = built[1].err.splitlines()
    assert re.fullmatch(r"Read 2 articles \([\d,]+ words\) in [\d.]+ s", first)
    assert second.startswith("Wrote ")
    assert "graph.ttl" in second


def test_second_build_reads_nothing_and_changes_nothing(kg: Run, built: Built, copied: Path) -> None:
    second = kg("build", KURIL, CHAGOS)
    assert second.out == built[1].out
    assert re.match(r"Read 0 articles \(0 words\) in [\d.]+ s; 2 were unchanged\n", second.err)
    assert (copied / "out" / "graph.ttl").read_bytes() == (built[0] / "out" / "graph.ttl").read_bytes()


def test_article_that_names_no_territory_is_read_only_without_triage(kg: Run, copied: Path) -> None:
    (copied / "rain.txt").write_text("Rain in Kyoto\n\nJanuary 22, 2019\n\nIt rained all day in the hills of Japan.\n")
    done = kg("build", copied / "rain.txt")
    assert done.status == 0
    assert done.err.splitlines()[1] == "1 article names no territory and was not read; --no-triage reads it"
    assert kg("build", copied / "rain.txt", "--no-triage").err.startswith("Read 1 articles")


def test_changed_article_takes_the_place_of_what_it_was(kg: Run, copied: Path) -> None:
    article = copied / "article.txt"
    for words in ("no instant result should be expected", "nothing would come of it"):
        article.write_text(KURIL.read_text().replace("no instant result should be expected", words))
        done = kg("build", article, "--out", "other")
    assert "nothing would come of it" in done.out
    assert "no instant result" not in done.out


def test_removed_article_leaves_the_graph_of_the_others(kg: Run, copied: Path) -> None:
    done = kg("remove", CHAGOS)
    assert (done.status, done.out) == (0, "")
    assert re.fullmatch(r"Removed article/[0-9a-f]{16}: Britain agrees to recognise .*\n", done.err)
    assert kg("build", KURIL, "--out", "other").status == 0
    for name in ("graph.ttl", "graph.html"):
        assert (copied / "out" / name).read_bytes() == (copied / "other" / name).read_bytes()
    assert "Chagos" not in kg("ask", "sources").out


def test_removed_article_comes_back_with_the_next_build(kg: Run, built: Built, copied: Path) -> None:
    kg("remove", CHAGOS, KURIL)
    assert kg("ask", "sources").err == "Nothing in the graph answers this.\n"
    assert kg("build", KURIL, CHAGOS).out == built[1].out
    assert (copied / "out" / "graph.ttl").read_bytes() == (built[0] / "out" / "graph.ttl").read_bytes()


def test_build_reads_standard_input(kg: Run) -> None:
    done = kg("build", "-", given=KURIL.read_bytes())
    assert done.status == 0
    assert "Dmitry Peskov" in done.out


def test_build_takes_tables_of_names(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "my-territories.csv").write_text("id,name,type\nthrumble-rock,Thrumble Rock,island\n")
    (tmp_path / "article.txt").write_text(
        "Rock in dispute\n\nJanuary 22, 2019\n\nRussian President Vladimir Putin said that Thrumble Rock was Russian.\n"
    )
    assert "THRUMBLE ROCK" not in kg("build", "article.txt").out
    done = kg("build", "article.txt", "--gazetteer", "my-territories.csv")
    assert done.out.startswith("THRUMBLE ROCK\n  Vladimir Putin"), done


def test_quiet_build_prints_nothing(kg: Run, copied: Path) -> None:
    assert kg("build", KURIL, "--quiet").out == ""


def test_extract_prints_an_object_an_article(kg: Run) -> None:
    done = kg("extract", KURIL, CHAGOS)
    assert (done.status, done.err) == (0, "")
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert first["document"]["source"] == str(KURIL)
    assert second["document"]["source"] == str(CHAGOS)
    text = KURIL.read_text(encoding="utf-8")
    spans = [span for one in first["statements"] for span in one["content"]]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_extract_prints_a_table(kg: Run) -> None:
    done = kg("extract", KURIL, "--format", "table")
    head, _, *rows = done.out.splitlines()
    assert head.split() == ["article", "kind", "who", "what", "about", "date", "words", "start"]
    assert any(
        re.search(r"statement +Dmitry Peskov +had warned +.*no instant result should be expected", row) for row in rows
    )


def test_ask_alone_lists_the_questions(kg: Run) -> None:
    done = kg("ask")
    told = done.out + done.err
    assert re.search(r"^  who-said-what +Who said what about a territory", told, re.MULTILINE)
    assert re.search(r"^  positions +Where an actor stands", told, re.MULTILINE)


def test_question_tells_its_parameters_with_an_example(kg: Run) -> None:
    done = kg("ask", "who-said-what", "--help")
    assert done.status == 0
    assert re.search(r"^  --territory NAME +The territory that is spoken about", done.out, re.MULTILINE)
    assert "kg ask who-said-what --territory Shikotan" in done.out


def test_answer_for_a_reader_gives_the_words_and_where_they_stand(ask: Run) -> None:
    done = ask("ask", "who-said-what", "--territory", "Shikotan", "--actor", "Kyodo News")
    assert (done.status, done.err) == (0, "")
    head, words, *place = done.out.splitlines()
    assert head.startswith("2019-01-22  Kyodo News")
    assert words == "    “Abe was considering a settlement that would bring Japan only Shikotan and Habomai”"
    assert (
        re.match(r"    — Putin and Abe promise more talks .*statement/[0-9a-f]{16}$", " ".join(place).strip("\n"))
        or place
    )


def test_answer_as_csv_and_json_tells_the_same(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("ask", "who-said-what", "--territory", "Shikotan", "-f", "csv").out)))
    records = json.loads(ask("ask", "who-said-what", "--territory", "Shikotan", "-f", "json").out)
    assert rows
    assert [row["quote"] for row in rows] == [record["quote"] for record in records]


def test_question_without_an_answer_says_so(ask: Run) -> None:
    done = ask("ask", "who-said-what", "--territory", "Shikotan", "--since", "2030")
    assert (done.status, done.out, done.err) == (0, "", "Nothing in the graph answers this.\n")


def test_sparql_reads_a_query_from_argument_file_and_standard_input(ask: Run, tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s a td:Statement }"
    (tmp_path / "question.rq").write_text(query)
    given = ask("sparql", query, "--format", "csv")
    assert re.fullmatch(r"n\r?\n\d+\r?\n", given.out)
    assert ask("sparql", "--file", tmp_path / "question.rq", "--format", "csv") == given
    assert ask("sparql", "-", "--format", "csv", given=query.encode()) == given


def test_sparql_writes_to_a_file(ask: Run, tmp_path: Path) -> None:
    done = ask("sparql", "ASK { ?s a td:Statement }", "-f", "json", "-o", tmp_path / "answer.json")
    assert (done.status, done.out, done.err) == (0, "", f"Wrote {tmp_path / 'answer.json'}\n")
    assert json.loads((tmp_path / "answer.json").read_text())["boolean"] is True


@pytest.mark.parametrize(
    ("name", "sign"),
    [("turtle", "@prefix td:"), ("trig", "@prefix td:"), ("nquads", "<http"), ("jsonld", "[{")],
)
def test_export_writes_the_same_bytes_to_file_and_standard_output(
    ask: Run, tmp_path: Path, name: str, sign: str
) -> None:
    printed = ask("export", "--format", name)
    assert printed.status == 0
    assert sign in printed.out
    assert ask("export", "--format", name, "-o", tmp_path / "graph").out == ""
    assert (tmp_path / "graph").read_text(encoding="utf-8") == printed.out


def test_export_holds_whole_articles_only_where_asked(ask: Run) -> None:
    sentence = "Police detained 11 of the protesters."
    assert f'isString> "{KURIL.read_text()[:20]}' not in ask("export", "--format", "nquads").out
    whole = ask("export", "--format", "nquads", "--with-articles").out
    assert f'isString> "{KURIL.read_text()[:20]}' in whole
    assert sentence in whole


def test_validate_tells_that_all_is_well(ask: Run) -> None:
    done = ask("validate")
    assert (done.status, done.out) == (0, ""), done
    assert done.err == "All 4 graphs satisfy the shapes\n"


def test_validate_names_what_breaks_the_shapes(kg: Run, copied: Path) -> None:
    from pyoxigraph import NamedNode, Quad

    from kg.store import open_store

    with open_store(copied / "out" / "store", write=True) as store:
        graph = NamedNode(next(store.articles()).graph)
        a = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        fact = NamedNode("https://w3id.org/territorial-dispute/Fact")
        store.dataset.add(Quad(NamedNode("https://example.org/fact"), a, fact, graph))
        store.publish()
    done = kg("validate")
    assert done.status == 1
    assert ": https://example.org/fact " in done.out
    assert "A fact needs evidence: a span of its article." in done.out
    assert done.err == "1 of 3 graphs break the shapes\n"


def test_evaluate_prints_figures_and_holds_floors(kg: Run, tmp_path: Path) -> None:
    for name, content in {
        "note.txt": "Talks fail\n\nJanuary 22, 2019\n\nPresident Vladimir Putin said that Shikotan was Russian.\n",
        "note.json": json.dumps(
            {
                "id": "note",
                "actors": [{"name": "Vladimir Putin", "type": "person", "role": "President", "represents": None}],
                "territories": [{"name": "Shikotan", "mentions": ["Shikotan"]}],
                "treaties": [],
                "statements": [],
                "positions": [],
                "events": [],
            }
        ),
        "floors.json": '{"territories": {"f1": 1}, "wrong_spans": 0}',
        "high.json": '{"statements": {"f1": 0.5}}',
    }.items():
        folder = tmp_path / ("gold" if name.startswith("note") else "floors")
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(content)
    done = kg("evaluate", "gold", "--floors", "floors/floors.json")
    assert (done.status, done.err) == (0, "")
    assert re.search(r"^territories +1\.000 +1\.000 +1\.000 +1 +1$", done.out, re.MULTILINE)
    assert json.loads(kg("evaluate", "gold", "--json").out)["territories"]["f1"] == 1
    low = kg("evaluate", "gold", "--floors", "floors/high.json")
    assert (low.status, low.err) == (1, "kg: statements, f1: 0.000, below the floor of 0.500\n")
    shown = kg("evaluate", "gold", "--show", "statements").out
    assert "made up  note line 5: Vladimir Putin (said): Shikotan was Russian [Shikotan]" in shown


def test_version(kg: Run) -> None:
    from kg import __version__

    done = kg("--version")
    assert (done.status, done.out, done.err) == (0, f"kg {__version__}\n", "")


def test_store_is_named_by_the_environment(kg: Run, built: Built) -> None:
    done = kg("sparql", "ASK { ?s a td:Statement }", KG_STORE=str(built[0] / "out" / "store"))
    assert done.status == 0
    assert "true" in done.out


def test_show_gives_the_sentence_its_place_and_what_read_it(ask: Run) -> None:
    rows = json.loads(ask("ask", "who-said-what", "--actor", "Dmitry Peskov", "--format", "json").out)
    done = ask("show", rows[0]["fact"])
    assert (done.status, done.err) == (0, "")
    assert "no instant result should be expected" in done.out
    assert f"({KURIL}, line " in done.out
    assert "read by: " in done.out
    shown = json.loads(ask("show", rows[0]["fact"], "--json").out)
    assert shown["id"] == rows[0]["fact"]


def test_show_of_what_is_nowhere_fails(ask: Run) -> None:
    done = ask("show", "statement/zzz")
    assert done.status == 1
    assert "statement/zzz" in done.only_error


def test_report_is_markdown_or_what_the_name_of_the_file_asks_for(ask: Run, tmp_path: Path) -> None:
    arguments = ("report", "--territory", "Southern Kuril Islands")
    done = ask(*arguments, "--claimant", "Japan")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("# Southern Kuril Islands: reported claims by Japan and their evidence\n")
    assert ask(*arguments, "--output", tmp_path / "kurils.html").err == f"Wrote {tmp_path / 'kurils.html'}\n"
    assert (tmp_path / "kurils.html").read_text().startswith("<!doctype html>")
    assert json.loads(ask(*arguments, "--format", "csl").out)[0]["type"] == "article-newspaper"


def test_report_on_what_is_nowhere_or_on_nothing_says_so(ask: Run) -> None:
    done = ask("report", "--territory", "Shikotn")
    assert (done.status, done.only_error) == (1, 'kg: no territory "Shikotn" in this store; did you mean Shikotan?')
    done = ask("report", "--territory", "Abyei")
    assert (done.status, done.err) == (0, "Nothing in the graph answers this.\n")
    assert done.out.count("None found in these articles.") == 9


def test_network_finds_a_path_with_the_words_along_it(ask: Run) -> None:
    done = ask("network", "paths", "Vladimir Putin", "Shinzo Abe")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("path 1  step 1  Vladimir Putin  ")
    assert "\n    “" in done.out


def test_network_of_actors_that_nothing_connects(ask: Run) -> None:
    done = ask("network", "paths", "Dmitry Peskov", "Dmitry Peskov")
    assert done.status == 1
    assert "nothing connects" in done.only_error


def test_network_ranks_actors(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("network", "central", "--most", "3", "--format", "csv").out)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert all(row["quote"] and row["fact"] for row in rows)


def test_network_tells_who_sides_with_whom_and_what_changed(ask: Run) -> None:
    for arguments in (["blocs"], ["changes", "--since", "2020"]):
        done = ask("network", *arguments, "--format", "json")
        assert done.status == 0
        assert isinstance(json.loads(done.out), list)


@pytest.mark.parametrize("of", ["actors", "territories", "alliances"])
def test_network_is_written_for_other_programs(ask: Run, tmp_path: Path, of: str) -> None:
    import networkx

    assert ask("network", "export", "--of", of, "--output", tmp_path / "net.graphml").status == 0
    graph = networkx.read_graphml(tmp_path / "net.graphml")
    assert of != "actors" or len(graph) > 3
    assert all(values["label"] for _, values in graph.nodes(data=True))
    gexf = ask("network", "export", "--of", of, "--format", "gexf").out
    assert gexf.startswith("<?xml")
    assert len(networkx.read_gexf(io.BytesIO(gexf.encode()))) == len(graph)


def test_review_lists_who_may_be_one_and_corrections_decide_it(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Japanese Foreign Minister Ana Duarte said that Shikotan must be given back.\n")
    (tmp_path / "two.txt").write_text("Russian Foreign Minister Ana Duarte said that Shikotan was Russian.\n")
    kg("build", "one.txt", "two.txt", "--quiet")
    (row,) = csv.DictReader(io.StringIO(kg("review", "--format", "csv").out))
    assert row["who"] == row["other"] == "Ana Duarte"
    assert kg("review").out.endswith(f"    if they are two:  {row['if_two']}\n")
    (tmp_path / "mine.csv").write_text(f"correction,thing,value\n{row['if_one']}\ndrop,nothing,\n")
    done = kg("build", "one.txt", "two.txt", "--corrections", "mine.csv", "--quiet")
    assert done.status == 3
    assert done.err.splitlines()[-1].startswith(
        "Left out: correction mine.csv line 3 corrects 'nothing', which is no fact"
    )
    assert kg("review").err == "No two actors of the graph may be one.\n"
    shown = kg("show", row["id"])
    assert f'also named: Ana Duarte ({row["other_id"]}), as "Ana Duarte": correction mine.csv line 2' in shown.out
