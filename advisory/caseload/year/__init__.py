"""A school year as a whole: how partnerships moved, what is open at its end, and the note for the next advisor."""
