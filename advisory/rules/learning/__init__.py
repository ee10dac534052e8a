"""Rules about learning: trends of a target, insights, feedback conversations, and how well students are known."""
