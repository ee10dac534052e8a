"""How the app runs: taking keys, doing work in spare time, the period clock, the advisor's own editor, quitting."""
