"""What is seen of a student's learning: evidence, insights, facts worth knowing, and feedback talks."""
