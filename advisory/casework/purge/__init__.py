"""Verbs that erase records from every file of the data folder; nothing brings them back."""
