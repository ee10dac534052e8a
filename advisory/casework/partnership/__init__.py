"""Change a partnership: its stage, signs and next step, and the catalog of signs. Pacts are in `casework.pact`."""
