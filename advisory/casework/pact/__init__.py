"""Every step of a goal pact's life, and the marks made while it runs. What a step asks for is in `rules.pact`."""
