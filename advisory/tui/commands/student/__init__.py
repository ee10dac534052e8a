"""Commands on the highlighted student: the record, the family, who is here, who leaves, and what is covered beside them."""
