"""Articles as characters that never change: documents, the spans of text in them, and their layout."""

from kg.documents.document import Block, BlockKind, Document, Span

__all__ = ["Block", "BlockKind", "Document", "Span"]
