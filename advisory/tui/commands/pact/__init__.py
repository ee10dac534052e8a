"""Commands on one pact, from drafting to closing it. What the student does to it beside the advisor is in `beside`."""
