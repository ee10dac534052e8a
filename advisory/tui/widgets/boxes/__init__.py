"""What is typed or chosen in: boxes, choices, the month."""
