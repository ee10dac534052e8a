"""The tags of the notes."""
