"""What people look at: the page, texts for a terminal, tables."""
