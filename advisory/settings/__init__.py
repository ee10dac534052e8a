"""Where things are, and what the advisor has chosen about the program itself."""
