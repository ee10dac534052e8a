"""Correct whose record it is: move one written about the wrong student, with what depends on it."""
