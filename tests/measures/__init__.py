"""How well a reading agrees with gold: two folders of the dump's files in, numbers out; the program is not run."""
