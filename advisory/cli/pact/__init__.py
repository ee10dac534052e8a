"""`advisory pact` and its verbs."""
