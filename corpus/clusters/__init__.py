"""Which mentions of a story name the same thing in the world."""
