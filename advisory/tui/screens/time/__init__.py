"""Who gets the advisor's time this term."""
