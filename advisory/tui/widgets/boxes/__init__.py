"""Widgets to type or choose in: text boxes, choices, a month of days."""
