"""Commands of the settings: the school's calendar, the catalogue of signs, and how the program behaves."""
