"""Write a pact, or what a panel needs, as a page to print, in HTML or Markdown. Pages for others are in `exchange.sheet`, tables in `exchange.tables`."""
