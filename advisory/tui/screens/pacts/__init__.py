"""All pacts, on shelves."""
