"""How records read on the command line: in lines, in tables, and as JSON. Options and the data folder are in `cli.base`."""
