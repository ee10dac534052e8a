"""A goal pact's life, wording, marks and order. What it costs to write one is in `casework.pact`."""
