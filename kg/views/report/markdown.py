"""A dossier as Markdown with footnotes, as CommonMark, GitHub and Pandoc read it; no text of an article is markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.query.answer import as_quotation
from kg.views.model import Segment
from kg.views.report.dossier import Dossier, Entry, Evidence, Section, Source
from kg.views.report.phrases import (
    NONE_FOUND,
    begun,
    check,
    cited,
    introduction,
    notes_in_words,
    place_in_words,
    told_by,
    voice_in_words,
)

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|&~#^$@]|(?<=http):|(?<=https):|(?<=www)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"(\d*)([-+=:]|(?<=\d)[.)])")  # what would make a list, a heading or a definition of a line
_AROUND = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def to_markdown(dossier: Dossier) -> str:
    """Return a dossier as Markdown."""
    blocks = [f"# {escaped(dossier.title)}", *map(escaped, introduction(dossier)), "## Names", *_names(dossier)]
    for section in dossier.sections:
        blocks += _section(section)
    blocks += ["## Sources", *(_source(source, evidence) for source, evidence in dossier.by_source().items())]
    blocks += ["## Notes", *map(_footnote, dossier.evidence)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line, wherever it stands.

    >>> print(escaped("1. [Ours](http://x) & *theirs*"))
    1\. \[Ours\](http\://x) \& \*theirs\*
    """
    return _begun(_inline(text).strip())


def _inline(text: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found.group()}", re.sub(r"\s+", " ", text))


def _begun(line: str) -> str:
    beginning = _BEGINNING.match(line)
    return f"{beginning[1]}\\{line[beginning.start(2) :]}" if beginning else line


def _names(dossier: Dossier) -> Iterator[str]:
    for naming in dossier.names:
        parties = [f"- {escaped(party)}: {_forms(form for form, _ in names)}" for party, names in naming.by_party]
        yield "\n".join([f"**{escaped(naming.label)}**", "", *(parties or ["- no party's own names are known"])])


def _forms(names: Iterable[str]) -> str:
    return "; ".join(map(escaped, names))


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.heading}"
    yield section.note
    if not section.groups:
        yield NONE_FOUND
    for group in section.groups:
        if group.heading:
            yield f"### {escaped(group.heading)}"
        for entry in group.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    evidence = entry.evidence
    yield f"{escaped(entry.told)}.[^{evidence.number}]"
    yield f"> {_begun(_passage(evidence.passage))}"
    yield f"{escaped(begun(voice_in_words(evidence.voice)))}. {escaped(cited(evidence.source))}."


def _passage(pieces: Iterable[Segment]) -> str:
    """Return a sentence, the words that carry the fact in bold; signs at their ends stay outside, or none would be."""
    text = ""
    for is_words, same in groupby(pieces, key=lambda piece: piece[1] == "words"):
        words = "".join(piece for piece, _ in same)
        around = _AROUND.fullmatch(words)
        if is_words and around and around[2]:
            text += f"{_inline(around[1])}**{_inline(around[2])}**{_inline(around[3])}"
        else:
            text += _inline(words)
    return text.strip()


def _footnote(evidence: Evidence) -> str:
    source = evidence.source
    address = f" <{source.url}>." if source.url else ""
    return (
        f"[^{evidence.number}]: {escaped(as_quotation(evidence.quotation))} ({escaped(told_by(evidence))}). "
        f"{escaped(cited(source))}.{address} {escaped(place_in_words(evidence))}. "
        f"Source {source.number}, {escaped(check(evidence))}."
    )


def _source(source: Source, evidence: Sequence[Evidence]) -> str:
    address = f" <{source.url}>." if source.url else f" File {escaped(source.file)}." if source.file else ""
    digest = f" SHA-256 of the text: {escaped(source.sha256)}." if source.sha256 else ""
    return f"{source.number}. {escaped(cited(source))}.{address}{digest} {notes_in_words(evidence)}."
