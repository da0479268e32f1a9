"""Datasets for one task each, one a file: what was read in a project, with what people decided in its place."""
