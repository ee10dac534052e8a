"""Rules about goal pacts: status, wording, marks and order. The verbs that save a pact are in `casework.pact`."""
