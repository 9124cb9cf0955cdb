"""English text analysed: tokens, sentences, quotations and dates."""

from kg.language.analysis import Analysis, Paragraph, Quote

__all__ = ["Analysis", "Paragraph", "Quote"]
