"""Names of territories, states, organizations and treaties: tables read, looked up, and found in text."""

from kg.gazetteer.entries import Entry, EntryKind, Match, Name, NameSense
from kg.gazetteer.gazetteer import Gazetteer, check_tables, load_gazetteer
from kg.gazetteer.glance import Glance

__all__ = ["Entry", "EntryKind", "Gazetteer", "Glance", "Match", "Name", "NameSense", "check_tables", "load_gazetteer"]
