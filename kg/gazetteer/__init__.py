"""Names of territories, states, organizations and treaties: tables read, looked up, and found in text."""

from kg.gazetteer.entries import Entry, EntryKind, Match, Matches, Name, NameSense
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.loading import check_tables, load_gazetteer

__all__ = ["Entry", "EntryKind", "Gazetteer", "Match", "Matches", "Name", "NameSense", "check_tables", "load_gazetteer"]
