"""Finding and covering other students' names in a text. Which words are meant as names is in `reading`, what may leave in `rules.leaving`."""
