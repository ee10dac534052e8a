"""What went home: the last good word to each family, and how celebrations and concerns are balanced."""
