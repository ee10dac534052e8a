"""Where the program keeps its files, and the advisor's settings."""
