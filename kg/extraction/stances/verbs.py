"""Stances that verbs tell: each verb of the table goes to the reader of its sense."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.attitudes import AttitudeReader
from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import Site
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import STANCES
from kg.extraction.stances.possession import (
    read_holding,
    read_joining,
    read_leaving,
    read_possession,
    read_stationing,
    read_stopping,
)
from kg.extraction.stances.protests import is_refusal, read_abstention, read_protest
from kg.extraction.stances.rights import read_having, right_behind
from kg.extraction.stances.stand import Stand
from kg.extraction.stances.talks import read_closed, read_keeping, read_negotiation, read_proposal

_GIVING_BACK = frozenset({"hand * back", "give * back"})


class VerbReader:
    """Reads the stances that the verbs of one scene tell."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._attitudes = AttitudeReader(clauses)

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence; what is only possible, a purpose or a condition takes none."""
        for site in self._clauses.sites(first, last):
            is_purpose = site.kind == "infinitive" and not site.governor
            if site.lexeme.lemma in _GIVING_BACK:
                yield from read_holding(self._clauses, site, self._clauses.holders.of(site, first))
            if site.doubtful or is_purpose or not self._may_tell(site, last):
                continue
            if is_conditional(self._clauses.scene, site.phrase_first, first, last):
                continue
            holders = self._clauses.holders.of(site, first)
            if holders.neither:
                site = replace(site, negated=True)
            if site.kind == "gerund" and self._is_unreal(site, holders):
                continue
            if site.lexeme.sense in {"have", "hold"}:
                yield from read_having(self._clauses, site, holders)
            if not self._clauses.setting.is_denied(self._clauses.words[site.first].start):
                yield from self._of_sense(site, holders, first, last)

    def _may_tell(self, site: Site, last: int) -> bool:
        """Say whether a verb can tell a stance by what stands around it, whoever its subject is."""
        if site.lexeme.sense == "say":
            return is_refusal(self._clauses, site, last)
        return site.lexeme.sense != "have" or right_behind(self._clauses, site) is not None

    def _is_unreal(self, site: Site, holders: Holders) -> bool:
        """Say whether a participle hangs on a verb that only must or may be done ("has to begin by recognising")."""
        between = {word.lower for word in self._clauses.words[max(holders.last, site.first - 5) : site.first]}
        return bool(holders.actors) and bool(between & {"to", "must", "should", "could", "may", "might"})

    def _of_sense(self, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
        clauses, sense = self._clauses, site.lexeme.sense
        if (sense == "leave" and site.negated) or (sense in {"leave", "cede"} and (site.modal or site.asked)):
            yield from read_leaving(clauses, site, holders)
        if sense in {"claim", "hold", "take", "regain"}:
            yield from read_possession(clauses, site, holders, first, last)
        elif sense == "station":
            yield from read_stationing(clauses, site, holders, first, last)
        elif sense == "bid":
            yield from read_proposal(clauses, site, holders)
        elif sense == "negotiate":
            yield from read_negotiation(clauses, site, holders, first, last)
        elif sense == "stop":
            yield from read_stopping(clauses, site, holders)
        elif sense == "dispute" and site.kind == "passive":
            answers = list(self._attitudes.read(site, holders, first, last))
            yield from answers or read_possession(clauses, site, holders, first, last)
        elif sense == "join":
            yield from read_joining(clauses, site, holders, last)
        elif sense in {"cede", "yield"}:
            yield from read_keeping(clauses, site, holders, first, last)
        elif sense in {"closed", "open"}:
            yield from read_closed(clauses, site, holders, first, last)
        elif sense in {"protest", "summon"}:
            yield from read_protest(clauses, site, holders, last)
        elif sense in {"abstain", "take-sides", "say"}:
            yield from read_abstention(clauses, site, holders, first, last)
        elif sense in STANCES and not (sense == "break" and site.kind == "gerund"):
            yield from self._attitudes.read(site, holders, first, last)
