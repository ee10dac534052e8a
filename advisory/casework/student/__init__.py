"""Students coming, changing, away and leaving, one at a time or from a roster."""
