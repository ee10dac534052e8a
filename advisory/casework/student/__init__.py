"""Add, edit and archive students and mark them away, one at a time or from a roster."""
