"""Texts and addresses from articles, made fit to be shown: on one line, nothing unseen, no address but the web's."""

import re
import unicodedata
from urllib.parse import urlsplit

# What cannot be seen, or turns the direction of the text around it.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_NO_ADDRESS = re.compile("[\\s\"'<>\\\\^`{|}\x00-\x20\x7f-\x9f]")


def plain(text: str) -> str:
    r"""Return a text on one line without characters that are not seen.

    >>> plain("a\n  b\u202ec")
    'a bc'
    """
    return " ".join(_UNSEEN.sub("", text).split())


def visible(text: str) -> str:
    """Return a text without characters that are not seen, its spaces and line ends as they are."""
    return _UNSEEN.sub("", text)


def is_latin(text: str) -> bool:
    """Return whether all letters of a text are Latin ones.

    >>> is_latin("Hoppō Ryōdo"), is_latin("北方領土")
    (True, False)
    """
    return all(unicodedata.name(one, "").startswith("LATIN") for one in text if one.isalpha())


def web_address(address: str | None) -> str | None:
    """Return an address if it is one of the web (http or https) and nothing else; None where it is not.

    >>> web_address("https://example.org/a?b=1"), web_address("javascript:alert(1)//https://example.org")
    ('https://example.org/a?b=1', None)
    """
    if not address or _NO_ADDRESS.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host and not parts.username else None
