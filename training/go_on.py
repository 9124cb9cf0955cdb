"""What a training that goes on from another needs: the matrix library, and the lemmatizer's own table of labels.

spaCy's lemmatizer forgets, when loaded, which label each of its trees has, and would learn nonsense. For ``--code``.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.util import registry

from training import fast_math

__all__ = ["fast_math", "remember_labels"]


@registry.callbacks("kg.remember_labels")  # type: ignore[untyped-decorator]
def remember_labels() -> Callable[[Language, dict[str, Any]], None]:
    """Return a callback for the start of each step, which gives the lemmatizer its labels back."""

    def remember(nlp: Language, _: dict[str, Any]) -> None:
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        if not lemmatizer.tree2label:
            lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}

    return remember
