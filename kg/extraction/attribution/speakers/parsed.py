"""Subjects by the parse: the phrase that the tree makes the subject of a cue, however long it is."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.scene import DASHES, Bounds, Scene
from kg.extraction.attribution.speakers.before import before_time
from kg.extraction.attribution.speakers.subject import Subject
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.syntax import Tree
from kg.extraction.words import POSSESSIVE, REFLEXIVES

_RELATIVES = frozenset({"who", "which", "that"})
_NO_SPEAKERS = frozenset("there that this these those which what who whom whose".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_ROLE = 14  # words of a role with all that hangs on it
_LONGEST = 60  # words of a phrase that can be a subject
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FARTHEST_UP = 4  # heads between a verb and the clause whose subject it shares
_DATELINE_DASHES = DASHES - {"-"} | {"―"}
_OPENERS = frozenset(
    "and but yet so or that because as while although though where when after before if since whereas".split()
)
_EDGES = DASHES | {",", ";", ":"}


def parsed_subject(scene: Scene, site: CueSite, start: int, *, inside: int) -> Subject | None:
    """Return the phrase that the parse makes the subject of a cue of its own; None where it makes none so.

    Of a passive it is the agent: "was told by X". Appositions and relative clauses belong to the phrase.
    """
    verb = verb_of(scene, site)
    if verb is None:
        return None
    if site.passive:
        agent = scene.tree.child(verb, "obl:agent")
        return None if agent is None else _without_by(_agent(scene, agent, start, inside), scene)
    found = _subject_of(scene, verb, start, inside) or _noun_before(scene, site, verb, start, inside)
    return found or _noun_after(scene, site, verb, start, inside)


def parsed_source(scene: Scene, site: CueSite) -> Subject | None:
    """Return the phrase that "according to" stands before, by the parse."""
    preposition = verb_of(scene, site)
    noun = None if preposition is None else scene.tree.heads[preposition]
    if noun is None or noun < site.last or not scene.tree.is_noun(noun) or not _may_speak(scene, noun, -1):
        return None
    if scene.words[noun].lower in words("measures"):
        return None
    end = next((at for at in range(noun, len(scene.words)) if scene.words[at].text == ","), len(scene.words))
    return phrase_of(scene, noun, site.last, inside=-1, stop=end)


def _noun_after(scene: Scene, site: CueSite, verb: int, start: int, inside: int) -> Subject | None:
    """Return what the parse takes for the object of a cue behind a quotation: it is the subject, turned round."""
    if site.first == 0 or not scene.closes_quote(site.first - 1):
        return None
    noun = next((one for one in scene.tree.children(verb, "obj", "obl") if one > verb), None)
    subject = phrase_of(scene, noun, start, inside=inside) if noun is not None else None
    return subject if subject and subject.first == site.last else None


def _agent(scene: Scene, noun: int, start: int, inside: int) -> Subject | None:
    """Return the phrase of who is told of behind "by", before "that"."""
    last = scene.tree.bounds(noun)[1]
    stop = next((at for at in range(noun, last) if scene.words[at].lower == "that"), last)
    return phrase_of(scene, noun, start, inside=inside, stop=stop)


def _noun_before(scene: Scene, site: CueSite, verb: int, start: int, inside: int) -> Subject | None:
    """Return the noun phrase right before a finite verb for which the parse has no subject."""
    tree, noun = scene.tree, site.phrase_first - 1
    if noun < start or tree.tags[verb] not in _FINITE or tree.kinds[noun] != "NOUN" or site.form != "finite":
        return None
    if tree.child(verb, "nsubj", "csubj") is not None or not _may_speak(scene, noun, inside):
        return None
    first = noun
    while first > start and tree.kinds[first - 1] in _PHRASE and scene.quoted[first - 1] == inside:
        first -= 1
    is_free = first == start or tree.kinds[first - 1] not in {"ADP", "VERB"}
    return Subject((_mention(scene, noun, (first, noun + 1)),), first, noun + 1) if is_free else None


def _without_by(subject: Subject | None, scene: Scene) -> Subject | None:
    is_by = subject is not None and scene.words[subject.first].lower == "by"
    return replace(subject, first=subject.first + 1) if subject and is_by else subject


def _subject_of(scene: Scene, verb: int, start: int, inside: int) -> Subject | None:
    """Return the subject of a verb; that of "who" is what "who" stands for."""
    for noun in scene.tree.children(verb, "nsubj"):
        if scene.words[noun].lower in _RELATIVES:
            return _relative(scene, noun, verb, start, inside)
        if _may_speak(scene, noun, inside):
            return phrase_of(scene, noun, start, inside=inside)
    return None


def _relative(scene: Scene, pronoun: int, verb: int, start: int, inside: int) -> Subject | None:
    """Return "who" as the subject that stands for the noun that its clause hangs on."""
    tree = scene.tree
    while tree.relation(verb) == "conj" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    noun = tree.heads[verb]
    if tree.relations[verb] != "acl:relcl" or not _may_speak(scene, noun, inside) or noun >= pronoun:
        return None
    first, _ = tree.bounds(noun)
    phrase = phrase_of(scene, noun, start, inside=inside, stop=pronoun) if first < pronoun else None
    return Subject(phrase.mentions, pronoun, pronoun + 1) if phrase else None


def weighed(scene: Scene, read: Subject | None, parsed: Subject | None, *, insertion: bool = False) -> Subject | None:
    """Return the subject that two readings of a cue agree on most: the one by its words, the other by the parse.

    The parse knows long phrases and their heads; the words know names, pronouns and what "and" joins. In an
    ``insertion``, between commas, the words behind the comma are right.
    """
    if insertion and read and parsed and parsed.first < read.first and scene.words[read.first - 1].text == ",":
        return _titled(scene, read)
    chosen = _agreed(scene, read, parsed) if read and parsed else read or parsed
    return _with_role(scene, _self_named(scene, _titled(scene, chosen))) if chosen else None


def _with_role(scene: Scene, subject: Subject) -> Subject:
    """Let the role before a name between commas belong to its phrase: "..., the chairman of the board, X, said"."""
    comma, behind, named = subject.first - 1, subject.last, [one for one in subject.mentions if one.is_name]
    is_between = comma > 0 and behind < len(scene.words) and scene.words[comma].text == scene.words[behind].text == ","
    if not is_between or not named or named[0].kind != "person":
        return subject
    for at in range(comma - 1, max(comma - _LONGEST_ROLE, 0), -1):
        if scene.words[at].text == "," or scene.quoted[at] >= 0 or scene.tree.tags[at] in _FINITE:
            opens = scene.words[at].text == "," or scene.closes_quote(at)
            is_role = any(one.form == "role" and one.kind == "person" for one in _roles_in(scene, at + 1, comma))
            return replace(subject, first=at + 1) if opens and is_role else subject
    return subject


def _roles_in(scene: Scene, first: int, last: int) -> Iterator[Mention]:
    for at in range(first, last):
        yield from (one for one in scene.by_first.get(at, ()) if one.last <= last and at == first)


def _self_named(scene: Scene, subject: Subject) -> Subject:
    """Let a name that a group gives itself be part of the group's phrase: "a group calling itself Free Cape"."""
    at = subject.first
    while at > 2 and scene.words[at - 1].capital:
        at -= 1
    if at < 3 or scene.words[at - 1].lower not in REFLEXIVES or not scene.words[at - 2].lower.endswith("ing"):
        return subject
    group = next((one for one in scene.by_last.get(at - 2, ()) if one.form == "role"), None)
    return Subject((group,), group.first, subject.last) if group else subject


def _titled(scene: Scene, subject: Subject) -> Subject:
    """Let a phrase that ends with a titled name stand for that person: "Director of Ports Jane Doe"."""
    named = next((one for one in scene.by_last.get(subject.last, ()) if one.is_name and one.kind == "person"), None)
    if named is None or len(subject.mentions) > 1 or not subject.first < named.first < named.head_first:
        return subject
    between = scene.words[subject.first : named.first]
    is_one = all(word.letters and word.text not in POSSESSIVE for word in between)
    return replace(subject, mentions=(named,)) if is_one else subject


def _agreed(scene: Scene, read: Subject, parsed: Subject) -> Subject:
    by_words, by_parse = ({one.head for one in subject.mentions} for subject in (read, parsed))
    if by_words <= by_parse:
        return parsed
    if by_parse <= by_words:
        return replace(read, first=min(read.first, parsed.first), last=max(read.last, parsed.last))
    is_within = parsed.first <= read.first and read.last <= parsed.last
    if any(scene.tree.tags[at] in _FINITE for at in range(parsed.last, read.first)):
        return read
    knows = read.mentions[-1].is_name or read.mentions[-1].form == "pronoun"
    if knows and read.last == parsed.last and _is_behind_comma(scene, read, parsed):
        return read
    is_relative = scene.words[parsed.first].lower in _RELATIVES and parsed.last == parsed.first + 1
    if is_relative and read.last <= parsed.first:
        return parsed if _is_nationality(read) else replace(parsed, mentions=read.mentions)
    if is_relative and parsed.first < read.first < read.last < len(scene.words):
        return read
    return read if knows and not is_within else parsed


def _is_nationality(subject: Subject) -> bool:
    """Say whether a subject is only what somebody is: "X, an American, who"."""
    names = subject.mentions[-1].names
    return bool(names) and all(name.sense == "demonym" for name in names)


def _is_behind_comma(scene: Scene, read: Subject, parsed: Subject) -> bool:
    """Say whether a name stands between a comma and its verb: no apposition, for that a comma would close."""
    before, behind = read.first - 1, read.last
    opens = before > parsed.first and scene.words[before].text in {",", "”", '"'}
    return opens and (behind >= len(scene.words) or scene.words[behind].text != ",")


def verb_of(scene: Scene, site: CueSite) -> int | None:
    """Return the verb of a cue: of its words the one that is highest in the tree."""
    if not scene.tree.is_parsed:
        return None
    at = site.first
    while site.first <= scene.tree.heads[at] < site.last and scene.tree.heads[at] != at:
        at = scene.tree.heads[at]
    return at


def inherited_subject(scene: Scene, site: CueSite, start: int, *, inside: int) -> Subject | None:
    """Return the subject that a cue shares with the verb it hangs on: "X met Y and said", "X left, saying"."""
    tree, verb = scene.tree, verb_of(scene, site)
    if verb is None:
        return None
    at = verb
    for _ in range(_FARTHEST_UP):
        if tree.heads[at] == at or not _shares_subject(tree, at) or not tree.is_verb(tree.heads[at]):
            return None
        at = tree.heads[at]
        subject = _subject_of(scene, at, start, inside) if tree.child(at, "nsubj:pass") is None else None
        if subject:
            return subject
    return None


def subject_of_verb(scene: Scene, verb: int, quotation: Bounds) -> Subject | None:
    """Return the subject of any verb, its own or the one that it shares, outside of a quotation."""
    tree = scene.tree
    for _ in range(_FARTHEST_UP):
        subject = _subject_of(scene, verb, 0, -1)
        if subject:
            return None if quotation[0] <= subject.first < quotation[1] else subject
        if tree.heads[verb] == verb or tree.relation(verb) not in {"conj", "advcl", "xcomp"}:
            return None
        verb = tree.heads[verb]
    return None


def _shares_subject(tree: Tree, at: int) -> bool:
    """Say whether a verb has the subject of the one it hangs on: joined to it, or a participle beside it."""
    if tree.relation(at) == "conj":
        return True
    return tree.relation(at) in {"advcl", "xcomp"} and tree.tags[at] == "VBG"


def phrase_of(scene: Scene, noun: int, start: int, *, inside: int, stop: int | None = None) -> Subject | None:
    """Return the phrase of a noun as a subject; None where it reaches into a quotation or is too long for one."""
    first, last = scene.tree.bounds(noun)
    first, last = _trimmed(scene, _opening(scene, max(first, start), noun), last if stop is None else min(last, stop))
    if not first <= noun < last or last - first > _LONGEST:
        return None
    if any(scene.quoted[at] != inside for at in (first, noun, last - 1)):
        return None
    mentions = tuple(_mention(scene, at, (first, last)) for at in _heads(scene, noun, first, last))
    whole = [one for one in mentions if one.is_name]
    return Subject(
        mentions,
        min([first, *(one.first for one in whole)]),
        max([last, *(one.last for one in whole if stop is None or one.last <= stop)]),
    )


def _heads(scene: Scene, noun: int, first: int, last: int) -> Iterator[int]:
    for at in scene.tree.joined(noun):
        if first <= at < last and scene.tree.is_noun(at):
            yield at


def _opening(scene: Scene, first: int, noun: int) -> int:
    """Return where a phrase begins behind a conjunction, a dateline, or an adverbial with a comma before its noun."""
    tree = scene.tree
    for at in range(noun - 1, first - 1, -1):
        if scene.words[at].text in _DATELINE_DASHES:
            return at + 1
    for child in tree.children(noun, "cc", "advmod", "obl", "mark", "discourse", "advcl", "case", "cop", "nsubj"):
        end = tree.bounds(child)[1]
        is_adverbial = tree.relation(child) in {"cc", "mark", "cop", "nsubj"} or scene.words[min(end, noun)].text == ","
        if first <= child < noun and child < end <= noun and is_adverbial:
            first = end
    return first


def _trimmed(scene: Scene, first: int, last: int) -> Bounds:
    while last > first and (scene.words[last - 1].text in _EDGES or scene.words[last - 1].text in POSSESSIVE):
        last -= 1
    while first < last and (scene.words[first].text in _EDGES or scene.words[first].lower in _OPENERS):
        first += 1
    end = before_time(scene, last, first + 1)
    return first, last if scene.tree.is_verb(end - 1) else end


def _may_speak(scene: Scene, noun: int, inside: int) -> bool:
    word = scene.words[noun]
    return scene.quoted[noun] == inside and word.letters and word.lower not in _NO_SPEAKERS


def _mention(scene: Scene, noun: int, phrase: Bounds) -> Mention:
    """Return the mention that a noun is the head of, or a part of its name; else the noun as one of its own."""
    near = [one for one in scene.mentions_over(noun) if one.first >= phrase[0] - 1 and one.last <= phrase[1] + 1]
    around = [one for one in near if not _is_common(scene, noun, one)]
    named = [one for one in around if one.is_name]
    titled = [one for one in named if noun < one.head_first and not _is_owned(scene, noun, one)]
    headed = [one for one in around if one.head_first <= noun < one.head_last]
    chosen = min(titled or headed or named, key=lambda one: (not one.is_name, one.first), default=None)
    if chosen is None or not chosen.is_name:
        apposed = _apposed(scene, noun, phrase)
        chosen = apposed or chosen
    return chosen or _open_mention(scene, noun, phrase)


def _is_common(scene: Scene, noun: int, mention: Mention) -> bool:
    """Say whether what looks like a name is a common noun that opens a sentence: "Queues at the gate"."""
    is_unknown = mention.is_name and mention.kind == "person" and not scene.cast.of(mention)
    return is_unknown and scene.tree.kinds[noun] == "NOUN" and scene.words[noun].opens


def _apposed(scene: Scene, noun: int, phrase: Bounds) -> Mention | None:
    """Return the person named behind a comma after one noun: "the harbour master, X"."""
    if scene.tree.is_plural(noun):
        return None
    for comma in range(noun + 1, phrase[1] - 1):
        if scene.words[comma].text == ",":
            named = (one for one in scene.by_first.get(comma + 1, ()) if one.is_name and one.kind == "person")
            return next((one for one in named if _ends_phrase(scene, one, phrase)), None)
    return None


def _ends_phrase(scene: Scene, mention: Mention, phrase: Bounds) -> bool:
    return mention.last >= phrase[1] or scene.words[mention.last].text == ","


def _is_owned(scene: Scene, noun: int, name: Mention) -> bool:
    """Say whether a possessive or a comma parts a noun from the name in whose phrase it stands."""
    between = scene.words[noun + 1 : name.head_first]
    return any(word.text in POSSESSIVE or word.text == "," for word in between)


def _open_mention(scene: Scene, noun: int, phrase: Bounds) -> Mention:
    """Return a noun that no list knows as a mention: "protesters", "a neighbour"."""
    first, last = _core(scene, noun, phrase)
    span, head = scene.span(first, last), scene.span(noun, noun + 1)
    return Mention(
        scene.paragraph.index,
        first,
        last,
        noun,
        noun + 1,
        "role",
        "person",
        span,
        head,
        many=scene.tree.is_plural(noun),
    )


def _core(scene: Scene, noun: int, phrase: Bounds) -> Bounds:
    """Return a noun with what hangs on it, without relative clauses and appositions."""
    tree = scene.tree
    loose = ("acl", "appos", "parataxis", "conj", "cc", "punct", "advcl", "case", "mark")
    close = [child for child in tree.children(noun) if tree.relation(child) not in loose]
    firsts, lasts = zip(*(tree.bounds(child) for child in close), (noun, noun + 1), strict=False)
    last = min(max(lasts), phrase[1])
    comma = next((at for at in range(noun + 1, last) if scene.words[at].text == ","), last)
    return max(min(firsts), phrase[0]), comma
