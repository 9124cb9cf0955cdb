"""Reporting verbs and phrases in running words, told from nouns and adjectives of the same form."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.attribution.infinitives import is_caused, is_done
from kg.extraction.coreference import Scene
from kg.extraction.lexicons import Cue, cues, words
from kg.extraction.words import (
    ADVERBS,
    DETERMINERS,
    DETERMINING,
    POSSESSIVE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    REFLEXIVES,
    RELATIVES,
)

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "'s", "’s"})
_MODALS = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "'ll", "’ll", "let"}
)
_DO = frozenset({"do", "does", "did"})
_NEGATION = frozenset({"not", "n't", "never", "n’t", "cannot"})
_AUXILIARIES = _BE | _HAVE | _MODALS | _DO | _NEGATION
_NO_ADVERBS = frozenset("only family italy july ally rally assembly reply supply monopoly bully anomaly".split())
_BEHIND_NOUNS = frozenset({"of", "over", "between", "against", "were", "was", "are", "is"})
_BEFORE_VERBS = frozenset({"as", "since", "until"}) | frozenset(
    "all both that those this some many few most several another each".split()
)
_BEFORE_NOUNS = (PREPOSITIONS | DETERMINERS) - _BEFORE_VERBS | POSSESSIVE_PRONOUNS
_BEFORE_GERUNDS = DETERMINERS | POSSESSIVE | POSSESSIVE_PRONOUNS
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "there"})
_BEHIND_ASKED = frozenset("about whether if why how what when by in at on during for".split())
_FARTHEST_RELATIVE = 4  # words before a cue
_BEFORE_SAYING = frozenset({"by", "in", "after", "before", "despite", "upon", "on"})
_FARTHEST_VERB = 10  # words behind a gerund
_LONGEST_FRAME = 14  # words from a quotation to the verb that frames it
_PASTS_LIKE_BASES = frozenset({"read", "forecast"})  # "the letter read": no infinitive


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class CueSite:
    """A cue at words ``first <= i < last``, with its auxiliaries from ``phrase_first`` on.

    ``form``: "finite" ("said"), "base" ("say"), "participle" ("adding"), "noun" ("claim"), or "source" ("according
    to"); ``passive`` as in "was told by".
    """

    first: int
    last: int
    cue: Cue
    form: str
    passive: bool = False
    phrase_first: int = 0


_WITH_PARTICLES = frozenset({"call", "hold", "read", "rule", "find", "point", "post", "order"})
_BETWEEN_PARTS = frozenset({"it", "that", "this", "them"})
_PARTICLES = frozenset({"off", "up", "out", "in", "back", "down", "over"})  # "called off the talks" says nothing


def find_cues(scene: Scene, first: int, last: int, *, inside: int) -> Iterator[CueSite]:
    """Yield the cues among words ``first <= i < last`` in the quotation numbered ``inside`` (-1: in none)."""
    at, known = first, cues()
    while at < last:
        is_candidate = scene.words[at].lower in known and scene.quoted[at] == inside and scene.words[at].letters
        site = _cue_at(scene, at, first, last) if is_candidate else None
        if site:
            yield site
        at = site.last if site else at + 1


def _cue_at(scene: Scene, at: int, start: int, stop: int) -> CueSite | None:
    """Return the longest cue that begins at a word and is one there."""
    if _is_in_name(scene, at):
        return None
    for cue in cues()[scene.words[at].lower]:
        if _stands(scene, at, stop, cue) and (site := _site(scene, at, cue, start)):
            return site
    return None


def _is_in_name(scene: Scene, at: int) -> bool:
    """Say whether a word in running text is part of a name: of "Said Ali", who says nothing by it."""
    word = scene.words[at]
    if not word.capital or word.opens or scene.paragraph.block.kind != "body":
        return False
    names = (one for one in scene.mentions_over(at) if one.is_name and one.head_last - one.head_first > 1)
    return any(one.head_first <= at < one.head_last for one in names)


def _stands(scene: Scene, at: int, stop: int, cue: Cue) -> bool:
    if len(cue.form) > 1:
        form = scene.words[at : min(at + len(cue.form), stop)]
        if len(form) < len(cue.form) or any(word.lower != part for word, part in zip(form, cue.form, strict=True)):
            return False
    if cue.lemma == "per":
        return _is_per(scene, at)
    return not (cue.lemma in _WITH_PARTICLES and _is_particle(scene, at + len(cue.form), stop, cue))


def _is_particle(scene: Scene, at: int, stop: int, cue: Cue) -> bool:
    """Say whether a word belongs to the verb before it; "found in 2011" and "ruled in a case" only tell when and where.

    That of "ruled it out" stands behind its object.
    """
    if at + 1 < stop and scene.words[at].lower in _BETWEEN_PARTS and scene.words[at + 1].lower == "out":
        return True
    if at >= stop or scene.words[at].lower not in _PARTICLES:
        return False
    if scene.words[at].lower == "in" and cue.lemma != "call":
        return False
    behind = scene.words[at + 1].text if at + 1 < stop else ""
    return not (behind.isdigit() or behind in words("calendar-words"))


def _is_per(scene: Scene, at: int) -> bool:
    """Say whether "per" tells whose words they are: ", per the ministry", not "twice per season" or ", per capita"."""
    if not 0 < at < len(scene.words) - 1:
        return False
    is_parted = scene.words[at - 1].text == "," or scene.closes_quote(at - 1)
    behind = scene.words[at + 1]
    return is_parted and (behind.capital or behind.lower in DETERMINING)


def _site(scene: Scene, at: int, cue: Cue, start: int) -> CueSite | None:
    last = at + len(cue.form)
    if cue.kind == "source":
        return CueSite(at, last, cue, "source", phrase_first=at)
    if cue.lemma == "refer to" and scene.words[at].lower.endswith("ing"):
        return None  # ", referring to the map": the narrator tells what is meant
    back, before = _auxiliaries(scene, at, start)
    if len(cue.form) > 1:
        is_unsaid = cue.kind != "refuse" and _is_unsaid(scene, at, cue, before)
        is_participle = scene.words[at].lower.endswith("ing") and not before & _BE
        phrase_form = "participle" if is_participle else "finite"
        return None if is_unsaid else CueSite(at, last, cue, phrase_form, phrase_first=back)
    if scene.words[at].lower.endswith("ing"):
        form = None if _names_itself(scene, at, cue) else _form_of_gerund(scene, at, before)
        return CueSite(at, last, cue, form, phrase_first=back) if form else None
    if _is_asked(scene, at, cue, start):
        return None
    if before & _BE and not scene.words[at].lower.endswith("s"):
        return CueSite(at, last, cue, "finite", passive=True, phrase_first=back)
    if _is_unsaid(scene, at, cue, before) or _is_noun(scene, at, cue, back, start):
        return None
    if _names_itself(scene, at, cue) or (not before & _AUXILIARIES and _is_attached(scene, at, cue)):
        return None
    return CueSite(at, last, cue, _form_of_verb(scene, at, cue, before), phrase_first=back)


def _form_of_verb(scene: Scene, at: int, cue: Cue, before: set[str]) -> str:
    if "having" in before:
        return "participle"
    is_base = scene.words[at].lower == cue.lemma and cue.lemma not in _PASTS_LIKE_BASES
    return "base" if is_base else "finite"


def _form_of_gerund(scene: Scene, at: int, before: set[str]) -> str | None:
    """Return what "saying" is: finite in "was saying", a participle, or a noun, which is no cue."""
    if before & _BE:
        return "finite"
    previous = scene.words[at - 1].lower if at else ""
    if previous == "both" and at > 1 and scene.words[at - 2].lower == "with":
        return "participle"  # "closed with both adding that"
    if previous in _BEFORE_GERUNDS:
        return None
    if previous == "in" and scene.words[at].lower == "writing":
        return None  # "assured them in writing that"
    if previous in PREPOSITIONS and previous != "as":
        opens = _introduces(scene, at + 1) or (previous != "in" and _opens_clause(scene, at))
        return "participle" if previous in _BEFORE_SAYING and opens else None
    return "participle"


def _introduces(scene: Scene, at: int) -> bool:
    """Say whether "that" or a quotation stands here."""
    return at < len(scene.words) and (scene.words[at].lower == "that" or scene.opens_quote(at))


def _opens_clause(scene: Scene, at: int) -> bool:
    """Say whether a clause follows a gerund without "that": "began by saying he would", "after saying his arm was"."""
    if at + 1 < len(scene.words) and scene.words[at + 1].lower in _SUBJECTS:
        return True
    behind = min(at + _FARTHEST_VERB, len(scene.words))
    comma = scene.commas.first_in(at, behind)
    verb = scene.verbs.first_in(at + 2, behind if comma is None else comma)
    return verb is not None and scene.tree.is_finite(verb)


def _auxiliaries(scene: Scene, at: int, start: int) -> tuple[int, set[str]]:
    """Return where auxiliaries and adverbs before a verb begin, and the words themselves."""
    back, seen = at, set[str]()
    while back > start and _is_auxiliary(scene.words[back - 1].lower, adjacent=at - back < 2):
        seen.add(scene.words[back - 1].lower)
        back -= 1
    return back, seen


def _is_auxiliary(word: str, *, adjacent: bool) -> bool:
    """Say whether a word belongs to the verb behind it; "'s" only close before it, where it may be "has"."""
    if word in ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS):
        return True
    return word in _AUXILIARIES and (adjacent or word not in POSSESSIVE)


def _is_unsaid(scene: Scene, at: int, cue: Cue, before: set[str]) -> bool:
    """Say whether a verb is negated or only possible: "did not say", "may say"."""
    is_base = scene.words[at].lower == cue.lemma.partition(" ")[0]
    is_denied = bool(before & _NEGATION) and cue.kind != "wish"  # "does not want a war" tells what one wants
    if is_denied or not (before & _MODALS and is_base):
        return is_denied
    is_told = before & _AUXILIARIES == {"to"} and is_done(scene, at) and (not cue.attitude or is_caused(scene, at))
    return not is_told


def _is_noun(scene: Scene, at: int, cue: Cue, back: int, start: int) -> bool:
    """Say whether a form is rather a noun or adjective, by what stands before it or behind it."""
    if _is_tagged_noun(scene, at, back, start):
        return True
    word = scene.words[at].lower
    may_be = (word.endswith("s") or word == cue.lemma) and not _is_in_relative(scene, at)
    return (back > start and _follows_as_noun(scene, at, back)) or (may_be and _goes_on_as_noun(scene, at + 1, cue))


def _is_in_relative(scene: Scene, at: int) -> bool:
    """Say whether a verb stands in a relative clause, where another may follow: "a vote that critics say was held"."""
    near = scene.words[max(at - _FARTHEST_RELATIVE, 0) : at]
    return scene.tree.is_finite(at) and not RELATIVES.isdisjoint(word.lower for word in near)


def _is_tagged_noun(scene: Scene, at: int, back: int, start: int) -> bool:
    """Say whether the tagger has no verb here, where nothing speaks against it: headlines, quotations, "that"."""
    if not scene.tree.is_parsed or scene.paragraph.block.kind != "body" or scene.tree.is_verb(at):
        return False
    is_behind_quote = back > start and (scene.quoted[back - 1] >= 0 or phrase_behind_quotation(scene, at) is not None)
    leads = at + 1 < len(scene.words) and scene.words[at + 1].lower in {"that", ":"}
    return not (is_behind_quote or (leads and scene.words[back - 1].lower not in _BEFORE_NOUNS))


def _is_asked(scene: Scene, at: int, cue: Cue, start: int) -> bool:
    """Say whether somebody is the one who was asked: "X, asked in Oslo whether he would go, said"."""
    is_set_off = at > start and scene.words[at - 1].text == "," and at + 1 < len(scene.words)
    return cue.lemma == "ask" and is_set_off and scene.words[at + 1].lower in _BEHIND_ASKED


def phrase_behind_quotation(scene: Scene, at: int) -> int | None:
    """Return where the phrase begins that alone stands between a quotation and a word that ends its clause.

    "'Never again,' a sign outside the embassy reads.": whatever the tagger has, the word is a verb and the phrase its
    subject.
    """
    if not scene.quotes or (at + 1 < len(scene.words) and scene.words[at + 1].letters):
        return None
    for back in range(at - 1, max(at - _LONGEST_FRAME, 0), -1):
        if scene.quoted[back] >= 0:
            return back + 1 if back < at - 1 and scene.closes_quote(back) else None
        if not scene.words[back].letters or scene.tree.is_verb(back):
            return None
    return None


def _names_itself(scene: Scene, at: int, cue: Cue) -> bool:
    """Say whether somebody only gives a name to himself: "a group calling itself Free Cape"."""
    return cue.kind == "describe" and at + 1 < len(scene.words) and scene.words[at + 1].lower in REFLEXIVES


def _is_attached(scene: Scene, at: int, cue: Cue) -> bool:
    """Say whether a participle only tells what something is called or said to be: "ships said to be old"."""
    has_subject = scene.tree.child(at, "nsubj") is not None and scene.tree.child(at, "obl:agent") is None
    if scene.tree.tags[at] != "VBN" or has_subject:
        return False
    behind = scene.words[at + 1].lower if at + 1 < len(scene.words) else ""
    is_told_of = scene.tree.relation(at) == "acl" and (behind == "to" or cue.attitude or cue.kind == "describe")
    return is_told_of or (cue.kind == "describe" and at > 0 and scene.words[at - 1].text == ",")


def _follows_as_noun(scene: Scene, at: int, back: int) -> bool:
    """Say whether a determiner, a possessive or a preposition stands before: "the report", "in reported cases"."""
    if scene.closes_quote(back - 1):
        return False
    before = scene.words[back - 1].lower
    return before in _BEFORE_NOUNS or (before in POSSESSIVE and back == at)


def _goes_on_as_noun(scene: Scene, at: int, cue: Cue) -> bool:
    """Say whether what follows makes "claims", "report" a noun: "claims of sovereignty", "reports on the drill"."""
    following = scene.words[at].lower if at < len(scene.words) else ""
    if following == "to":
        return not cue.takes & {"t", "n"}
    return following in _BEHIND_NOUNS
