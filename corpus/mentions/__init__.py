"""Names in the articles of a story: what a model found, corrected by what the story knows."""
