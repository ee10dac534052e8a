"""Commands that bring files in and write them: a roster, the answers of a survey, a table."""
