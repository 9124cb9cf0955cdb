"""The words that are said: right of the cue, left of it, or on both sides, in quotation marks or not."""

from dataclasses import dataclass

from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.scene import Scene
from kg.extraction.attribution.speakers import Subject
from kg.extraction.lexicons import noun_cues, words
from kg.extraction.words import AUXILIARIES, DETERMINERS, POSSESSIVE_PRONOUNS, PREPOSITIONS, is_finite_hint

_BARE = frozenset(
    "say tell add claim argue insist believe think note warn state announce report explain suggest hope "
    "fear acknowledge "
    "concede admit deny allege maintain contend declare assert predict expect reply respond confirm "
    "stress reckon swear "
    "boast complain doubt feel know wish testify estimate remark observe counter hint indicate signal "
    "imply conclude recall "
    "reveal disclose caution repeat reiterate mention promise vow rule".split()
)
_TIME = frozenset(
    "today yesterday tomorrow tonight earlier later recently again separately last this next early late "
    "monday tuesday wednesday "
    "thursday friday saturday sunday week month year night morning afternoon evening".split()
)
_INTRO = frozenset(
    "in on at after before during ahead despite following as when while since but however meanwhile "
    "earlier later speaking asked "
    "standing by for with from under amid if although though because reminded citing according to and so "
    "then yet until once".split()
)
_COMPLEMENTIZERS = frozenset({"that", "whether", "why", "how", "if", "what", "when", "where", "who"})


@dataclass(frozen=True, slots=True)
class Content:
    """Runs of words ``first <= i < last`` that are said, in reading order, and the addressee's phrase."""

    runs: tuple[tuple[int, int], ...]
    addressee: tuple[int, int] | None = None


def find_content(
    scene: Scene, site: CueSite, subject: Subject | None, start: int, stop: int, *, inverted: bool
) -> Content | None:
    """Return what a cue's subject says within words ``start <= i < stop``; None where nothing is said."""
    behind = max(site.last, subject.last) if inverted and subject else site.last
    before = min(site.phrase_first, subject.first) if subject else site.phrase_first
    right, addressee = _right(scene, site, behind, stop, inverted=inverted)
    left = _left(scene, site, start, before)
    if right and left and not _is_split(scene, right, left, behind):
        quote_left = scene.quoted[left[1] - 1] >= 0 or (left[1] < len(scene.words) and scene.quoted[left[1] - 1] >= 0)
        strong_right = scene.words[right[0] - 1].lower == "that" or scene.opens_quote(right[0])
        left, right = (
            (left, None)
            if (quote_left or not strong_right) and _is_left_better(scene, left, right, behind)
            else (None, right)
        )
    runs = tuple(run for run in (left, right) if run)
    return Content(runs, addressee) if runs else None


def _is_split(scene: Scene, right: tuple[int, int], left: tuple[int, int], behind: int) -> bool:
    """Say whether both sides are said: "The villages, he said, were empty"."""
    if scene.quoted[left[1] - 1] >= 0 and scene.opens_quote(right[0]):
        return True
    comma = behind < len(scene.words) and scene.words[behind].text == ","
    return comma and scene.quoted[left[1] - 1] < 0 and right[0] == behind + 1


def _is_left_better(scene: Scene, left: tuple[int, int], right: tuple[int, int], behind: int) -> bool:
    if scene.quoted[left[1] - 1] >= 0:
        return not scene.opens_quote(right[0])
    return scene.words[behind].lower in PREPOSITIONS or scene.words[behind].text in {",", "."}


def _left(scene: Scene, site: CueSite, start: int, before: int) -> tuple[int, int] | None:
    """Return the clause or quotation that ends right before the subject; none without a mark between."""
    end = before
    if end <= start:
        return None
    mark = scene.words[end - 1]
    closes = scene.closes_quote(end - 1)
    if not closes and mark.text not in {",", "?", "!", "–", "—", "--", "-"}:
        return None
    if "q" not in site.cue.takes and "c" not in site.cue.takes:
        return None
    first = start
    if closes:
        return _left_quote(scene, start, end)
    if scene.words[first].lower in _INTRO and not _has_clause(scene, first, end - 1):
        return None
    clause_end = end - 1 if not closes else end
    if clause_end - first < 3 and not any(is_finite_hint(word) for word in scene.words[first:clause_end]):
        return None
    return (first, clause_end) if clause_end > first else None


def _left_quote(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Return a quotation that ends here, with the words before it where those are said as well."""
    opening, _ = scene.quote_words(scene.quoted[end - 1])
    first = opening
    if opening > start and scene.words[opening - 1].text not in {",", ":", ".", "?", "!"}:
        first = start
        while first < opening and scene.words[first].lower in {"and", "but"}:
            first += 1
    return first, end


def _has_clause(scene: Scene, first: int, last: int) -> bool:
    """Say whether words that begin like an adverbial go on to a clause of their own ("In Tokyo, prices fell")."""
    commas = [at for at in range(first, last) if scene.words[at].text == ","]
    after = commas[0] + 1 if commas else last
    subordinate = scene.words[first].lower in {
        "if",
        "as",
        "when",
        "while",
        "although",
        "though",
        "because",
        "since",
        "after",
        "before",
        "until",
        "once",
    }
    if subordinate or scene.words[first].lower not in PREPOSITIONS:
        return bool(commas) and any(is_finite_hint(word) for word in scene.words[after:last])
    return any(word.lower in AUXILIARIES or is_finite_hint(word) for word in scene.words[after:last])


def _right(
    scene: Scene, site: CueSite, at: int, stop: int, *, inverted: bool
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return what is said on the right of a cue, and the addressee before it."""
    takes = site.cue.takes
    addressee = None
    if site.passive:
        takes = takes | {"c"}
    if "o" in takes and not inverted:
        addressee, at = _addressee(scene, site, at, stop)
    opening = _content_start(scene, site, at, stop, takes)
    if opening is None:
        return None, addressee
    last = stop
    while (
        last > opening
        and scene.quoted[last - 1] < 0
        and scene.words[last - 1].text in {".", ",", ";", "!", "-", "–", "—"}
    ):
        last -= 1
    return ((opening, last) if last > opening else None), addressee


def _addressee(scene: Scene, site: CueSite, at: int, stop: int) -> tuple[tuple[int, int] | None, int]:
    """Return the addressee's words and the index behind, where a clause or quotation follows; else nothing."""
    if (
        at >= stop
        or scene.words[at].text in {",", ":"}
        or scene.words[at].lower == "to"
        or scene.opens_quote(at)
        or scene.words[at].lower in _COMPLEMENTIZERS
    ):
        return None, at
    for end in range(at + 1, min(stop, at + 16)):
        word = scene.words[end]
        if word.lower in {"that", "whether", "why", "how"} or scene.opens_quote(end) or word.text == ":":
            return (at, _phrase_end(scene, at, end)), end
        if scene.words[at].lower in {"us", "him", "her", "them", "me", "reporters", "journalists"}:
            return (at, at + 1), at + 1
        if (
            word.lower in {"to", "of", "against", "for"}
            and "n" in site.cue.takes
            and site.cue.lemma not in {"tell", "thank"}
        ):
            return None, at
        if word.lower == "to" and site.cue.lemma in {
            "call on",
            "urge",
            "ask",
            "beg",
            "invite",
            "instruct",
            "advise",
            "promise",
        }:
            return None, at
    if site.cue.kind in {"demand", "accuse"} or site.cue.lemma in {"warn", "thank", "congratulate", "invite"}:
        return None, at
    for mention in scene.by_first.get(at, ()):
        if mention.last < stop:
            return (at, mention.last), mention.last
    end = at + 1 if scene.words[at].lower not in DETERMINERS else at + 2
    return (at, min(end, stop)), min(end, stop)


def _phrase_end(scene: Scene, at: int, end: int) -> int:
    """Return where a noun phrase that begins here ends: before the first preposition or time word."""
    for stop in range(at + 1, end):
        if scene.words[stop].lower in PREPOSITIONS - {"of"} or scene.words[stop].lower in _TIME:
            return stop
    return end


def _content_start(scene: Scene, site: CueSite, at: int, stop: int, takes: frozenset[str]) -> int | None:
    """Return the first word of what is said on the right; None where nothing is."""
    marker = _marker(scene, at, stop)
    if marker is not None:
        return marker
    if "t" in takes:
        infinitive = next((i for i in range(at, min(at + 4, stop)) if scene.words[i].lower == "to"), None)
        if infinitive is not None and (infinitive == at or scene.words[at].lower in {"not", "instead"} or "o" in takes):
            return infinitive if infinitive == at else at
    if site.cue.kind == "refuse" and at < stop and scene.words[at].letters:
        return at
    behind = _skip_adverbials(scene, at, stop)
    if behind >= stop or scene.words[behind].text in {".", ";", ","}:
        return _after_comma(scene, behind, stop)
    if "o" in takes and not {"c", "q"} & takes:
        return behind
    clause = _behind_noun(scene, behind, stop)
    if clause is not None:
        return clause
    if "n" in takes and site.cue.kind != "relay" and _is_nominal(scene, site, behind, stop):
        return behind
    if (("c" in takes and site.cue.lemma in _BARE) or site.passive) and _has_verb(scene, behind, stop):
        return behind
    if site.cue.kind in {"accuse", "refuse", "demand"} and "o" in takes:
        return behind
    return None


def _behind_noun(scene: Scene, at: int, stop: int) -> int | None:
    """Return the clause of a noun of saying that a verb governs: "repeated its claim that the airport ..."."""
    if at + 2 >= stop or scene.words[at].lower not in POSSESSIVE_PRONOUNS | {"the", "a"}:
        return None
    if scene.words[at + 1].lower in noun_cues() and scene.words[at + 2].lower == "that":
        return at + 3
    return None


def _after_comma(scene: Scene, at: int, stop: int) -> int | None:
    """Return the continuation behind "..., he said, ...": a quotation, or a clause that goes on."""
    if at + 1 >= stop or scene.words[at].text != ",":
        return None
    if scene.opens_quote(at + 1):
        return at + 1
    opening = scene.words[at + 1]
    if opening.lower in {
        "who",
        "which",
        "whose",
        "with",
        "as",
        "after",
        "when",
        "while",
        "where",
        "although",
        "in",
        "at",
        "during",
        "referring",
    } or opening.lower.endswith("ing"):
        return None
    if opening.lower in {"a", "an", "the", "his", "her", "its"} and not _has_verb(scene, at + 1, stop):
        return None
    if opening.lower in {"and", "but"} and at + 2 < stop and scene.opens_quote(at + 2):
        return at + 1
    return at + 1 if is_finite_hint(opening) or _has_verb(scene, at + 1, stop) else None


def _marker(scene: Scene, at: int, stop: int) -> int | None:
    """Return what follows "that", a colon or an opening quotation mark, with only adverbials before."""
    end = min(stop, at + 18)
    for i in range(at, end):
        word = scene.words[i]
        if scene.opens_quote(i):
            return (
                i
                if i == at
                or _is_adverbial(scene, at, i)
                or (scene.words[i - 1].text in {",", ":"} and _is_adverbial(scene, at, i - 1))
                else None
            )
        if word.text == ":" and i + 1 < stop and _is_adverbial(scene, at, i):
            return i + 1
        if word.lower == "that" and i + 1 < stop and (i == at or _is_adverbial(scene, at, i)):
            follows = scene.words[i + 1]
            if i == at or not (follows.lower in AUXILIARIES or is_finite_hint(follows)):
                return i + 1
        if i == at and word.lower in _COMPLEMENTIZERS:
            return i
        if word.text in {".", ";"}:
            return None
    return None


def _is_adverbial(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are only where and when: a preposition, an adverb or a time word first, no verb."""
    if first >= last:
        return True
    opening = scene.words[first].lower
    starts = opening in PREPOSITIONS or opening in _TIME or opening.endswith("ly") or opening == ","
    return starts and not any(word.lower in AUXILIARIES - {"to", "'s", "’s"} for word in scene.words[first:last])


def _skip_adverbials(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind adverbs, times and prepositional phrases that only tell where and when it was said."""
    while at < stop:
        word = scene.words[at]
        if (
            word.lower in _TIME
            or word.text in words("calendar-words")
            or (word.lower.endswith("ly") and not word.capital)
        ):
            at += 1
        elif (
            word.lower
            in {
                "on",
                "in",
                "at",
                "during",
                "after",
                "before",
                "ahead",
                "through",
                "via",
                "from",
                "to",
                "by",
                "following",
            }
            and at + 1 < stop
        ):
            at = _phrase_behind(scene, at + 1, stop)
        else:
            break
    return at


def _phrase_behind(scene: Scene, at: int, stop: int) -> int:
    """Return the index behind the noun phrase of a preposition."""
    if scene.words[at].lower in {"of", "with"}:
        at += 1
    if at < stop and scene.words[at].lower in DETERMINERS | {"his", "her", "its", "their"}:
        at += 1
    begin = at
    while at < stop:
        word = scene.words[at]
        named = word.capital or word.text.isdigit() or word.text in words("calendar-words")
        plain = word.letters and not named and word.lower not in DETERMINERS and word.lower not in PREPOSITIONS
        if word.lower in {"it", "he", "she", "they", "there", "we", "that"} or is_finite_hint(word) or not word.letters:
            break
        if not (named or plain) or (
            at > begin
            and named
            and not scene.words[at - 1].capital
            and not word.text.isdigit()
            and scene.words[at - 1].letters
            and begin + 1 < at
        ):
            break
        if at > begin and word.lower in {"and", "or", "but"}:
            break
        at += 1
    if at < stop and scene.words[at].lower in {"of"}:
        return _phrase_behind(scene, at + 1, stop)
    if at < stop and scene.words[at].text == "," and at + 1 < stop and scene.words[at + 1].text.isdigit():
        return at + 2
    return at


def _is_nominal(scene: Scene, site: CueSite, at: int, stop: int) -> bool:
    """Say whether a noun phrase that is said follows: "condemned the textbook", "called the fence 'a scar'"."""
    if site.cue.lemma in {"call", "describe", "label", "dub", "brand", "term", "characterize", "characterise"}:
        rest = range(at + 1, stop)
        has_quote = any(scene.opens_quote(i) for i in rest)
        return has_quote or any(scene.words[i].lower in {"as", "a", "an"} for i in rest)
    return scene.words[at].letters and scene.words[at].lower not in {"on", "in", "at", "by", "from", "and", "or", "but"}


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return any(
        is_finite_hint(word) or (word.lower.endswith("s") and len(word.lower) > 3 and i > first)
        for i, word in enumerate(scene.words[first:last], first)
    )
