"""Verbs for what another advisor hands over. The file itself is read in `exchange/handover`."""
