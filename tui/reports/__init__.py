"""A story compared, on paper: what the outlets agree on, and where they differ, for a pipe or a file."""
