"""Where what is said ends, by the parse: before a clause that belongs to the frame and not to the words."""

from collections.abc import Iterator

from kg.extraction.attribution.contents.adverbials import TIMES
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.speakers.parsed import verb_of
from kg.extraction.coreference import Scene
from kg.extraction.lexicons import noun_cues
from kg.extraction.syntax import FINITE
from kg.extraction.words import CONTRASTING, DASHES

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_SEPARATING = frozenset({",", ";"})
_PARTING = DASHES | _SEPARATING
_ECHOES = frozenset(
    [*(("and", "so", verb) for verb in ("do", "does", "did")), *(("as", verb) for verb in ("do", "does", "did"))]
)
_OF_OBJECTS = frozenset({"say", "praise", "deny", "admit", "propose", "rule"})
_CIRCUMSTANCES = TIMES | frozenset(
    "on in at during after before when while without through via together to by amid late early".split()
)
_VIEWS = frozenset({"view", "belief", "hope", "fear", "wish", "plan", "goal", "idea", "demand"})
_VERDICTS = frozenset(
    "claim charge allegation accusation assertion contention denial view argument position stance doctrine suggestion "
    "reference description remark comment statement message phrase term".split()
)
_GLOSSES = frozenset("phrase term word line expression reference charge description comparison label sentiment".split())
_COMMENTING = frozenset("which who whose whom when although though while whereas because".split())


def end_of(scene: Scene, frame: Frame, opening: int, stop: int) -> int:
    """Return where the words that begin at ``opening`` end, at most at ``stop``.

    "Said that A and left": the clause joined to the cue ends them. "Condemned the raid, which began ...": so does a
    comment on what is no clause.
    """
    stop = _behind_quotation(scene, opening, _in_brackets(scene, opening, stop))
    if scene.paragraph.block.kind != "body":
        stop = _before_circumstance(scene, opening, stop)
    verb = verb_of(scene, frame.site)
    if verb is None:
        return stop
    found = (
        _before_joined(scene, verb, opening),
        _before_participle(scene, verb, opening, stop),
        _before_comment(scene, verb, opening, stop) if "n" in frame.site.cue.takes else None,
        _before_occasion(scene, opening, stop) if frame.site.cue.takes & {"o", "t"} else None,
        _before_contrast(scene, opening, stop) if frame.site.cue.attitude else None,
        _of_dependent(scene, verb, opening),
        _before_echo(scene, opening, stop),
        _before_verdict(scene, opening, stop),
        _before_gloss(scene, opening, stop),
        _before_predicate(scene, opening, stop) if frame.site.cue.kind == "describe" else None,
        _behind_object(scene, verb, opening) if frame.site.cue.kind in _OF_OBJECTS else None,
    )
    ends = [end for end in found if end is not None]
    return min([stop, *ends])


def _in_brackets(scene: Scene, opening: int, stop: int) -> int:
    """Return where a bracket closes that was opened before the words; it holds the whole frame."""
    depth = 0
    for at in range(opening, stop):
        text = scene.words[at].text
        depth += (text in _OPENING) - (text in _CLOSING)
        if depth < 0:
            return at
    return stop


def _before_circumstance(scene: Scene, opening: int, stop: int) -> int:
    """Return where a headline goes on to what happened meanwhile: "... as row boils over"."""
    for at in range(opening + 2, stop - 2):
        is_as = scene.words[at].lower == "as" and scene.quoted[at] < 0
        if is_as and (scene.verbs.any_in(at + 2, stop) or scene.ends_in_s.any_in(at + 2, stop)):
            return at
    return stop


def _behind_quotation(scene: Scene, opening: int, stop: int) -> int:
    """Return where a quotation ends that a comma closes, before when and how it was said, if no other follows."""
    if not scene.opens_quote(opening):
        return stop
    end = scene.quote_words(scene.quoted[opening])[1]
    if end < stop and scene.words[end].text == ";":
        return end
    is_closed = end < stop and scene.closes_with_comma(end - 1)
    goes_on = is_closed and scene.words[end].lower in _CIRCUMSTANCES | CONTRASTING
    return end if goes_on and not scene.openings.any_in(end, stop) else stop


def _before_joined(scene: Scene, verb: int, opening: int) -> int | None:
    """Return where the next verb begins that "and" joins to the cue's, and that is no part of what is said."""
    tree = scene.tree
    for other in tree.children(verb, "conj", "parataxis"):
        first, _ = tree.bounds(other)
        if any(scene.words[mark].lower == "that" for mark in tree.children(other, "mark")):
            continue  # "said that A, and that B": the parse joins the second clause to the cue
        is_alike = tree.relation(other) == "conj" and _is_clausal(scene, verb) and tree.tags[other] == tree.tags[verb]
        if first > opening + 1 and scene.quoted[other] < 0 and (is_alike or _is_sentence(scene, other, first)):
            return first
    return None


def _is_clausal(scene: Scene, verb: int) -> bool:
    """Say whether a verb is finite, or a participle with "have": "have branded the deal 'a sell-out' and mocked"."""
    tree = scene.tree
    return tree.tags[verb] in FINITE or (tree.tags[verb] == "VBN" and tree.child(verb, "aux") is not None)


def _before_participle(scene: Scene, verb: int, opening: int, stop: int) -> int | None:
    """Return the comma behind which a participle tells what else the speaker does: ", citing her work"."""
    for comma in _marks(scene, opening, stop):
        if scene.words[comma + 1].lower == "citing":
            return comma
    for child in scene.tree.children(verb, "advcl"):
        comma = child - 1
        opens = comma > opening and scene.words[comma].text == "," and scene.quoted[comma] < 0
        if opens and scene.tree.tags[child] == "VBG":
            return comma
    return None


def _is_sentence(scene: Scene, verb: int, first: int) -> bool:
    """Say whether a clause behind a comma, a semicolon or "...," has a subject and a finite verb of its own."""
    tree = scene.tree
    is_behind_quote = scene.closes_with_comma(first - 1)
    marks = scene.words[first].text, scene.words[first - 1].text
    parted = is_behind_quote or not _SEPARATING.isdisjoint(marks)
    if not parted or tree.child(verb, "nsubj", "expl") is None:
        return False
    return any(tree.is_finite(at) for at in (verb, *tree.children(verb, "aux", "cop")))


def _of_dependent(scene: Scene, verb: int, opening: int) -> int | None:
    """Return where a clause ends whose verb is the cue, before the clause that it depends on: "Though he said A, B"."""
    tree = scene.tree
    verb = tree.joint(verb)
    if tree.relation(verb) not in {"advcl", "acl"}:
        return None
    _, end = tree.bounds(verb)
    goes_on = tree.relation(verb) == "acl" or tree.heads[verb] > verb
    marks = [at for at in (end - 1, end) if at < len(scene.words) and scene.words[at].text in _PARTING]
    is_free = bool(marks) and scene.quoted[marks[0]] < 0
    return marks[0] if goes_on and is_free and marks[0] > opening + 1 else None


def _before_comment(scene: Scene, verb: int, opening: int, stop: int) -> int | None:
    """Return where a comma and a relative or contrasting clause, or a dash and a noun, follow what is no clause."""
    if _is_clause(scene, verb, opening):
        return None
    commas = (at for at in _marks(scene, opening, stop) if scene.words[at + 1].lower in _COMMENTING)
    dashes = (at for at in _marks(scene, opening, stop, DASHES) if _opens_comment(scene, at))
    return min((at for at in (next(commas, None), next(dashes, None)) if at is not None), default=None)


def _before_occasion(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where it is told what had happened before an order: "urged all to stay calm after the court ruled"."""
    tree = scene.tree
    for at in range(opening, stop - 2):
        if tree.is_finite(at):
            return None
        if at > opening + 1 and scene.words[at].lower == "after" and scene.quoted[at] < 0:
            clause = tree.heads[at]
            is_told = tree.tags[clause] == "VBD" and tree.child(clause, "nsubj") is not None
            if at < clause < stop and tree.relation(at) == "mark" and is_told:
                return at
    return None


def _opens_comment(scene: Scene, dash: int) -> bool:
    """Say whether what a dash opens is about the words before it: "called it 'a farce' – a charge that hurt"."""
    return scene.closes_quote(dash - 1) or scene.words[dash + 1].lower in _COMMENTING | {"a", "an"}


def _marks(scene: Scene, opening: int, stop: int, marks: frozenset[str] = frozenset({","})) -> Iterator[int]:
    """Yield the commas outside of quotations within what is said, or other marks."""
    for at in range(opening + 1, stop - 1):
        if scene.words[at].text in marks and scene.quoted[at] < 0:
            yield at


def _behind_object(scene: Scene, verb: int, opening: int) -> int | None:
    """Return where it is told when, where and how a thing was announced or welcomed, behind the thing itself."""
    tree = scene.tree
    if tree.child(verb, "ccomp", "xcomp", "parataxis") is not None:
        return None
    thing = next(
        (one for one in tree.children(verb, "obj") if tree.bounds(one)[0] <= opening < tree.bounds(one)[1]), None
    )
    if thing is None:
        return None
    end = tree.bounds(thing)[1]
    for child in tree.children(verb, "obl", "advmod", "advcl"):
        first = tree.bounds(child)[0]
        if first >= end and scene.quoted[first] < 0 and scene.words[first].lower in _CIRCUMSTANCES:
            return first
    return None


def _before_echo(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where ", and so does X" or ", as does X" begins: who agrees is no part of what is said."""
    for at in _marks(scene, opening, stop - 1):
        behind = tuple(word.lower for word in scene.words[at + 1 : at + 4])
        if behind[:2] in _ECHOES or behind in _ECHOES:
            return at
    return None


def _before_verdict(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where a comma and the narrator's word for what was said follow: ", a charge that Oslo denies"."""
    for at in _marks(scene, opening, stop - 2):
        noun = at + 2 if scene.words[at + 2].lower in _VERDICTS else at + 3
        is_noun = scene.words[at + 1].lower in {"a", "an"} and noun < stop and scene.words[noun].lower in _VERDICTS
        if is_noun and noun + 1 < stop and scene.words[noun + 1].text not in {".", ","}:
            return at
    return None


def _before_gloss(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where the narrator tells what a quotation is: "'a farce,' a charge that hurt"."""
    for at in range(opening + 1, stop - 2):
        is_closed = scene.closes_with_comma(at - 1)
        is_noun = scene.words[at + 1].lower in noun_cues() or scene.words[at + 1].lower in _GLOSSES
        if is_closed and scene.words[at].lower in {"a", "an"} and is_noun:
            return at
    return None


def _before_predicate(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where something else begins behind what is described.

    "What X called 'a patrol' was a raid"; "called the reef 'ours,' and Norway".
    """
    ends = (at for at in range(opening + 1, stop) if scene.closes_quote(at - 1))
    return next((at for at in ends if scene.tree.is_finite(at) or _goes_on_behind_quote(scene, at, stop)), None)


def _goes_on_behind_quote(scene: Scene, at: int, stop: int) -> bool:
    """Say whether a quotation has ended with a comma, and "and" joins a clause to the whole."""
    if not scene.closes_with_comma(at - 1) or scene.words[at].lower not in {"and", "but"}:
        return False
    quote = scene.openings.first_in(at, stop)
    return scene.verbs.any_in(at + 1, stop if quote is None else quote)


def _before_contrast(scene: Scene, opening: int, stop: int) -> int | None:
    """Return where a comma and what the narrator sets against a thought follow: ", although", ", a view shared by"."""
    for at in _marks(scene, opening, stop - 1, _SEPARATING):
        behind = scene.words[at + 1].lower
        is_view = behind in {"a", "an"} and scene.words[at + 2].lower in _VIEWS
        if scene.words[at].text == ";" or behind in CONTRASTING or is_view:
            return at
    return None


def _is_clause(scene: Scene, verb: int, opening: int) -> bool:
    """Say whether a clause is said; where a comma parts its subject from it, the parse may take that for an object."""
    if any(clause > opening for clause in scene.tree.children(verb, "ccomp")):
        return True
    clauses = scene.tree.children(verb, "parataxis")
    return any(scene.tree.bounds(one)[0] <= opening + 1 <= one + 1 for one in clauses)


def has_object(scene: Scene, site: CueSite, at: int) -> bool:
    """Say whether a noun phrase follows that a cue governs, and no clause: "claims the island, which ..."."""
    verb = verb_of(scene, site)
    if verb is None or scene.tree.child(verb, "ccomp", "parataxis", "xcomp") is not None:
        return False
    objects = (noun for noun in scene.tree.children(verb, "obj", "obl") if at <= noun)
    return any(scene.tree.bounds(noun)[0] <= at and not _goes_on_finite(scene, noun) for noun in objects)


def _goes_on_finite(scene: Scene, noun: int) -> bool:
    """Say whether a finite verb follows what the parse takes for an object: it is the subject of a clause."""
    behind = scene.tree.bounds(noun)[1]
    return behind < len(scene.words) and scene.tree.is_finite(behind)


def orders(scene: Scene, site: CueSite, at: int) -> bool:
    """Say whether an infinitive hangs on a cue that is told to somebody: "told the crew at once to turn"."""
    verb = verb_of(scene, site)
    clauses = scene.tree.children(verb, "xcomp", "advcl", "ccomp") if verb is not None else ()
    marks = (scene.tree.child(clause, "mark") for clause in clauses if clause > at)
    return any(mark is not None and scene.words[mark].lower == "to" for mark in marks)
