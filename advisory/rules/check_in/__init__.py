"""Rules about check-ins: what counts as contact, and what may be saved."""
