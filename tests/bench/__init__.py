"""Speed and memory of the whole program, as a person at a terminal meets them: `make bench`."""
