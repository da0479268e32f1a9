"""What `variorum` can be told to do: one verb a module, each with its options."""
