"""Happenings, and the tellings that are of one: of a type, of dates that agree, of the same who, and what or where."""

from dataclasses import dataclass, replace

from kg.dates import PartialDate
from kg.documents import Span
from kg.extraction.coreference import Cast
from kg.facts import EventStatus

_TYPES_OF_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_ONCE = frozenset({"recognition", "ruling", "signing"})
"""What those who do it do once: a second telling is of the same."""
_RETOLD = frozenset({"formal-protest", "ruling"})
"""What is told again of others on the same side: the ministry protested, its envoy handed the note over."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One telling of an event: who, where, when, whether, and the words that tell it."""

    type: str
    subtype: str
    status: EventStatus
    participants: tuple[str, ...]
    evidence: tuple[Span, ...]
    place: Span | None
    date: PartialDate | None
    scope: Span
    about: frozenset[str] = frozenset()  # what else the words name, without those who take part
    headline: bool = False
    news: bool = False


def merge(found: list[Happening], one: Happening, cast: Cast, published: PartialDate | None) -> None:
    """Add a happening, or its evidence to one that it tells again; what a headline tells, the text tells better."""
    for at, other in enumerate(found):
        if _is_same(one, other, cast, published):
            first, second = (one, other) if other.headline else (other, one)
            found[at] = replace(
                first,
                evidence=(*first.evidence, *second.evidence),
                date=first.date or second.date,
                place=first.place or second.place,
                participants=first.participants or second.participants,
                news=first.news or second.news,
            )
            return
    found.append(one)


def _is_recent(one: Happening, published: PartialDate | None) -> bool:
    """Say whether something may be of these days, as what headlines tell is."""
    return one.date is None or published is None or one.date.iso[:7] == published.iso[:7]


def _is_same(one: Happening, other: Happening, cast: Cast, published: PartialDate | None) -> bool:
    """Say whether two tellings are of one event: of a type, of dates that agree, of the same who, and what or where."""
    if one.type != other.type or not _agree_in_date(one, other):
        return False
    ones, others = _sides(one, cast), _sides(other, cast)
    shared, fewer = len(ones & others), min(len(ones), len(others))
    if not shared or shared * 2 < fewer or not _may_agree_in_content(one, other):
        return False
    if ones - others and others - ones and one.subtype not in _RETOLD and not one.about & other.about:
        return False
    if one.type == "CONSULT" and ones == others and len(ones) > 1:
        return {one.status, other.status} <= {"happened", "planned"} or one.status == other.status
    if one.status != other.status:
        return False
    if other.headline or one.headline:
        return _is_recent(one, published) and _is_recent(other, published)
    if one.place and other.place and one.place.text == other.place.text:
        return True
    return one.subtype == other.subtype and not (one.place and other.place)


def _may_agree_in_content(one: Happening, other: Happening) -> bool:
    """Say whether two tellings may be of one act: demands, refusals, accusations of different things are not."""
    if one.type not in _TYPES_OF_WORDS or one.subtype in _ONCE or one.headline or other.headline:
        return True
    return not one.about or not other.about or bool(one.about & other.about)


def _agree_in_date(one: Happening, other: Happening) -> bool:
    if one.date is None or other.date is None:
        return True
    return one.date.iso.startswith(other.date.iso) or other.date.iso.startswith(one.date.iso)


def _sides(one: Happening, cast: Cast) -> set[str]:
    """Return those who take part, officials as the states that they speak for."""
    found = set()
    for actor in one.participants:
        member = cast.members.get(actor)
        state = member.represents if member else None
        found.add(state if state and state.startswith("state/") else actor)
    return found


def dated(one: Happening, published: PartialDate | None) -> Happening:
    """Return what a headline tells as of the day of the article, where no words say when."""
    is_news = one.news and one.date is None and one.status == "happened"
    return replace(one, date=published) if is_news else one
