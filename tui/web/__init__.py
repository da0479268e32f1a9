"""The desk in a browser: a page, who may have it, and a program for each visitor. Needs the extra `web`."""
