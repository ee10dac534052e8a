"""What counts as contact, and what a check-in has to hold."""
