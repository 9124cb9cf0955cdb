"""English text analysed: tokens, sentences, quotations and dates."""

from kg.language.analysis import Analysis, Paragraph, Quote
from kg.language.pipeline import analyse, analyse_all, load_language, name_of

__all__ = ["Analysis", "Paragraph", "Quote", "analyse", "analyse_all", "load_language", "name_of"]
