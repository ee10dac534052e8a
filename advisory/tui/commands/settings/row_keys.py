"""The keys of the rows of the settings screen that are about the program itself."""

DAY_FIRST, STARTS_SHADED, IDLE_SHADE, KEYS, THEME = "day_first", "starts_shaded", "idle_shade", "keys", "theme"
COLLAPSE_PRIVATE, OWN_LINE, YEAR_END = "collapse_private", "own_line", "year_end"
