"""`advisory year-end`: a module for each verb."""
