"""The screens, a folder each: the screen, its rows, its detail pane."""
