"""The screens, one folder each: the screen, its rows and its detail pane. Dialogs live in `tui/dialogs`."""
