"""Offices that every state has, and so are named with the state: "the Japanese Foreign Ministry", "the navy"."""

from collections.abc import Iterator

from kg.gazetteer import Entry, Gazetteer

_OFFICES = frozenset({"ministry", "parliament", "embassy", "consulate", "department", "cabinet", "foreign office"})
_DEFENDERS = frozenset({"navy", "army", "air force", "coast guard", "coastguard", "police", "military", "border guard"})
_EVERYWHERE = _OFFICES | _DEFENDERS
_MARKS = ("'s", "’s", "'", "’")


def without_mark(word: str) -> str:
    """Return a word without the mark of the possessive.

    >>> without_mark("Norway’s"), without_mark("Navy")
    ('Norway', 'Navy')
    """
    return next((word.removesuffix(mark) for mark in _MARKS if word.endswith(mark)), word)


def is_office(label: str) -> bool:
    """Say whether a name is that of an office which every state has, so that it needs the state beside it.

    >>> is_office("Foreign Ministry"), is_office("coast guard"), is_office("Red Cross")
    (True, True, False)
    """
    last = label.lower().split()[-2:]
    if label.lower().startswith(("ministry of ", "department of ")):
        return True
    return not _EVERYWHERE.isdisjoint({last[-1], " ".join(last)})


def office_label(office: str, state: Entry, gazetteer: Gazetteer) -> str:
    """Return an office with the demonym of its state: "Japanese Foreign Ministry" for "Japan's foreign ministry"."""
    names = gazetteer.names_of(state.id)
    known = [name for name in names if name.sense == "demonym"]
    demonyms = [name.text for name in known if not name.ambiguous] or [name.text for name in known] or [state.label]
    opening = (text for text in demonyms if office.startswith(text + " "))
    forms = sorted((name.text + mark for name in names for mark in ("", *_MARKS)), key=len, reverse=True)
    rest = next((office.removeprefix(form).strip() for form in forms if office.startswith(form + " ")), office)
    rest = rest.replace("oastguard", "oast guard")
    return f"{next(opening, demonyms[0])} {rest.title().replace(' Of ', ' of ') if rest.islower() else rest}"


def office_in_table(label: str, role: str, state: Entry, gazetteer: Gazetteer) -> Entry | None:
    """Return the body of a state under one of the names that tables give it ("Japan Coast Guard")."""
    for form in _spellings(label, role, state):
        for name in gazetteer.lookup(form):
            if name.entry.kind == "organization":
                return name.entry
    return _body_of(state, role, gazetteer)


def _body_of(state: Entry, name: str, gazetteer: Gazetteer) -> Entry | None:
    """Return the body of a state that bears a name which bodies of other states may bear as well."""
    bodies = (one.entry for one in gazetteer.lookup(name) if one.entry.kind == "organization")
    return next((one for one in bodies if gazetteer.state_of_body(one.id) == state.id), None)


def body_in_table(label: str, state: Entry, gazetteer: Gazetteer) -> Entry | None:
    """Return the body whose name stands behind that of its state in a label: "Norway's Labour Party"."""
    opening, _, name = label.partition(" ")
    if not name or all(one.entry.id != state.id for one in gazetteer.lookup(without_mark(opening))):
        return None
    return _body_of(state, name, gazetteer)


def _spellings(label: str, role: str, state: Entry) -> Iterator[str]:
    yield label
    yield f"{state.label} {role.lower().replace('coastguard', 'coast guard').title()}"
    yield label.replace("Coastguard", "Coast Guard")
