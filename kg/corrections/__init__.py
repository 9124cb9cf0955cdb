"""What users decided by hand: a table of corrections, kept with the store and applied to what readers get."""

from kg.corrections.applying import correct_facts
from kg.corrections.kinds import APART, KINDS, SAME, Correction, Misfit
from kg.corrections.table import format_table, lay_over, read_table

__all__ = ["APART", "KINDS", "SAME", "Correction", "Misfit", "correct_facts", "format_table", "lay_over", "read_table"]
