"""The cast of an article, read on construction: its words, its mentions, and the actors that these stand for."""

from collections import defaultdict

from kg.documents import Document, Span
from kg.extraction.coreference.affiliations import ACTORS, Affiliations, without_determiner
from kg.extraction.coreference.context import Context
from kg.extraction.coreference.duties import duties_of, name_before, told_apart
from kg.extraction.coreference.holders import Holders
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.naming import Naming
from kg.extraction.coreference.offices import is_office
from kg.extraction.coreference.predications import predications
from kg.extraction.coreference.roster import Roster
from kg.extraction.lexicons import words
from kg.extraction.meanings import Meanings
from kg.extraction.mentions import Mention, MentionReader
from kg.extraction.tokens import read_words
from kg.extraction.words import Word
from kg.facts import ActorType
from kg.gazetteer import EntryKind, Gazetteer, Match
from kg.language import Analysis

_NAMED: tuple[EntryKind, ...] = ("territory", "state", "organization", "treaty")
_RESOLUTION = " Resolution "  # parts the body from the number of what it passed
_TAKING_UP = frozenset({"the", "this", "that", "these"})
_PRIVATE = frozenset({"news agency", "newspaper", "broadcaster", "company", "pollster", "think tank"})
_MOST_UNNAMED = 8  # of one noun that may be taken up
_TAKEN_UP_BY = {"source": ("official", "diplomat", "aide", "adviser", "insider"), "envoy": ("diplomat",)}
_PRESS = frozenset({"news agency", "newspaper", "broadcaster"})
_OUTLETS = frozenset("Radio TV Television News Times Post Daily Herald Tribune Journal Gazette Telegraph Mail".split())
_OWNED = frozenset({"his", "her", "whose"})
_LONGEST_LABEL = 8  # words of a phrase that stands for somebody unnamed


class Cast:
    """Reads the mentions of an article and says which actors they stand for.

    ``mentions(i)`` are those of paragraph i in reading order; ``words(i)`` its words. `of` resolves one mention to
    actors: several for a plural that stands for known ones, none where the article leaves it open.
    """

    def __init__(
        self, document: Document, analysis: Analysis, gazetteer: Gazetteer, matches: tuple[Match, ...]
    ) -> None:
        self._gazetteer = gazetteer
        self.meanings, self._roster = Meanings(gazetteer, matches), Roster()
        self._unnamed: dict[str, list[Member]] = defaultdict(list)
        self._told: set[int] = set()  # where the heads of those phrases begin
        texts = [read_words(paragraph) for paragraph in analysis.paragraphs]
        self._context = Context(texts, self._read_mentions(document, texts, matches))
        self._affiliations = Affiliations(self._roster, gazetteer, self.meanings, self._context)
        self._naming = Naming(self._roster, self._affiliations, self.meanings, self._context)
        self._resolve(analysis, Holders(self._roster, self._affiliations, gazetteer, self._context))

    @property
    def members(self) -> dict[str, Member]:
        """The actors by identifier, in the order in which the article's words gave them."""
        return self._roster.members

    def words(self, paragraph: int) -> tuple[Word, ...]:
        """Return the words of a paragraph."""
        return self._context.texts[paragraph]

    def mentions(self, paragraph: int) -> tuple[Mention, ...]:
        """Return the mentions of a paragraph in reading order."""
        return self._context.mentions[paragraph]

    # what mentions stand for -----------------------------------------------------------------------------------

    def of(self, mention: Mention) -> tuple[str, ...]:
        """Return the identifiers of the actors that a name or role noun stands for; none for pronouns."""
        return self._roster.of(mention)

    def is_new(self, mention: Mention) -> bool:
        """Say whether a role noun introduces a person without a name, of whom something is told."""
        return self._context.is_new(mention)

    def is_press(self, mention: Mention) -> bool:
        """Say whether a mention is of who reports news: "reporters", "the TASS news agency", "state television"."""
        entries = [entry for actor in self.of(mention) if (entry := self._gazetteer.entries.get(actor))]
        if entries or mention.kind == "person":
            return any(entry.type in _PRESS for entry in entries)
        is_named = mention.kind == "acronym" or not _OUTLETS.isdisjoint(mention.head.text.split())
        return is_named or (mention.noun is not None and mention.noun.noun in words("press"))

    def is_part_of_noun(self, mention: Mention) -> bool:
        """Say whether a name only tells of what kind the thing behind it is: "EU rules"."""
        return self._context.is_part_of_noun(mention)

    def is_subject(self, mention: Mention) -> bool:
        """Say whether what stands around a mention makes it the subject of a clause, as far as words tell."""
        return self._context.is_subject(mention)

    def reports(self, mention: Mention) -> bool:
        """Say whether a reporting verb stands right behind a mention."""
        return self._context.reports(mention)

    def acting(self) -> set[str]:
        """Return the named actors that are the subject of a clause somewhere in the article: they do something."""
        doing = [one for several in self._context.mentions for one in several if self._context.is_doing(one)]
        mentions = [one for last in doing for one in (last, *self._context.joined_before(last))]
        return {actor for mention in mentions for actor in self.of(mention) if self._may_act(mention, actor)}

    def concerned(self) -> set[str]:
        """Return the parties and public bodies that somebody does something to or with: "asked the United Nations"."""
        named = [one for several in self._context.mentions for one in several if one.is_name and one.kind != "acronym"]
        dealt_with = (actor for one in named if self._context.is_dealt_with(one) for actor in self.of(one))
        return {actor for actor in dealt_with if self._is_public_body(self.members[actor])}

    def _is_public_body(self, member: Member) -> bool:
        if member.type != "organization" or not member.strong:
            return False
        entry = self._gazetteer.entries.get(member.id)
        return entry.type not in _PRIVATE if entry else is_office(member.label) or member.label.endswith(" Party")

    def _may_act(self, mention: Mention, actor: str) -> bool:
        """Say whether a subject is an actor by its form: a name that tables or titles tell, an office, a people."""
        member = self.members[actor]
        if mention.is_name:
            return member.strong or member.type == "group"
        return member.type == "organization" and is_office(member.label)

    # what other readers learn of them --------------------------------------------------------------------------

    def accept(self, mention: Mention) -> tuple[str, ...]:
        """Resolve an ambiguous name of one state or body that speaks: what speaks is no place and no thing."""
        names = [name for name in mention.names if name.entry.kind in ACTORS and name.sense != "demonym"]
        if mention.kind != "entity" or len({name.entry.id for name in names}) != 1:
            return ()
        if all(name.ambiguous for name in names) and is_office(mention.head.text):
            self._affiliations.organization(mention)  # "In X, the Defence Ministry said": of many states one
            return self.of(mention)
        member = self._roster.entry(names[0].entry)
        self._affiliations.add(member, mention)
        return (member.id,)

    def instrument(self, mention: Mention) -> tuple[str, ...]:
        """Return who speaks in a treaty's name: the body whose resolution it is, else the treaty itself."""
        entries = {name.entry.id: name.entry for name in mention.names}
        if len(entries) != 1 or any(entry.kind != "treaty" for entry in entries.values()):
            return ()
        label = next(iter(entries.values())).label
        body, _, number = label.partition(_RESOLUTION)
        bodies = [name.entry for name in self._gazetteer.lookup(body) if name.entry.kind == "organization"]
        if number and bodies:
            named, _, _ = mention.head.text.lower().partition(_RESOLUTION.lower())
            span = Span(mention.head.start, mention.head.start + len(named), mention.head.text[: len(named)])
            return (self._roster.owner(bodies[0], span).id,)
        return (self.body(mention, label),)

    def last_states(self, mention: Mention) -> tuple[str, ...]:
        """Return the two states mentioned last before a phrase that two share: "a joint statement"."""
        return self._roster.last_states(mention.span.start)

    def take_up(self, mention: Mention, actors: tuple[str, ...]) -> None:
        """Let a description stand for actors that were told by other words."""
        self._roster.resolve(mention, actors)
        for actor in actors:
            self._roster.mention(self._roster.members[actor], mention.span)

    def body_called(self, mention: Mention) -> tuple[str, ...]:
        """Return the body named last before whose name holds the noun of a mention: "the forum"."""
        noun, start = mention.head.text.lower(), mention.span.start
        known = self.members.get(self._roster.bodies.last_before(noun, start) or "")
        return (known.id,) if known and noun in known.label.lower().split() and known.last_before(start) >= 0 else ()

    def of_states(self) -> tuple[str, ...]:
        """Return the persons who are told to speak for a state."""
        persons = self._roster.persons.all
        return tuple(one.id for one in persons if one.represents and one.represents.startswith("state/"))

    def learn_gender(self, actors: tuple[str, ...], gender: str | None) -> None:
        """Keep the gender of the pronoun that took up a person: the other one is somebody else."""
        member = self.members.get(actors[0]) if len(actors) == 1 else None
        if member and member.type == "person":
            member.gender = member.gender or gender

    def owner(self, mention: Mention) -> tuple[str, ...]:
        """Return the state or body whose name or demonym a mention is: Turkey for "Turkish" in "Turkish jets"."""
        name = self.meanings.choose(mention.names, ACTORS)
        return (self._roster.owner(name.entry, mention.head).id,) if name else ()

    def introduce(self, mention: Mention) -> tuple[str, ...]:
        """Let a single name that nobody bears be a person's: one who acts among others is somebody."""
        self._naming.short(mention)
        if not self.of(mention):
            self._naming.new_person(mention)
        return self.of(mention)

    def body(self, mention: Mention, name: str) -> str:
        """Return the organization of a name that a phrase gives to what it stands for."""
        member = self._roster.organization(" ".join(name.split()), self._affiliations.represents(mention.owners))
        self._affiliations.add(member, mention)
        return member.id

    def unnamed(self, mention: Mention, phrase: str | None = None) -> str:
        """Return the actor that a phrase itself names, where nobody known is meant ("unnamed government sources").

        ``phrase`` is the whole phrase where it is longer than the mention ("two diplomats familiar with the talks").
        """
        fits = phrase and "," not in phrase and len(phrase.split()) <= _LONGEST_LABEL
        label = self._label(mention, without_determiner(phrase if phrase and fits else mention.span.text))
        represents = None if mention.kind == "document" else self._affiliations.represents(mention.owners)
        duties = duties_of(mention, phrase if fits else None)
        self._told.add(mention.head.start)
        member = self._told_before(mention, represents, duties)
        if member is None:
            member = self._roster.member(_type_of(mention), label, represents)
            self._unnamed[_noun_of(mention)].append(member)
        member.duties.setdefault(_noun_of(mention), set()).update(duties)
        self._affiliations.add(member, mention)
        return member.id

    def _label(self, mention: Mention, phrase: str) -> str:
        """Return the words for somebody unnamed, with the names of those whose he is and without where he is."""
        opens, _, rest = phrase.partition(" ")
        if rest and mention.plural and opens.lower() in _OWNED and (owner := self._naming.last_of(opens, mention)):
            return f"{owner.label}’s {rest}"
        before = [one for one in mention.owners if one.last <= mention.head_first]
        behind = [one for one in mention.owners if one.first >= mention.head_last]
        if before and behind and mention.plural:
            phrase = without_determiner(phrase.partition(f" in {behind[0].head.text}")[0])
        return _without_title(phrase, mention)

    def _told_before(self, mention: Mention, represents: str | None, duties: set[str]) -> Member | None:
        """Return the unnamed one whom "the source", "the officials", "the army spokesman" take up."""
        if not mention.definite or mention.span.text.split()[0].lower() not in _TAKING_UP:
            return None
        noun, new = _noun_of(mention), self._context.introduced_before(mention)
        if new and new.paragraph == mention.paragraph and new.head.start not in self._told and not self.of(new):
            self.unnamed(new)
        known = [one for one in self._unnamed[noun][-_MOST_UNNAMED:] if represents in {None, one.represents}]
        if noun in _PRIVATE:
            known = [one for one in known if name_before(mention) in one.label.lower()]
        return next(reversed(told_apart(known, noun, duties)), None) or self._last_unnamed(_TAKEN_UP_BY.get(noun, ()))

    def _last_unnamed(self, nouns: tuple[str, ...]) -> Member | None:
        """Return the last of the unnamed whom another noun may take up: "the source" may be an official."""
        return max((self._unnamed[noun][-1] for noun in nouns if noun in self._unnamed), key=_order, default=None)

    # reading ---------------------------------------------------------------------------------------------------

    def _read_mentions(
        self, document: Document, texts: list[tuple[Word, ...]], matches: tuple[Match, ...]
    ) -> list[tuple[Mention, ...]]:
        by_start = {match.span.start: match for match in matches if self._may_stand(match)}
        reader = MentionReader(document.text, by_start, texts)
        return [reader.read(index, text) for index, text in enumerate(texts)]

    def _may_stand(self, match: Match) -> bool:
        """Say whether a match is worth reading: "the court" only where the article supports a meaning."""
        if any(not name.ambiguous for name in match.names):
            return True
        common = all(name.sense == "descriptive" or name.text[:1].islower() for name in match.names)
        is_doubtful = common or is_office(match.span.text)
        return not is_doubtful or self.meanings.choose(match.names, _NAMED) is not None

    def _resolve(self, analysis: Analysis, holders: Holders) -> None:
        """Resolve the names, then the role nouns, of the body before those of headlines."""
        paragraphs = analysis.paragraphs
        body = [one for p in paragraphs if p.block.kind == "body" for one in self.mentions(p.index)]
        headlines = [one for p in paragraphs if p.block.kind != "body" for one in self.mentions(p.index)]
        for mention in body:
            holders.found_office(mention)
        self._naming.resolve([one for one in body if one.is_name], [one for one in headlines if one.is_name])
        for person, role in predications(self._context, body):
            self._affiliations.learn_role(person, role)
        for mention in (*body, *headlines):
            holders.resolve(mention)
        for mention in (one for one in body if one.is_name):  # role nouns have told whom some of those served are of
            self._naming.learn_state(mention)


def _order(member: Member) -> int:
    return member.order


def _noun_of(mention: Mention) -> str:
    """Return the noun of a phrase in lower case; of a role without what it is charged with."""
    return mention.noun.noun if mention.noun and not mention.plural else mention.head.text.lower()


def _without_title(label: str, mention: Mention) -> str:
    """Return a phrase from the name of the person on who is called the owner: "Ana Holm's campaign"."""
    owner = next((one for one in mention.owners if one.kind == "person" and one.last < mention.head_first), None)
    at = label.find(owner.head.text) if owner else -1
    return label[at:] if at > 0 else label


def _type_of(mention: Mention) -> ActorType:
    """Return what kind of actor a phrase names that stands for nobody known."""
    if mention.kind in {"organization", "document"} or (mention.kind == "government" and not mention.plural):
        return "organization"
    return "group" if mention.plural or mention.kind == "group" else "person"
