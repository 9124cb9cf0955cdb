"""Articles out of web pages that were saved: the text as trafilatura extracts it, with the page's own metadata.

The offsets of facts refer to the extracted text, which begins with the title; the page itself is not kept.
"""

import html
import re
import unicodedata
from typing import Any

from kg.sources.articles import Draft, LeftOut
from kg.sources.decoding import NotTextError, decode

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w:-]*)[^<>]*>")
_WITHIN_WORDS = frozenset(
    "a abbr acronym b bdi bdo big cite code dfn em font i ins kbd mark q s samp small span strong sub sup tt u var "
    "wbr".split()
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_LOST = "save the article's text, or the page again from its own address"


def read_html(source: str, data: bytes) -> Draft | LeftOut:
    """Extract the article of a page, or say that none was found. Nothing is fetched."""
    from trafilatura import bare_extraction  # here, as it takes time to load
    from trafilatura.settings import DEFAULT_CONFIG

    found: Any = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=DEFAULT_CONFIG,
    )
    if found is None or not (found.text or "").strip():
        return LeftOut(source, "is a web page in which no article was found", _LOST)
    text = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    title = " ".join((found.title or "").split())
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Draft(source, text, title or None, found.sitename, found.date, found.url)


def all_words(data: bytes) -> str | None:
    """Return a text with all words that the article in a page can have, beside much else, in little time.

    Markup and unprintable characters may part words or stand within one, so the page comes several times: to the
    letter, with its attributes and scripts; without tags; and with spaces in place of those that part words. None where
    the encoding is not sure.
    """
    try:
        page, doubt = decode(data)
    except NotTextError:
        return None
    if doubt:
        return None
    page = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), page)
    bare = _COMMENT.sub("", page)
    ways = [page, _TAG.sub("", bare), _TAG.sub(_parting, bare)]
    text = html.unescape(html.unescape("\n\n".join(ways)))
    if _UNPRINTABLE.search(text):
        text += "\n\n" + _UNPRINTABLE.sub("", text)
    return unicodedata.normalize("NFC", text)


def _parting(tag: re.Match[str]) -> str:
    return "" if tag["name"].lower() in _WITHIN_WORDS else " "
