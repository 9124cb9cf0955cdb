"""Lighter names keep the pieces of an encoder that win."""

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.vectors import Vectors

from training.lighten_names import LIGHTER, lighten
from training.name_encoder import MODEL, start

WORDS = ("Amara", "Okoro", "met", "Lima", "officials", "in", "Tunis", ".")
NEVER = np.float32(-1e6)


def encoders() -> tuple[list[Doc], object, object]:
    """Return texts, and an untrained encoder with three pieces and one with two."""
    random = np.random.default_rng(7)
    made = []
    for changes in ({}, LIGHTER):
        nlp = spacy.blank("en")
        nlp.vocab.vectors = Vectors(
            data=random.normal(size=(8, 16)).astype("float32"), keys=WORDS, strings=nlp.vocab.strings
        )
        made.append((nlp, start(nlp, MODEL, changes).model.get_ref("tok2vec").layers[0]))
    (nlp, heavy), (_, light) = made
    return [Doc(nlp.vocab, words=random.permutation(WORDS).tolist()) for _ in range(20)], heavy, light


def test_what_never_wins_can_go_without_a_change():
    docs, heavy, light = encoders()
    for number, node in enumerate(node for node in heavy.layers[-1].walk() if node.name == "maxout"):
        bias = node.get_param("b").copy()
        bias[:, number % 3] = NEVER
        node.set_param("b", bias)
    before = np.vstack(heavy.predict(docs))
    lighten(heavy, light, docs)
    assert np.allclose(np.vstack(light.predict(docs)), before, atol=1e-5)
    assert np.array_equal(np.vstack(heavy.predict(docs)), before)


def test_what_wins_seldom_goes_and_little_is_lost():
    docs, heavy, light = encoders()
    lighten(heavy, light, docs)
    theirs, mine = np.vstack(heavy.predict(docs)), np.vstack(light.predict(docs))
    assert not np.allclose(theirs, mine)
    assert np.corrcoef(theirs.ravel(), mine.ravel())[0, 1] > 0.5
