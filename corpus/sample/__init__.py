"""The story that ships with the program: five invented reports of one invented ferry accident."""
