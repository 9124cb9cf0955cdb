"""Which of many articles are wanted: asked as soon as there is a text, before anything costly is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kg.documents import Document
from kg.sources.articles import LeftOut


class Sieve(Protocol):
    """Tells by texts which articles are wanted."""

    def wants(self, text: str) -> bool:
        """Say whether the article with this text is wanted."""

    def may_want(self, text: str) -> bool:
        """Say whether a text that holds an article and more may hold a wanted one; asked where to find it costs."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An article that is not wanted: where it stands; ``read`` makes the document of it all the same."""

    source: str
    read: Callable[[], Document | LeftOut]
