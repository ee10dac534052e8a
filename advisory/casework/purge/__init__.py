"""Verbs that take records out of every byte of the data folder; nothing brings them back."""
