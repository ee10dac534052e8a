"""Commands on learning: evidence, insights, facts, and feedback conversations."""
