"""Who to see next, and why."""
