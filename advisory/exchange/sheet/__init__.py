"""Write the pages for others, in HTML or Markdown. A pact's page and a panel's, and the paper they are all printed on, are in `exchange.page`."""
