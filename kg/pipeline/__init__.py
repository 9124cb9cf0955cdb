"""The whole flow: places with articles in, facts or a graph out."""

from kg.pipeline.build import BuildReport, Options, build
from kg.pipeline.reader import ReadArticle, Reader
from kg.pipeline.stream import extract_documents
from kg.pipeline.triage import Triage

__all__ = ["BuildReport", "Options", "ReadArticle", "Reader", "Triage", "build", "extract_documents"]
