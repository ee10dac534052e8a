"""The people at a student's home, and the words that have gone there: good ones, worries, and calls nobody answered."""
