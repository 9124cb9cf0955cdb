"""The sentences of a dossier. They tell what is reported and never that it is so; no stance gets a friendlier verb."""

import calendar
from collections.abc import Iterator, Sequence

from kg.dates import parse
from kg.views.report.dossier import Dossier, Evidence, Mode, Source, Voice

NONE_FOUND = "None found in these articles."

# With and without the actor whose claim or act is meant.
_STANCES = {
    "claims-sovereignty": ("claim sovereignty over {target}, toward {toward}", "claim sovereignty over {target}"),
    "recognizes-claim": ("recognize a claim of {toward} to {target}", "recognize a claim of another to {target}"),
    "rejects-claim": (
        "reject a claim of {toward} to {target}, or its control",
        "reject a claim of another to {target}, or its control",
    ),
    "controls": ("hold, occupy or administer {target}, toward {toward}", "hold, occupy or administer {target}"),
    "protests": ("protest against {toward} over {target}", "protest over {target}"),
    "seeks-negotiation": ("want talks with {toward} on {target}", "want talks on {target}"),
    "refuses-negotiation": (
        "rule out talks with {toward}, or concessions, on {target}",
        "rule out talks or concessions on {target}",
    ),
    "no-position": ("take no position on {target}, toward {toward}", "take no position on {target}"),
}
_OTHER = ("take the stance “{stance}” on {target}, toward {toward}", "take the stance “{stance}” on {target}")

_STATUS = {
    "happened": "reported as having happened",
    "planned": "reported as planned",
    "called-off": "reported as called off",
    "denied": "reported as denied",
    "hypothetical": "spoken of as possible",
}
_MODES: dict[Mode, str] = {
    "direct": "quoted word for word",
    "indirect": "paraphrased by the article",
    "mixed": "quoted in part, else paraphrased",
    "attitude": "a view that the article ascribes to them",
}


def stance_in_words(stance: str, target: str, toward: str | None, share: float | None = None) -> str:
    """Return what a position says of its holder.

    >>> stance_in_words("recognizes-claim", "Inner Rock", "Eastland")
    'Reported to recognize a claim of Eastland to Inner Rock'
    """
    form = _STANCES.get(stance, _OTHER)[0 if toward else 1]
    words = f"Reported to {form.format(stance=stance.replace('-', ' '), target=target, toward=toward)}"
    return words if share is None else f"{words} ({share * 100:g} % of those asked)"


def event_in_words(kind: str, status: str) -> str:
    """Return what an event is and how real the article has it.

    >>> event_in_words("formal-protest", "called-off")
    'Formal protest, reported as called off'
    """
    name = kind.lower().replace("-", " ")
    return f"{begun(name)}, {_STATUS.get(status, status)}"


def voice_in_words(voice: Voice | None) -> str:
    """Return who says so, with the role, and whether the words are theirs.

    >>> voice_in_words(Voice("Ivan Petrov", "spokesman", "Westland", "direct"))
    'said by Ivan Petrov, spokesman (Westland); quoted word for word'
    """
    if voice is None:
        return "told by the article itself"
    role = f", {voice.role}" if voice.role else ""
    party = f" ({voice.party})" if voice.party and voice.party != voice.name else ""
    through = f", through {', '.join(voice.through)}" if voice.through else ""
    verb = "held" if voice.mode == "attitude" else "said"
    return f"{verb} by {voice.name}{role}{party}{through}; {_MODES[voice.mode]}"


def date_in_words(iso: str) -> str:
    """Return a day or a month as a reader says it; what is neither as it is.

    >>> date_in_words("2019-01-22"), date_in_words("2019-01"), date_in_words("195X")
    ('22 January 2019', 'January 2019', '195X')
    """
    date = parse(iso)
    if date is None or date.precision not in ("day", "month"):
        return iso
    first = date.earliest
    month = f"{calendar.month_name[first.month]} {first.year}"
    return month if date.precision == "month" else f"{first.day} {month}"


def told_by(evidence: Evidence) -> str:
    """Return who tells the words of a footnote, and the date that is told, where one is."""
    voice = voice_in_words(evidence.voice)
    return f"{voice}; dated {date_in_words(evidence.date)}" if evidence.date else voice


def begun(words: str) -> str:
    """Return some words as the beginning of a sentence.

    >>> begun("told by the article itself")
    'Told by the article itself'
    """
    return words[:1].upper() + words[1:]


def place_in_words(evidence: Evidence) -> str:
    """Return where in the article the words stand.

    >>> source = Source(1, "Talks", None, None, None, None, None)
    >>> place_in_words(Evidence(1, "f", source, "", (), None, None, 9, 12, 2, ((20, 25),)))
    'Paragraph 2, characters 9–12; also characters 20–25'
    """
    paragraph = f"paragraph {evidence.paragraph}, " if evidence.paragraph else ""
    further = "".join(f"; also characters {start}–{end}" for start, end in evidence.further)
    return begun(f"{paragraph}characters {evidence.start}–{evidence.end}{further}")


def introduction(dossier: Dossier) -> Iterator[str]:
    """Yield what a reader has to know before citing anything of a dossier, a paragraph each."""
    count = len(dossier.sources)
    articles = "one news article reports" if count == 1 else f"{count or 'no'} news articles report"
    yield (
        f"This dossier gathers what {articles} of {dossier.territory} and its parts{_confined(dossier)}. It asserts "
        "nothing itself: each line tells what an article reports, and whether that is so, or gives title, is for the "
        "reader to judge. Territories bear their usual English names, which take no side; the names that a party uses "
        "stand with that party. Parties are in the order of the alphabet."
    )
    yield (
        "The passages were found by a program, which errs and misses: check each against its article before you cite "
        "it. A footnote gives the words, who says them and in which role, the day, the article and the place in it; "
        "paragraphs are counted from 1 and characters from 0, both from the beginning of the text that was read. The "
        "SHA-256, whole among the sources, shows whether a text is that one. The confidence, from 0 to 1, tells how "
        "sure the program is that the words carry what is told. "
        f"Read by {', '.join(dossier.read_by) or 'an unknown version'}."
    )
    if left_out := list(_left_out(dossier)):
        yield f"Not in it: {'; '.join(left_out)}."


def _confined(dossier: Dossier) -> str:
    who = dossier.claimant
    return f", confined to what {who} and who speaks for it say, hold and do, and to what is toward them" if who else ""


def _left_out(dossier: Dossier) -> Iterator[str]:
    if dossier.wholes:
        yield f"what concerns {' or '.join(dossier.wholes)} as a whole"
    if dossier.untold:
        statements = "statement" if dossier.untold == 1 else "statements"
        yield f"{dossier.untold} further {statements} on the territory, which kg ask who-said-what lists"


def cited(source: Source) -> str:
    """Return how an article is cited, without its address.

    >>> cited(Source(1, "Talks in Oslo", "Herald", "2019-01-22", None, None, None))
    'Herald, “Talks in Oslo”, 22 January 2019'
    """
    date = date_in_words(source.date) if source.date else "undated"
    return ", ".join(part for part in (source.outlet, f"“{source.title}”", date) if part)


def check(evidence: Evidence) -> str:
    """Return by what a reader can check a footnote: the hash of the article's text, the fact, how sure it is.

    >>> source = Source(3, "Talks", None, None, None, None, "5f0c3b1d" * 8)
    >>> check(Evidence(1, "position/1", source, "", (), None, None, 9, 12, 2, (), 0.75))
    'SHA-256 5f0c3b1d5f0c…; position/1, confidence 0.75'
    """
    digest = f"SHA-256 {evidence.source.sha256[:12]}…; " if evidence.source.sha256 else ""
    sure = "" if evidence.confidence is None else f", confidence {evidence.confidence:g}"
    return f"{digest}{evidence.fact}{sure}"


def notes_in_words(evidence: Sequence[Evidence]) -> str:
    """Return which footnotes rest on an article."""
    return f"{'Note' if len(evidence) == 1 else 'Notes'} {', '.join(str(one.number) for one in evidence)}"
