"""The command palette, and the other words by which it and the help find a command. The commands themselves are in `registry`."""
