"""The small encoder of names learns what a teacher sees in words."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.vectors import Vectors

from training import name_encoder
from training.name_encoder import Goals

WORDS = ("Amara", "Okoro", "met", "Lima", "officials", "in", "Tunis", ".")


@pytest.fixture
def states() -> np.ndarray:
    return np.random.default_rng(7).normal(size=(4000, 384)).astype("float16")


def test_goals_are_of_like_size_whatever_the_states_are(states):
    for factor in (np.float16(0.1), np.float16(10)):
        goals = Goals(states * factor).of(states * factor)
        assert goals.shape == (4000, 192)
        assert abs(float(goals.mean())) < 0.01
        assert abs(float(goals.std()) - 1) < 0.01


def test_the_strongest_direction_of_the_states_is_kept():
    random = np.random.default_rng(7)
    hidden = random.normal(size=(3000, 1))
    states = (hidden * 5 + random.normal(size=(3000, 384)) * 0.1).astype("float32")
    goals = Goals(states).of(states)
    assert max(abs(np.corrcoef(goal, hidden[:, 0])[0, 1]) for goal in goals.T) > 0.99


def test_an_encoder_comes_to_see_words_as_the_teacher_does(monkeypatch, capsys):
    monkeypatch.setattr(name_encoder, "_STEPS", 40)
    monkeypatch.setattr(name_encoder, "_WARM", 5)
    monkeypatch.setattr(name_encoder, "_TOLD", 20)
    monkeypatch.setattr(name_encoder, "_WORDS", 64)
    nlp, random = spacy.blank("en"), np.random.default_rng(7)
    nlp.vocab.vectors = Vectors(
        data=random.normal(size=(8, 16)).astype("float32"), keys=WORDS, strings=nlp.vocab.strings
    )
    of_word = {word: random.normal(size=384) for word in WORDS}
    texts = [random.permutation(WORDS).tolist() for _ in range(60)]
    ner = name_encoder.start(nlp, name_encoder.MODEL)
    docs = [Doc(nlp.vocab, words=words) for words in texts]
    states = np.array([of_word[word] for words in texts for word in words])
    name_encoder.learn(ner.model.get_ref("tok2vec").layers[0], docs, states)
    early, late = (float(line.split(": ")[1].split()[0]) for line in capsys.readouterr().out.splitlines())
    assert late < early / 2
    assert set(ner.labels) == {"PER", "ORG", "LOC"}
