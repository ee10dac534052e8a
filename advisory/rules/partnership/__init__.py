"""Rules about partnerships: the signs of each stage, and the gates between stages."""
