"""The end of a school year, step by step; what is open is derived from the records, so it can be left and taken up again."""
