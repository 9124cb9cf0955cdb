"""The cast of an article: which mentions stand for which actor (names, short forms, roles, capitals)."""

from kg.extraction.cast.cast import Cast
from kg.extraction.cast.member import Member

__all__ = ["Cast", "Member"]
