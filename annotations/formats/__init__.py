"""The dataset formats, one a file. `registry` lists them."""
