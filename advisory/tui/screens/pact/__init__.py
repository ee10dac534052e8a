"""One pact, in the conversation about it."""
