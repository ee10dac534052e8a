"""Write a pact as a page to print and sign, in HTML or Markdown. CSV tables are in `exchange.tables`."""
