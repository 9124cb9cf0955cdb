"""Questions to the store: own queries, ready questions, networks, and all about one thing."""
