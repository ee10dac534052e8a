"""What was given to others."""
