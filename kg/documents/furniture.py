"""What stands around an article on a page: menus, buttons, notices, credits, lists of links.

It is told by form - short lines without a sentence, separators, known wording (``data/lexicons/furniture.txt``) -
never by its subject, so that no sentence of an article is lost for what it speaks of.
"""

import re
from functools import cache

from kg.documents import masthead
from kg.documents.lines import is_broken_off
from kg.resources import resource

_LONGEST_BLOCK = 600
_LONGEST_FOOTER = 200
_LONGEST_LINE = 300
_SEPARATED = re.compile(r"\s+[|·•»>›/]\s+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\S+\.(?:html?|php|aspx?)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:h]\d\d)?\s*(?:[ap]\.?m\.?|GMT|UTC|[A-Z]{2,4}T)?\.?", re.IGNORECASE)
_MARKUP = re.compile(r"[\[<{](?:[^\]>}]*)[\]>}]\.?")
_COPYRIGHT = re.compile(r"copyright|©|\(c\)", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
_SENTENCE_WORDS = 12  # so many words in one line are prose, with or without a full stop
_HEADING_WORDS = 5


@cache
def _forms(section: str) -> re.Pattern[str]:
    """Return the forms of a section of the table as one expression over normalized lines."""
    found, here = [], ""
    for line in resource("data", "lexicons", "furniture.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
        elif line.strip() and not line.startswith("#") and here == section:
            found.append(re.escape(line.strip().rstrip(":")).replace(r"\*", ".*"))
    return re.compile("|".join(found), re.DOTALL)


def _has_form(section: str, text: str) -> bool:
    return _forms(section).fullmatch(_normalized(text)) is not None


def _normalized(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" -–—*#>»|.:")


def is_furniture_line(text: str) -> bool:
    """Say whether a line is furniture by itself: known wording, a menu, an address, a rule or other mark.

    >>> is_furniture_line("Share on Facebook"), is_furniture_line("Home | World | Sport"), is_furniture_line("Kurils")
    (True, True, False)
    """
    if not any(char.isalnum() for char in text):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    is_known = _has_form("line", text) or is_links_heading(text) or is_menu(text)
    return is_known or bool(_MARKUP.fullmatch(text) or _ADDRESS.fullmatch(text))


def is_furniture_block(text: str) -> bool:
    """Say whether a paragraph is furniture by its wording, such as a cookie notice or a credit, or has no words."""
    if is_furniture_line(text) or _CLOCK.fullmatch(text) or not any(char.isalpha() for char in text):
        return True
    return len(text) <= _LONGEST_BLOCK and _has_form("block", text)


def is_links_heading(text: str) -> bool:
    """Say whether a line heads a list of links to other articles."""
    return len(text) <= 60 and _has_form("links", text)


def is_footer(text: str) -> bool:
    """Say whether a paragraph is one that ends an article, such as a copyright line."""
    is_short = len(text) <= _LONGEST_FOOTER or _COPYRIGHT.match(text) is not None
    return is_short and _has_form("footer", text)


def is_menu(text: str) -> bool:
    """Say whether a line is a row of short links, with separators between or of the sections that pages have.

    >>> is_menu("World > Americas > South Atlantic"), is_menu("He chose war | peace was not on offer that day.")
    (True, False)
    """
    if _is_of_links(_normalized(text).split()):
        return True
    parts = _SEPARATED.split(text)
    if len(parts) > 1 and all(_has_form("line", part) for part in parts):
        return True
    longest = 4 if len(parts) > 2 else 2  # "Japan rejects claim | Example News" is a title
    return len(parts) > 1 and all(len(part.split()) <= longest for part in parts) and is_broken_off(text)


def _is_of_links(words: list[str]) -> bool:
    """Say whether words are nothing but names of sections and buttons, three or more: "Home News Sport Asia"."""
    links, at = 0, 0
    while at < len(words):
        sizes = (n for n in (3, 2, 1) if at + n <= len(words))
        size = next((n for n in sizes if _forms("menu").fullmatch(" ".join(words[at : at + n]))), None)
        if size is None:
            return False
        links, at = links + 1, at + size
    return links > 2


def is_list(texts: list[str]) -> bool:
    """Say whether lines that stand together are items, none of them a sentence: a menu or a list of links."""
    return len(texts) > 1 and all(len(text) <= 90 and is_broken_off(text) for text in texts)


def is_prose(text: str) -> bool:
    """Say whether a paragraph holds a sentence, by its length and punctuation.

    >>> is_prose("It was so."), is_prose("Most read")
    (True, False)
    """
    return len(text.split()) >= _SENTENCE_WORDS or not is_broken_off(text) or masthead.dateline(text) != ""


def is_long_prose(text: str) -> bool:
    """Say whether a paragraph is surely text of an article: a long sentence with its full stop, or a dateline."""
    is_long = len(text.split()) >= _SENTENCE_WORDS and not is_broken_off(text)
    return is_long or masthead.dateline(text) != ""


def is_heading(text: str) -> bool:
    """Say whether a line in the body is a heading between paragraphs: few words, or all of them in capitals.

    >>> is_heading("PIVOT PRESSURE"), is_heading("Japan protested to Seoul on Friday")
    (True, False)
    """
    if _MARKDOWN_HEADING.match(text):
        return True
    words = text.split()
    if text.isupper() and len(words) <= _SENTENCE_WORDS:
        return len(words) > 1 and not any(mark in text for mark in "\"“”'‘")
    if not is_broken_off(text) or any(mark in text for mark in '"“”,'):
        return False
    return len(words) <= _HEADING_WORDS or _is_title_case(words)


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 4 and word[0].isalpha()]
    return len(long) > 2 and len(words) <= _SENTENCE_WORDS and all(word[0].isupper() for word in long)
