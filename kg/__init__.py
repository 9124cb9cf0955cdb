"""kg: who said what about which islands, with the words to prove it."""

__version__ = "0.1.0"
