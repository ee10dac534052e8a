"""`advisory calendar` and its verbs: periods, terms, days off, intervals."""
