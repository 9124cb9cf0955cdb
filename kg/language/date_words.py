"""The wording of dates in news: pieces of patterns, and what their words count."""

import re

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
PART_OF_DAY = r"(?:\s+(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|noon|midnight)\b)?"

NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        start=1,
    )
}
NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
# Every word is tried, so that it is asked first whether a unit of time follows, or a capital or digit stands here.
BEFORE_UNIT = r"(?=(?:[Aa]\s++)?\w++\s++(?:day|week|month|year|decade|centur))"
BEFORE_CAPITAL, BEFORE_CAPITAL_OR_DIGIT = "(?=[ADFJMNOSTW])", r"(?=[ADFJMNOSTW\d])"  # of months and weekdays
COUNT = rf"(?:\d{{1,4}}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b)"

CENTURIES = {
    word: number
    for number, word in enumerate(
        ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"), start=15
    )
}
DECADES = {
    word: number
    for number, word in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), start=2
    )
}
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # the last month of each; winter lies in two years

SHIFTS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
SHIFT = r"(?:[Ll]ast|[Tt]his|[Nn]ext|(?<=the )coming|(?<=the )current)"
TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b|\btill\b)\s*"
_ROUGHLY = (
    r"(?:(?:[Ee]arl(?:y|ier)|[Ll]ate(?:r|st)?|[Mm]id(?:dle)?)(?:\s+(?:in|of))?[\s-]+"
    r"|(?:[Tt]he\s+)?(?:end|beginning|start|middle|close|turn)\s+of\s+)"
)
ROUGHLY = f"{_ROUGHLY}?"
ROUGHLY_NEEDED = _ROUGHLY


def _after(*words: str) -> str:
    """Return a pattern that holds after one of some words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for each in words for word in (each, each.title())) + ")"


# Months that are names or verbs too count after words that no person stands after: "by May" may be Theresa's doing.
NAME_LIKE_MONTH = BEFORE_CAPITAL + (
    "(?:"
    + _after("in", "since", "until", "till", "during", "through", "around", "from")
    + r"(?:May|March|April|June|August|MAY|MARCH|APRIL|JUNE|AUGUST"
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)|"
    + _after("by")
    + r"(?:June|August|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.))"
)
UNAMBIGUOUS_MONTH = r"(?:January|February|July|September|October|November|December)\b"
NO_DAY_OR_YEAR = r"(?!\w|\.?(?:\s+of)?,?\s+\d)"

# names of days and papers that are no dates
NAMED_DAY = (
    rf"(?:Bloody|Good|Black|Holy|Super|Palm|Ash|Easter|Cyber|Shrove|Maundy|Whit)\s+{WEEKDAY}|Mail\s+on\s+Sunday"
    rf"|{WEEKDAY}\s+(?:Times|Telegraph|Express|Mirror|Herald|Post|People|Mail|Tribune|Guardian|Age)\b"
    rf"|(?i:every|each)\s+(?:other\s+)?{WEEKDAY}"
)
NUMBERED = r"(?:Resolutions?|Nos?\.|Article|Section|Law|Act|Decree|Directive|Order|Protocol|Flight|Boeing|Decision)"

# what leaves its date to the text around it
OPEN = (
    rf"(?i:the\s+(?:previous|preceding|following|same|next)|that(?:\s+same)?)\s+(?:day|week|weekend|month|year|decade|{WEEKDAY})\b",
    rf"{BEFORE_UNIT}(?:{COUNT}|(?i:several|many|(?:a\s+)?few|some))\s+(?:days?|weeks?|months?|years?|decades?|centuries)\s+(?:earlier|later|before|after|after\w+|hence)\b",
    r"(?:[Ee]arlier|[Ll]ater)\s+(?:in|on|that|the\s+same)\s+(?:the\s+)?(?:day|week|month|year)\b",
    rf"{BEFORE_UNIT}(?:{COUNT}|(?i:several|many|(?:a\s+)?few|some))\s+(?:decades?|century|centuries)\s+ago\b",
)

# what a year stands after, and what only a year of our times that no name follows stands after
YEAR_AFTER_WORD = re.compile(
    r"\b(?i:in|since|until|till|by|from|of|during|around|between|and|to|through|or|circa|early|late|mid|back|the|its|their"
    r"|his|a|an|this|that|throughout|year|on|for|with|under|as|ago|after|before|spring|summer|autumn|fall|winter)[\s-]+$"
)
YEAR_AFTER_MARK = re.compile(r"(?:[(\[“‘\"'—–,;]\s*|['’]s\s+)$")
NEW_YEAR = range(1700, 2100)
COUNTED = re.compile(
    r"[\s-]+(?:more\s+|other\s+|new\s+|square\s+|nautical\s+|(?:[a-z]+\s+)?(?=people\b|troops\b))?"
    r"(?:people|persons|troops|soldiers|islanders|metres|meters|kilomet(?:re|er)s?|km|miles?|homes|houses|residents|members"
    r"|ships|vessels|boats|men|women|children|years|days|hours|tons|tonnes|dollars|euros|feet|ft|acres|hectares"
    r"|inhabitants|families|refugees|percent|per\s+cent|mph|votes|voters|points|times|police|officers|civilians"
    r"|protesters|demonstrators|workers|students|million|billion|barrels|square|nautical|m|words|copies|settlers)\b"
)
