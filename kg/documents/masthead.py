"""Who published an article and when, read from its byline, dateline, title and copyright line."""

import re

from kg.dates import MONTH, PartialDate, find_absolute

_BY = re.compile(r"(?:by|(?:written|story|words|analysis|reporting|posted) by)\b:?", re.IGNORECASE)
_BYLINE_WORDS = re.compile(
    r"and|for|in|of|with|at|the|our|foreign|staff|correspondent|reporter|reporters|writer|writers|editor"
)
_PARTICLES = re.compile(r"de|da|del|della|di|du|den|der|la|le|van|von|al|el|bin|ibn|y|e")
_SIGNING = re.compile(r"\b(?:Editor|Correspondent|Reporter|Staff Writer)\b", re.IGNORECASE)
_LONGEST_BYLINE = 160
_PUBLISH = r"(?:first\s+)?(?:published|posted|issued|updated|last updated|last modified|modified|created|date)"
_DATE_WORDS = re.compile(
    rf"\b(?:{_PUBLISH}|on|at|by|am|pm|gmt|utc|[ecmp][ds]?t|ist|jst|kst|bst|cet|hkt|sgt|aest|local time"
    r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|min read|hours? ago)\b",
    re.IGNORECASE,
)
_PUBLISH_ONLY = re.compile(rf"{_PUBLISH}\s*(?:on|at)?\s*:?", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_CITY = r"(?=[A-ZÀ-Þ]{3}|[A-ZÀ-Þ]{2}[. ]+[A-ZÀ-Þ]{3})[A-ZÀ-Þ]{2,}(?:[ .'’/-]+[A-ZÀ-Þ]{2,}){0,3}"
_DATELINE = re.compile(
    rf"(?P<head>{_CITY}(?:,[^\n()]{{0,60}}?|\s+{MONTH}\s+\d\d?(?:,?\s+\d{{4}})?)?(?:\s*\([^()]{{2,50}}\))?"
    r"|[A-ZÀ-Þ]\w+(?:[ ,/-]+[A-ZÀ-Þ]\w+){0,4}[^()\n]{0,20}\([A-Z][^()]{1,50}\))"
    r"\s*(?:--|[–—―]|(?<=\s)-(?=\s))"
)
_SLASHED_DATELINE = re.compile(rf"(?P<head>{_CITY}(?:,\s+{MONTH}\s+\d\d?)?[.,]?\s+/[A-Z]{{3,}}/)[.:]")
_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w.&'’/ -]{1,40})(?:,[^)]*)?\)|/(?P<slashed>[A-Z]{3,})/")
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:\(c\)|©)?|©|\(c\))[\s,:]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,.:]*(?:by\s+)?"
    r"(?P<name>[^.,|;()]{2,60}?(?:\.(?:com|org|net))?)\s*(?:[.,|;(]|$|all rights)",
    re.IGNORECASE | re.MULTILINE,
)
_COMPANY = re.compile(r"\s+(?:inc|ltd|llc|limited|corp|corporation|plc|gmbh|co)\.?$", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"[\s,]+(?:19|20)\d\d$")
_RIGHTS = re.compile(r"^(?:all|the publisher|reserved|rights)\b", re.IGNORECASE)
_TITLE_SUFFIX = re.compile(r"\s+(?:\||[-–—])\s+(?P<name>[A-Z][\w.&'’/]*(?:\s+[A-Z][\w.&'’/]*){0,3})$")
_OUTLET_WORDS = re.compile(
    r"news|times|post|reuters|tribune|herald|journal|guardian|telegraph|daily|today|broadcasting|bbc|cnn|afp|ap"
    r"|upi|kyodo|xinhua|tass|interfax|dw|npr|press|agency|online|world|gazette|chronicle|mail|television|tv"
    r"|radio|review"
)


def find_date(text: str) -> PartialDate | None:
    """Return the first full date in a text; None where there is none to the day.

    >>> find_date("Jan 22, 2019, 10:15 GMT"), find_date("Copyright 2019")
    (PartialDate(iso='2019-01-22'), None)
    """
    return next((date for _, _, date in find_absolute(text) if date.precision == "day"), None)


def _without_dates(text: str) -> str:
    """Return a text with a bar in the place of each full date."""
    for start, end, date in reversed(find_absolute(text)):
        if date.precision == "day":
            text = f"{text[:start]} | {text[end:]}"
    return text


def is_byline(text: str) -> bool:
    """Say whether a short text names the author or the time of publication and nothing else.

    >>> is_byline("By KTR/NL March 8, 2016"), is_byline("By Tuesday the ships had left the islands.")
    (True, False)
    """
    if len(text) > _LONGEST_BYLINE:
        return False
    text = " ".join(text.split())
    by = _BY.match(text)
    if not (by or _PUBLISH_ONLY.fullmatch(text) or any(char.isdigit() for char in text)):
        return False
    bare = _without_dates(text)
    if by and _are_names(bare[by.end() :]):
        return True
    rest = _DATE_WORDS.sub(" ", bare)
    says_when = bare != text or _PUBLISH_ONLY.fullmatch(text) is not None
    return says_when and sum(char.isalpha() for char in rest) <= 3


def is_signature(text: str) -> bool:
    """Say whether a short text is made of names and of what those who bear them do at the outlet.

    >>> is_signature("Ana Holm, Diplomatic Editor, and Per Dahl in Oslo"), is_signature("Norway Recalls Its Envoy")
    (True, False)
    """
    return len(text) <= _LONGEST_BYLINE and _SIGNING.search(text) is not None and _are_names(text)


def _are_names(text: str) -> bool:
    """Say whether a text is made of names, and of the words that stand between and after names in a byline."""
    words = [word for word in re.split(r"[\s,|&•·:-]+", text) if word]
    return all(word[0].isupper() or _BYLINE_WORDS.fullmatch(word) or _PARTICLES.fullmatch(word) for word in words)


def read_published(head: list[str], first_prose: str, tail: list[str]) -> PartialDate | None:
    """Return the day of publication: from the byline, the dateline, another line above, or one below that says so."""
    bylines = sorted(filter(is_byline, head), key=lambda line: _UPDATED.search(line) is not None)
    said = (line for line in tail if _PUBLISH_ONLY.match(line))
    places = (*bylines, dateline(first_prose), *(line for line in head if len(line) <= _LONGEST_BYLINE), *said)
    return next((date for line in places if (date := find_date(line))), None)


def dateline(paragraph: str) -> str:
    """Return the dateline that a paragraph begins with, without its dash; empty where it has none.

    >>> dateline("TOKYO, Jan. 22 (Kyodo) -- Japan said it would talk.")
    'TOKYO, Jan. 22 (Kyodo)'
    """
    start = paragraph[:_LONGEST_BYLINE]
    match = _DATELINE.match(start) or _SLASHED_DATELINE.match(start)
    return match["head"] if match and not start.isupper() else ""


def read_outlet(title: str | None, tail: list[str]) -> str | None:
    """Return the outlet that printed the article, from its copyright line or the end of its title."""
    for line in tail:
        if (match := _COPYRIGHT.search(line)) and not _RIGHTS.match(match["name"]):
            return _COMPANY.sub("", _YEAR_AFTER.sub("", match["name"].strip()))
    match = _TITLE_SUFFIX.search(title) if title else None
    return match["name"] if match and _is_outlet(match["name"]) else None


def read_agency(head: list[str], first_prose: str) -> str | None:
    """Return the agency or outlet that wrote the article, from its dateline or byline; others may have printed it.

    >>> read_agency([], "TOKYO, Jan. 22 (Kyodo) -- Japan said it would talk.")
    'Kyodo'
    """
    if match := _AGENCY.search(dateline(first_prose)):
        return match["agency"] or match["slashed"]
    return next((name for line in head if (name := _byline_outlet(line))), None)


def _byline_outlet(line: str) -> str | None:
    """Return the outlet that signs for its staff: ``By KTR/NL``, ``By Kyodo``, ``By the Oslo Gazette``."""
    match = re.match(r"By:?\s+(?:the\s+)?(?P<name>[^,|\d]{2,40})", _without_dates(line), re.IGNORECASE)
    if not match:
        return None
    name = match["name"].strip()
    return name if _is_outlet(name) or re.fullmatch(r"[A-Z]{2,}(?:/[A-Z]{2,})?", name) else None


def _is_outlet(name: str) -> bool:
    return any(_OUTLET_WORDS.fullmatch(word.lower().strip(".")) for word in name.split())
