"""The dialogs for writing a pact, agreeing to it and closing it."""
