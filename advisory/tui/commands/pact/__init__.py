"""Commands about one pact, from opening it to its end."""
