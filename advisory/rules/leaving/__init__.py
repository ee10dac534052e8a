"""What may leave the program, and for whom: which records, which of their words, and other students' names in them. Pages and tables are elsewhere."""
