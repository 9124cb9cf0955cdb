"""Every input becomes a document or is named, with its cure; none stops a batch."""

import gzip
import io
import json
import socket
from pathlib import Path

import pytest

from kg.documents import Document
from kg.errors import SourceError
from kg.sources import LeftOut, read_sources
from kg.sources.articles import canonical

TITLE = "Japan protests to Russia over islands"
TEXT = (
    f"{TITLE}\n\nTOKYO, Jan. 22, 2019 (Kyodo) -- Japan protested to Russia on Tuesday over the islands, it said.\n\n"
    "“We protest,” he said.\n"
)
PAGE = f"""<!DOCTYPE html><html><head><title>{TITLE} | Sample News</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Sample News">
<meta property="article:published_time" content="2019-01-22T10:00:00Z">
<link rel="canonical" href="https://news.example/japan-protests"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{TITLE}</h1>
<p>Japan protested to Russia on Tuesday over the four islands, a spokesman for the government in Tokyo said.</p>
<p>“We cannot accept this act by Russia,” he told reporters in the capital on Tuesday evening after the talks.</p>
<p>Russia answered that the islands were its own, and that it would not talk about them any more this year.</p>
</article><footer>Copyright 2019 Sample News</footer></body></html>"""


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*paths: Path | str, **options: object) -> list[Document | LeftOut]:
    return list(read_sources(paths, **options))  # type: ignore[arg-type]


def one(*paths: Path | str, **options: object) -> Document:
    (found,) = read(*paths, **options)
    assert isinstance(found, Document), found
    return found


def left_out(*paths: Path | str, **options: object) -> LeftOut:
    (found,) = read(*paths, **options)
    assert isinstance(found, LeftOut), found
    return found


def test_text_file_becomes_a_document_with_what_its_layout_tells(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.txt", TEXT))
    assert (article.title, article.publisher, str(article.published)) == (TITLE, "Kyodo", "2019-01-22")
    assert (article.source, article.language, article.text) == (str(tmp_path / "a.txt"), "en", TEXT)
    assert [block.kind for block in article.blocks] == ["title", "body", "body"]


def test_line_ends_are_kept_to_the_letter(tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    assert one(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    doubts: list[str] = []
    text = TEXT + "“It is ours,” he said again.\n" * 300
    assert one(write(tmp_path / "a.txt", text.encode(encoding)), warn=doubts.append).text == text
    assert doubts == []


def test_windows_1252_is_read_with_a_doubt(tmp_path: Path) -> None:
    doubts: list[str] = []
    path = write(tmp_path / "a.txt", TEXT.encode("cp1252"))
    assert one(path, warn=doubts.append).text == TEXT
    assert doubts == [f"{path} is not UTF-8; read as Windows-1252"]


def test_mixed_encodings_are_read_each_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT.encode() + "‘No,’ he added.\x81".encode("cp1252", "ignore") + b"\x81")
    assert one(path).text == TEXT + "‘No,’ he added.\x81"


def test_mojibake_is_read_as_it_is_and_doubted(tmp_path: Path) -> None:
    doubts: list[str] = []
    garbled = TEXT.encode().decode("cp1252", "ignore")
    assert one(write(tmp_path / "a.txt", garbled), warn=doubts.append).text == garbled
    assert "has garbled characters such as 'â€œ'" in doubts[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\t\r\n", "is empty"),
        (bytes(range(256)) * 20, "is binary, not text"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04....", "is a zip archive or an office document"),
        (gzip.compress(TEXT.encode()), "is compressed with gzip"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"x", "holds no sentence"),
        (b"\xff\xfeJ\x00a", "is broken UTF-16-LE"),
        (b"Home | World\n\nShare this\n\nCopyright (c) 2019 X. All rights reserved.", "holds only page furniture"),
        ("Die Inseln gehören uns, sagte der Minister am Dienstag in Tokio.".encode(), "is in another language"),
        ("竹島は日本の領土だと外務省が述べた。".encode(), "is in another language than English (ja)"),
        ("Токио требует вернуть Шикотан, said Tass.".encode(), "is in another language than English (ru)"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "is XML"),
        (b'{"text": ', "is broken JSON (line 1"),
        (b'{"headline": "x"}', 'has no "text"'),
        (b'{"text": "  "}', "is empty"),
        (b"[]", "holds no articles"),
        (b"[[1]]", "is no JSON object"),
        (b"<html><body></body></html>", "is a web page in which no article was found"),
    ],
)
def test_input_without_article_is_left_out_with_reason_and_cure(tmp_path: Path, content: bytes, reason: str) -> None:
    found = left_out(write(tmp_path / "a.txt", content))
    assert found.reason.startswith(reason)
    assert found.source.split("#")[0] == str(tmp_path / "a.txt")
    assert found.cure
    assert "\n" not in str(found)


def test_left_out_input_becomes_an_error_of_one_line() -> None:
    error = left_out("nowhere.txt").as_error()
    assert isinstance(error, SourceError)
    assert str(error) == "nowhere.txt does not exist; check the path"


def test_bad_inputs_do_not_stop_a_batch(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", b"")
    write(tmp_path / "2.txt", TEXT)
    write(tmp_path / "3.txt", b"\x00\x01\x02" * 50)
    assert [type(found) for found in read(tmp_path)] == [LeftOut, Document, LeftOut]


@pytest.mark.parametrize("address", ["http://news.example/a", "HTTPS://news.example", "ftp://x", "file:///etc/passwd"])
def test_address_is_refused_and_nothing_connects(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert left_out(address).reason == "is an address, and addresses are not fetched"


def test_too_large_text_is_left_out_by_its_size(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert left_out(path, largest=100).reason == "is larger than 0.0001 MB, more than any article"
    assert one(path, largest=len(TEXT.encode())).text == TEXT


def test_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(TEXT.encode())
        file.truncate(50_000_000_000)  # sparse: more than the memory of the machine
    assert left_out(path).reason.startswith("is larger than 10 MB")


def test_unreadable_file_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert left_out(path).reason == "cannot be read (Permission denied)"


def test_folder_is_read_with_all_below_in_the_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b/1.txt",
        "c.txt",
        "a.txt",
        "b/c/0.md",
        "README.md",
        ".hidden/x.txt",
        "a.json",
        "LICENSE",
        "table.csv",
    ):
        write(tmp_path / name, TEXT if name != "a.json" else "{}")
    found = [item.source.removeprefix(f"{tmp_path}/") for item in read(tmp_path)]
    assert found == ["a.txt", "c.txt", "table.csv", "b/1.txt", "b/c/0.md"]


def test_folder_without_articles_says_so(tmp_path: Path) -> None:
    assert left_out(tmp_path).reason == "holds no articles"


def test_pattern_is_expanded_and_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / "a.txt", TEXT)
    found = read(f"{tmp_path}/*.txt", tmp_path / "a.txt", tmp_path)
    assert [item.source for item in found] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert left_out(f"{tmp_path}/*.md").reason == "matches no file"


def test_link_that_leads_nowhere_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert left_out(tmp_path / "a.txt").reason.startswith("cannot be read")


def test_standard_input_is_read_and_known_by_its_text() -> None:
    article = one("-", standard_input=io.BytesIO(TEXT.replace("(Kyodo) ", "").encode()))
    other = one("-", standard_input=io.BytesIO(b"Russia protested to Japan on Tuesday over the islands.\n"))
    assert article.source == other.source == "-"
    assert article.id != other.id


def test_json_lines_give_an_article_each_and_a_broken_line_is_left_out_alone(tmp_path: Path) -> None:
    good = {"text": TEXT, "title": TITLE, "date": "2019-01-23", "publisher": "Sample", "url": "https://a.example/1"}
    lines = [json.dumps(good), "{broken", json.dumps({"title": "x"}), "", json.dumps(TEXT), json.dumps({"body": TEXT})]
    found = read(write(tmp_path / "a.jsonl", "\r\n".join(lines)))
    sources = [item.source.removeprefix(f"{tmp_path}/") for item in found]
    assert sources == [f"a.jsonl#{number}" for number in (1, 2, 3, 5, 6)]
    first, *broken, last = found
    assert isinstance(first, Document)
    assert (first.publisher, str(first.published), first.url) == ("Sample", "2019-01-23", "https://a.example/1")
    assert all(isinstance(item, LeftOut) for item in broken)
    assert isinstance(last, Document)
    assert last.text == TEXT


def test_json_line_that_is_too_long_is_left_out_alone(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "x" * 20_000}), json.dumps({"text": TEXT})]
    found = read(write(tmp_path / "a.jsonl", "\n".join(lines)), largest=5_000)
    assert [type(item) for item in found] == [LeftOut, Document]
    assert str(found[0]).startswith(f"{tmp_path}/a.jsonl#1 is larger than 0.005 MB")


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_json_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    article = {
        "headline": TITLE,
        "articleBody": TEXT,
        "datePublished": "2019-01-22T08:00:00Z",
        "publisher": {"name": "S"},
    }
    whole = one(write(tmp_path / name, json.dumps({"articles": [article]}, indent=1)))
    assert (whole.text, whole.title, whole.publisher, str(whole.published)) == (TEXT, TITLE, "S", "2019-01-22")


def test_markdown_is_kept_to_the_letter_and_its_front_matter_told(tmp_path: Path) -> None:
    body = "Japan protested to Russia on Tuesday over the four islands, a spokesman in Tokyo said."
    matter = f'---\ntitle: "{TITLE}"\ndate: 2019-01-22\nsource: Sample News\n---\n'
    text = f"{matter}\n# {TITLE}\n\n{body}\n\n## Reaction\n\n{body}\n"
    article = one(write(tmp_path / "a.md", text))
    assert article.text == text
    assert (article.title, article.publisher, str(article.published)) == (TITLE, "Sample News", "2019-01-22")
    assert [block.kind for block in article.blocks[5:]] == ["title", "body", "furniture", "body"]
    assert {block.kind for block in article.blocks[:5]} == {"furniture", "byline"}


def test_rule_at_the_top_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    assert (
        one(write(tmp_path / "a.md", f"---\n\n# {TITLE}\n\nRussia said no: it kept the islands.\n\n---\n")).title
        == TITLE
    )


def test_broken_json_is_no_text(tmp_path: Path) -> None:
    assert left_out(write(tmp_path / "a.json", "{text: 1}")).reason.startswith("is broken JSON (line 1, column 2")


def test_text_that_begins_with_a_bracket_is_text(tmp_path: Path) -> None:
    text = "[TOKYO] Japan protested to Russia on Tuesday over the four islands, it said.\n"
    assert one(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("date", ["soon", "2019-13", "2019-02-30"])
def test_unknown_date_is_doubted_and_left_open(tmp_path: Path, date: str) -> None:
    doubts: list[str] = []
    text = "Japan protested to Russia on Tuesday over the four islands, it said."
    article = one(write(tmp_path / "a.json", json.dumps({"text": text, "date": date})), warn=doubts.append)
    assert article.published is None
    assert f"the date {date!r} is not understood" in doubts[0]


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("kuril-2021-05-03-x.txt", "2021-05-03"),
        ("20210503.txt", "2021-05-03"),
        ("a-2021-13-03.txt", None),
        ("1234-2021-05-031.txt", None),
    ],
)
def test_day_in_the_name_of_a_file_stands_in_where_the_article_tells_none(
    tmp_path: Path, name: str, published: str | None
) -> None:
    article = one(write(tmp_path / name, "Japan protested to Russia on Tuesday over the four islands, it said.\n"))
    assert (str(article.published) if article.published else None) == published


def test_day_that_the_article_tells_goes_before_that_of_its_file(tmp_path: Path) -> None:
    text = "Russia keeps islands\n\nBy Ann Smith, May 2, 2021\n\nJapan protested to Russia over the four islands.\n"
    assert str(one(write(tmp_path / "2021-05-03.txt", text)).published) == "2021-05-02"


def test_day_of_a_folder_or_of_a_file_of_many_articles_tells_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "2021-05-03"
    folder.mkdir()
    text = "Japan protested to Russia on Tuesday over the four islands, it said."
    assert one(write(folder / "a.txt", text)).published is None
    assert one(write(tmp_path / "2021-05-03.jsonl", json.dumps({"text": text}) + "\n")).published is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/relative", "https://a b"])
def test_url_that_is_no_web_address_is_dropped(tmp_path: Path, url: str) -> None:
    assert one(write(tmp_path / "a.json", json.dumps({"text": TEXT, "url": url}))).url is None


@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_web_page_is_told_by_its_content_and_read_without_its_menus(tmp_path: Path, name: str) -> None:
    article = one(write(tmp_path / name, PAGE))
    assert (article.title, article.publisher, str(article.published)) == (TITLE, "Sample News", "2019-01-22")
    assert article.url == "https://news.example/japan-protests"
    assert article.text.startswith(f"{TITLE}\n\nJapan protested")
    assert [block.kind for block in article.blocks] == ["title", "body", "body", "body"]


def test_title_of_a_page_is_put_before_its_text(tmp_path: Path) -> None:
    article = one(write(tmp_path / "a.html", PAGE.replace(f"<h1>{TITLE}</h1>", "")))
    assert article.text.startswith(f"{TITLE}\n\nJapan protested")


def test_web_page_says_its_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    assert "“We cannot accept" in one(write(tmp_path / "a.html", page)).text


def test_article_is_known_by_address_else_by_outlet_title_and_date_else_by_path(tmp_path: Path) -> None:
    record = {"text": TEXT, "title": TITLE, "date": "2019-01-22", "publisher": "Sample News"}
    by_address = one(write(tmp_path / "1.json", json.dumps(record | {"url": "https://a.example/x/?utm_source=y#z"})))
    by_outlet = one(write(tmp_path / "2.json", json.dumps(record)))
    by_path = one(write(tmp_path / "3.txt", TEXT))
    assert by_address.key == "https://a.example/x"
    assert by_outlet.key == "sample news\x1fjapan protests to russia over islands\x1f2019-01-22"
    assert by_path.key == str(tmp_path / "3.txt")


def test_outlets_that_print_the_same_agency_copy_have_an_article_each(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, TEXT) for name in ("a.txt", "b.txt")]
    assert [type(found) for found in read(*paths)] == [Document, Document]


def test_same_article_twice_is_left_out_the_second_time(tmp_path: Path) -> None:
    record = json.dumps({"text": TEXT, "url": "https://a.example/1"})
    first, second = read(write(tmp_path / "a.jsonl", f"{record}\n{record}\n"))
    assert isinstance(first, Document)
    assert isinstance(second, LeftOut)
    assert second.reason == f"is the same article as {tmp_path}/a.jsonl#1"


def test_names_and_short_texts_are_not_taken_for_another_language(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", "Kunashiri, Etorofu, Shikotan, Habomai.")).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "“Крым наш, и он всегда будет нашим, потому что так решил народ”, said Peskov. Crimea is Ukrainian, said Kyiv.",
        "Posters that read 竹島 and 독도는 우리 땅 hung in the hall; the mayor said nothing would change.",
    ],
)
def test_english_that_quotes_other_scripts_is_english(tmp_path: Path, text: str) -> None:
    assert one(write(tmp_path / "a.txt", text)).language == "en"


def test_other_languages_are_kept_if_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Die Inseln gehören uns, sagte der Minister am Dienstag in Tokio.")
    assert one(path, any_language=True).language == "de"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("http://A.example/x", "https://a.example/x"),
        ("https://a.example/x/?fbclid=1", "https://a.example/x"),
        ("https://a.example/?id=3&utm_campaign=q", "https://a.example?id=3"),
    ],
)
def test_address_is_known_without_marks_of_campaigns(url: str, known: str) -> None:
    assert canonical(url) == known


def test_annotations_of_brat_beside_their_texts_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "a.ann", "annotation.conf", "visual.conf", "tools.conf", "b.ann"):
        write(tmp_path / name, TEXT)
    assert [(type(one), one.source) for one in read(tmp_path)] == [
        (Document, str(tmp_path / "a.txt")),
        (LeftOut, str(tmp_path / "b.ann")),
    ]
