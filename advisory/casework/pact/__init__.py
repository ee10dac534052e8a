"""Take a goal pact from draft to close, and mark what was kept and met. The rules for each step are in `rules.pact`."""
