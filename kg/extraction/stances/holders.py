"""Whose stance it is: the subject of a verb, whoever "by" names, the owner of a noun, the share of a poll."""

import re
from dataclasses import dataclass

from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.speakers import subject_before
from kg.extraction.coreference import Bounds, Scene, Subject
from kg.extraction.lexicons import Cue
from kg.extraction.mentions import Mention
from kg.extraction.stances.groups import HAVE, Site
from kg.extraction.stances.lexicon import is_third_person
from kg.extraction.stances.phrases import Phrases
from kg.extraction.stances.setting import Setting
from kg.extraction.words import PREPOSITIONS, RELATIVES, is_finite_hint

_CUE = Cue((), "", "stance", frozenset())
_NOBODY = frozenset({"nobody", "none", "nothing", "no"})
_SHARE = re.compile(r"^\d{1,3}(?:\.\d+)?$")
_TELLING = frozenset({"told", "tells", "telling", "informed", "assured"})
_ACCUSING = frozenset({"accuse", "accuses", "accused"})
_JOINING = frozenset({"and", "or", "as"})
_LIST = frozenset({",", "and", "or", "both", "the", "as", "well"})


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class Holders:
    """Actors with the first of the words that name them.

    ``nobody`` says that the words deny it of all, ``neither`` that they deny it of these.
    """

    actors: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    share: float | None = None
    nobody: bool = False
    named: bool = True
    neither: bool = False


class HolderReader:
    """Reads the holders in one scene."""

    def __init__(self, setting: Setting, scene: Scene, phrases: Phrases) -> None:
        self._setting, self._scene, self._phrases = setting, scene, phrases
        self._words = scene.words
        self._endings: dict[Bounds, Holders] = {}

    def of(self, site: Site, start: int) -> Holders:
        """Return who does what a site tells."""
        if site.owned:
            owner = self._phrases.owner_at(start, site.phrase_first, self._phrases.sentence_end(site.first))
            return Holders(owner.actors, owner.first, site.phrase_first) if owner.actors else Holders()
        if site.kind == "passive":
            return self.behind_by(site)
        accused = self._accused(site, start) if site.kind == "gerund" else Holders()
        if accused.actors:
            return accused
        direct = self._ending(site.phrase_first, start)
        if (site.kind == "gerund" or self._words[site.phrase_first - 1].text == ",") and self._is_told(direct, start):
            direct = Holders()
        if self._resumed(site.phrase_first) and (direct.actors or direct.nobody):
            return direct
        if direct.actors and site.phrase_first > start and self._words[site.phrase_first - 1].text == ",":
            parsed = self._parsed(site, start)
            return parsed if parsed and parsed.first < direct.first else direct
        if direct.actors or direct.nobody:
            return direct
        near = self._by_cue(site, start) or self._parsed(site, start) or self._shared(site, start)
        return near if near.actors else direct

    def _by_cue(self, site: Site, start: int) -> Holders | None:
        """Return who speaks, where the verb is the cue of an attribution."""
        if site.phrase_first and self._words[site.phrase_first - 1].lower in RELATIVES:
            return None
        offsets = (self._words[i].start for i in (site.first, site.phrase_first))
        speakers = next((found for offset in offsets if (found := self._setting.cued(offset))), ())
        if not speakers or site.first <= start:
            return Holders(speakers, site.phrase_first, site.first) if speakers else None
        named = self._setting.mentions(speakers, self._scene.span(start, site.first))
        words = range(site.first - 1, start - 1, -1)
        inside = (i for i in words if any(one.start <= self._words[i].start < one.end for one in named))
        return Holders(speakers, next(inside, site.phrase_first), site.first)

    def _parsed(self, site: Site, start: int) -> Holders | None:
        """Return the subject that the parse gives a finite verb, or the one that it is joined to.

        "X, the first to see it, in 2010, welcomed"; "X accused Y's army of raids and summoned its envoy".
        """
        if site.kind != "finite":
            return None
        tree = self._scene.tree
        verbs = range(max(site.phrase_first, start), site.last)
        is_joined = site.phrase_first > start and self._words[site.phrase_first - 1].lower == "and"
        joint = [one for at in verbs for one in ((at, tree.joint(at)) if is_joined else (at,)) if start <= one]
        subject = next((one for at in joint for one in tree.children(at, "nsubj") if start <= one < at), None)
        if subject is None or (is_joined and tree.child(subject, "conj") is not None):
            return None  # of several who share two verbs the words tell all
        for mention in self._scene.mentions_headed(subject, subject + 1):
            if mention.head.text.lower() in RELATIVES:
                continue
            actors = self._setting.actors(self._scene, Subject((mention,), mention.first, mention.last))
            if actors:
                return Holders(actors, mention.first, mention.last, named=mention.form != "pronoun")
        return None

    def _accused(self, site: Site, start: int) -> Holders:
        """Return X in "accused X of occupying", "stop X from drilling"."""
        link = site.phrase_first - 1
        if link <= start or self._words[link].lower not in {"of", "from", "for"}:
            return Holders()
        for mention in self._scene.by_last.get(link, ()):
            owner = self._owner(mention) if mention.first > start else None
            if owner:
                return Holders((owner,), mention.first, mention.last)
        return Holders()

    def accuser(self, site: Site, start: int) -> Holders:
        """Return who accuses in "X accused Y of occupying"."""
        if site.kind != "gerund" or self._words[site.phrase_first - 1].lower != "of":
            return Holders()
        for at in range(site.phrase_first - 2, max(start, site.phrase_first - 9), -1):
            if self._words[at].lower in _ACCUSING:
                return self._ending(at, start)
        return Holders()

    def _is_told(self, holders: Holders, start: int) -> bool:
        """Say whether the mention before a participle is only told something: "told reporters, rejecting it"."""
        return holders.first > start and self._words[holders.first - 1].lower in _TELLING

    def of_demand(self, site: Site) -> tuple[str, ...]:
        """Return who demands in "X demanded that Y return"."""
        for at in range(site.phrase_first - 1, 0, -1):
            if self._words[at].lower == "that":
                return self._ending(at - 1, self._phrases.sentence_start(at)).actors
        return ()

    def behind_by(self, site: Site) -> Holders:
        """Return the actors that "by" names behind a passive: all of a list."""
        at = site.last
        while at < len(self._words) and self._words[at].lower != "by" and at < site.last + 3:
            at += 1
        if at >= len(self._words) or self._words[at].lower != "by":
            return Holders()
        return self.listed(at + 1)

    def before(self, at: int, start: int) -> Holders:
        """Return the subject of the verb at a word."""
        begin = at
        while begin > start and self._words[begin - 1].lower in HAVE:
            begin -= 1
        return self._ending(begin, start)

    def listed(self, at: int) -> Holders:
        """Return the actors of the list that begins at a word: "both India and Pakistan".

        Whoever stands behind a comma is in it only if "and" follows in it: no agency in "claimed by X, an agency said".
        """
        found: list[Mention] = []
        kept = 1
        here = at
        while here < len(self._words):
            mention = next((one for one in self._scene.by_first.get(here, ()) if self._owner(one)), None)
            if mention is not None:
                between = self._words[found[-1].last : here] if found else ()
                found.append(mention)
                kept = len(found) if any(word.lower in _JOINING for word in between) else kept
                here = mention.last
            elif self._words[here].lower in _LIST:
                here += 1
            else:
                break
        found = found[:kept]
        actors = dict.fromkeys(owner for one in found if (owner := self._owner(one)))
        return Holders(tuple(actors), at, found[-1].last if found else at)

    def _owner(self, mention: Mention) -> str | None:
        if mention.form == "pronoun":
            return None
        found = self._setting.cast.of(mention)
        return found[0] if found else None

    def _resumed(self, at: int) -> Bounds | None:
        """Return the words before a frame, where a clause goes on behind it at a word: "Guyana, he said, holds"."""
        return self._setting.article.resumed.get((self._scene.paragraph.index, at))

    # subjects --------------------------------------------------------------------------------------------------

    def _ending(self, at: int, start: int) -> Holders:
        """Return the subject whose phrase ends before a word, or before who is said to say it."""
        if (at, start) not in self._endings:
            self._endings[at, start] = self._read_ending(at, start)
        return self._endings[at, start]

    def _read_ending(self, at: int, start: int) -> Holders:
        if before := self._resumed(at):
            start, at = before
        share = self._share(at, start)
        if share.actors:
            return share
        inside = self._scene.quoted[at] if at < len(self._words) else -1
        if at > start and self._scene.opens_quote(at):
            inside = self._scene.quoted[at - 1]
        subject = subject_before(self._scene, CueSite(at, at, _CUE, "finite", phrase_first=at), start, inside=inside)
        if subject is None:
            subject = self._plain(at, start)
        if subject is None:
            return Holders(first=max(start, at - 4), nobody=self._is_nobody(max(start, at - 4), at))
        nobody = self._is_nobody(max(start, subject.first - 2), subject.first + 1)
        listed, list_first = self._listed_before(subject.first, start)
        actors = (*listed, *self._setting.actors(self._scene, subject))
        named = all(mention.form != "pronoun" for mention in subject.mentions)
        both = self._neither(subject.first, start)
        if both:
            return Holders((*both.actors, *actors), both.first, subject.last, named=named, neither=True)
        return Holders(actors, list_first, subject.last, nobody=nobody, named=named)

    def _neither(self, first: int, start: int) -> Holders | None:
        """Return the first of "neither X nor Y", where Y is the subject that begins at a word."""
        nor = first - 1 - (self._words[first - 1].lower == "the") if first > start + 1 else start
        if nor <= start or self._words[nor].lower != "nor":
            return None
        for mention in self._scene.by_last.get(nor, ()):
            owner = self._owner(mention)
            if owner and mention.first > start and self._words[mention.first - 1].lower == "neither":
                return Holders((owner,), mention.first - 1, nor)
        return None

    def _listed_before(self, first: int, start: int) -> tuple[tuple[str, ...], int]:
        """Return the states of a list before a subject, with its first word: "Vietnam, Malaysia" and Brunei."""
        found: list[str] = []
        at = first
        joined = first > start and self._words[first - 1].lower == "and"
        while at - 1 > start and self._words[at - 1].text in {",", "and"}:
            names = (one for one in self._scene.by_last.get(at - 1, ()) if one.names and one.first >= start)
            mention = next(names, None)
            owner = self._owner(mention) if mention else None
            if mention is None or owner is None or not (owner.startswith("state/") or joined):
                break
            if mention.first > start and self._words[mention.first - 1].lower in PREPOSITIONS:
                break
            found.insert(0, owner)
            at = mention.first
        return tuple(found), at

    def _plain(self, at: int, start: int) -> Subject | None:
        """Return the mention that ends before a word, whatever stands before it; none of a territory's name."""
        for mention in self._scene.by_last.get(at, ()):
            if mention.first >= start and (
                mention.first == start or self._words[mention.first - 1].lower not in PREPOSITIONS
            ):
                return Subject((mention,), mention.first, mention.last)
        return None

    def _is_nobody(self, first: int, last: int) -> bool:
        return any(
            word.lower in _NOBODY or (word.lower == "not" and i == 0) for i, word in enumerate(self._words[first:last])
        )

    def _share(self, at: int, start: int) -> Holders:
        """Read "61 percent of Danes", "most of the herders", "22 percent" of those named before."""
        for first in range(at - 1, max(start, at - 6) - 1, -1):
            word = self._words[first]
            if (
                word.lower in {"percent", "%"}
                or word.text.endswith("%")
                or (word.lower in {"majority", "most", "half"} and first + 1 < at)
            ):
                share = self._share_value(first)
                group = self._group(first + 1, at)
                if group:
                    return Holders((group,), max(first - 1, start), at, share=share)
                if share is not None and first + 1 == at and (group := self._group_before(first)):
                    return Holders((group,), first - 1, at, share=share)
        return Holders()

    def _share_value(self, at: int) -> float | None:
        text = self._words[at].text.rstrip("%") or (self._words[at - 1].text if at else "")
        if self._words[at].lower in {"percent", "%"} and at:
            text = self._words[at - 1].text
        return round(float(text) / 100, 4) if _SHARE.match(text) else None

    def _group(self, first: int, last: int) -> str | None:
        for at in range(first, last):
            for mention in self._scene.by_first.get(at, ()):
                if mention.last <= last and (mention.plural or self._is_people(mention)):
                    return next(iter(self._setting.cast.of(mention)), None) or self._setting.cast.unnamed(mention)
        return None

    def _is_people(self, mention: Mention) -> bool:
        return any(self._setting.cast.members[one].type == "group" for one in self._setting.cast.of(mention))

    def _group_before(self, at: int) -> str | None:
        start = self._phrases.sentence_start(at)
        groups = [one for one in self._scene.mentions_between(start, at) if one.plural or self._is_people(one)]
        return next(iter(self._setting.cast.of(groups[-1])), None) if groups else None

    def _shared(self, site: Site, start: int) -> Holders:
        """Return the subject of a verb that another joins ("and rejected"), or that a participle depends on."""
        before = self._words[site.phrase_first - 1].lower if site.phrase_first > start else ""
        joins = before in {"and", "but", "or", ",", "nor"} or site.kind in {"gerund", "infinitive"}
        if not joins:
            return self._main_behind(site) if site.phrase_first == start else Holders()
        places = (
            range(start + 1, site.phrase_first)
            if before == "but" and not site.future
            else range(site.phrase_first - 1, start, -1)
        )
        for at in places:
            if self._is_verb(at) and self._scene.quoted[at] == self._scene.quoted[site.first]:
                found = self._ending(self._phrase_first(at, start), start)
                if found.actors:
                    return found
        return self._main_behind(site)

    def _is_verb(self, at: int) -> bool:
        word = self._words[at]
        return not word.capital and (is_finite_hint(word) or is_third_person(word.lower))

    def _phrase_first(self, at: int, start: int) -> int:
        while at > start and self._is_verb(at - 1) and self._words[at - 1].text not in {"'s", "’s"}:
            at -= 1
        return at

    def _main_behind(self, site: Site) -> Holders:
        """Return the subject behind the comma of an opening clause: "Rejecting the claim, Seoul said"."""
        if site.kind != "gerund":
            return Holders()
        end = self._phrases.sentence_end(site.first)
        comma = next((at for at in range(site.last, end) if self._words[at].text == ","), None)
        if comma is None or comma + 1 >= end:
            return Holders()
        for mention in self._scene.by_first.get(comma + 1, ()):
            actors = self._setting.cast.of(mention)
            if actors and mention.form != "pronoun":
                return Holders(actors, mention.first, mention.last)
        return Holders()
