"""Change a partnership: its stage, signs and next step, and the catalogue of signs. Pacts are in `casework.pact`."""
