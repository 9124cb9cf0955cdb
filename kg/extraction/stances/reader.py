"""Reads an article's stances in order, sentence by sentence."""

from collections.abc import Iterator

from kg.extraction.article import Article
from kg.extraction.stances.answers import AnswerReader
from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_open
from kg.extraction.stances.echoes import echoed, followed
from kg.extraction.stances.judgements import JudgementReader
from kg.extraction.stances.nouns import NounReader
from kg.extraction.stances.obligations import ObligationReader
from kg.extraction.stances.phrases import Phrases
from kg.extraction.stances.predicates import PredicateReader
from kg.extraction.stances.setting import Setting
from kg.extraction.stances.stand import Stand
from kg.extraction.stances.verbs import VerbReader

_READERS = (VerbReader, NounReader, PredicateReader, JudgementReader, AnswerReader, ObligationReader)


def read_stands(article: Article) -> Iterator[Stand]:
    """Yield the stances that an article tells, at each place where it does, sentence by sentence.

    The same stance may be yielded more than once: merging is left to whoever makes facts of them.
    """
    setting = Setting(article)
    before: list[Stand] = []
    for scene in article.scenes:
        clauses = Clauses(setting, scene, Phrases(setting, scene))
        readers = [reader(clauses) for reader in _READERS]
        for first, last in scene.sentences:
            if not is_open(scene, first, last):
                stands = [stand for reader in readers for stand in reader.read(first, last)]
                yield from stands
                yield from echoed(clauses, stands, first, last)
                yield from followed(clauses, before, first, last)
                before = stands or before
