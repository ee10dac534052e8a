"""A folder with values edited at random in every table opens every screen, and each draws."""
