"""The figures of a story grouped by what they count, with a verdict on each group."""
