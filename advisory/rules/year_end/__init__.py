"""Rules about the end of a school year: which year ends, its steps, and what is proposed; nothing is decided here."""
