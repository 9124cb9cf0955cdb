"""Names as mentions, with the titles, owners and appositions around them."""

from dataclasses import dataclass, replace

from kg.documents import Span
from kg.extraction.lexicons import RoleNoun, role_nouns, words
from kg.extraction.mentions.appositions import apposition_before, apposition_behind
from kg.extraction.mentions.mention import Mention
from kg.extraction.mentions.phrases import Phrases
from kg.extraction.mentions.roles import read_role, role_before
from kg.extraction.names import Run
from kg.extraction.titles import is_honorific
from kg.extraction.words import POSSESSIVE

_WHERE = frozenset({"on", "in", "at", "via", "near"})  # "on Telegram, the head of the district said"
_NAMING, _ARTICLES = frozenset({"named", "called"}), frozenset({"a", "an"})
_NAMED_BODIES = frozenset("newspaper daily weekly magazine broadcaster group movement party company".split())
_LONGEST_WORK = 6  # words of "a retired concert flautist"
_OF_EITHER = frozenset({"spokesman", "chairman"})  # of a named person these tell no gender
_MASCULINE = frozenset({"mr", "mr.", "sir", "lord", "imam", "father"})
_FEMININE = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "sister"})


@dataclass(slots=True)
class _Around:
    """The phrase around a name, as far as it has been read; ``titled`` says that a role stands before the name."""

    first: int
    last: int
    noun: RoleNoun | None = None
    role: Span | None = None
    owners: tuple[Mention, ...] = ()
    titled: bool = False


def read_named(phrases: Phrases, run: Run) -> Mention:
    """Return the mention of a name with all that the phrase around it tells."""
    around = _titled(phrases, run)
    if run.kind == "person" and (_is_told_body(phrases, run, around) or _is_introduced_as_body(phrases, run)):
        run = replace(run, kind="organization", strong=True)
    if run.kind == "person":
        _take_introduction(phrases, around)
    if run.kind == "person" or (run.kind == "organization" and not run.names):
        _take_apposition(phrases, run, around)
    if run.kind == "organization" or _is_doubtful_body(run):
        around.owners = (*around.owners, *_possessor(phrases, around.first)[1], *phrases.end(around.last)[1])
    if run.kind == "person":
        _take_possessor(phrases, around)
        _take_attached(phrases, run, around)
    return _mention(phrases, run, around)


def _mention(phrases: Phrases, run: Run, around: _Around) -> Mention:
    before = phrases.text[run.first - 1] if run.first else None
    title = before.lower.strip(".") if before and is_honorific(before) else None
    phrase, head = (around.first, around.last), (run.first, run.last)
    return Mention(
        *phrases.place(phrase, head),
        form="name",
        kind=run.kind,
        span=phrases.span(*phrase),
        head=phrases.span(*head),
        names=run.names,
        strong=run.strong or around.titled or title is not None,
        noun=around.noun,
        role=around.role,
        owners=around.owners,
        gender=_gender(phrases.lower(run.first - 1), around.noun),
        title=title,
    )


def _gender(before: str, noun: RoleNoun | None) -> str | None:
    if before in _MASCULINE or before in _FEMININE:
        return "m" if before in _MASCULINE else "f"
    title = role_nouns().get((before,))
    if noun:
        return noun.gender if noun.noun not in _OF_EITHER else None
    return title.gender if title else None


# titles ----------------------------------------------------------------------------------------------------------


def _titled(phrases: Phrases, run: Run) -> _Around:
    """Return a name with the honorifics and the role noun right before it, and the owners before that."""
    last, at = phrases.alias_end(run.last), _honorifics_before(phrases, run)
    role = role_before(phrases, at)
    if role is None and at < run.first:
        at = _modifiers_before(phrases, at)
    if role is None or (run.kind == "entity" and role[1].kind == "person"):
        with_article = run.kind != "person" and phrases.lower(at - 1) == "the"
        return _Around(at - 1 if with_article else at, last)
    (head, _), noun = role
    first, owners = phrases.begin(head)
    return _Around(first, last, noun, phrases.role_span(head, at), owners, titled=True)


def _honorifics_before(phrases: Phrases, run: Run) -> int:
    text, at = phrases.text, run.first
    while at > 0 and is_honorific(text[at - 1]) and text[at - 1].sentence == text[run.first].sentence:
        at -= 1
    return at


def _modifiers_before(phrases: Phrases, at: int) -> int:
    while phrases.lower(at - 1) in words("role-modifiers") and at - 1 not in phrases.inside:
        at -= 1
    return at


def _is_told_body(phrases: Phrases, run: Run, around: _Around) -> bool:
    """Say whether the noun right before a name tells that it is a body's: "the daily Dawn", "the rebel group Vento"."""
    return around.titled and phrases.lower(run.first - 1) in _NAMED_BODIES and phrases.text[run.first].capital


def _is_introduced_as_body(phrases: Phrases, run: Run) -> bool:
    """Say whether the initials of a name follow it: "Doctors Beyond Frontiers (DBF)" is nobody's name."""
    if phrases.alias_end(run.last) == run.last:
        return False
    acronym = phrases.text[run.last + 1].text
    initials = "".join(word.text[0] for word in phrases.text[run.first : run.last] if word.capital).upper()
    return initials[:2] == acronym[:2] or initials == acronym


# what else tells of a name ---------------------------------------------------------------------------------------


def _take_introduction(phrases: Phrases, around: _Around) -> None:
    """Take in the role of somebody whom his phrase names: "a retired baker named X".

    What no list knows is somebody's work only beside a role: "its leader, a retired flautist named X".
    """
    naming = around.first - 1
    if phrases.lower(naming) not in _NAMING:
        return
    role = role_before(phrases, naming)
    mention = read_role(phrases, role[0][0]) if role else None
    if mention and mention.kind == "person" and not (mention.plural or mention.definite):
        around.first, around.owners = mention.first, (*around.owners, *mention.owners)
        around.noun, around.role = around.noun or mention.noun, around.role or mention.role
        return
    article = next((at for at in range(naming - 1, naming - _LONGEST_WORK, -1) if phrases.lower(at) in _ARTICLES), None)
    if article is not None and apposition_before(phrases, article):
        around.first = article


def _take_apposition(phrases: Phrases, run: Run, around: _Around) -> None:
    """Take in the role behind a name, else, where no title stands there, the one before it."""
    is_medium = not run.strong and phrases.lower(around.first - 1) in _WHERE
    behind = None if is_medium else apposition_behind(phrases, around.last)
    if behind and (run.kind == "organization" or behind.kind == "person"):
        around.last, around.owners = behind.last, (*around.owners, *behind.owners)
        around.noun, around.role = around.noun or behind.noun, around.role or behind.role
    elif not around.titled and (before := apposition_before(phrases, around.first)):
        around.first, around.owners = before.first, (*around.owners, *before.owners)
        around.noun, around.role = before.noun, before.role


def _take_possessor(phrases: Phrases, around: _Around) -> None:
    """Take in the state or body that owns a name: "Norway's Holm"."""
    around.first, owners = _possessor(phrases, around.first)
    around.owners = (*around.owners, *owners)


def _possessor(phrases: Phrases, first: int) -> tuple[int, tuple[Mention, ...]]:
    """Return where a phrase begins with the state or body that owns it, and that owner."""
    mark = first - 1
    run = phrases.by_last.get(mark) if mark > 0 and phrases.text[mark].text in POSSESSIVE else None
    return (first, ()) if run is None or run.kind == "person" else (run.first, (phrases.name(run),))


def _is_doubtful_body(run: Run) -> bool:
    """Say whether several bodies bear a name, as ministries do."""
    return run.kind == "entity" and all(name.ambiguous and name.entry.kind == "organization" for name in run.names)


def _take_attached(phrases: Phrases, run: Run, around: _Around) -> None:
    """Take in "of the X" behind a name: a state where it has a role ("Minister Jane Doe of Japan"), else a body."""
    if around.last == phrases.alias_end(run.last):
        last, owners = phrases.end(around.last)
        if around.noun or any(owner.kind == "organization" for owner in owners):
            around.last, around.owners = last, (*around.owners, *owners)
