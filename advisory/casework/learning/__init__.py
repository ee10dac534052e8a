"""Record what is seen and learned: evidence, insights, facts about a student, and feedback conversations."""
