"""Subjects of cues: the phrase that speaks, across auxiliaries, insertions and appositions."""

from kg.extraction.attribution.speakers.after import owner_of, subject_after
from kg.extraction.attribution.speakers.before import subject_before
from kg.extraction.attribution.speakers.parsed import inherited_subject, parsed_subject
from kg.extraction.attribution.speakers.votes import weighed

__all__ = [
    "inherited_subject",
    "owner_of",
    "parsed_subject",
    "subject_after",
    "subject_before",
    "weighed",
]
