"""The rules by which dates of news are found: a pattern each, and what reads it; the first that fits is taken."""

import re
from dataclasses import dataclass

from kg.dates import ABSOLUTE, BARE_YEAR, DAY, MONTH, YEAR
from kg.language import date_readers as r
from kg.language import date_words as w


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its reader; the reader gets a clock, or None where the day of publication is not known.

    ``needs`` is what a text must hold, as a pattern, for the rule to be tried: many texts with dates have no digit.
    """

    pattern: str
    read: r.Reader
    needs: str | None = None


_DIGIT, _AGO, _CENTURY = r"\d", r"\bago\b", "[Cc]entury"
_TH = r"(?:st|nd|rd|th)?"
_NO_MORE = r"(?![.,]?\d)"
_ON = rf"{w.BEFORE_CAPITAL_OR_DIGIT}(?:(?:{w.WEEKDAY}|{w.SHORT_WEEKDAY}){w.PART_OF_DAY},?\s+(?:the\s+)?)?"
_ISO_MONTH_OR_YEARS = rf"(?<![\d.,/:$€£¥#-])(?P<first>{YEAR[:-6]})(?:-|–|—)(?P<last>\d{{4}}|\d\d)(?![\d/–-]|[.,]\d)"

# What no date is without: a text that holds none of these need not be tried.
HINT = re.compile(
    r"\d|[Dd][Aa][Yy]|[Ww][Ee][Ee][Kk]|[Mm][Oo](?:[Nn][Tt][Hh]|[Rr][Rr][Oo][Ww])|[Yy][Ee][Aa][Rr]|[Nn][Ii][Gg][Hh][Tt]"
    r"|decade|[Cc]entur|ties\b|(?:mor|eve)ning|noon|spring|summer|autumn|fall"
    r"|J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB|ri)|M(?:ar|ay|AR|AY|on)|A(?:pr|ug|PR|UG)|S(?:ep|EP|at|un)|O(?:ct|CT)"
    r"|N(?:ov|OV)|D(?:ec|EC)|T(?:ue|hu)|Wed"
)

RULES: tuple[Rule, ...] = (
    Rule(w.NAMED_DAY, r.read_no_date),
    Rule(rf"{w.NUMBERED}\s+{YEAR}\b", r.read_no_date, _DIGIT),
    *(Rule(pattern, r.read_left_open) for pattern in w.OPEN),
    Rule(rf"(?:[Bb]efore|[Pp]rior\s+to|[Aa]fter|[Pp]re-|[Pp]ost-)\s*{YEAR}\b(?![.,]\d|-\d)", r.read_left_open, _DIGIT),
    # intervals
    Rule(rf"(?:[Bb]etween|[Ff]rom)\s+(?P<first>{YEAR}){w.TO}(?P<last>{YEAR})\b", r.read_years, _DIGIT),
    Rule(_ISO_MONTH_OR_YEARS, r.read_years, _DIGIT),
    Rule(
        rf"(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY}){_TH}(?:,\s+(?P<first_year>{YEAR}))?,?{w.TO}"
        rf"(?P<last_month>{MONTH})\s+(?P<last>{DAY}){_TH}{_NO_MORE}(?:,?\s+(?P<year>{YEAR}))?",
        r.read_days,
        _DIGIT,
    ),
    Rule(
        rf"{_ON}(?P<month>{MONTH})\s+(?P<first>{DAY}){_TH}{w.TO}(?P<last>{DAY}){_TH}{_NO_MORE}"
        rf"(?!\s+[a-z]+s\b|%)(?:,?\s+(?P<year>{YEAR}))?",
        r.read_days,
        _DIGIT,
    ),
    Rule(
        rf"(?P<first>{DAY}){_TH}{w.TO}(?P<last>{DAY}){_TH}\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        r.read_days,
        _DIGIT,
    ),
    Rule(
        rf"(?:[Bb]etween|[Ff]rom)\s+(?P<month>{MONTH}){w.TO}(?P<last_month>{MONTH})(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<year>{YEAR}))?",
        r.read_months,
    ),
    # days
    *(
        Rule((_ON if number < 2 else w.ROUGHLY if number == 4 else "") + pattern, r.absolute(read), _DIGIT)
        for number, (pattern, read) in enumerate(ABSOLUTE)
    ),
    Rule(rf"{_ON}(?P<month>{MONTH})\s+(?P<day>{DAY}){_TH}\b{_NO_MORE}(?![%])", r.read_day_in_year, _DIGIT),
    Rule(
        rf"{_ON}(?P<day>{DAY})(?:{_TH}\s+|(?:st|nd|rd|th)\s+of\s+)(?P<month>{MONTH})(?!\w)",
        r.read_day_in_year,
        _DIGIT,
    ),
    Rule(
        rf"(?P<weekday>{w.WEEKDAY}){w.PART_OF_DAY}\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b",
        r.against(r.read_weekday_of_week),
    ),
    Rule(
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s+)?(?P<weekday>{w.WEEKDAY}){w.PART_OF_DAY}",
        r.against(r.read_weekday),
    ),
    Rule(r"[Oo]n\s+(?P<which>)(?P<weekday>Mon|Tues?|Wed|Thu(?:rs?)?|Fri)\.", r.against(r.read_weekday)),
    Rule(
        r"(?P<beyond>[Tt]he\s+day\s+(?:before|after)\s+)?(?P<word>(?=[TtYy])(?i:today|tonight|yesterday|tomorrow))\b(?!-)",
        r.read_day_word,
    ),
    Rule(r"(?P<which>[Ll]ast|[Tt]his)\s+(?:night|morning|afternoon|evening)\b", r.against(r.read_night)),
    Rule(
        rf"(?P<loosely>(?i:(?:more|less|fewer)\s+than|nearly|almost|about|around|over|some|roughly|at\s+least)\s+)?"
        rf"(?P<count>{w.COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
        r.against(r.read_ago),
        _AGO,
    ),
    Rule(rf"[Ii]n\s+(?P<count>{w.COUNT})\s+(?P<unit>day|week|month|year)s?(?:['’]\s+time)?\b", r.read_ahead),
    # weeks, months, years
    Rule(rf"{w.ROUGHLY}(?<!the )(?<!very )(?P<which>{w.SHIFT})\s+(?P<unit>week|month|year)\b", r.against(r.read_unit)),
    Rule(
        r"(?:[Tt]he\s+)?(?:end|beginning|start|middle|close|rest|remainder)\s+of\s+the\s+(?P<unit>week|month|year)\b",
        r.against(r.read_this_unit),
    ),
    Rule(r"(?:[Oo]ver|[Oo]n|[Dd]uring|[Aa]t)\s+(?P<which>the)\s+weekend\b", r.against(r.read_weekend)),
    Rule(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+weekend\b", r.against(r.read_weekend)),
    Rule(rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<month>{MONTH})(?!\w)", r.against(r.read_month)),
    Rule(rf"(?P<month>{MONTH})\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b", r.against(r.read_month_of_year)),
    Rule(rf"(?P<month>{MONTH})(?=\s+(?:and|or)\s+{MONTH}\s+(?P<year>{YEAR})\b)", r.read_month_with_another, _DIGIT),
    Rule(rf"{w.ROUGHLY_NEEDED}(?P<month>{MONTH}){w.NO_DAY_OR_YEAR}", r.against(r.read_month)),
    Rule(rf"(?P<month>{w.NAME_LIKE_MONTH}|{w.UNAMBIGUOUS_MONTH}){w.NO_DAY_OR_YEAR}", r.against(r.read_month)),
    Rule(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<season>spring|summer|autumn|fall)\b", r.against(r.read_season)),
    # decades, centuries, years
    Rule(rf"{w.ROUGHLY}(?<![\d.,$€£¥])(?P<decade>1\d\d0|20\d0)['’]?s\b", r.read_decade, _DIGIT),
    Rule(r"['‘’](?P<decade>\d0)s\b", r.read_decade, _DIGIT),
    Rule(rf"the\s+{w.ROUGHLY}(?P<decade>{'|'.join(w.DECADES)})\b", r.read_decade_word),
    Rule(
        rf"{w.ROUGHLY}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(w.CENTURIES)}))[\s-]+[Cc]entury\b(?!\s+B)",
        r.read_century,
        _CENTURY,
    ),
    Rule(BARE_YEAR, r.read_bare_year, _DIGIT),
)
