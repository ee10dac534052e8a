"""Defenses: the whole season at once, students by milestones."""
