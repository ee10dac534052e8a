"""Which column of a table holds what: the names that systems and languages give them, and what the advisor chose."""
