"""Dialogs: each asks for something and returns a value. No dialog reads or writes the store."""
