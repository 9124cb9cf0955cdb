"""Whose a noun is: "Tokyo's claim", "the Argentine claim", "its claim", "claims by Vietnam"."""

from dataclasses import dataclass

from kg.extraction.coreference import Scene
from kg.extraction.mentions import Mention
from kg.extraction.stances.setting import Setting
from kg.extraction.words import DETERMINERS, GENDERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS, is_finite_hint

_REACH_BEHIND = 10
_JUDGES = frozenset({"court", "tribunal", "panel", "commission", "arbitrators", "judges"})  # "its claims": not theirs


@dataclass(frozen=True, slots=True)
class Owner:
    """The actors that own a noun, the first word that names them, and whether a pronoun or a bare name does."""

    actors: tuple[str, ...] = ()
    first: int = 0
    pronoun: bool = False
    bare: bool = False

    @property
    def actor(self) -> str | None:
        """The owner, where there is but one to name."""
        return self.actors[0] if self.actors else None


class OwnerReader:
    """Reads owners in one scene."""

    def __init__(self, setting: Setting, scene: Scene) -> None:
        self._setting, self._scene, self._words = setting, scene, scene.words

    def of(self, first: int, head: int, last: int) -> Owner:
        """Return whose the noun at ``head`` is, in a phrase that may begin at ``first`` and end at ``last``."""
        for at in range(head - 1, first - 1, -1):
            word = self._words[at]
            if word.lower in POSSESSIVE_PRONOUNS:
                return Owner(self._possessor(at), at, pronoun=True)
            found = self._named_before(at + 1)
            if found.actors and not (found.bare and at + 1 < head):
                return found
            if self._ends(at):
                break
        return self._behind(head, last)

    def _named_before(self, at: int) -> Owner:
        """Return the owner whose name ends before a word."""
        for mention in self._scene.by_last.get(at, ()):
            if mention.form == "role" and self._words[mention.first].lower in {"their", "its"}:
                states = (self._setting.state_of(one) for one in self._possessor(mention.first))
                found = tuple(state for state in states if state)
                if found:
                    return Owner(found, mention.first)
            owner = self._setting.owner(mention)
            if owner and not (self._setting.is_only_place(mention) and not self._setting.cast.of(mention)):
                possessive = at < len(self._words) and self._words[at].text in POSSESSIVE
                demonym = any(name.sense == "demonym" for name in mention.names)
                return Owner((owner,), mention.first, bare=not (possessive or demonym))
        return Owner()

    def _ends(self, at: int) -> bool:
        """Say whether a word ends the noun phrase that lies behind it."""
        word = self._words[at]
        if word.text in POSSESSIVE:
            return False
        adjective = word.lower.endswith("ed") and at and not self._words[at - 1].capital
        is_verb = is_finite_hint(word) and not adjective
        return not word.letters or word.lower in DETERMINERS | PREPOSITIONS or is_verb or word.lower in {"that", "and"}

    def _behind(self, head: int, last: int) -> Owner:
        for at in range(head + 1, min(last, head + _REACH_BEHIND)):
            if self._words[at].lower in {"by", "from"}:
                for mention in (one for i in (at + 1, at + 2) for one in self._scene.by_first.get(i, ())):
                    owner = self._setting.owner(mention)
                    if owner:
                        return Owner((owner,), head)
            if is_finite_hint(self._words[at]) and self._words[at].text not in POSSESSIVE:
                break
        return Owner()

    def _possessor(self, at: int) -> tuple[str, ...]:
        """Resolve "its", "his", "their": in somebody's words the speaker, else the subject before."""
        text = self._words[at].lower
        found = self._setting.speaker_as(text, self._words[at].start)
        if found and not (text in {"its", "their"} and any(map(self._judges, found))):
            return found
        if self._words[at - 1].lower == "in" and (near := self._backed(at - 1)):
            return near
        fitting = [one for one in self._before(at) if self._fits(one, text)]
        subjects = [one for one in fitting if self._setting.cast.is_subject(one)]
        if text == "their" and (joint := self._joint(fitting)):
            return joint
        chosen = subjects[-1:] or fitting[:1]
        if chosen:
            owner = self._setting.owner(chosen[0])
            return (owner,) if owner else ()
        discourse = self._setting.discourse(self._scene.paragraph.index)
        if text == "its":
            return discourse.last_body
        gender = GENDERS.get(text)
        return discourse.last_person(gender, self._setting.cast) if gender else ()

    def _backed(self, at: int) -> tuple[str, ...]:
        """Return X in "backed X in its claim"."""
        owners = (self._setting.owner(one) for one in self._scene.by_last.get(at, ()))
        return tuple(owner for owner in owners if owner)

    def _before(self, at: int) -> list[Mention]:
        sentence = self._words[at].sentence
        return [one for one in self._scene.mentions_in(sentence) if one.last <= at and one.form != "pronoun"]

    def _joint(self, mentions: list[Mention]) -> tuple[str, ...]:
        """Return the two of "A and B" where those are the first actors of the sentence."""
        if len(mentions) < 2 or self._words[mentions[0].last].lower != "and":
            return ()
        return tuple(owner for one in mentions[:2] if (owner := self._setting.owner(one)))

    def _fits(self, mention: Mention, text: str) -> bool:
        members = self._setting.cast.members
        actors = self._setting.cast.of(mention)
        types = {members[actor].type for actor in actors if actor in members}
        if text in {"its", "their"} and any(map(self._judges, actors)):
            return False
        if text in {"his", "her"}:
            return types == {"person"}
        return bool(
            types & ({"state", "organization"} if text == "its" else {"group", "organization", "state", "person"})
        )

    def _judges(self, actor: str) -> bool:
        """Say whether an actor decides on what is somebody else's, so that a claim or an island is not its own."""
        member = self._setting.cast.members.get(actor)
        return member is not None and not _JUDGES.isdisjoint(member.label.lower().split())
