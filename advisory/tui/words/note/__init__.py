"""What the program says about a note while it is typed, and how it completes one. The marks of the line are `rules.capture`'s."""
