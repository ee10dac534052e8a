"""A pact as a page for two to sign, in HTML and Markdown. Tables are in `exchange.tables`."""
