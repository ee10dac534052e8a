"""How the program runs: keys one at a time, spare time, the clock of the period, the editor of your choice, leaving."""
