"""`advisory pact`: a module for each verb, and what the verbs share. `advisory pacts`, the list, is not here."""
