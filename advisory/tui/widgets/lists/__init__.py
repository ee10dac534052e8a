"""Widgets with a cursor: lists, pages, names to tick."""
