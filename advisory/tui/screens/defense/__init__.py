"""One defense plan: its milestones, artifacts, practices and panel, and what came of the day."""
