"""What a figure counts, what is said of it, and who says so."""
