"""Subjects of cues: the phrase that speaks, across auxiliaries, insertions and appositions, and whom it stands for."""

from kg.extraction.attribution.speakers.after import owner_of, subject_after
from kg.extraction.attribution.speakers.before import subject_before
from kg.extraction.attribution.speakers.discourse import Discourse
from kg.extraction.attribution.speakers.parsed import inherited_subject, parsed_subject
from kg.extraction.attribution.speakers.pronouns import is_attached
from kg.extraction.attribution.speakers.resolution import resolve
from kg.extraction.attribution.speakers.subject import Subject
from kg.extraction.attribution.speakers.votes import weighed

__all__ = [
    "Discourse",
    "Subject",
    "inherited_subject",
    "is_attached",
    "owner_of",
    "parsed_subject",
    "resolve",
    "subject_after",
    "subject_before",
    "weighed",
]
