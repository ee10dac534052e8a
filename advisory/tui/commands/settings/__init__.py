"""Commands of the settings screen: the school calendar, the catalog of signs, and how the program behaves."""
