"""Articles, and what a machine reads in them. Knows nothing of people's decisions or of the screen."""
