"""Commands on the end of a school year: what is settled for several at once, what the school keeps, and the purge."""
