"""Extractors: generators from an article to facts of one kind; none imports another."""
