"""What people decided about the articles, how it is kept, and how it gets out again. Knows nothing of the screen."""
