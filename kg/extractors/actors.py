"""Actors: those of the cast who say, do or hold something, with their roles and whom they speak for."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction import Article, extractor
from kg.extraction.coreference import Member
from kg.extraction.groups import acting_groups
from kg.extraction.overlaps import Overlaps
from kg.facts import Actor, Attitude, Event, Position, Role, Statement

_PAST = ("former ", "ex-", "retired ")


@extractor(finds=Actor, needs=(Statement, Attitude, Position, Event))
def actors(article: Article) -> Iterator[Actor]:
    """Yield the actors that other facts name, whom those represent, and every person named in full."""
    wanted = _in_facts(article) | acting_groups(article)
    members = article.cast.members
    wanted |= {member.id for member in members.values() if member.type == "person" and member.strong}
    wanted |= set(_told(article, article.cast.acting())) | article.cast.concerned()
    wanted |= _represented(members, wanted)
    mentioned = {ident for ident, member in members.items() if member.mentions}
    for ident, member in members.items():
        if ident in wanted & mentioned:
            yield _actor(member, wanted & mentioned, mentioned)


def _told(article: Article, acting: set[str]) -> Iterator[str]:
    """Yield those who act, of peoples the ones that the article itself speaks of, not only somebody whom it quotes."""
    said = Overlaps([quote.span for scene in article.scenes for quote in scene.quotes])
    for actor in acting:
        member = article.cast.members[actor]
        if member.type != "group" or not all(said.with_span(span) for span in member.mentions):
            yield actor


def _represented(members: dict[str, Member], wanted: set[str]) -> set[str]:
    """Return for whom persons and bodies speak, and the same of those in turn; a people speaks for no state."""
    found: set[str] = set()
    waiting = set(wanted)
    while waiting:
        member = members.get(waiting.pop())
        if member and member.type != "group":
            past = {role.represents for role in member.roles if role.role.lower().startswith(_PAST)}
            named = {member.represents, *(role.represents for role in member.roles)} - past
            new = {ident for ident in named if ident} - found - wanted
            found |= new
            waiting |= new
    return found


def _in_facts(article: Article) -> set[str]:
    named: set[str | None] = set()
    for said in (*article.facts(Statement), *article.facts(Attitude)):
        named |= {said.speaker, said.addressee}
    for position in article.facts(Position):
        named |= {position.holder, position.toward}
    for event in article.facts(Event):
        named |= set(event.participants)
    return {ident for ident in named if ident}


def _actor(member: Member, told: set[str], mentioned: set[str]) -> Actor:
    """Return the actor of a member; it speaks for actors, and may be placed in a state that is but mentioned."""
    known = (
        replace(
            role,
            represents=role.represents if role.represents in told else None,
            state=role.state if role.state in mentioned else None,
        )
        for role in member.roles
    )
    roles = tuple(_merged(list(known)))
    return Actor(
        id=member.id,
        label=member.label,
        type=member.type,
        mentions=tuple(sorted(set(member.mentions))),
        role=roles[0].role if roles else None,
        represents=member.represents if member.represents in told else None,
        roles=roles,
        wikidata=member.wikidata,
    )


def _merged(roles: list[Role]) -> Iterator[Role]:
    """Yield each role once for whom it is held, with all its evidence and the first state that it is placed in.

    A mention that does not tell for whom it is held ("Prime Minister X") joins one that does ("the Y prime minister").
    """
    told = {role.role.lower(): role.represents for role in reversed(roles) if role.represents}
    same: dict[tuple[str, str | None], list[Role]] = {}
    for role in roles:
        name = role.role.lower()
        same.setdefault((name, role.represents or told.get(name)), []).append(role)
    for (_, represents), several in same.items():
        spans = dict.fromkeys(span for role in several for span in role.evidence)
        state = next((role.state for role in several if role.state), None)
        yield Role(several[0].role, represents, tuple(spans), state)
