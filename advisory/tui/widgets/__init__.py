"""Widgets that several screens use. A widget that only one screen uses is in that screen's folder."""
