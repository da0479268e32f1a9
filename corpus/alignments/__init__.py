"""Sentences of two articles that say the same."""
