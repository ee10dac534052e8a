"""Known well: how much the advisor knows about each student."""
