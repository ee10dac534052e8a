"""Who is next, and why."""
