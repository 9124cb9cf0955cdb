"""Two readings of a subject, one by its words and one by the parse: which of them holds."""

from dataclasses import replace

from kg.extraction.coreference import Scene, Subject
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE, REFLEXIVES, RELATIVES

_IN_TITLES = frozenset({"of", "and", "the", "for"})
_LONGEST_ROLE = 14  # words of a role with all that hangs on it


def weighed(scene: Scene, read: Subject | None, parsed: Subject | None, *, insertion: bool = False) -> Subject | None:
    """Return the subject that two readings of a cue agree on most: the one by its words, the other by the parse.

    The parse knows long phrases and their heads; the words know names, pronouns and what "and" joins. In an
    ``insertion``, between commas, the words behind the comma are right.
    """
    if insertion and read and parsed and parsed.first < read.first and scene.words[read.first - 1].text == ",":
        return _titled(scene, read)
    chosen = _agreed(scene, read, parsed) if read and parsed else read or parsed
    chosen = _unjoined(scene, chosen, insertion=insertion) if chosen else None
    return _with_role(scene, _self_named(scene, _titled(scene, _undescribed(scene, chosen)))) if chosen else None


def _unjoined(scene: Scene, subject: Subject, *, insertion: bool) -> Subject:
    """Leave out a name that only a comma parts from who speaks: "Morocco, Ann Holm, an envoy, told X, holds it"."""
    if len(subject.mentions) != 2 or not all(one.is_name for one in subject.mentions):
        return subject
    other, name = subject.mentions
    is_parted = other.last + 1 == name.first and scene.words[other.last].text == ","
    closes = insertion or (subject.last < len(scene.words) and scene.words[subject.last].text == ",")
    return Subject((name,), name.first, subject.last) if is_parted and closes else subject


def _undescribed(scene: Scene, subject: Subject) -> Subject:
    """Leave out what a name is said to be between commas: "Chad, the group's backer and its camps' host, said"."""
    if len(subject.mentions) < 2:
        return subject
    name, *others = subject.mentions
    marks = [scene.words[at].text if at < len(scene.words) else "" for at in (name.last, subject.last)]
    is_apposed = name.is_name and all(one.form == "role" for one in others) and marks == [",", ","]
    return replace(subject, mentions=(name,)) if is_apposed else subject


def _with_role(scene: Scene, subject: Subject) -> Subject:
    """Let the role before a name between commas belong to its phrase: "..., the chairman of the board, X, said"."""
    comma, behind, named = subject.first - 1, subject.last, [one for one in subject.mentions if one.is_name]
    is_between = comma > 0 and behind < len(scene.words) and scene.words[comma].text == scene.words[behind].text == ","
    if not is_between or not named or named[0].kind != "person":
        return subject
    for at in range(comma - 1, max(comma - _LONGEST_ROLE, 0), -1):
        if scene.words[at].text == "," or scene.quoted[at] >= 0 or scene.tree.is_finite(at):
            opens = scene.words[at].text == "," or scene.closes_quote(at)
            before = (one for one in scene.by_first.get(at + 1, ()) if one.last <= comma)
            is_role = any(one.form == "role" and one.kind == "person" for one in before)
            return replace(subject, first=at + 1) if opens and is_role else subject
    return subject


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
    if named and subject.first < named.first and _is_one_title(scene, subject.first, named):
        return replace(subject, mentions=(named,))
    if named is None or len(subject.mentions) > 1 or not subject.first < named.first < named.head_first:
        return subject
    between = scene.words[subject.first : named.first]
    is_one = all(word.letters and word.text not in POSSESSIVE for word in between)
    return replace(subject, mentions=(named,)) if is_one else subject


def _is_one_title(scene: Scene, first: int, named: Mention) -> bool:
    """Say whether an office with "and" in its name leads to a person's: "Trinidad and Tobago Minister of Ports X"."""
    joints = [at for at in range(first, named.first) if scene.words[at].lower == "and"]
    is_run = all(scene.words[at].capital or scene.words[at].lower in _IN_TITLES for at in range(first, named.last))
    return bool(joints) and is_run and all(_is_in_name(scene, at) for at in joints)


def _is_in_name(scene: Scene, at: int) -> bool:
    return any(one.names and one.first < at < one.last - 1 for one in scene.mentions_over(at))


def _agreed(scene: Scene, read: Subject, parsed: Subject) -> Subject:
    by_words, by_parse = ({one.head for one in subject.mentions} for subject in (read, parsed))
    if by_words <= by_parse:
        return parsed
    if by_parse <= by_words:
        return replace(read, first=min(read.first, parsed.first), last=max(read.last, parsed.last))
    if len(read.mentions[-1].owners) > 1 and read.first < parsed.first and read.last == parsed.last:
        return read  # "the envoys of X, Y, and Z": none of them alone
    is_within = parsed.first <= read.first and read.last <= parsed.last
    if any(scene.tree.is_finite(at) for at in range(parsed.last, read.first)):
        return read
    knows = read.mentions[-1].is_name or read.mentions[-1].form == "pronoun"
    if knows and read.last == parsed.last and _is_behind_comma(scene, read, parsed):
        return read
    is_relative = scene.words[parsed.first].lower in RELATIVES and parsed.last == parsed.first + 1
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
