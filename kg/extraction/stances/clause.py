"""What the readers of verbs share: the scene with its phrases, and stands made of holders and things."""

from collections.abc import Iterator
from itertools import pairwise

from kg.documents import Span
from kg.extraction.coreference import Scene
from kg.extraction.stances.groups import Site
from kg.extraction.stances.holders import HolderReader, Holders
from kg.extraction.stances.phrases import Phrases
from kg.extraction.stances.setting import Setting
from kg.extraction.stances.sites import find_sites
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS

_QUOTE_REST = 8
_LONGEST_SUBJECT = 14
_CLAUSE_STARTS = frozenset({"that", "and", "but", "because", "if", "said", "says", "argued", "as"})
OF_STATES = frozenset({"claims-sovereignty", "controls"})
# what a state's official says that the state will do
_SPOKEN_FOR = frozenset({"refuses-negotiation", "seeks-negotiation", "proposes", "no-position"})
_BREAKS = frozenset({"but", "while", "because", "although"})
_OWN_STATES = frozenset({"country", "nation", "government", "state", "people", "administration", "republic"})
_MARKS = frozenset({",", ";", ":", ".", "–", "—", "?", "!"})
ABOUT = frozenset({"on", "over", "about", "regarding", "concerning"})
_GENERIC = frozenset(
    "dispute issue question matter row conflict status future sovereignty it them this that situation problem "
    "ownership subject who whose territory islands border there basis".split()
)


class Clauses:
    """The clauses of one scene."""

    def __init__(self, setting: Setting, scene: Scene, phrases: Phrases) -> None:
        self.setting, self.scene, self.phrases, self.words = setting, scene, phrases, scene.words
        self.holders = HolderReader(setting, scene, phrases)
        self._sites: dict[tuple[int, int], tuple[Site, ...]] = {}

    def sites(self, first: int, last: int) -> tuple[Site, ...]:
        """Return the verbs of a sentence, found once for all readers."""
        if (first, last) not in self._sites:
            self._sites[first, last] = tuple(find_sites(self.scene, first, last))
        return self._sites[first, last]

    def end(self, at: int, last: int) -> int:
        """Return where the clause of a word ends: at the next mark or conjunction."""
        while at < last and self.words[at].text not in _MARKS and self.words[at].lower not in _BREAKS:
            at += 1
        return at

    def linked(self, links: set[str], first: int, last: int) -> str | None:
        """Return the first actor that stands right behind one of some prepositions."""
        for at in range(first, last):
            if self.words[at].lower in links:
                for mention in (one for i in (at + 1, at + 2) for one in self.scene.by_first.get(i, ())):
                    owner = self.setting.owner(mention)
                    if owner:
                        return owner
        return None

    def within(self, first: int, last: int) -> str | None:
        """Return the first actor named among words."""
        inside = (one for one in self.scene.mentions_between(first, last) if one.last <= last)
        return next((owner for one in inside if (owner := self.setting.owner(one))), None)

    def speaker(self, site: Site, holders: Holders) -> Holders:
        """Return the speaker as the holder, where words deny something of everybody or leave out who does it."""
        speakers = self.setting.speakers(self.words[site.first].start)
        first = holders.first if holders.nobody and holders.first else site.phrase_first
        return Holders(speakers, first, site.first) if speakers else Holders()

    def voice_of(self, site: Site, holders: Holders) -> Holders:
        """Return who says the words that a verb stands in, as their holder; nobody in the article's own words."""
        voice = self.setting.voice(self.words[site.first].start)
        return Holders((voice.speaker,), holders.first, holders.last) if voice else Holders()

    def subject_first(self, at: int, first: int) -> int:
        """Return where the subject that ends before a word may begin: behind a mark or what opens its clause."""
        begin = at
        while begin > first and at - begin < _LONGEST_SUBJECT and self._is_of_subject(begin - 1):
            begin -= 1
        return begin

    def _is_of_subject(self, at: int) -> bool:
        word = self.words[at]
        return (word.letters or word.text in POSSESSIVE) and word.lower not in _CLAUSE_STARTS

    def is_denied_of_all(self, site: Site, first: int) -> bool:
        """Say whether the subject of a passive is "not one island", "nothing", "no part"."""
        before = [word.lower for word in self.words[first : site.phrase_first]][-9:]
        pairs = list(pairwise(before))
        return bool({"no", "none", "nothing", "nobody"} & {*before}) or ("not", "one") in pairs or ("not", "a") in pairs

    # what is talked about --------------------------------------------------------------------------------------

    def first_place(self, first: int, last: int) -> Thing | None:
        """Return the first territory named among words."""
        named = self.phrases.places_in(first, last)
        return Thing(named[0].first, named[0].last, named[0].id) if named else None

    def place_of_context(self, at: int) -> Thing | None:
        """Return the territory spoken of before a word."""
        ident = self.phrases.place_before(at, several=True)
        return Thing(max(at - 1, 0), at, ident, known=False) if ident else None

    def topic(self, first: int, last: int) -> Thing | None:
        """Return what talks are on: the place named, else the words behind "on", else the territory spoken of."""
        return self.first_place(first, last) or self.complement(first, last) or self.place_of_context(first)

    def complement(self, at: int, end: int) -> Thing | None:
        """Return the words that stand at a word, or behind "on" or "about", unless they only take up the dispute."""
        about = next((i for i in range(at, end) if self.words[i].lower in ABOUT), None)
        phrase = self.phrases.read(about + 1) if about is not None else None
        at += at < end and self.words[at].text in {'"', "“", "‘"}
        with_somebody = about is not None and any(self.setting.owner(one) for one in self.scene.by_first.get(at, ()))
        linked = ABOUT | PREPOSITIONS | {"as"}
        if at < end and self.words[at].lower not in linked and not with_somebody:
            phrase = self.phrases.read(at) or phrase
        if (
            phrase is None
            or phrase.first >= end
            or phrase.kind in {"pronoun", "matter", "territory", "title", "infinitive"}
        ):
            return None
        if any(word.lower in _GENERIC for word in self.words[phrase.first : phrase.head + 1]):
            return None
        return self.phrases.thing(phrase)

    # stands ----------------------------------------------------------------------------------------------------

    def stands(
        self, site: Site, holders: Holders, stance: str, thing: Thing, *, toward: str | None = None, end: int = 0
    ) -> Iterator[Stand]:
        """Yield one stand for each holder; claims and possession are the state's that the holder speaks for."""
        if thing.id is None and thing.text is None:
            return
        told = site.future and stance in _SPOKEN_FOR
        for holder in dict.fromkeys(holders.actors):
            who = (
                self.setting.state_of(holder)
                if stance in OF_STATES
                else self._own_voice(holder, holders.first, told=told)
            )
            if who is None or who == toward or (stance in OF_STATES and self.setting.is_past(who)):
                continue
            confidence = 0.85 - 0.1 * (not thing.known) - 0.1 * (not holders.named)
            at = self.words[site.first].start
            evidence = self._evidence(site, holders, thing, end)
            yield Stand(who, stance, evidence, thing, at, toward, holders.share, round(confidence, 2))

    def _own_voice(self, holder: str, at: int, *, told: bool) -> str:
        """Return who says what "his country" or, where that is ``told``, the own state will do; else the holder."""
        voice = self.setting.voice(self.words[at].start)
        if voice is None or self.setting.cast.members[voice.speaker].type != "person":
            return holder
        begin = at - 2 if at > 1 and self.words[at - 1].lower == "and" else at  # "his government and people"
        owned = {max(begin - 1, 0), begin, at}
        own = any(self.words[i].lower in POSSESSIVE_PRONOUNS and self.words[i + 1].lower in _OWN_STATES for i in owned)
        return voice.speaker if own or (told and self._speaks_for(voice.speaker, holder)) else holder

    def _speaks_for(self, speaker: str, state: str) -> bool:
        """Say whether a speaker stands for a state, or has an office of a state that the article leaves out."""
        own = self.setting.state_of(speaker)
        return own == state or (own is None and state.startswith("state/") and self.setting.holds_office(speaker))

    def _evidence(self, site: Site, holders: Holders, thing: Thing, end: int) -> Span:
        """Return the words from the holder's name or the verb to the thing's last."""
        first = min(site.phrase_first, holders.first if holders.actors else site.first)
        last = max(site.last, end, thing.last if thing.first >= site.first else 0)
        if holders.first > site.first:
            last = max(last, holders.last)
        if thing.known and thing.last <= site.first:
            first = min(first, thing.first)
        while last > site.last and self.words[last - 1].text in POSSESSIVE:
            last -= 1
        return self.span(first, last)

    def span(self, first: int, last: int) -> Span:
        """Return words as a span without marks around them; a short quotation that begins among them stays whole."""
        quote = self.scene.quoted[last - 1] if last > first else -1
        if quote >= 0 and quote != self.scene.quoted[first]:
            _, end = self.scene.quote_words(quote)
            last = end if end - last < _QUOTE_REST else last
        return self.scene.trimmed(first, last) or self.scene.span(first, max(last, first + 1))
