"""The articles that were annotated, read by the program that is scored."""

from collections.abc import Iterable

from kg.evaluation.annotation import Annotation
from kg.facts import ArticleFacts
from kg.pipeline import Reader, extract_documents
from kg.pipeline.stream import attempt
from kg.sources import LeftOut, read_document


def read_articles(
    annotations: Iterable[Annotation], reader: Reader
) -> tuple[dict[str, ArticleFacts], tuple[LeftOut, ...]]:
    """Return what is found in annotated articles, by their annotations' names, and what gave nothing."""
    facts: dict[str, ArticleFacts] = {}
    left_out: list[LeftOut] = []
    for annotation in annotations:
        for one in _read(annotation, reader):
            if isinstance(one, LeftOut):
                left_out.append(one)
            else:
                facts[annotation.name] = one
    return facts, tuple(left_out)


def _read(annotation: Annotation, reader: Reader) -> Iterable[ArticleFacts | LeftOut]:
    if not annotation.is_marked:
        read = extract_documents([annotation.text_path], reader=reader)
        return [one if isinstance(one, LeftOut) else one.facts for one in read]
    source = str(annotation.text_path)
    document = annotation.document or read_document(source, annotation.text, any_language=True)
    article = document if isinstance(document, LeftOut) else attempt(reader.read, document)
    return [article if isinstance(article, LeftOut) else article.facts]
