"""`advisory calendar`: a module for each verb, and what the verbs share."""
