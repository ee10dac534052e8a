"""Rules about the pages for others: what stands on one, in which order and words. What may stand there is `rules.leaving`'s."""
