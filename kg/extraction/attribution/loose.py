"""Quoted words that no reporting verb frames, such as "mocked it as 'a toy'": whose words are they?"""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.quotations import stands_alone
from kg.extraction.attribution.speakers.parsed import subject_near, subject_of_verb
from kg.extraction.coreference import Bounds, Discourse, Scene, Subject, resolve
from kg.extraction.lexicons import words
from kg.extraction.words import DASHES

_FEWEST = 2  # words in the marks: a single one is a term
_LONGEST_TERM, _LONGEST_BORROWED = 5, 4  # words
_FARTHEST_UP = 8  # heads between the quoted words and a verb that has a subject
_CONTENT = ("obj", "obl", "ccomp", "xcomp", "parataxis", "advcl", "nmod", "dep")
_CONFIDENCE = 0.5


def read_loose(scene: Scene, discourse: Discourse, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield an attribution for each quotation that none holds yet, to the subject of the verb that governs it."""
    if not scene.tree.is_parsed or scene.paragraph.block.kind != "body":
        return
    taken = {number for draft in drafts for span in draft.content for number in scene.quotes_in(span)}
    for number in range(len(scene.quotes)):
        if number not in taken and _is_said(scene, number):
            draft = _read(scene, discourse, number)
            if draft:
                taken.update(scene.quotes_in(draft.content[0]))
                yield draft


def _is_said(scene: Scene, number: int) -> bool:
    """Say whether a quotation is words, and not a name or title: "the film 'Long Way Home'"."""
    first, last = scene.quote_words(number)
    inside = [word for word in scene.words[first:last] if word.letters]
    is_title = all(word.capital or word.lower in words("function-words") for word in inside)
    before = scene.words[first - 1].lower if first else ""
    return len(inside) >= _FEWEST and not is_title and before not in words("naming-words")


def _read(scene: Scene, discourse: Discourse, number: int) -> Draft | None:
    bounds = scene.quote_words(number)
    for verb in _governors(scene, bounds):
        subject = subject_of_verb(scene, verb, bounds)
        if subject and (_is_borrowed(scene, subject, bounds) or _is_term(scene, verb, subject, bounds)):
            return None
        if subject:
            run = _content(scene, verb, bounds, subject) or (bounds if stands_alone(scene, number) else None)
            return loose_draft(scene, discourse, subject, run, scene.span(verb, verb + 1)) if run else None
    subject = _subject_before(scene, bounds[0]) if stands_alone(scene, number) else None
    return loose_draft(scene, discourse, subject, bounds, None) if subject else None


def _is_borrowed(scene: Scene, subject: Subject, bounds: Bounds) -> bool:
    """Say whether the text only takes over somebody's word for a thing: "what it calls 'a zone'"."""
    is_short = sum(word.letters for word in scene.words[slice(*bounds)]) <= _LONGEST_BORROWED
    return is_short and subject.first > 0 and scene.words[subject.first - 1].lower == "what"


def _is_term(scene: Scene, verb: int, subject: Subject, bounds: Bounds) -> bool:
    """Say whether quoted words only name a thing: "sent its 'little helpers'", "an 'as is where is' contract"."""
    first, last = bounds
    inside = [at for at in range(first, last) if scene.words[at].letters]
    if len(inside) > _LONGEST_TERM or any(map(scene.tree.is_finite, inside)):
        return False
    top = next((at for at in inside if not first <= scene.tree.heads[at] < last), inside[-1])
    is_modifier = scene.tree.heads[top] >= last and scene.tree.is_noun(scene.tree.heads[top])
    is_thing = scene.words[verb].lower in words("handling-verbs") or last <= subject.first
    return is_modifier or (is_thing and scene.tree.kinds[top] in {"NOUN", "PROPN"})


def loose_draft(scene: Scene, discourse: Discourse, subject: Subject, run: Bounds, cue: Span | None) -> Draft | None:
    """Return quoted words as a subject's; None where that stands for nobody."""
    speakers, content = resolve(scene, subject, discourse), scene.trimmed(*run)
    if not speakers or content is None:
        return None
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=speakers,
        source=subject.span(scene),
        cue=cue,
        content=[content],
        attitude=False,
        kind="say",
        confidence=_CONFIDENCE,
        quoted=True,
        runs=[run],
    )


def _subject_before(scene: Scene, quote: int) -> Subject | None:
    """Return the person who is the subject of the sentence before a quotation that is one itself: he goes on."""
    if quote == 0 or scene.words[quote - 1].text not in {".", ":"}:
        return None
    first, last = scene.sentence_before(quote)
    root = next((at for at in range(first, last) if scene.tree.heads[at] == at), None)
    subject = subject_near(scene, root, first) if root is not None and scene.tree.is_verb(root) else None
    is_person = subject is not None and all(one.kind == "person" for one in subject.mentions)
    return subject if is_person and subject and subject.first >= first else None


def _governors(scene: Scene, bounds: Bounds) -> Iterator[int]:
    """Yield the verbs outside of a quotation that govern it, the nearest first."""
    tree, at = scene.tree, _top(scene, bounds)
    for _ in range(_FARTHEST_UP):
        if tree.heads[at] == at:
            return
        at = tree.heads[at]
        if scene.quoted[at] < 0 and tree.kinds[at] == "VERB" and not bounds[0] <= at < bounds[1]:
            yield at


def _top(scene: Scene, bounds: Bounds) -> int:
    """Return the word of a quotation that is highest in the tree: its head stands outside."""
    at = bounds[0]
    while bounds[0] <= scene.tree.heads[at] < bounds[1] and scene.tree.heads[at] != at:
        at = scene.tree.heads[at]
    return at


def _content(scene: Scene, verb: int, bounds: Bounds, subject: Subject) -> Bounds | None:
    """Return the verb's complement that holds the quotation; of one set between dashes no more than that."""
    if _is_set_in(scene, bounds):
        return bounds
    for child in scene.tree.children(verb, *_CONTENT):
        first, last = scene.tree.bounds(child)
        if first <= bounds[0] < last and not first <= subject.first < last:
            first = _with_object(scene, verb, child)
            return max(first, verb + 1) if bounds[0] > verb else first, max(last, bounds[1])
    return None


def _is_set_in(scene: Scene, bounds: Bounds) -> bool:
    first, last = bounds
    is_parted = first > 0 and last < len(scene.words)
    return is_parted and scene.words[first - 1].text in DASHES and scene.words[last].text in DASHES


def _with_object(scene: Scene, verb: int, complement: int) -> int:
    """Return where a complement begins, with the object that it is said of: "mocked the plan as 'a toy'"."""
    first = scene.tree.bounds(complement)[0]
    is_said_of = scene.words[first].lower == "as" or scene.tree.relation(complement) == "xcomp"
    objects = [scene.tree.bounds(one)[0] for one in scene.tree.children(verb, "obj") if verb < one < first]
    return min(objects, default=first) if is_said_of else first
