"""Mentions of actors in a paragraph: names with their titles, role nouns, and pronouns, as noun phrases."""

from kg.extraction.mentions.mention import Form, Mention
from kg.extraction.mentions.reader import MentionReader

__all__ = ["Form", "Mention", "MentionReader"]
