"""From what a source tells about one article to a document, or to a reason why it is left out."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kg.dates import PartialDate, parse
from kg.documents import Document
from kg.documents.layout import Layout, read_layout
from kg.documents.masthead import find_date
from kg.errors import SourceError

Warn = Callable[[str], None]

_ISO_DATE = re.compile(r"(?P<iso>\d{4}(?:-[01]\d(?:-[0-3]\d)?)?)(?:[T ].*)?")
_ONE_ARTICLE = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})  # what one file holds
_DAY_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[-_./])(?P<month>0\d|1[0-2])(?P=mark)|(?P<packed>0\d|1[0-2]))"
    r"(?P<day>[0-2]\d|3[01])(?!\d)"
)
_NO_PART_OF_ADDRESS = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ocid|ref|smid|xtor")
_DETECTED = 1000  # characters that the language is told from
_MARGIN = 30.0  # so much likelier (in logarithms) another language must be; short texts never are
_SENTENCE = 3  # words, or letters of a script that parts no words: less is no sentence
_LATIN_LEAST = 1 / 3  # of the letters: an English text quotes, but does not consist of other scripts
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff]+")
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # Thai, Lao, Khmer, Japanese, Chinese
_NO_LANGUAGE = frozenset({"zxx", "und"})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An input that gave no article: where it stands, why, and what to do."""

    source: str
    reason: str
    cure: str

    def __str__(self) -> str:
        return f"{self.source} {self.reason}; {self.cure}"

    def as_error(self) -> SourceError:
        """Return the error to raise where this was the only input."""
        return SourceError(str(self))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source tells about one article, as it came."""

    source: str
    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None


def document(draft: Draft, *, any_language: bool, warn: Warn) -> Document | LeftOut:
    """Make a document of a draft: read its layout, its date, its language, and settle by what it is known."""
    if not draft.text.strip():
        return LeftOut(draft.source, "is empty", "give a file with the text of an article")
    layout = read_layout(draft.text, title=draft.title)
    if len(draft.text.split()) < _SENTENCE and sum(1 for _ in _UNPARTED.finditer(draft.text)) < _SENTENCE:
        return LeftOut(draft.source, "holds no sentence, so no article", "give a file with the text of an article")
    if not layout.has_body:
        return LeftOut(
            draft.source, "holds only page furniture (menus, notices), no article", "save the article's text"
        )
    language = draft.language or detect_language(_article_text(layout))
    if not any_language and language.split("-")[0].lower() not in ("en", "eng", "english"):
        return LeftOut(draft.source, f"is in another language than English ({language})", "only English is read yet")
    published = _published(draft, layout, warn)
    outlet = _clean(draft.publisher) or layout.outlet
    url = draft.url if draft.url and re.match(r"https?://\S+$", draft.url) else None
    return Document(
        key=_key(draft, url, outlet, layout.title, published),
        source=draft.source,
        text=draft.text,
        title=_clean(draft.title) or layout.title,
        publisher=outlet or layout.agency,
        published=published,
        url=url,
        language=language,
        blocks=layout.blocks,
    )


def detect_language(text: str) -> str:
    """Return the language of a text by its first 1,000 characters; English where they do not tell clearly.

    What stands in other scripts than Latin counts only where there is little else: English texts quote it.

    >>> detect_language("Japan protested."), detect_language("Die Inseln gehören uns, sagte der Minister in Tokio.")
    ('en', 'de')
    """
    import py3langid  # here, as its model takes time to load

    text = text[:_DETECTED]
    others = sum(map(len, _OTHER_SCRIPT.findall(text)))
    if others and len(_LATIN.findall(text)) < others * _LATIN_LEAST / (1 - _LATIN_LEAST):
        return next(str(one) for one, _ in py3langid.rank(text) if one not in _NO_LANGUAGE | {"en"})
    ranks = py3langid.rank(_OTHER_SCRIPT.sub(" ", text))
    language, best = ranks[0]
    return language if best - dict(ranks)["en"] > _MARGIN and language not in _NO_LANGUAGE else "en"


def parse_date(text: str) -> PartialDate | None:
    """Read the date that a source gives, at its precision; None where it is none.

    >>> parse_date("2019-01-22T10:15:00Z"), parse_date("2019"), parse_date("Tue, 22 Jan 2019 10:15:00 GMT")
    (PartialDate(iso='2019-01-22'), PartialDate(iso='2019'), PartialDate(iso='2019-01-22'))
    """
    if match := _ISO_DATE.fullmatch(text.strip()):
        return find_date(match["iso"]) if len(match["iso"]) == 10 else parse(match["iso"])
    return find_date(text)


def named_date(draft: Draft) -> PartialDate | None:
    """Return the day that an article's address or file is named after, as archives do; None where neither is.

    A file of many articles is named after the day that it was saved, a folder after any: they tell nothing.

    >>> named_date(Draft("news/kuril-2019-01-22-x.txt", "")), named_date(Draft("dump-2019-01-22.jsonl#3", ""))
    (PartialDate(iso='2019-01-22'), None)
    >>> named_date(Draft("a.html", "", url="https://example.org/2019/01/22/talks"))
    PartialDate(iso='2019-01-22')
    """
    file = Path(draft.source)
    name = urlsplit(draft.url).path if draft.url else file.stem if file.suffix.lower() in _ONE_ARTICLE else ""
    days = (f"{day['year']}-{day['month'] or day['packed']}-{day['day']}" for day in _DAY_IN_NAME.finditer(name))
    return next((date for one in days if (date := find_date(one))), None)


def canonical(url: str) -> str:
    """Return the address by which an article is known: without a fragment or marks of campaigns.

    >>> canonical("HTTPS://Example.org/a/?utm_source=x&id=3#top")
    'https://example.org/a?id=3'
    """
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if not _NO_PART_OF_ADDRESS.fullmatch(name)]
    return urlunsplit(("https", parts.netloc.lower(), parts.path.rstrip("/"), urlencode(query), ""))


def _published(draft: Draft, layout: Layout, warn: Warn) -> PartialDate | None:
    if not draft.date:
        return layout.published or named_date(draft)
    if (date := parse_date(draft.date)) is None:
        warn(f"{draft.source}: the date {draft.date!r} is not understood and left out; write it as 2019-01-22")
    return date or layout.published or named_date(draft)


def _key(draft: Draft, url: str | None, outlet: str | None, title: str | None, date: PartialDate | None) -> str:
    """Return what the article is known by: its address; else outlet, title and date; else its path."""
    if url:
        return canonical(url)
    if outlet and title and date:
        return "\x1f".join(" ".join(part.casefold().split()) for part in (outlet, title, str(date)))
    if draft.source == "-":
        return "-#" + hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()
    return draft.source


def _article_text(layout: Layout) -> str:
    parts, length = [], 0
    for block in layout.blocks:
        if block.kind in ("title", "body") and length < _DETECTED:
            parts.append(block.span.text)
            length += len(block.span)
    return "\n".join(parts)


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
