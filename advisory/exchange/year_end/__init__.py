"""Files of the end of a school year: what the school keeps, and how the open pacts end, to fill in and to read back."""
