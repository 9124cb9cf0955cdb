"""Coreference: whom a mention means here.

`Cast` reads an article once and takes its names and role nouns together: full names and their shorter forms, acronyms
and other names that the article introduces, titles, capitals that stand for states, offices and bodies, and role nouns
whose role the article has told, in a title or an apposition ("Ana Holm, the mayor of Norby, ... the mayor"). Of several
who hold one role, the words beside it tell which ("the deputy minister", "the army spokesman").

`resolve` answers for any mention at its place, given who has spoken so far (`Discourse`): besides what the cast knows,
pronouns by their gender and number, from the subject of their own sentence or of those before, else who spoke last;
"it" for a ministry or a state; `possessor` for "his", "its" and "their"; plurals, "the two", "the latter" for those
named before; and descriptions that take up somebody as pronouns do ("the visitor", "the former general", "the forum").

`References` answers for all mentions, once it is known whose words are whose: in a quotation "I" is its speaker, "he"
somebody else. But for that, nothing reaches into a quotation from outside of it, or out of one: there somebody else
speaks.

Who is asked about stands in a `Scene`, a paragraph with its mentions, and may be a phrase of several, a `Subject`. The
other modules of this package are its own affair.
"""

from kg.extraction.coreference.cast import Cast
from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.nouns import open_mention
from kg.extraction.coreference.offices import is_office
from kg.extraction.coreference.possessives import possessor
from kg.extraction.coreference.references import References, Voice
from kg.extraction.coreference.resolution import resolve
from kg.extraction.coreference.scene import Bounds, Scene
from kg.extraction.coreference.subject import Subject, subject_of

__all__ = [
    "Bounds",
    "Cast",
    "Discourse",
    "Member",
    "References",
    "Scene",
    "Subject",
    "Voice",
    "is_office",
    "open_mention",
    "possessor",
    "resolve",
    "subject_of",
]
