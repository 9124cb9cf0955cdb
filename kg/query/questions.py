"""Ready questions."""
