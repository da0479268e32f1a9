"""Showing and asking: the desk in the terminal and the command line."""
