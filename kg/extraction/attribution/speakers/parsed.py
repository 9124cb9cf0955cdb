"""Subjects by the parse: the phrase that the tree makes the subject of a cue, however long it is."""

from dataclasses import replace

from kg.extraction.attribution.cues import CueSite, phrase_behind_quotation
from kg.extraction.attribution.speakers.before import subject_ending_before
from kg.extraction.attribution.speakers.phrases import may_speak, mention_of, phrase_of
from kg.extraction.coreference import Bounds, Scene, Subject
from kg.extraction.lexicons import words
from kg.extraction.syntax import Tree
from kg.extraction.words import RELATIVES

_SHARES = frozenset({"%", "percent", "cent"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FARTHEST_UP = 4  # heads between a verb and the clause whose subject it shares


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
    between = _between(scene, site) if inside < 0 else None
    found = between or _subject_of(scene, verb, start, inside) or _noun_before(scene, site, verb, start, inside)
    return found or _noun_after(scene, site, verb, start, inside)


def parsed_source(scene: Scene, site: CueSite) -> Subject | None:
    """Return the phrase that "according to" stands before, by the parse."""
    preposition = verb_of(scene, site)
    noun = None if preposition is None else scene.tree.heads[preposition]
    if noun is None or noun < site.last or not scene.tree.is_noun(noun) or not may_speak(scene, noun, -1):
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
    if noun < start or not tree.is_finite(verb) or tree.kinds[noun] != "NOUN" or site.form != "finite":
        return None
    if tree.child(verb, "nsubj", "csubj") is not None or not may_speak(scene, noun, inside):
        return None
    first = noun
    while first > start and tree.kinds[first - 1] in _PHRASE and scene.quoted[first - 1] == inside:
        first -= 1
    is_free = first == start or tree.kinds[first - 1] not in {"ADP", "VERB"}
    return Subject((mention_of(scene, noun, (first, noun + 1)),), first, noun + 1) if is_free else None


def _between(scene: Scene, site: CueSite) -> Subject | None:
    """Return the phrase that alone stands between a quotation and its cue: "'...,' a sign outside the gate reads"."""
    first = phrase_behind_quotation(scene, site.first) if site.form == "finite" else None
    links = range(0) if first is None else range(first + 1, site.phrase_first)
    link = next((at for at in links if scene.tree.kinds[at] == "ADP"), None)
    if first is None or link is None or scene.tree.kinds[link - 1] != "NOUN":
        return None
    return Subject((mention_of(scene, link - 1, (first, link)),), first, site.phrase_first)


def _without_by(subject: Subject | None, scene: Scene) -> Subject | None:
    is_by = subject is not None and scene.words[subject.first].lower == "by"
    return replace(subject, first=subject.first + 1) if subject and is_by else subject


def _subject_of(scene: Scene, verb: int, start: int, inside: int) -> Subject | None:
    """Return the subject of a verb, of several the last before it; that of "who" is what "who" stands for."""
    for subject in sorted(scene.tree.children(verb, "nsubj"), key=lambda noun: (noun > verb, abs(verb - noun))):
        noun = _of_share(scene, subject)
        if scene.words[noun].lower in RELATIVES:
            return _relative(scene, noun, verb, start, inside)
        if may_speak(scene, noun, inside) and not scene.tree.is_verb(noun):
            return phrase_of(scene, noun, start if noun == subject else _behind_of(scene, noun), inside=inside)
    return None


def _of_share(scene: Scene, noun: int) -> int:
    """Return those of whom a share is told: "60% of voters said"; the noun itself where it is no share."""
    people = scene.tree.child(noun, "nmod") if scene.words[noun].lower in _SHARES else None
    return noun if people is None else people


def _behind_of(scene: Scene, noun: int) -> int:
    case = scene.tree.child(noun, "case")
    return noun if case is None else case + 1


def _relative(scene: Scene, pronoun: int, verb: int, start: int, inside: int) -> Subject | None:
    """Return "who" as the subject that stands for the noun that its clause hangs on."""
    tree = scene.tree
    verb = tree.joint(verb)
    noun = tree.heads[verb]
    if tree.relations[verb] != "acl:relcl" or not may_speak(scene, noun, inside) or noun >= pronoun:
        return None
    first, _ = tree.bounds(noun)
    phrase = phrase_of(scene, noun, start, inside=inside, stop=pronoun) if first < pronoun else None
    return Subject(phrase.mentions, pronoun, pronoun + 1) if phrase else None


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


def subject_near(scene: Scene, verb: int, start: int) -> Subject | None:
    """Return the subject of any verb by the parse, else by the words before it."""
    return subject_of_verb(scene, verb, (0, 0)) or subject_ending_before(scene, verb, start)


def _shares_subject(tree: Tree, at: int) -> bool:
    """Say whether a verb has the subject of the one it hangs on: joined to it, or a participle beside it."""
    if tree.relation(at) == "conj":
        return True
    return tree.relation(at) in {"advcl", "xcomp"} and tree.tags[at] == "VBG"
