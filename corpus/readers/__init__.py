"""Readers: one module for each kind of file that articles come in."""
