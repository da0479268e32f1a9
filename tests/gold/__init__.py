"""Gold: texts that were read by hand, as marked-up text and as the files that the measures read."""
