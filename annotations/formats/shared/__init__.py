"""What several dataset formats share: rows of JSON, side files, sentences and tokens, tags, names of files."""
