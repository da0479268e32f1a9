"""What the commands do to the desk, one module a group of the command table."""
