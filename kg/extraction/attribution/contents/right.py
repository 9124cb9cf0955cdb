"""What is said on the right of a cue: "said that ...", "promised to ...", "condemned the ...", "said: ..."."""

from kg.extraction.attribution.contents.addressee import find_addressee
from kg.extraction.attribution.contents.adverbials import is_adverbial, skip_adverbials
from kg.extraction.attribution.contents.ends import end_of, has_object, orders
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.speakers.parsed import verb_of
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.lexicons import noun_cues
from kg.extraction.words import DASHES, DETERMINERS, DETERMINING, POSSESSIVE_PRONOUNS, PREPOSITIONS, is_finite_hint

_BARE = frozenset(
    ["make clear", "be afraid", "be certain", "be confident", "be convinced", "be hopeful", "be worried"]
) | frozenset(
    "say tell add claim argue insist believe think note warn state announce report explain suggest hope fear "
    "acknowledge concede admit deny allege maintain contend declare assert predict expect reply respond confirm stress "
    "reckon swear boast complain doubt feel know wish testify estimate remark observe counter hint indicate signal "
    "imply conclude recall reveal disclose caution repeat reiterate mention promise vow suspect assume "
    "presume suppose worry dream".split()
)
_CALLING = frozenset("call describe label dub brand term characterize characterise".split())
_COMPLEMENTIZERS = frozenset("that whether why how if what when where who".split())
_NO_CONTINUATION = frozenset("who which whose with as after when while where although in at during referring".split())
_SURVEYING = frozenset({"find", "show", "put", "estimate"})
_SHARES = frozenset({"percent", "cent", "%"})
_FARTHEST_SHARE = 6  # words from "found" to "percent"
_FINDINGS = frozenset({"no", "little", "fault", "insufficient"})
_NO_NOUNS = frozenset("on in at by from and or but".split())
_TRAILING = (DASHES - {"--"}) | {".", ",", ";", "!", "and", "but"}
_NAMED = frozenset({"named", "identified", "quoted"})
_ANONYMITY = frozenset({"anonymity", "anonymous"})
_GAP_OPENERS = frozenset({"that", "which", "who", "what"})
_BEHIND_DO = PREPOSITIONS | {"so", "it", "that", "this", ",", "."}
_FINDING = frozenset({"find", "rule", "decide"})
_NO_SUBJECTS = _COMPLEMENTIZERS | {"which", "and", "but", "or", "as", "because"}
_NOTHING = frozenset({"nothing", "little", "so", "much", "something", "anything"})  # "said little of the map"
_LONGEST_NAME, _IN_NAMES = 4, DETERMINERS | {"of"}
_NO_OPENINGS = frozenset({"and", "but", "or"})
_FARTHEST_MARKER, _FARTHEST_INFINITIVE = 18, 4  # words behind the cue
_WORDINGS = frozenset("words word phrase phrases line lines slogan sentence question message".split())
_LONGEST_WORDING = 4  # words
_FARTHEST_AS = 2  # words behind the beginning of a sentence: "Yet, as X said, ..."


def said_behind(scene: Scene, frame: Frame, stop: int) -> tuple[Bounds | None, Bounds | None]:
    """Return what is said on the right of a frame, and the addressee before it."""
    addressee, at = None, frame.behind
    gap = _behind_gap(scene, frame, stop)
    if gap is not None:
        return _trimmed(scene, *gap), None
    clause = _behind_as(scene, frame, stop)
    if clause is not None:
        return _trimmed(scene, clause, stop), None
    opening = _object_with_quote(scene, frame, stop)
    if opening is None and "o" in frame.site.cue.takes and not frame.inverted:
        addressee, at = find_addressee(scene, frame.site, at, stop)
    if opening is None and _is_set_in(scene, frame, at, stop):
        opening = _after_comma(scene, at, stop)
    if opening is None:
        opening = _opening(scene, frame.site, _behind_bracket(scene, at, stop), stop)
    if addressee and opening == addressee[1] and scene.words[opening].lower == "to":
        opening = addressee[0]  # "told the crew to leave": who is to do it belongs to what is said
    if opening is not None and takes_up(scene, opening, stop):
        return None, addressee
    if opening is not None and (_is_next_clause(scene, frame, opening) or _is_behind_relative(scene, frame, opening)):
        return None, addressee
    if opening is None or (frame.site.cue.takes == {"q"} and not scene.quotations.any_in(opening, stop)):
        return None, addressee
    return _trimmed(scene, opening, end_of(scene, frame, opening, stop)), addressee


def _behind_gap(scene: Scene, frame: Frame, stop: int) -> Bounds | None:
    """Return what is said of the noun before a relative clause: "a dam that villagers say floods their fields"."""
    at = frame.site.last
    is_relative = frame.first > 0 and scene.words[frame.first - 1].lower in _GAP_OPENERS and not frame.inverted
    if not is_relative or "c" not in frame.site.cue.takes or at >= stop or not _opens_predicate(scene, at):
        return None
    comma = scene.commas.first_in(at, stop)
    return at, stop if comma is None else comma


def _opens_predicate(scene: Scene, at: int) -> bool:
    """Say whether a finite verb stands here, that the parse does not take for a noun."""
    return scene.tree.is_finite(at) and scene.tree.is_verb(at) and scene.words[at].lower != "that"


def _is_set_in(scene: Scene, frame: Frame, at: int, stop: int) -> bool:
    """Say whether a frame stands between commas, with no quotation behind it: "It was late, he said, if fair"."""
    opens = frame.subject is not None and frame.first > 0 and scene.words[frame.first - 1].text == ","
    return opens and at + 1 < stop and scene.words[at].text == "," and not scene.opens_quote(at + 1)


def _is_next_clause(scene: Scene, frame: Frame, opening: int) -> bool:
    """Say whether a comma parts a wish from what follows: "the peace that both want, but"; not one set in by commas."""
    is_parted = frame.site.cue.attitude and scene.words[opening - 1].text == "," and not scene.opens_quote(opening)
    return is_parted and scene.words[frame.first - 1].text != ","


def takes_up(scene: Scene, opening: int, stop: int) -> bool:
    """Say whether words only take up what was told before: "as it promised to do in May"."""
    said = [word.lower for word in scene.words[opening : min(opening + 3, stop)]]
    return said[:2] == ["to", "do"] and (len(said) == 2 or said[2] in _BEHIND_DO)


def _is_behind_relative(scene: Scene, frame: Frame, opening: int) -> bool:
    """Say whether a comma ends a relative clause that only names a thing: "a rock which Norway claims, and from"."""
    is_parted = scene.words[opening - 1].text == "," and not scene.opens_quote(opening)
    return is_parted and frame.first > 0 and scene.words[frame.first - 1].lower in {"which", "whom"}


def _trimmed(scene: Scene, first: int, last: int) -> Bounds | None:
    """Return words without the marks and the "and" at their end."""
    while last > first and scene.quoted[last - 1] < 0 and scene.words[last - 1].lower in _TRAILING:
        last -= 1
    return (first, last) if last > first else None


def _behind_as(scene: Scene, frame: Frame, stop: int) -> int | None:
    """Return what follows the comma of an opening "as X put it on Monday, ..."."""
    before = frame.first - 1
    is_as = before >= 0 and scene.words[before].lower == "as"
    opens = is_as and any(scene.words[at].opens for at in range(max(before - _FARTHEST_AS, 0), before + 1))
    comma = scene.commas.first_in(frame.behind, stop) if opens else None
    if comma is None or comma + 1 >= stop or any(map(scene.tree.is_finite, range(frame.behind, comma))):
        return None
    return comma + 1


def _object_with_quote(scene: Scene, frame: Frame, stop: int) -> int | None:
    """Return the object of a cue to which "and" joins quoted words: "promised lower taxes and “more jobs”"."""
    verb = verb_of(scene, frame.site)
    noun = None if verb is None or frame.inverted else scene.tree.child(verb, "obj")
    if noun is None or scene.tree.bounds(noun)[0] != frame.behind or scene.quoted[noun] >= 0:
        return None
    joined = (at for at in scene.tree.children(noun, "conj") if scene.quoted[at] >= 0 and at < stop)
    return frame.behind if next(joined, None) is not None else None


def _behind_bracket(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind what the narrator sets in brackets after a cue."""
    if at >= stop or scene.words[at].text != "(":
        return at
    return next((i + 1 for i in range(at, stop) if scene.words[i].text == ")"), at)


def _opening(scene: Scene, site: CueSite, at: int, stop: int) -> int | None:
    """Return the first word of what is said on the right; None where nothing is."""
    marked = _marked(scene, at, stop)
    if marked is not None:
        return None if _gives_name(scene, site, marked) else marked
    if (infinitive := _infinitive_behind(scene, site, at, stop)) is not None:
        return infinitive
    if _takes_infinitive(scene, site, at, stop) or _refuses(scene, site, at, stop):
        return at
    behind = skip_adverbials(scene, at, stop)
    if behind >= stop or scene.words[behind].text in {".", ";", ","}:
        return _after_comma(scene, behind, stop)
    if scene.words[behind].lower in _NO_OPENINGS or _gives_name(scene, site, behind):
        return None
    if _takes_all(site):
        return behind
    clause = _behind_noun(scene, behind, stop)
    if clause is None and _takes_rest(scene, site, behind, stop):
        return behind
    return clause


# clauses that something marks ------------------------------------------------------------------------------------


def _marked(scene: Scene, at: int, stop: int) -> int | None:
    """Return what follows "that", a colon or an opening quotation mark, with only adverbials before."""
    for i in range(at, min(stop, at + _FARTHEST_MARKER)):
        word = scene.words[i]
        if scene.opens_quote(i):
            return i if _leads_to_quote(scene, at, i) else None
        if word.text == ":" and i + 1 < stop and scene.opens_quote(i + 1):
            return i + 1  # whoever or whatever stands before it: "scolded him: 'Never again'"
        if _is_marker(scene, at, i) and i + 1 < stop and is_adverbial(scene, at, i):
            return i if word.lower == "that" else i + 1
        if i == at and word.lower in _COMPLEMENTIZERS:
            return i
        if word.text in {".", ";"}:
            return None
    return None


def _leads_to_quote(scene: Scene, at: int, quote: int) -> bool:
    is_part = at == quote - 1 and scene.words[at].lower == "to" and quote + 1 < len(scene.words)
    if is_part and scene.tree.tags[quote + 1] == "VB":
        return False  # "vowed to 'keep talking'": an infinitive, of which only a part is quoted
    end = quote - 1 if scene.words[quote - 1].text in {",", ":"} else quote
    return is_adverbial(scene, at, quote) or is_adverbial(scene, at, end) or _is_wording(scene, at, end)


def _is_wording(scene: Scene, first: int, last: int) -> bool:
    """Say whether words only tell that words follow: "shouted the slogan 'No more'"."""
    if not 0 < last - first <= _LONGEST_WORDING or scene.words[last - 1].lower not in _WORDINGS:
        return False
    quote = last if scene.quoted[last] >= 0 else last + 1
    end = scene.quote_words(scene.quoted[quote])[1]
    if quote == last and end < len(scene.words) and scene.tree.is_noun(end):
        return False  # "said the word 'reef' meant": the clause goes on
    return scene.words[first].lower in DETERMINING


def _is_marker(scene: Scene, at: int, i: int) -> bool:
    """Say whether a word is a colon or "that"; farther on, "that" before a verb is a pronoun."""
    if scene.words[i].lower != "that":
        return scene.words[i].text == ":"
    return i == at or i + 1 >= len(scene.words) or not is_finite_hint(scene.words[i + 1])


def _after_comma(scene: Scene, at: int, stop: int) -> int | None:
    """Return the continuation behind "..., he said, ...": a quotation, or a clause that goes on."""
    if at + 1 >= stop or scene.words[at].text != ",":
        return None
    opening = scene.words[at + 1].lower
    if scene.opens_quote(at + 1):
        return at + 1
    if opening in _NO_CONTINUATION or opening.endswith("ing"):
        return None
    joins_quote = opening in {"and", "but"} and at + 2 < stop and scene.opens_quote(at + 2)
    return at + 1 if joins_quote or _has_verb(scene, at + 1, stop) else None


def _behind_noun(scene: Scene, at: int, stop: int) -> int | None:
    """Return the clause of a noun of saying that a verb governs: "repeated its claim that the airport ..."."""
    if at + 2 >= stop or scene.words[at].lower not in POSSESSIVE_PRONOUNS | {"the", "a"}:
        return None
    is_noun = scene.words[at + 1].lower in noun_cues() and scene.words[at + 2].lower == "that"
    return at + 2 if is_noun else None


# what the verb takes ---------------------------------------------------------------------------------------------


def _takes_infinitive(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    """Say whether an infinitive follows: "to ...", "not to ...", and behind those who are told to."""
    if "t" not in site.cue.takes:
        return False
    if _keeps_name_back(scene, at, stop):
        return False
    if "o" in site.cue.takes and orders(scene, site, at):
        return True
    near = [word.lower for word in scene.words[at : min(at + _FARTHEST_INFINITIVE, stop)]]
    return "to" in near and (near[0] in {"to", "not", "instead"} or "o" in site.cue.takes)


def _infinitive_behind(scene: Scene, site: CueSite, at: int, stop: int) -> int | None:
    """Return the infinitive behind words that only tell how it was said: "told them in poor French to wait"."""
    verb = verb_of(scene, site) if "t" in site.cue.takes and at < stop else None
    if verb is None or scene.words[at].lower not in PREPOSITIONS - {"to"}:
        return None
    firsts = (scene.tree.bounds(child)[0] for child in scene.tree.children(verb, "xcomp", "ccomp", "advcl"))
    return next((first for first in firsts if at < first < stop and scene.words[first].lower == "to"), None)


def _gives_name(scene: Scene, site: CueSite, at: int) -> bool:
    """Say whether a relative clause only gives the name of a thing: "a road which locals call 'the Corridor'"."""
    if site.cue.kind != "describe" or not scene.opens_quote(at) or scene.tree.relation(site.first) != "acl":
        return False
    first, last = scene.quote_words(scene.quoted[at])
    inside = [word for word in scene.words[first:last] if word.letters]
    return all(word.capital or word.lower in DETERMINERS or word.lower == "of" for word in inside)


def _keeps_name_back(scene: Scene, at: int, stop: int) -> bool:
    """Say whether somebody only asks "not to be named", or for anonymity."""
    near = [word.lower for word in scene.words[at : min(at + _FARTHEST_INFINITIVE, stop)]]
    return not _ANONYMITY.isdisjoint(near) or ("be" in near and not _NAMED.isdisjoint(near))


def _refuses(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    return site.cue.kind == "refuse" and at < stop and scene.words[at].letters


def _takes_all(site: CueSite) -> bool:
    """Say whether whatever follows a verb is said: it addresses somebody, and takes neither clause nor quotation."""
    return "o" in site.cue.takes and not site.passive and not site.cue.takes & {"c", "q"}


def _takes_rest(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    """Say whether what follows without a marker is said: a noun phrase, or a clause without "that"."""
    takes, kind = site.cue.takes, site.cue.kind
    if kind in {"ask", "demand"} and _keeps_name_back(scene, at, stop):
        return False
    if site.cue.lemma in _SURVEYING and (scene.words[at].lower in _FINDINGS or _is_share(scene, at)):
        return True
    if "n" in takes and kind != "relay" and _is_nominal(scene, site, at, stop):
        return True
    if site.cue.lemma in _FINDING and _is_finding(scene, at, stop):
        return True
    is_bare = site.passive or ("c" in takes and site.cue.lemma in _BARE)
    if is_bare and has_object(scene, site, at) and kind != "ask":
        return False
    return (is_bare and _has_verb(scene, at, stop)) or (kind in {"accuse", "refuse", "demand"} and "o" in takes)


def _is_finding(scene: Scene, at: int, stop: int) -> bool:
    """Say whether a clause without "that" begins here: "found the claim had no basis", not "found the man who was"."""
    verb = next((i for i in range(at, min(at + _FARTHEST_MARKER, stop)) if scene.tree.is_finite(i)), None)
    if verb is None or verb == at:
        return False
    between = scene.words[at:verb]
    return all(word.letters and word.lower not in _NO_SUBJECTS for word in between) and scene.tree.is_verb(verb)


def _is_share(scene: Scene, at: int) -> bool:
    """Say whether a share of people begins here: what a poll finds."""
    near = [word.lower for word in scene.words[at : at + _FARTHEST_SHARE]]
    number = next((number for number, word in enumerate(near) if word[:1].isdigit()), None)
    if number is None or _SHARES.isdisjoint(near[number : number + 3]):
        return False
    return not scene.verbs.any_in(at, at + number)  # "found a full 60 percent", "found that of 60 percent"


def _is_nominal(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    """Say whether a noun phrase that is said follows: "condemned the textbook", "called the fence 'a scar'"."""
    if site.cue.kind == "say" and scene.words[at].lower in _NOTHING:
        return False
    if site.cue.lemma in _CALLING:
        if _is_habit(scene, site, at, stop):
            return False
        comma = scene.commas.first_in(at, stop)
        rest, verb = scene.words[at + 1 : stop if comma is None else comma], verb_of(scene, site)
        if verb is not None and scene.tree.child(verb, "xcomp") is not None:
            return True
        return scene.openings.any_in(at + 1, stop) or any(word.lower in {"as", "a", "an"} for word in rest)
    return scene.words[at].letters and scene.words[at].lower not in _NO_NOUNS


def _is_habit(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    """Say whether it is told by which name somebody knows a thing: "Norway calls the rock 'Holm Skerry'"."""
    quote = scene.openings.first_in(at, stop)
    if quote is None or scene.words[site.first].lower not in {"call", "calls"}:
        return False
    first, last = scene.quote_words(scene.quoted[quote])
    inside = [word for word in scene.words[first:last] if word.letters]
    return len(inside) <= _LONGEST_NAME and all(word.capital or word.lower in _IN_NAMES for word in inside)


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return scene.verbs.any_in(first, last) or scene.ends_in_s.any_in(first + 1, last)
