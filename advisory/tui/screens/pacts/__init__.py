"""The list of all pacts. The screen of one pact is in `screens/pact`."""
