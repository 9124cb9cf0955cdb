"""Our sentences as a component of spaCy pipelines; loading this module loads spaCy."""

from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.sentences import sentence_starts


@Language.component("kg_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Mark the tokens that begin a sentence, and all others as beginning none, which a parser after this obeys.

    A place that the rules find inside a token begins no sentence.
    """
    if not len(doc):
        return doc
    begins = numpy.isin(doc.to_array("IDX"), sentence_starts(doc.text))
    begins[0] = True
    marks: Any = numpy.where(begins, 1, -1).reshape(-1, 1).astype("uint64")  # as spaCy keeps them
    doc.from_array(["SENT_START"], marks)
    return doc
