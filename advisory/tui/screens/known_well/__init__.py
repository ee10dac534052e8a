"""Known well: what is known of whom."""
