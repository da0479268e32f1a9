"""What is not the article: page furniture, teasers, credits, found in plain text."""
